/* SPDX-License-Identifier: MIT */
/* An edition's key “press”: how its files for a print shop are made. */
#include "conf/conf_int.h"

#define FIELD(member) offsetof(struct conf_press, member)

enum { MOST_BLEED = 72 * 1024 }; /* 1 in, in Pango units */

/* In the order of the bits of enum style_marks. */
static const char *const marks[] = {"none", "crop", "cross", "crop cross",
                                    NULL};
/* In the order of enum conf_black and conf_binding. */
static const char *const blacks[] = {"pure", "rich", NULL};
static const char *const bindings[] = {"glued", "stapled", NULL};

static bool
read_bleed(struct conf_context *c, const struct conf_value *value, void *into,
           const struct conf_key *key)
{
    int bleed = 0;
    bool none = value->type == CONF_SCALAR && str_eq(value->text, "0");
    if (none || (value->type == CONF_SCALAR &&
                 conf_length(value->text, &bleed) && bleed <= MOST_BLEED)) {
        *(int *)into = bleed;
        return true;
    }
    diag_at(c->diag, value->at, DIAG_VALUE_INVALID,
            "“%s” takes how far the page goes on beyond its trimmed edge, at "
            "most 1in",
            key->name);
    diag_hint(c->diag, "for example: 3mm, which most shops ask for, or "
                       "0.125in in North America");
    return false;
}

const struct conf_key conf_press_keys[] = {
    {.name = "bleed",
     .kind = CONF_CUSTOM,
     .takes = "length",
     .offset = FIELD(bleed),
     .read = read_bleed,
     .help = "how far what reaches the page's edge goes on beyond it; as the "
             "stylesheet's `@page` says, else 3mm, or 0.125in where the page "
             "is measured in inches",
     .example = "3mm"},
    {.name = "marks",
     .kind = CONF_CHOICE,
     .offset = FIELD(marks),
     .choices = marks,
     .help = "what is drawn outside the bleed: lines that say where to cut, "
             "crosses that say where plates meet; as the stylesheet says, else "
             "none, which most shops want",
     .example = "crop"},
    {.name = "black",
     .kind = CONF_CHOICE,
     .offset = FIELD(black),
     .choices = blacks,
     .help = "whether black and grey are printed with black ink alone, or as "
             "the shop makes them of four inks; pure unless told otherwise",
     .example = "pure"},
    {.name = "binding",
     .kind = CONF_CHOICE,
     .offset = FIELD(binding),
     .choices = bindings,
     .help = "whether the cover has a spine, as thick as the pages are; glued "
             "unless told otherwise",
     .example = "stapled"},
};
enum { KEY_COUNT = sizeof conf_press_keys / sizeof *conf_press_keys };
const size_t conf_press_key_count = KEY_COUNT;

bool
conf_press_read(struct conf_context *c, const struct conf_value *value,
                void *into, const struct conf_key *key)
{
    struct conf_press press = {.on = true, .bleed = -1, .marks = -1};
    const struct conf_key one = {.name = key->name, .kind = CONF_BOOL};
    bool good;
    if (value->type == CONF_MAP) {
        good = conf_read(c, value, conf_press_keys, KEY_COUNT, &press, NULL);
    } else if (value->type == CONF_SCALAR) {
        good = conf_read_value(c, value, &press.on, &one);
    } else {
        diag_at(c->diag, value->at, DIAG_VALUE_TYPE,
                "“%s” takes true, or a map", key->name);
        diag_hint(c->diag, "for example: press: true, or press: {bleed: 3mm, "
                           "marks: crop}");
        return false;
    }
    if (good)
        *(struct conf_press *)into = press;
    return good;
}

bool
conf_press_check(struct conf_context *c, const struct conf_edition *e)
{
    if (!e->press.on || e->impose == CONF_IMPOSE_NOT)
        return true;
    diag_at(c->diag, e->impose_at, DIAG_VALUE_INVALID,
            "“press” makes files for a print shop, which puts pages on sheets "
            "itself; “impose” does so for a printer of your own");
    diag_hint(c->diag, "leave one out, or make two editions");
    return false;
}
