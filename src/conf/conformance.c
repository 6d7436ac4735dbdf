/* SPDX-License-Identifier: MIT */
/* The key “pdf” of an edition: which standards its PDF says it keeps to. */
#include "conf/conf_int.h"

/* In the order of `words`: by value, what a word stands for. */
enum word { UA_1, A_2A, A_2U, A_3A, NOTHING, WORD_COUNT };

static const char *const words[] = {"ua-1", "a-2a", "a-2u",
                                    "a-3a", "none", NULL};

static const int archives[WORD_COUNT] = {
    [A_2A] = CONF_A_2A, [A_2U] = CONF_A_2U, [A_3A] = CONF_A_3A};

static const char example[] = "[ua-1, a-2a]";

static bool
fault(struct conf_context *c, struct place at, const char *text,
      const char *hint)
{
    diag_at(c->diag, at, DIAG_VALUE_INVALID, "%s", text);
    diag_hint(c->diag, "%s", hint);
    return false;
}

/* Takes a word beside those before it. */
static bool
take(struct conf_context *c, const struct conf_value *value, int word,
     struct conf_claims *claims, bool *taken)
{
    struct arena *a = c->arena;
    if (taken[word])
        return fault(c, value->at,
                     arena_printf(a, "“%s” is named twice", words[word]),
                     "keep one of the two");
    for (int other = 0; other < WORD_COUNT; other++) {
        if (taken[other] && (word == NOTHING || other == NOTHING))
            return fault(c, value->at,
                         "“none” stands beside a standard in “conformance”",
                         "leave “none” out, or the standards");
        if (taken[other] && archives[word] && archives[other])
            return fault(
                c, value->at,
                arena_printf(a, "a PDF can't be both %s and %s", words[other],
                             words[word]),
                "keep one of a-2a, a-2u and a-3a; ua-1 goes with each");
    }
    taken[word] = true;
    claims->accessible = claims->accessible || word == UA_1;
    if (archives[word])
        claims->archive = archives[word];
    return true;
}

static bool
read_conformance(struct conf_context *c, const struct conf_value *value,
                 void *into, const struct conf_key *key)
{
    const struct conf_key one = {
        .name = key->name, .kind = CONF_CHOICE, .choices = words};
    const struct conf_value *const *items =
        value->type == CONF_LIST
            ? (const struct conf_value *const *)value->items
            : &value;
    size_t n = value->type == CONF_LIST ? value->n : 1;
    struct conf_claims claims = {0};
    bool taken[WORD_COUNT] = {false}, good = true;
    if (!n)
        return fault(c, value->at, "“conformance” takes at least one word",
                     "[ua-1, a-2a] is what there is without it; none claims "
                     "nothing");
    for (size_t i = 0; i < n; i++) {
        int word = 0;
        if (items[i]->type == CONF_NULL ||
            !conf_read_value(c, items[i], &word, &one) ||
            !take(c, items[i], word, &claims, taken))
            good = false;
    }
    if (good)
        *(struct conf_claims *)into = claims;
    return good;
}

const struct conf_key conf_pdf_keys[] = {
    {.name = "conformance",
     .kind = CONF_CUSTOM,
     .takes = "one of `ua-1`, `a-2a`, `a-2u`, `a-3a`, `none`, or a list",
     .read = read_conformance,
     .help = "which standards the PDF keeps to and says so: PDF/UA-1, and "
             "PDF/A-2a, A-2u or A-3a; both ua-1 and a-2a without it",
     .example = example},
};
const size_t conf_pdf_key_count = sizeof conf_pdf_keys / sizeof *conf_pdf_keys;

bool
conf_pdf_read(struct conf_context *c, const struct conf_value *value,
              void *into, const struct conf_key *key)
{
    if (value->type != CONF_MAP) {
        diag_at(c->diag, value->at, DIAG_VALUE_TYPE, "“%s” takes a map",
                key->name);
        diag_hint(c->diag, "for example: pdf: {conformance: %s}", example);
        return false;
    }
    return conf_read(c, value, conf_pdf_keys, conf_pdf_key_count, into, NULL);
}
