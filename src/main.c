/* SPDX-License-Identifier: MIT */
/* Options, usage, exit status: the only main(). */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "build.h"

enum { WRONG_USE = 2 };

static const char usage[] =
    "Usage: fascicle COMMAND [OPTION…] [ARGUMENT…]\n"
    "\n"
    "Turns a folder of Markdown articles into an EPUB and a PDF.\n"
    "\n"
    "Commands:\n"
    "  build [EDITION…|PATH…]  make the publication, or an article or a "
    "folder\n"
    "  check [EDITION…|PATH…]  read and check everything, write nothing\n"
    "  verify FILE…            check EPUBs and PDFs against their "
    "specifications\n"
    "  dump tree|pages|tags|epub [PATH…]\n"
    "                          print what a stage made, as text\n"
    "  clean [EDITION…|PATH…]  remove what build makes\n"
    "\n"
    "Options:\n"
    "  -C DIR            the publication's folder (default: this one)\n"
    "  -o DIR            where outputs go (default: build in that folder)\n"
    "  --format LIST     epub, pdf, png (default: as the manifest says)\n"
    "  --fonts DIR       further faces, as the manifest's “fonts” (once or "
    "more)\n"
    "  --set KEY=VALUE   a key of the editions, over the manifest: "
    "each=article, "
    "page=a4\n"
    "  --drafts          take drafts and articles dated in the future too\n"
    "  --same            verify: an EPUB and a PDF say the same\n"
    "  --evidence        say beside each EPUB and PDF what was checked\n"
    "  --strict          warnings fail as errors do\n"
    "  --quiet           print no warnings and no paths\n"
    "  --resolution N    of PNGs, in dots an inch (default: 144)\n"
    "  --spreads         PNGs show two facing pages\n"
    "  --contact-sheet   a PNG shows all pages, small\n"
    "  --pages LIST      only these pages as PNG: 3-5,9\n"
    "  --report FORMAT   text, json, sarif or github\n"
    "  -h, --help        this text\n"
    "  -V, --version     the program's version\n"
    "\n"
    "Exit status: 0 fine, 1 findings or a failed build, 2 wrong use.\n"
    "\n"
    "Environment: SOURCE_DATE_EPOCH, NO_COLOR, FASCICLE_DATA.\n"
    "\n"
    "A first try: fascicle build article.md\n";

/* The index of the word in a list ended with NULL, or -1. */
static int
find_word(const char *const *words, const char *word)
{
    for (int i = 0; words[i]; i++)
        if (strcmp(words[i], word) == 0)
            return i;
    return -1;
}

/* `words`, ended with NULL, is what was to choose from, or NULL. */
static int
wrong_use(const char *what, const char *word, const char *const *words)
{
    size_t n = 0;
    while (words && words[n])
        n++;
    const char *near = words ? str_nearest(word, words, n) : NULL;
    fprintf(stderr, "fascicle: error: %s “%s” [usage]\n", what, word);
    if (near)
        fprintf(stderr, "  hint: did you mean “%s”?\n", near);
    else
        fputs("  hint: fascicle --help lists what there is\n", stderr);
    return WRONG_USE;
}

/* "epub,pdf" as bits; 0 where a word is none of them. */
static unsigned
read_formats(const char *list)
{
    static const char *const names[] = {"epub", "pdf", "png", NULL};
    unsigned formats = 0;
    while (*list) {
        size_t n = strcspn(list, ",");
        char word[8] = "";
        if (n < sizeof word)
            memcpy(word, list, n);
        int i = find_word(names, word);
        if (i < 0)
            return 0;
        formats |= 1u << i;
        list += n + (list[n] == ',');
    }
    return formats;
}

enum {
    OPT_FORMAT = 256,
    OPT_DRAFTS,
    OPT_STRICT,
    OPT_QUIET,
    OPT_RESOLUTION,
    OPT_SPREADS,
    OPT_CONTACT_SHEET,
    OPT_PAGES,
    OPT_REPORT,
    OPT_FONTS,
    OPT_SET,
    OPT_EVIDENCE,
    OPT_SAME
};

static const struct option options[] = {
    {"format", required_argument, NULL, OPT_FORMAT},
    {"fonts", required_argument, NULL, OPT_FONTS},
    {"drafts", no_argument, NULL, OPT_DRAFTS},
    {"evidence", no_argument, NULL, OPT_EVIDENCE},
    {"same", no_argument, NULL, OPT_SAME},
    {"set", required_argument, NULL, OPT_SET},
    {"strict", no_argument, NULL, OPT_STRICT},
    {"quiet", no_argument, NULL, OPT_QUIET},
    {"resolution", required_argument, NULL, OPT_RESOLUTION},
    {"spreads", no_argument, NULL, OPT_SPREADS},
    {"contact-sheet", no_argument, NULL, OPT_CONTACT_SHEET},
    {"pages", required_argument, NULL, OPT_PAGES},
    {"report", required_argument, NULL, OPT_REPORT},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'V'},
    {0}};

/* A whole number in the range that PNGs' resolutions have, or 0. */
static int
read_resolution(const char *text)
{
    char *end;
    long n = strtol(text, &end, 10);
    bool good = str_is_digit(text[0]) && !*end && n >= BUILD_LEAST_DPI &&
                n <= BUILD_MOST_DPI;
    return good ? (int)n : 0;
}

static bool
is_ranges(const char *text)
{
    struct arena *a = arena_new();
    struct ranges ranges;
    bool good = ranges_parse(a, text, &ranges);
    arena_free(a);
    return good;
}

/* Takes one option into the request; false where its value is wrong. */
static bool
take_option(struct build_request *r, int option, const char *value)
{
    static const char *const reports[] = {"text", "json", "sarif", "github",
                                          NULL};
    int report;
    switch (option) {
    case 'C':
        r->dir = value;
        return true;
    case 'o':
        r->out = value;
        return true;
    case OPT_FORMAT:
        r->formats = read_formats(value);
        return r->formats != 0;
    case OPT_REPORT:
        report = find_word(reports, value);
        if (report >= 0)
            r->report = (enum diag_format)report;
        return report >= 0;
    case OPT_FONTS:
        if (r->font_count == BUILD_FONTS)
            return false;
        r->fonts[r->font_count++] = value;
        return true;
    case OPT_SET:
        if (r->setting_count == BUILD_SETTINGS || strcspn(value, "=") == 0 ||
            !strchr(value, '='))
            return false;
        r->settings[r->setting_count++] = value;
        return true;
    case OPT_RESOLUTION:
        r->resolution = read_resolution(value);
        return r->resolution != 0;
    case OPT_PAGES:
        r->pages = value;
        return is_ranges(value);
    case OPT_SPREADS:
        r->spreads = true;
        return true;
    case OPT_CONTACT_SHEET:
        r->contact_sheet = true;
        return true;
    case OPT_DRAFTS:
        r->drafts = true;
        return true;
    case OPT_EVIDENCE:
        r->evidence = true;
        return true;
    case OPT_SAME:
        r->same = true;
        return true;
    case OPT_STRICT:
        r->strict = true;
        return true;
    default:
        r->quiet = true;
        return true;
    }
}

/* getopt leaves the letter in optopt, or behind it the word. */
static int
unknown_option(char **argv)
{
    static const char *const names[] = {
        "--format",        "--fonts",    "--drafts",     "--strict",
        "--quiet",         "--report",   "--resolution", "--spreads",
        "--contact-sheet", "--pages",    "--help",       "--version",
        "--set",           "--evidence", "--same",       NULL};
    char letter[] = {'-', (char)optopt, '\0'};
    const char *word = argv[optind - 1];
    if (optopt > 0 && optopt < 128 && strncmp(word, "--", 2) != 0)
        return wrong_use("there is no option", letter, NULL);
    if (optopt && strchr(word, '='))
        return wrong_use("the option takes no value:", word, NULL);
    return wrong_use("there is no option", word, names);
}

/* What is said of a wrong value. */
static const char *
what_it_takes(int option)
{
    switch (option) {
    case OPT_FORMAT:
        return "--format takes epub, pdf, png or several, not";
    case OPT_FONTS:
        return "--fonts may be given sixteen times, not for";
    case OPT_SET:
        return "--set takes up to 32 times KEY=VALUE, not";
    case OPT_RESOLUTION:
        return "--resolution takes a whole number from 10 to 1200, not";
    case OPT_PAGES:
        return "--pages takes numbers and ranges such as 3-5,9, not";
    default:
        return "--report takes text, json, sarif or github, not";
    }
}

/* -1 to go on, else the exit status. */
static int
read_options(struct build_request *r, int argc, char **argv)
{
    opterr = 0;
    for (;;) {
        int option = getopt_long(argc, argv, ":C:o:hV", options, NULL);
        if (option == -1)
            return -1;
        if (option == 'h') {
            fputs(usage, stdout);
            return 0;
        }
        if (option == 'V') {
            puts("fascicle " FASCICLE_VERSION);
            return 0;
        }
        if (option == ':')
            return wrong_use("a value is missing after", argv[optind - 1],
                             NULL);
        if (option == '?')
            return unknown_option(argv);
        if (!take_option(r, option, optarg))
            return wrong_use(what_it_takes(option), optarg, NULL);
    }
}

/* Reads the command's name, and dump's first argument; -1 to go on. */
static int
read_command(struct build_request *r, int argc, char **argv)
{
    static const char *const commands[] = {"build", "check", "verify", "dump",
                                           "clean", "help",  NULL};
    static const char *const dumps[] = {"tree", "pages", "tags", "epub", NULL};
    if (optind >= argc) {
        fputs(usage, stderr);
        return WRONG_USE;
    }
    int command = find_word(commands, argv[optind]);
    if (command < 0)
        return wrong_use("there is no command", argv[optind], commands);
    if (command > BUILD_CLEAN) {
        fputs(usage, stdout);
        return 0;
    }
    r->command = (enum build_command)command;
    optind++;
    if (r->command == BUILD_DUMP) {
        if (optind >= argc)
            return wrong_use("tree, pages, tags or epub is missing after",
                             argv[optind - 1], NULL);
        const char *what = argv[optind++];
        int dump = find_word(dumps, what);
        if (dump < 0)
            return wrong_use("dump can show tree, pages, tags or epub, not",
                             what, dumps);
        r->dump = (enum build_dump)dump;
    }
    if (r->command == BUILD_VERIFY && optind >= argc)
        return wrong_use("a file is missing after", argv[optind - 1], NULL);
    if (r->same && (r->command != BUILD_VERIFY || argc - optind != 2))
        return wrong_use("verify with an EPUB and a PDF is what has the option",
                         "--same", NULL);
    r->arguments = (const char *const *)argv + optind;
    r->argument_count = (size_t)(argc - optind);
    return -1;
}

int
main(int argc, char **argv)
{
    const char *no_color = getenv("NO_COLOR");
    struct build_request request = {
        .dir = ".",
        .colour = isatty(STDERR_FILENO) && !(no_color && *no_color),
    };
    int status = read_options(&request, argc, argv);
    if (status < 0)
        status = read_command(&request, argc, argv);
    if (status < 0)
        status = build_run(&request);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fputs("fascicle: error: standard output can't be written "
              "[output-unwritable]\n",
              stderr);
        return 1;
    }
    return status;
}
