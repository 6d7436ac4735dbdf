/* SPDX-License-Identifier: MIT */
/* Prints the tables of docs/manual.md from those that the program uses:
 *
 *     manual manifest|editions|front-matter|properties|messages|epub-rules|…
 */
#include <stdio.h>
#include <string.h>

#include "base/base.h"
#include "conf/conf.h"
#include "read/read.h"
#include "style/style.h"
#include "verify/verify.h"

static const char *const kinds[] = {
    [CONF_STRING] = "text",
    [CONF_BOOL] = "true or false",
    [CONF_INT] = "whole number",
    [CONF_DATE] = "date",
    [CONF_STRINGS] = "text or list",
    [CONF_CHOICE] = "one of",
    [CONF_LENGTH] = "length",
    [CONF_TEXTS] = "text, or one a language",
    [CONF_CUSTOM] = "",
};

/* A cell of a Markdown table: a bar would end it. */
static void
cell(const char *text)
{
    for (; *text; text++)
        if (*text == '|')
            fputs("\\|", stdout);
        else
            putchar(*text);
}

static void
print_kind(const struct conf_key *key)
{
    cell(key->takes ? key->takes : kinds[key->kind]);
    for (size_t i = 0; key->kind == CONF_CHOICE && key->choices[i]; i++)
        printf("%s `%s`", i ? "," : "", key->choices[i]);
}

static void
print_aliases(const char *aliases)
{
    const char *comma = "";
    while (aliases && *aliases) {
        size_t n = strcspn(aliases, " ");
        printf("%s`%.*s`", comma, (int)n, aliases);
        comma = ", ";
        aliases += n + (aliases[n] == ' ');
    }
}

static void
print_keys(const struct conf_key *keys, size_t n)
{
    puts("| key | also read as | takes | what it says | example |");
    puts("|---|---|---|---|---|");
    for (size_t i = 0; i < n; i++) {
        printf("| `%s` | ", keys[i].name);
        print_aliases(keys[i].aliases);
        fputs(" | ", stdout);
        print_kind(&keys[i]);
        fputs(" | ", stdout);
        cell(keys[i].help ? keys[i].help : "");
        fputs(" | ", stdout);
        if (keys[i].example)
            putchar('`');
        cell(keys[i].example ? keys[i].example : "");
        puts(keys[i].example ? "` |" : " |");
    }
}

static void
print_manifest(void)
{
    print_keys(conf_manifest_keys, conf_manifest_key_count);
}

static void
print_editions(void)
{
    print_keys(conf_edition_keys, conf_edition_key_count);
}

static void
print_pdf(void)
{
    print_keys(conf_pdf_keys, conf_pdf_key_count);
}

static void
print_press(void)
{
    print_keys(conf_press_keys, conf_press_key_count);
}

static void
print_evaluator(void)
{
    print_keys(conf_evaluator_keys, conf_evaluator_key_count);
}

static void
print_series(void)
{
    print_keys(conf_series_keys, conf_series_key_count);
}

static void
print_front_matter(void)
{
    print_keys(read_article_keys, read_article_key_count);
}

static void
print_properties(void)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    style_write_properties(&b);
    fwrite(b.at, 1, b.n, stdout);
    buf_free(&b);
}

static void
print_messages(void)
{
    static const char *const severities[] = {"note", "warning", "error"};
    puts("| id | severity | what it means |");
    puts("|---|---|---|");
    for (int i = 0; i < DIAG_COUNT; i++) {
        enum diag_id id = (enum diag_id)i;
        printf("| `%s` | %s | ", diag_id_name(id),
               severities[diag_severity_of(id)]);
        cell(diag_id_meaning(id));
        puts(" |");
    }
}

static void
print_rules(enum verify_kind kind)
{
    static const char *const severities[] = {"note", "warning", "error"};
    size_t n;
    const struct diag_rule *rules = verify_rules(kind, &n);
    puts("| rule | clause | severity | what breaks it |");
    puts("|---|---|---|---|");
    for (size_t i = 0; i < n; i++) {
        printf("| `%s` | %s | %s | ", rules[i].id, rules[i].clause,
               severities[rules[i].severity]);
        cell(rules[i].meaning);
        puts(" |");
    }
}

static void
print_epub_rules(void)
{
    print_rules(VERIFY_EPUB);
}

static void
print_pdf_rules(void)
{
    print_rules(VERIFY_PDF);
}

static const struct {
    const char *name;
    void (*print)(void);
} tables[] = {
    {"manifest", print_manifest},
    {"editions", print_editions},
    {"pdf", print_pdf},
    {"press", print_press},
    {"evaluator", print_evaluator},
    {"series", print_series},
    {"front-matter", print_front_matter},
    {"properties", print_properties},
    {"messages", print_messages},
    {"epub-rules", print_epub_rules},
    {"pdf-rules", print_pdf_rules},
};

int
main(int argc, char **argv)
{
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (argc == 2 && strcmp(argv[1], tables[i].name) == 0) {
            tables[i].print();
            return 0;
        }
    fputs("usage: manual TABLE, one of:\n", stderr);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        fprintf(stderr, "  %s\n", tables[i].name);
    return 2;
}
