/* SPDX-License-Identifier: MIT */
/* The keys “profile” and “type-size” of an edition: large and clear print. */
#include "conf/conf_int.h"

#define POINTS(n) ((n)*1024)

/* By enum conf_profile. Below `least` no type may be asked for; NHS staff note
 * a size for each reader. */
static const struct {
    const char *name;
    int least, most, usual;
} profiles[] = {
    [CONF_NO_PROFILE] = {"none", POINTS(4), POINTS(200), 0},
    [CONF_CLEAR_PRINT] = {"clear-print", POINTS(12), POINTS(200), POINTS(14)},
    [CONF_LARGE_PRINT] = {"large-print", POINTS(16), POINTS(200), POINTS(18)},
    [CONF_APH] = {"aph", POINTS(18), POINTS(200), POINTS(18)},
    [CONF_ACB_2025] = {"acb-2025", POINTS(18), POINTS(200), POINTS(18)},
    [CONF_NHS_AIS] = {"nhs-ais", POINTS(14), POINTS(28), 0},
};

const char *const conf_profiles[] = {
    "none", "clear-print", "large-print", "aph", "acb-2025", "nhs-ais", NULL};

const char *
conf_profile_name(int profile)
{
    return profiles[profile].name;
}

int
conf_profile_size(const struct conf_edition *e)
{
    return e->type_size ? e->type_size : profiles[e->profile].usual;
}

bool
conf_type_size_read(struct conf_context *c, const struct conf_value *value,
                    void *into, const struct conf_key *key)
{
    int size = 0;
    if (value->type != CONF_SCALAR || !conf_length(value->text, &size) ||
        size <= 0) {
        diag_at(c->diag, value->at, DIAG_VALUE_INVALID,
                "“%s” takes the size of the text, a length", key->name);
        diag_hint(c->diag, "for example: 18pt");
        return false;
    }
    *(int *)into = size;
    return true;
}

bool
conf_profile_check(struct conf_context *c, const struct conf_edition *e)
{
    int least = profiles[e->profile].least, most = profiles[e->profile].most;
    const char *name = profiles[e->profile].name;
    if (!e->type_size && e->profile == CONF_NHS_AIS) {
        diag_at(c->diag, e->profile_at, DIAG_KEY_MISSING,
                "“profile: %s” needs a “type-size”", name);
        diag_hint(c->diag,
                  "add the size that was asked for, %dpt to %dpt: "
                  "type-size: 20pt",
                  least / POINTS(1), most / POINTS(1));
        return false;
    }
    if (!e->type_size || (e->type_size >= least && e->type_size <= most))
        return true;
    bool small = e->type_size < least;
    diag_at(c->diag, e->type_size_at, DIAG_VALUE_INVALID,
            "“type-size” is %s than %s has it, which is %dpt at %s",
            small ? "smaller" : "larger", e->profile ? name : "this program",
            (small ? least : most) / POINTS(1), small ? "least" : "most");
    if (e->profile && e->profile != CONF_NHS_AIS)
        diag_hint(c->diag, "without the key it has %dpt",
                  profiles[e->profile].usual / POINTS(1));
    else
        diag_hint(c->diag, "for example: 20pt");
    return false;
}
