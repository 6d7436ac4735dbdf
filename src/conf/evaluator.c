/* SPDX-License-Identifier: MIT */
/* Who evaluated an EPUB's accessibility, and why it need not be accessible:
 * the manifest's keys “evaluator” and “exemption”. */
#include "conf/conf_int.h"

#include <string.h>

static const char example[] = "{name: The Association, date: 2026-03-01}";

static bool
read_report(struct conf_context *c, const struct conf_value *value, void *into,
            const struct conf_key *key)
{
    const char *text = value->type == CONF_SCALAR ? value->text : "";
    if ((!str_starts(text, "https://") && !str_starts(text, "http://")) ||
        strpbrk(text, " \t\n\"<>")) {
        diag_at(c->diag, value->at, DIAG_VALUE_INVALID,
                "“%s” takes a web address", key->name);
        diag_hint(c->diag, "for example: https://example.org/report.html");
        return false;
    }
    *(const char **)into = text;
    return true;
}

/* In the order of enum conf_wcag and enum conf_level. */
static const char *const versions[] = {"2.0", "2.1", "2.2", NULL};
static const char *const levels[] = {"A", "AA", NULL};
/* In that of enum conf_exemption. */
static const char *const exemptions[] = {"none", "eaa-microenterprise",
                                         "eaa-disproportionate-burden",
                                         "eaa-fundamental-alteration", NULL};

const char *
conf_exemption_name(int exemption)
{
    return exemptions[exemption];
}

#define FIELD(member) offsetof(struct conf_evaluator, member)

const struct conf_key conf_evaluator_keys[] = {
    {.name = "name",
     .kind = CONF_STRING,
     .offset = FIELD(name),
     .help = "who looked at it, best an organization; needed",
     .example = "The Association"},
    {.name = "credential",
     .kind = CONF_STRING,
     .offset = FIELD(credential),
     .help = "what says that they may",
     .example = "IAAP CPACC"},
    {.name = "report",
     .kind = CONF_CUSTOM,
     .takes = "address",
     .offset = FIELD(report),
     .read = read_report,
     .help = "where their report can be read",
     .example = "https://example.org/report.html"},
    {.name = "date",
     .kind = CONF_DATE,
     .offset = FIELD(date),
     .help = "the day on which they did",
     .example = "2026-03-01"},
    {.name = "wcag",
     .kind = CONF_CHOICE,
     .offset = FIELD(wcag),
     .choices = versions,
     .help = "the version of WCAG that it was held against; 2.1 without it",
     .example = "2.2"},
    {.name = "level",
     .kind = CONF_CHOICE,
     .offset = FIELD(level),
     .choices = levels,
     .help = "its level; AA without it",
     .example = "AA"},
};
const size_t conf_evaluator_key_count =
    sizeof conf_evaluator_keys / sizeof *conf_evaluator_keys;

bool
conf_evaluator_read(struct conf_context *c, const struct conf_value *value,
                    void *into, const struct conf_key *key)
{
    struct conf_evaluator *out = into;
    struct conf_evaluator e = {.wcag = CONF_WCAG_21, .level = CONF_LEVEL_AA};
    e.at = value->at;
    if (value->type == CONF_SCALAR) {
        const struct conf_key name = {.name = key->name, .kind = CONF_STRING};
        if (!conf_read_value(c, value, &e.name, &name))
            return false;
    } else if (value->type != CONF_MAP) {
        diag_at(c->diag, value->at, DIAG_VALUE_TYPE,
                "“%s” takes a name or a map", key->name);
        diag_hint(c->diag, "for example: evaluator: %s", example);
        return false;
    } else if (!conf_read(c, value, conf_evaluator_keys,
                          conf_evaluator_key_count, &e, NULL)) {
        return false;
    }
    if (!e.name || str_blank(e.name)) {
        diag_at(c->diag, value->at, DIAG_KEY_MISSING, "“%s” has no “name”",
                key->name);
        diag_hint(c->diag, "a claim needs somebody who stands for it: %s",
                  example);
        return false;
    }
    *out = e;
    return true;
}

bool
conf_exemption_read(struct conf_context *c, const struct conf_value *value,
                    void *into, const struct conf_key *key)
{
    const struct conf_key choice = {
        .name = key->name, .kind = CONF_CHOICE, .choices = exemptions};
    return conf_read_value(c, value, into, &choice);
}
