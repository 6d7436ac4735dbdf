/* SPDX-License-Identifier: MIT */
/* Print twins: the PDF edition whose pages an EPUB marks, and what names it. */
#include "conf/conf_int.h"

const struct conf_edition *
conf_edition_named(const struct conf_manifest *m, const char *name)
{
    for (size_t i = 0; i < m->editions.n; i++)
        if (str_eq(m->editions.at[i].name, name))
            return &m->editions.at[i];
    return NULL;
}

const char *
conf_edition_identifier(struct arena *a, const struct conf_manifest *m,
                        const struct conf_edition *e)
{
    char uuid[37];
    if (e->identifier && !str_blank(e->identifier))
        return str_fold_space(a, e->identifier);
    if (!m->file || !m->identifier)
        return m->identifier;
    hash_uuid(arena_printf(a, "%s/%s", m->identifier, e->name), uuid);
    return arena_printf(a, "urn:uuid:%s", uuid);
}

static bool
same_strings(const struct conf_strings *one, const struct conf_strings *other)
{
    if (one->n != other->n)
        return false;
    for (size_t i = 0; i < one->n; i++)
        if (!str_eq(one->at[i], other->at[i]))
            return false;
    return true;
}

bool
conf_same_book(const struct conf_edition *one, const struct conf_edition *other)
{
    if (!same_strings(&one->languages, &other->languages) ||
        one->parallel != other->parallel)
        return false;
    if (one->each == CONF_EACH_ARTICLE || other->each == CONF_EACH_ARTICLE)
        return one->each == other->each;
    return same_strings(&one->articles, &other->articles);
}

/* What pages can be taken from: the names of the PDF editions. */
static const char *
names_of_twins(struct conf_context *c, const struct conf_manifest *m)
{
    const char *all = NULL;
    for (size_t i = 0; i < m->editions.n; i++) {
        const struct conf_edition *e = &m->editions.at[i];
        if (e->format == CONF_PDF)
            all =
                all ? arena_printf(c->arena, "%s, %s", all, e->name) : e->name;
    }
    return all;
}

static void
say_unknown(struct conf_context *c, const struct conf_manifest *m,
            const struct conf_edition *e)
{
    const char **names = ARENA_ARRAY(c->arena, const char *, m->editions.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < m->editions.n; i++)
        if (m->editions.at[i].format == CONF_PDF)
            names[n++] = m->editions.at[i].name;
    diag_at(c->diag, e->pages_from_at, DIAG_EDITION_UNKNOWN,
            "“pages-from” names the edition “%s”, and there is none",
            e->pages_from);
    const char *near = str_nearest(e->pages_from, names, n);
    const char *all = names_of_twins(c, m);
    if (near)
        diag_hint(c->diag, "did you mean “%s”?", near);
    else if (all)
        diag_hint(c->diag, "the PDF editions are: %s", all);
    else
        diag_hint(c->diag, "add an edition for print: %s: {format: pdf}",
                  e->pages_from);
}

static void
say_no_pdf(struct conf_context *c, const struct conf_manifest *m,
           const struct conf_edition *e, const struct conf_edition *twin)
{
    const char *all = names_of_twins(c, m);
    diag_at(c->diag, e->pages_from_at, DIAG_VALUE_INVALID,
            twin == e ? "the edition “%s” takes its pages from itself"
                      : "“pages-from” takes a PDF edition, and “%s” is none",
            e->pages_from);
    if (all)
        diag_hint(c->diag, "the PDF editions are: %s", all);
    else
        diag_hint(c->diag, "add one: print: {format: pdf}");
}

static void
say_other_book(struct conf_context *c, const struct conf_edition *e)
{
    diag_at(c->diag, e->pages_from_at, DIAG_VALUE_INVALID,
            "the edition “%s” has other articles than “%s”, and so other pages",
            e->pages_from, e->name);
    diag_hint(c->diag, "give both the same “each”, “articles” and “language”");
}

static bool
stands_there(const struct conf_value *named, const char *name)
{
    for (size_t i = 0; i < named->n; i++)
        if (str_eq(named->pairs[i].key, name))
            return true;
    return false;
}

bool
conf_twins_check(struct conf_context *c, struct conf_manifest *m,
                 const struct conf_value *named)
{
    bool good = true;
    for (size_t i = 0; i < m->editions.n; i++) {
        const struct conf_edition *e = &m->editions.at[i];
        if (!e->pages_from)
            continue;
        const struct conf_edition *twin = conf_edition_named(m, e->pages_from);
        if (twin && twin->format == CONF_PDF && conf_same_book(e, twin))
            continue;
        good = false;
        if (twin && twin->format == CONF_PDF)
            say_other_book(c, e);
        else if (twin)
            say_no_pdf(c, m, e, twin);
        else if (!stands_there(named, e->pages_from))
            say_unknown(c, m, e);
    }
    return good;
}
