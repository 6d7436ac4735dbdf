/* SPDX-License-Identifier: MIT */
/* cairo's document, taken object by object as cairo writes it. After each page
 * what the page refers to is written anew under our own numbers; fonts come at
 * the end. What nothing refers to (cairo's page tree, structure, names, info)
 * is let go. */
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf_int.h"

/* An object of cairo's that nothing has asked for yet. */
struct waiting {
    uint32_t number;
    size_t at, n; /* of its body, in `held` */
};

struct pdf_source {
    struct pdf_writer *w;
    struct arena *arena, *scratch;
    struct buf in; /* what cairo wrote and is not yet parted */
    size_t done;   /* of `in` */
    struct buf held;
    VEC(struct waiting) waiting;
    VEC(uint32_t) numbers;        /* cairo's → ours, 0 where nobody asked */
    VEC(uint32_t) faces;          /* font object of cairo's … */
    VEC(const char *) face_names; /* … the resource's name */
    VEC(uint32_t) colored;        /* pictures in colours, of cairo's */
    VEC(uint32_t) maps;           /* ToUnicode of each face, or 0 */
    struct pdf_glyphs *glyphs;
    const struct paint_marks *marks; /* of the page in hand */
    const char **tags;
    uint32_t contents; /* its content stream, cairo's number */
    struct pdf_page *page;
    struct buf text, plain;
    bool ending, whole;
};

struct pdf_source *
pdf_source_new(struct pdf_writer *w)
{
    struct pdf_source *s = ARENA_NEW(w->arena, struct pdf_source);
    s->w = w;
    s->arena = w->arena;
    s->scratch = arena_new();
    buf_init(&s->in, BUF_LIMIT_OUTPUT);
    buf_init(&s->held, BUF_LIMIT_OUTPUT);
    buf_init(&s->text, BUF_LIMIT_OUTPUT);
    buf_init(&s->plain, BUF_LIMIT_OUTPUT);
    s->glyphs = pdf_glyphs_new(w->arena);
    return s;
}

void
pdf_source_free(struct pdf_source *s)
{
    buf_free(&s->in);
    buf_free(&s->held);
    buf_free(&s->text);
    buf_free(&s->plain);
    arena_free(s->scratch);
}

/* Our number of cairo's object, reserved at the first call. */
static uint32_t
number_of(struct pdf_source *s, uint32_t theirs)
{
    while (s->numbers.n <= theirs)
        *vec_add(s->arena, &s->numbers) = 0;
    if (!s->numbers.at[theirs])
        s->numbers.at[theirs] = pdf_object(s->w->out);
    return s->numbers.at[theirs];
}

static bool
is_wanted(const struct pdf_source *s, uint32_t theirs)
{
    return theirs < s->numbers.n && s->numbers.at[theirs];
}

/* Notes which font a resource `/f-0-1` is. */
static void
note_face(struct pdf_source *s, struct pdf_span name, uint32_t font)
{
    if (name.n < 3 || memcmp(name.at, "/f-", 3) != 0)
        return;
    for (size_t i = 0; i < s->faces.n; i++)
        if (s->faces.at[i] == font)
            return;
    *vec_add(s->arena, &s->faces) = font;
    *vec_add(s->arena, &s->face_names) =
        arena_strn(s->arena, name.at + 1, name.n - 1);
    *vec_add(s->arena, &s->maps) = 0;
}

/* Its name where cairo's object is a font resource, or NULL. */
static const char *
face_name(const struct pdf_source *s, uint32_t font)
{
    for (size_t i = 0; i < s->faces.n; i++)
        if (s->faces.at[i] == font)
            return s->face_names.at[i];
    return NULL;
}

/* Behind a font in a resource dictionary its variants. */
static void
add_variants(struct pdf_source *s, uint32_t font, struct buf *out)
{
    const char *name = face_name(s, font);
    size_t n = name ? pdf_glyphs_variants(s->glyphs, name) : 1;
    for (size_t v = 1; v < n; v++)
        buf_printf(out, "/%s.%zu %u 0 R", name, v,
                   pdf_glyphs_font(s->glyphs, name, v));
}

/* Whether the XObject resource `/x5`, whose reference stands at *p, is there
 * already: cairo lists an image each time it is drawn. Moves behind it. */
static bool
is_listed(struct pdf_source *s, struct pdf_span name, const char **p,
          const char *end, const struct buf *out)
{
    const char *at = *p;
    if (name.n < 3 || memcmp(name.at, "/x", 2) != 0)
        return false;
    uint32_t theirs = pdf_reference(&at, end);
    if (!theirs || !out->n)
        return false;
    const char *entry = arena_printf(s->scratch, "%.*s %u 0 R", (int)name.n,
                                     name.at, number_of(s, theirs));
    if (!memmem(out->at, out->n, entry, strlen(entry)))
        return false;
    *p = at;
    return true;
}

/* Whether cairo's object is known to be a picture in colours. */
static bool
is_colored(const struct pdf_source *s, uint32_t theirs)
{
    for (size_t i = 0; i < s->colored.n; i++)
        if (s->colored.at[i] == theirs)
            return true;
    return false;
}

/* Notes whether an object of that dictionary is one. */
static void
note_colored(struct pdf_source *s, uint32_t theirs, const char *dict, size_t n)
{
    if (!s->w->press || !pdf_has_token(dict, n, "/Image") ||
        !pdf_has_token(dict, n, "/DeviceRGB"))
        return;
    *vec_add(s->arena, &s->colored) = theirs;
    s->w->inks.colored = true;
}

/* Writes a dictionary or array without blanks, comments and the keys that
 * depend on the file, with references renumbered. */
static void
rewrite(struct pdf_source *s, const char *text, size_t n, struct buf *out)
{
    const char *p = text, *end = text + n;
    struct pdf_span last = {0};
    while (pdf_skip_blank(p, end) < end) {
        const char *before = p;
        uint32_t theirs = pdf_reference(&p, end);
        struct pdf_span t = {before, 0};
        if (theirs) {
            note_face(s, last, theirs);
            s->w->inks.colored |= is_colored(s, theirs);
            if (out->n && pdf_is_regular(out->at[out->n - 1]))
                buf_char(out, ' ');
            buf_printf(out, "%u 0 R", number_of(s, theirs));
            add_variants(s, theirs, out);
            last = t;
            continue;
        }
        t = pdf_token(&p, end);
        if (pdf_token_is(t, "/Length") || pdf_token_is(t, "/StructParents")) {
            if (!pdf_reference(&p, end))
                pdf_token(&p, end);
            continue;
        }
        if (is_listed(s, t, &p, end, out))
            continue;
        if (pdf_token_is(last, "/Interpolate"))
            t = (struct pdf_span){"false", 5};
        if (out->n && pdf_is_regular(out->at[out->n - 1]) &&
            pdf_is_regular(*t.at))
            buf_char(out, ' ');
        buf_add(out, t.at, t.n);
        if (pdf_token_is(t, "/CIDFontType2"))
            buf_str(out, "/CIDToGIDMap/Identity");
        last = t;
    }
}

/* --- writing what was asked for --- */

static const char *
map_owner(const struct pdf_source *s, uint32_t theirs)
{
    for (size_t i = 0; i < s->maps.n; i++)
        if (s->maps.at[i] == theirs)
            return s->face_names.at[i];
    return NULL;
}

/* A font's ToUnicode map, and those of its variants. */
static void
rewrite_map(struct pdf_source *s, uint32_t theirs, struct pdf_span map)
{
    const char *name = map_owner(s, theirs);
    size_t n = name ? pdf_glyphs_variants(s->glyphs, name) : 1;
    for (size_t v = 1; v < n; v++) {
        buf_clear(&s->plain);
        pdf_glyphs_patch(s->glyphs, name, v, map, &s->plain);
        pdf_put_stream(s->w->out, pdf_glyphs_map(s->glyphs, name, v), "",
                       s->plain.at, s->plain.n, true);
    }
    buf_clear(&s->plain);
    pdf_glyphs_patch(s->glyphs, name, 0, map, &s->plain);
}

/* The plain bytes of a stream: operators and ToUnicode maps are changed. */
static void
rewrite_plain(struct pdf_source *s, uint32_t theirs, bool form,
              const char *bytes, size_t n)
{
    struct pdf_inks *inks = s->w->press ? &s->w->inks : NULL;
    bool untagged = s->w->forms || s->w->plain;
    buf_clear(&s->plain);
    if (theirs == s->contents) {
        struct pdf_content c = {s->marks, s->w->out, s->glyphs,
                                untagged ? NULL : s->tags, inks};
        s->whole = pdf_content(&c, bytes, n, &s->plain);
    } else if (form) {
        struct pdf_content c = {NULL, s->w->out, s->glyphs, NULL, inks};
        pdf_content(&c, bytes, n, &s->plain);
    } else if (n > 8 && memcmp(bytes, "/CIDInit", 8) == 0) {
        rewrite_map(s, theirs, (struct pdf_span){bytes, n});
    } else {
        buf_add(&s->plain, bytes, n);
    }
}

/* The page as a form, which sheets show: its content stream has little in its
 * dictionary. */
static const char *
form_entries(struct pdf_source *s)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    buf_str(&b, "/Type/XObject/Subtype/Form/BBox[0 0 ");
    pdf_points(&b, s->page->width);
    buf_char(&b, ' ');
    pdf_points(&b, s->page->height);
    buf_printf(&b, "]/Resources %u 0 R", s->page->resources);
    const char *entries = arena_strn(s->scratch, b.at, b.n);
    buf_free(&b);
    return entries;
}

/* Where a stream's dictionary ends, or NULL. */
static const char *
find_stream(const char *text, size_t n)
{
    const char *at = memmem(text, n, "\nstream\n", 8);
    return text[0] == '<' ? at : NULL;
}

static void
write_stream(struct pdf_source *s, uint32_t theirs, const char *text, size_t n,
             const char *stream)
{
    size_t dict = (size_t)(stream - text);
    const char *bytes = stream + 8;
    size_t length = n - (size_t)(bytes - text);
    bool plain = !pdf_has_token(text, dict, "/Filter");
    note_colored(s, theirs, text, dict);
    buf_clear(&s->text);
    rewrite(s, text, dict, &s->text);
    /* without its brackets, which the writer adds again */
    const char *entries = arena_strn(s->scratch, s->text.at + 2, s->text.n - 4);
    if (s->w->forms && theirs == s->contents)
        entries = form_entries(s);
    if (plain) {
        rewrite_plain(s, theirs, pdf_has_token(text, dict, "/Form"), bytes,
                      length);
        bytes = s->plain.at;
        length = s->plain.n;
    }
    pdf_put_stream(s->w->out, number_of(s, theirs), entries, bytes, length,
                   plain);
}

/* The font that has just been written, once more for each variant, with a map
 * of its own. */
static void
write_variants(struct pdf_source *s, uint32_t theirs, uint32_t map)
{
    const char *name = face_name(s, theirs);
    size_t n = pdf_glyphs_variants(s->glyphs, name);
    for (size_t i = 0; i < s->faces.n; i++)
        if (s->faces.at[i] == theirs)
            s->maps.at[i] = map;
    char *key =
        arena_printf(s->scratch, "/ToUnicode %u 0 R", number_of(s, map));
    const char *at = map ? strstr(s->text.at, key) : NULL;
    struct buf copy;
    buf_init(&copy, BUF_LIMIT_SMALL);
    for (size_t v = 1; at && v < n; v++) {
        buf_clear(&copy);
        buf_add(&copy, s->text.at, (size_t)(at - s->text.at));
        buf_printf(&copy, "/ToUnicode %u 0 R",
                   pdf_glyphs_map(s->glyphs, name, v));
        buf_str(&copy, at + strlen(key));
        pdf_put(s->w->out, pdf_glyphs_font(s->glyphs, name, v), &copy);
    }
    buf_free(&copy);
}

static void
write_object(struct pdf_source *s, uint32_t theirs, const char *text, size_t n)
{
    const char *stream = find_stream(text, n);
    if (stream) {
        write_stream(s, theirs, text, n, stream);
        return;
    }
    buf_clear(&s->text);
    rewrite(s, text, n, &s->text);
    pdf_put(s->w->out, number_of(s, theirs), &s->text);
    if (face_name(s, theirs))
        write_variants(s, theirs, pdf_reference_of(text, n, "/ToUnicode"));
}

/* Writes all that is wanted of what waits, and what that wants in turn. */
static void
write_wanted(struct pdf_source *s)
{
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < s->waiting.n; i++) {
            struct waiting *o = &s->waiting.at[i];
            if (!o->n || !is_wanted(s, o->number))
                continue;
            write_object(s, o->number, s->held.at + o->at, o->n);
            o->n = 0;
            again = true;
        }
    }
}

static void
forget_waiting(struct pdf_source *s)
{
    s->waiting.n = 0;
    buf_clear(&s->held);
}

/* --- parting cairo's bytes --- */

static void
take_object(struct pdf_source *s, uint32_t number, const char *text, size_t n)
{
    static const char page[] = "<< /Type /Page ";
    if (n >= sizeof page && memcmp(text, page, sizeof page - 1) == 0) {
        s->contents = pdf_reference_of(text, n, "/Contents");
        uint32_t resources = pdf_reference_of(text, n, "/Resources");
        if (s->page) {
            s->page->contents = number_of(s, s->contents);
            s->page->resources = number_of(s, resources);
        }
        return;
    }
    *vec_add(s->arena, &s->waiting) = (struct waiting){number, s->held.n, n};
    buf_add(&s->held, text, n);
}

/* The end of a stream whose length stands in the object that follows it; what
 * looks like both must also agree. */
static const char *
deferred_end(const char *bytes, const char *end, uint32_t length)
{
    char mark[64];
    int n =
        snprintf(mark, sizeof mark, "\nendstream\nendobj\n%u 0 obj\n", length);
    for (const char *at = bytes;
         (at = memmem(at, (size_t)(end - at), mark, (size_t)n)); at++) {
        const char *value = at + n;
        if (!memmem(value, (size_t)(end - value), "\nendobj\n", 8))
            return NULL;
        size_t count = strtoul(value, NULL, 10);
        if (count == (size_t)(at - bytes) || count + 1 == (size_t)(at - bytes))
            return bytes + count;
    }
    return NULL;
}

/* The end of the object's body, or NULL where it is not all there. */
static const char *
object_end(const char *text, const char *end)
{
    const char *stop = memmem(text, (size_t)(end - text), "\nendobj\n", 8);
    if (!stop)
        return NULL;
    const char *stream = find_stream(text, (size_t)(stop - text));
    if (!stream)
        return stop;
    const char *bytes = stream + 8;
    size_t dict = (size_t)(stream - text);
    uint32_t length = pdf_reference_of(text, dict, "/Length");
    if (length)
        return deferred_end(bytes, end, length);
    size_t count = pdf_number_of(text, dict, "/Length");
    size_t left = (size_t)(end - bytes);
    if (left < count || !memmem(bytes + count, left - count, "endobj\n", 7))
        return NULL;
    return bytes + count;
}

/* Takes the objects that are complete. */
static void
take_objects(struct pdf_source *s)
{
    for (;;) {
        const char *end = s->in.at + s->in.n;
        const char *at = pdf_skip_blank(s->in.at + s->done, end), *p = at;
        struct pdf_span number = pdf_token(&p, end);
        if (!number.n || number.at[0] < '0' || number.at[0] > '9')
            break;
        if (!pdf_token_is(pdf_token(&p, end), "0") ||
            !pdf_token_is(pdf_token(&p, end), "obj"))
            break;
        const char *text = pdf_skip_blank(p, end);
        const char *stop = object_end(text, end);
        if (!stop)
            break;
        const char *after = memmem(stop, (size_t)(end - stop), "endobj\n", 7);
        take_object(s, (uint32_t)strtoul(number.at, NULL, 10), text,
                    (size_t)(stop - text));
        s->done = (size_t)(after + 7 - s->in.at);
    }
    size_t left = s->in.n - s->done;
    memmove(s->in.at, s->in.at + s->done, left);
    s->in.n = left;
    s->done = 0;
}

enum { ENOUGH = 1 << 18 };

void
pdf_source_write(void *to, const void *bytes, size_t n)
{
    struct pdf_source *s = to;
    buf_add(&s->in, bytes, n);
    if (s->ending && s->in.n > ENOUGH && bytes &&
        memmem(bytes, n, "endobj", 6)) {
        take_objects(s);
        write_wanted(s);
    }
}

/* The names of marked content: those of the elements, for people who read
 * operators; but poppler looks for ActualText at spans alone. */
static const char **
name_tags(struct pdf_source *s, const struct paint_marks *marks)
{
    const char **tags = ARENA_ARRAY(s->scratch, const char *, marks->n + 1);
    for (size_t i = 0; i < marks->n; i++) {
        const struct doc_node *node = marks->at[i].node;
        const char *tag = node ? doc_tag(node) : NULL;
        if (!tag || marks->at[i].actual)
            tag = "Span";
        tags[i] = marks->at[i].role == LAYOUT_LABEL ? "Lbl" : tag;
    }
    return tags;
}

bool
pdf_source_page(struct pdf_source *s, struct pdf_page *page,
                const struct paint_marks *marks)
{
    arena_reset(s->scratch);
    s->page = page;
    s->whole = false;
    s->marks = marks;
    s->tags = name_tags(s, marks);
    take_objects(s);
    write_wanted(s);
    forget_waiting(s);
    s->page = NULL;
    s->marks = NULL;
    s->contents = 0;
    return s->whole;
}

void
pdf_source_ending(struct pdf_source *s)
{
    arena_reset(s->scratch);
    s->ending = true;
}

void
pdf_source_end(struct pdf_source *s)
{
    take_objects(s);
    write_wanted(s);
    forget_waiting(s);
}
