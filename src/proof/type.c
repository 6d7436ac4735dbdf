/* SPDX-License-Identifier: MIT */
/* Rules about type: its size, slant, weight, capitals, and letters that look
 * alike. Each run is looked at, and where it matters each of its glyphs. */
#include "proof/proof_int.h"

enum { SLACK = STYLE_PT / 50 }; /* sizes are rounded */

const char *
proof_points(struct proof *p, int units)
{
    int hundredths = (int)((int64_t)units * 100 / STYLE_PT);
    if (hundredths % 100 == 0)
        return arena_printf(p->arena, "%d", hundredths / 100);
    return arena_printf(
        p->arena, "%d.%0*d", hundredths / 100, hundredths % 10 ? 2 : 1,
        hundredths % 10 ? hundredths % 100 : hundredths % 100 / 10);
}

/* A walk over the glyphs of a run, each with the first character of its
 * cluster. */
struct glyph_walk {
    const struct layout_run *run;
    size_t cluster, glyph;
    const char *text;
};

/* The next cluster's character, and its glyphs; false behind the last. */
static bool
next_cluster(struct glyph_walk *w, uint32_t *character, size_t *first,
             size_t *n)
{
    const struct layout_run *run = w->run;
    if (w->cluster == run->cluster_count)
        return false;
    const struct layout_cluster *c = &run->clusters[w->cluster++];
    const char *at = w->text;
    *character = c->bytes ? utf8_next(&at, w->text + c->bytes) : 0;
    w->text += c->bytes;
    *n = c->glyphs;
    *first = run->rtl ? run->glyph_count - w->glyph - c->glyphs : w->glyph;
    w->glyph += c->glyphs;
    return true;
}

/* The least size in a run: raised figures of the face are smaller than it. */
static int
least_of(const struct proof_face *face, const struct layout_run *run)
{
    struct glyph_walk walk = {.run = run, .text = run->text};
    int least = run->font->size;
    uint32_t character;
    size_t first, n;
    while (next_cluster(&walk, &character, &first, &n))
        for (size_t i = 0; i < n && character > ' '; i++) {
            int size =
                proof_glyph_size(face, run->glyphs[first + i].glyph, character);
            least = size < least ? size : least;
        }
    return least;
}

/* Whether two letters or more of a run are small capitals. */
static bool
has_small_capitals(const struct proof_face *face, const struct layout_run *run)
{
    struct glyph_walk walk = {.run = run, .text = run->text};
    uint32_t character;
    size_t first, n, found = 0;
    while (next_cluster(&walk, &character, &first, &n))
        if (n == 1 && proof_is_small_letter(character))
            found += proof_is_small_capital(face, run->glyphs[first].glyph);
    return found > 1;
}

static const char *
name_of(enum layout_role role)
{
    switch (role) {
    case LAYOUT_HEADER:
        return "the running head ";
    case LAYOUT_FOOTER:
        return "the foot of the page, ";
    case LAYOUT_LABEL:
        return "the number or mark ";
    default:
        return "";
    }
}

static void
check_size(struct proof *p, const struct proof_face *face,
           const struct layout_run *run)
{
    int least = p->profile->least ? p->profile->least : p->options.size;
    int size = least_of(face, run);
    if (size < least - SLACK)
        proof_tell(p, PROOF_SIZE, proof_here(p, run->mark.node),
                   "%s“%s” has %s pt, less than %s", name_of(run->mark.role),
                   proof_words(p, run), proof_points(p, size),
                   proof_points(p, least));
}

static bool
has_small_letter(const struct layout_run *run)
{
    const char *at = run->text, *end = at + run->bytes;
    while (at < end)
        if (proof_is_small_letter(utf8_next(&at, end)))
            return true;
    return false;
}

static void
check_x_height(struct proof *p, const struct proof_face *face,
               const struct layout_run *run)
{
    int height = (int)((int64_t)face->x_height * run->font->size / 1000);
    if (!height || height >= p->profile->x_height - SLACK ||
        !has_small_letter(run))
        return;
    int tenths = (int)(height * 254.0 / 72 / STYLE_PT);
    proof_tell(p, PROOF_X_HEIGHT, proof_here(p, run->mark.node),
               "the small letters of “%s” are %d.%d mm high, in %s at %s pt",
               proof_words(p, run), tenths / 10, tenths % 10, run->font->family,
               proof_points(p, run->font->size));
}

static void
check_letters(struct proof *p, const struct proof_face *face,
              const struct layout_run *run)
{
    if (!face->letters_differ && has_small_letter(run))
        proof_tell_once(p, PROOF_LETTERS, run->font->family,
                        proof_here(p, run->mark.node),
                        "“%s” is in %s, whose I, l and 1 look alike",
                        proof_words(p, run), run->font->family);
}

/* Headings of the level, as much larger as the text is than 18 pt. */
static void
check_heading(struct proof *p, const struct layout_run *run)
{
    enum { TEXT = 18 * STYLE_PT };
    const struct doc_node *block = run->mark.node;
    while (block && doc_vocab[block->kind].model >= DOC_IS_INLINE)
        block = block->parent;
    bool heading = block && block->kind == DOC_HEADING;
    bool title =
        block && (block->kind == DOC_TITLE || (heading && block->level == 1));
    if (!title && !heading)
        return;
    int64_t usual = p->profile->heading[title ? 0 : 1];
    int least = (int)(usual * p->options.size / TEXT);
    if (run->font->size < least - SLACK)
        proof_tell(p, PROOF_HEADING, proof_here(p, block),
                   "the heading “%s” has %s pt, less than %s",
                   proof_words(p, run), proof_points(p, run->font->size),
                   proof_points(p, least));
}

void
proof_check_type(struct proof *p, const struct layout_run *run)
{
    const struct proof_face *face = proof_face_of(p, run->font);
    struct proof_where here = proof_here(p, run->mark.node);
    if (proof_holds(p, PROOF_SIZE))
        check_size(p, face, run);
    if (proof_holds(p, PROOF_X_HEIGHT))
        check_x_height(p, face, run);
    if (proof_holds(p, PROOF_LETTERS))
        check_letters(p, face, run);
    if (proof_holds(p, PROOF_HEADING))
        check_heading(p, run);
    if (proof_holds(p, PROOF_SLANT) && face->slanted)
        proof_tell(p, PROOF_SLANT, here, "%s“%s” is slanted, in %s %s",
                   name_of(run->mark.role), proof_words(p, run),
                   run->font->family, run->font->style);
    if (proof_holds(p, PROOF_CAPITALS) && has_small_capitals(face, run))
        proof_tell(p, PROOF_CAPITALS, here, "%s“%s” is in small capitals",
                   name_of(run->mark.role), proof_words(p, run));
}

/* A count of words that are capitals alone, over the lines of a block. */
struct capitals {
    const struct doc_node *block;
    int words;
    size_t letters, small;
};

/* A long word is no abbreviation. */
static void
end_word(const struct proof *p, struct capitals *c)
{
    enum { LONG = 7 };
    if (c->small)
        c->words = 0;
    else if (c->letters >= LONG && p->profile->long_capitals)
        c->words = p->profile->capitals;
    else if (c->letters > 1)
        c->words++;
    c->letters = c->small = 0;
}

/* “ME/CFS” and “COVID-19” are one word. */
static bool
is_between_words(uint32_t c)
{
    return !proof_is_letter(c) && c != 0xAD && c != '-' && c != '/' &&
           c != '&' && c != 0x2011 && c != 0x2019;
}

static void
count_capitals(struct proof *p, struct capitals *c,
               const struct layout_run *run)
{
    const char *at = run->text, *end = at + run->bytes;
    while (at < end) {
        uint32_t character = utf8_next(&at, end);
        c->small += proof_is_letter(character) && !proof_is_capital(character);
        c->letters += proof_is_capital(character);
        if (is_between_words(character))
            end_word(p, c);
        if (c->words < p->profile->capitals)
            continue;
        proof_tell(p, PROOF_CAPITALS, proof_here(p, c->block),
                   "“%s” is in capitals", proof_words(p, run));
        c->words = 0;
    }
}

static bool
is_code(const struct doc_node *node)
{
    return node && (node->kind == DOC_CODE || node->kind == DOC_CODE_BLOCK ||
                    node->kind == DOC_KEYBOARD);
}

void
proof_check_capitals(struct proof *p)
{
    struct capitals c = {0};
    if (!proof_holds(p, PROOF_CAPITALS))
        return;
    for (size_t i = 0; i < p->lines.n; i++) {
        const struct proof_line *line = &p->lines.at[i];
        if (line->block != c.block)
            c = (struct capitals){.block = line->block};
        for (size_t k = line->first; k < line->behind; k++) {
            const struct layout_run *run = &p->page->runs.at[k];
            if (run->mark.role != LAYOUT_ARTIFACT && !is_code(run->mark.node))
                count_capitals(p, &c, run);
        }
        end_word(p, &c);
        if (c.words >= p->profile->capitals)
            proof_tell(p, PROOF_CAPITALS, proof_here(p, c.block),
                       "“%s” is in capitals", proof_line_words(p, line));
    }
}
