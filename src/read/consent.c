/* SPDX-License-Identifier: MIT */
/* Consent: whether the patient's authorization of a story still holds. */
#include <stddef.h>

#include "read/read_int.h"

/* What is written: `revoked` is true, or the day on which it was. */
struct written {
    const char *reference;
    struct date expires;
    bool revoked;
};

static bool
read_revoked(struct conf_context *c, const struct conf_value *value, void *into,
             const struct conf_key *key)
{
    bool *revoked = into;
    struct date day;
    const char *text = value->type == CONF_SCALAR ? value->text : "";
    *revoked = str_eq(text, "true") || date_read(text, &day);
    if (*revoked || str_eq(text, "false") || value->type == CONF_NULL)
        return true;
    diag_at(c->diag, value->at, DIAG_VALUE_INVALID,
            "“%s” takes true, false or a day", key->name);
    diag_hint(c->diag, "for example: %s: 2026-03-01", key->name);
    return false;
}

enum { REFERENCE, EXPIRES, REVOKED };

static const struct conf_key keys[] = {
    [REFERENCE] = {.name = "ref",
                   .aliases = "reference",
                   .kind = CONF_STRING,
                   .offset = offsetof(struct written, reference)},
    [EXPIRES] = {.name = "expires",
                 .kind = CONF_DATE,
                 .offset = offsetof(struct written, expires)},
    [REVOKED] = {.name = "revoked",
                 .kind = CONF_CUSTOM,
                 .offset = offsetof(struct written, revoked),
                 .read = read_revoked},
};

enum { KEYS = sizeof keys / sizeof *keys };

bool
read_consent(struct conf_context *c, const struct conf_value *value, void *into,
             const struct conf_key *key)
{
    (void)key;
    struct doc_consent *consent = into;
    struct written w = {0};
    struct place seen[KEYS] = {{0}};
    if (value->type == CONF_SCALAR) {
        consent->reference = value->text;
        return true;
    }
    bool good = conf_read(c, value, keys, KEYS, &w, seen);
    *consent = (struct doc_consent){.reference = w.reference,
                                    .expires = w.expires,
                                    .revoked = w.revoked,
                                    .at = seen[w.revoked ? REVOKED : EXPIRES]};
    return good;
}

void
read_consent_check(struct reader *r, const struct doc_article *article)
{
    const struct doc_consent *consent = &article->consent;
    struct date day = consent->expires, today = clock_date(r->options->now);
    if (consent->revoked)
        diag_at(r->diag, consent->at, DIAG_CONSENT_ENDED,
                "the patient's consent to this story was revoked");
    else if (day.year && date_compare(day, today) < 0)
        diag_at(r->diag, consent->at, DIAG_CONSENT_ENDED,
                "the patient's consent to this story ended on %04d-%02d-%02d",
                day.year, day.month, day.day);
    else
        return;
    diag_hint(r->diag, "leave the story out (draft: true) until there is a new "
                       "one");
}
