/* SPDX-License-Identifier: MIT */
/* Messages as text for people, as JSON, SARIF or workflow commands. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/json.h"
#include "base/map.h"

static const char *const severity_names[] = {"note", "warning", "error"};

static void
print_text(const struct diag_message *m, bool colour, FILE *to)
{
    static const char *const colours[] = {"\033[36m", "\033[33m", "\033[31m"};
    enum diag_severity s = diag_message_severity(m);
    if (!m->at.file)
        fputs("fascicle: ", to);
    else if (!m->at.line)
        fprintf(to, "%s: ", m->at.file);
    else
        fprintf(to, "%s:%u:%u: ", m->at.file, m->at.line, m->at.col);
    fprintf(to, "%s%s:%s %s%s%s [%s%s%s]\n", colour ? colours[s] : "",
            severity_names[s], colour ? "\033[0m" : "",
            m->object ? m->object : "", m->object ? ": " : "", m->text,
            diag_message_name(m), m->rule ? "; " : "",
            m->rule ? m->rule->clause : "");
    if (m->hint)
        fprintf(to, "  hint: %s\n", m->hint);
}

/* The name of a file may be any bytes; JSON is UTF-8. */
static void
json_string(const char *s, FILE *to)
{
    struct buf literal;
    buf_init(&literal, BUF_LIMIT_OUTPUT);
    json_quote(&literal, s);
    fwrite(literal.at, 1, literal.n, to);
    buf_free(&literal);
}

static void
print_json(const struct diag_message *m, FILE *to)
{
    fputs("{\"file\": ", to);
    if (m->at.file)
        json_string(m->at.file, to);
    else
        fputs("null", to);
    fprintf(to, ", \"line\": %u, \"column\": %u, \"severity\": ", m->at.line,
            m->at.col);
    json_string(severity_names[diag_message_severity(m)], to);
    fputs(", \"id\": ", to);
    json_string(diag_message_name(m), to);
    if (m->rule) {
        fputs(", \"clause\": ", to);
        json_string(m->rule->clause, to);
    }
    if (m->object) {
        fputs(", \"object\": ", to);
        json_string(m->object, to);
    }
    fputs(", \"message\": ", to);
    json_string(m->text, to);
    if (m->hint) {
        fputs(", \"hint\": ", to);
        json_string(m->hint, to);
    }
    fputs("}", to);
}

/* SARIF wants a URI reference: bytes that no path segment has, and a colon,
 * which could end a scheme, are percent-encoded (RFC 3986, clause 3.3). */
static void
sarif_uri(const char *path, FILE *to)
{
    putc('"', to);
    for (; *path; path++) {
        unsigned char c = (unsigned char)*path;
        if (c > 0x20 && c < 0x7F && !strchr("\"\\%<>^`{|}#?[]:", c))
            putc(c, to);
        else
            fprintf(to, "%%%02X", c);
    }
    putc('"', to);
}

static void
print_sarif_object(const struct diag_message *m, FILE *to)
{
    if (!m->object)
        return;
    fputs(", \"logicalLocations\": [{\"fullyQualifiedName\": ", to);
    json_string(m->object, to);
    fputs("}]", to);
}

static void
print_sarif_result(const struct diag_message *m, FILE *to)
{
    fputs("{\"ruleId\": ", to);
    json_string(diag_message_name(m), to);
    fputs(", \"level\": ", to);
    json_string(severity_names[diag_message_severity(m)], to);
    fputs(", \"message\": {\"text\": ", to);
    struct buf text;
    buf_init(&text, BUF_LIMIT_SMALL);
    buf_str(&text, m->text);
    if (m->hint)
        buf_printf(&text, " (%s)", m->hint);
    json_string(text.at, to);
    buf_free(&text);
    fputs("}", to);
    if (m->at.file) {
        fputs(", \"locations\": [{\"physicalLocation\": "
              "{\"artifactLocation\": {\"uri\": ",
              to);
        sarif_uri(m->at.file, to);
        fputs("}", to);
        if (m->at.line)
            fprintf(to,
                    ", \"region\": {\"startLine\": %u, \"startColumn\": %u}",
                    m->at.line, m->at.col ? m->at.col : 1);
        fputs("}", to);
        print_sarif_object(m, to);
        fputs("}]", to);
    }
    fputs("}", to);
}

/* Workflow commands escape %, CR and LF, and : and , in properties. */
static void
github_escaped(const char *s, bool property, FILE *to)
{
    for (; s && *s; s++) {
        unsigned char c = (unsigned char)*s;
        bool reserved = c == '%' || c == '\r' || c == '\n' ||
                        (property && (c == ':' || c == ','));
        if (reserved)
            fprintf(to, "%%%02X", c);
        else
            putc(c, to);
    }
}

static void
print_github(const struct diag_message *m, FILE *to)
{
    static const char *const commands[] = {"notice", "warning", "error"};
    fprintf(to, "::%s ", commands[diag_message_severity(m)]);
    if (m->at.file) {
        fputs("file=", to);
        github_escaped(m->at.file, true, to);
        if (m->at.line)
            fprintf(to, ",line=%u,col=%u", m->at.line, m->at.col);
        putc(',', to);
    }
    fprintf(to, "title=%s::", diag_message_name(m));
    if (m->object) {
        github_escaped(m->object, false, to);
        fputs(": ", to);
    }
    github_escaped(m->text, false, to);
    if (m->rule) {
        fputs(" (", to);
        github_escaped(m->rule->clause, false, to);
        putc(')', to);
    }
    if (m->hint) {
        fputs("%0Ahint: ", to);
        github_escaped(m->hint, false, to);
    }
    putc('\n', to);
}

static void
print_sarif_rule(const struct diag_message *m, FILE *to)
{
    fputs("\n{\"id\": ", to);
    json_string(diag_message_name(m), to);
    fputs(", \"shortDescription\": {\"text\": ", to);
    json_string(diag_message_meaning(m), to);
    fputs("}", to);
    if (m->rule) {
        fputs(", \"fullDescription\": {\"text\": ", to);
        json_string(m->rule->clause, to);
        fputs("}", to);
    }
    fputs("}", to);
}

/* The kinds of what is printed, each once, with what they mean. */
static void
print_sarif_rules(struct diag *d, enum diag_severity least, FILE *to)
{
    struct arena *arena = arena_new();
    struct map *named = map_new(arena);
    fputs(", \"rules\": [", to);
    size_t n = diag_count(d, DIAG_NOTE);
    for (size_t i = 0; i < n; i++) {
        const struct diag_message *m = diag_message_at(d, i);
        const char *name = diag_message_name(m);
        if (map_get(named, name) || diag_message_severity(m) < least)
            continue;
        if (map_count(named))
            fputs(",", to);
        map_set(named, name, d);
        print_sarif_rule(m, to);
    }
    fputs("]", to);
    arena_free(arena);
}

static void
print_head(struct diag *d, enum diag_format format, enum diag_severity least,
           const char *version, FILE *to)
{
    if (format == DIAG_JSON)
        fputs("[", to);
    if (format != DIAG_SARIF)
        return;
    fputs("{\"$schema\": "
          "\"https://json.schemastore.org/sarif-2.1.0.json\", "
          "\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": "
          "{\"name\": \"fascicle\", \"version\": ",
          to);
    json_string(version, to);
    print_sarif_rules(d, least, to);
    fputs("}}, \"columnKind\": \"unicodeCodePoints\", \"results\": [", to);
}

void
diag_print(struct diag *d, enum diag_format format, const char *version,
           bool colour, enum diag_severity least, FILE *to)
{
    diag_sort(d);
    print_head(d, format, least, version, to);
    size_t n = diag_count(d, DIAG_NOTE);
    for (size_t i = 0, printed = 0; i < n; i++) {
        const struct diag_message *m = diag_message_at(d, i);
        if (diag_message_severity(m) < least)
            continue;
        if (format == DIAG_JSON || format == DIAG_SARIF)
            fputs(printed++ ? ",\n" : "\n", to);
        if (format == DIAG_TEXT)
            print_text(m, colour, to);
        else if (format == DIAG_JSON)
            print_json(m, to);
        else if (format == DIAG_SARIF)
            print_sarif_result(m, to);
        else
            print_github(m, to);
    }
    if (format == DIAG_JSON)
        fputs("\n]\n", to);
    if (format == DIAG_SARIF)
        fputs("\n]}]}\n", to);
}
