/* SPDX-License-Identifier: MIT */
/* The key “press” of an edition: how a print shop wants its files. */
#include "conf/conf_int.h"

enum { MOST_BLEED = 72 * 1024 }; /* 1 in */

static bool
read_bleed(struct conf_context *c, const struct conf_value *value, void *into,
           const struct conf_key *key)
{
    int bleed;
    if (value->type == CONF_SCALAR && str_eq(value->text, "0")) {
        *(int *)into = 0;
        return true;
    }
    if (value->type == CONF_SCALAR && conf_length(value->text, &bleed) &&
        bleed <= MOST_BLEED) {
        *(int *)into = bleed;
        return true;
    }
    diag_at(c->diag, value->at, DIAG_VALUE_INVALID,
            "“%s” takes a length of at most 1in", key->name);
    diag_hint(c->diag, "for example: 3mm, or 0.125in");
    return false;
}

/* In the order of what the fields hold: false first. */
static const char *const marks[] = {"none", "crop", NULL};
static const char *const blacks[] = {"pure", "rich", NULL};

#define FIELD(member) offsetof(struct conf_press, member)

const struct conf_key conf_press_keys[] = {
    {.name = "bleed",
     .kind = CONF_CUSTOM,
     .takes = "length",
     .offset = FIELD(bleed),
     .read = read_bleed,
     .help = "how far colours and pictures go on beyond the trimmed edge: 3mm "
             "unless told otherwise, or 0.125in where the page is measured in "
             "eighths of inches",
     .example = "3mm"},
    {.name = "marks",
     .kind = CONF_CHOICE,
     .offset = FIELD(marks),
     .choices = marks,
     .help = "whether lines outside the page show where to cut; most shops "
             "want none",
     .example = "crop"},
    {.name = "black",
     .kind = CONF_CHOICE,
     .offset = FIELD(rich),
     .choices = blacks,
     .help = "whether black and grey are printed in black ink alone",
     .example = "pure"},
};
const size_t conf_press_key_count =
    sizeof conf_press_keys / sizeof *conf_press_keys;

bool
conf_press_read(struct conf_context *c, const struct conf_value *value,
                void *into, const struct conf_key *key)
{
    struct conf_press *press = into;
    *press = (struct conf_press){.on = true, .bleed = -1};
    if (value->type == CONF_MAP)
        return conf_read(c, value, conf_press_keys, conf_press_key_count, press,
                         NULL);
    struct conf_key yes = {
        .name = key->name, .kind = CONF_BOOL, .example = key->example};
    return conf_read_value(c, value, &press->on, &yes);
}

bool
conf_press_check(struct conf_context *c, const struct conf_edition *edition)
{
    if (!edition->press.on || edition->impose == CONF_IMPOSE_NOT)
        return true;
    diag_at(c->diag, edition->impose_at, DIAG_VALUE_INVALID,
            "“impose” is for your own printer, and “press” for a print shop, "
            "which puts single pages on its sheets itself");
    diag_hint(c->diag, "make two editions of them");
    return false;
}
