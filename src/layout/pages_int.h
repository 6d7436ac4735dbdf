/* SPDX-License-Identifier: MIT */
/* What the files share that break a vertical list into pages. */
#ifndef LAYOUT_PAGES_INT_H
#define LAYOUT_PAGES_INT_H

#include <limits.h>

#include "layout/flow.h"

/* So many lines may all paragraphs of a page together be longer or shorter
 * than they are set best. */
enum { SLACK = 2, SLACKS = 2 * SLACK + 1 };

enum {
    PAGE_COST_LONG = 40,      /* a line more than the page has */
    PAGE_COST_SHORT = 500,    /* each line that is missing after a few */
    PAGE_COST_GAP = 150,      /* each after one, above notes */
    PAGE_COST_HOLE = 16000,   /* more missing than a reader overlooks */
    PAGE_COST_UNLEVEL = 8000, /* facing pages that are not level */
    PAGE_COST_APART = 1000,   /* and that for each line of difference */
    PAGE_COST_MORE = 100000,  /* each page, where they should be few */
    PAGE_COST_MEND = 1000     /* what is worth setting paragraphs anew, */
};
enum { PAGE_MEND_PAGES = 3 }; /* so many pages up to there */

/* How deep a page is that need not end level with the one that it faces. */
enum { DEPTH_FREE = INT_MIN };

/* A paragraph that a page takes in another setting, whole. */
struct page_choice {
    const struct page_choice *before;
    const struct flow_variant *variant;
};

/* The cheapest changes that add so many lines to a page. */
struct page_slack {
    bool known;
    int64_t cost;
    const struct page_choice *how;
};

/* What a page has for content, and whether a line more may be. */
struct page_room {
    int height;
    bool longer;
};

/* A page's end, seen from its beginning: at the break `at`. */
struct page_end {
    size_t at;
    int depth;  /* so many lines short, -1: a line longer; or FREE */
    int height; /* of the page's content, notes stand at its foot */
    int used;   /* by the text alone */
    size_t note_end, note_want;
    size_t float_end;  /* the first float that waits for a further page */
    bool ends, footed; /* notes or floats stand at its foot */
    bool stretched;    /* white space fills it */
    int64_t local;     /* what is wrong with the break itself, and */
    int64_t cost;      /* with that how full the page is and what was changed */
    const struct page_choice *how;
    bool changed; /* a paragraph is set otherwise than best */
};

/* The cheapest way to a place among those with the same future. */
struct page_way {
    struct page_way *next; /* another way to the same place */
    const struct page_way *before;
    int64_t cost;
    size_t begin;      /* the next page's first item */
    size_t pages;      /* up to here, blank ones among them */
    size_t note_next;  /* the first note line that waits, */
    size_t float_next; /* and the first float */
    size_t note_pages; /* further pages that hold notes alone */
    bool blank;        /* a blank page comes before the next one */
    bool done;
    int foot; /* how deep the page is that the next one faces, or FREE */
    struct page_end end;
};

/* Another setting's items in the breaker's list. */
struct page_segment {
    const struct flow_variant *variant;
    size_t first, end;
};

struct page_breaker {
    struct arena *arena;  /* of what is broken; */
    struct arena *own;    /* let go of with the breaker, */
    struct arena *search; /* and with each search */
    struct flow *flow;
    const struct pages_options *o;
    VEC(struct flow_item) items; /* the list, two for its end, segments */
    size_t n;                    /* of the list itself */
    struct page_way **ways;      /* by the place where a page begins */
    VEC(struct page_segment) segments;
    size_t *pars; /* by item: 1 + the paragraph that begins there; or NULL */
    VEC(struct page_end) ends; /* of the place in hand */
    VEC(struct page_room) rooms;
    int missing; /* so many lines short, a page must still be level */
};

static inline bool
page_ends_list(const struct page_breaker *b, size_t at)
{
    return at == b->n || b->items.at[at].kind == FLOW_FORCED;
}

/* pages_ends.c: finds all ends worth trying of pages that begin behind a way,
 * with the notes and floats that wait. */
void page_find_ends(struct page_breaker *b, const struct page_way *way,
                    struct page_room room);

/* pages_floats.c: which floats are on a page from item `from` to the break at
 * `at`: first … end - 1, of those up to `seen` that have their place up to
 * there, and up to `begun` before. */
struct page_floats {
    size_t from, at, first, begun, end, seen;
    int room;         /* the page's height */
    int height, foot; /* what they take, and of it at the foot */
    int64_t cost;
};
/* Reckons that; false where it may not be. */
bool page_with_floats(const struct page_breaker *b, struct page_floats *p);
/* Where a float is that stands on the page; `from` and `at` in the list. */
enum flow_side page_float_side(const struct page_breaker *b,
                               const struct flow_float *f, size_t from,
                               size_t at);
/* pages_vary.c: the setting that an item behind the list belongs to, and where
 * in the list that stands: its paragraph's beginning. */
const struct page_segment *page_segment_at(const struct page_breaker *b,
                                           size_t item);
size_t page_in_list(const struct page_breaker *b, size_t item);
/* Finds each float's section. */
void page_find_sections(struct page_breaker *b);

/* cursor.c: at the top of a page that begins behind an item, or NULL. */
void cursor_after(struct flow_cursor *c, const struct flow_item *before);
/* The end of a page that holds notes alone; it has one line at least. */
size_t note_page_end(const struct flow *flow, size_t first, size_t end,
                     int height);
/* The most note lines from `first` on, up to `end`, that `room` holds without
 * a break where lines go together. */
size_t notes_fit(const struct flow *flow, size_t first, size_t end, int room);

/* pages_cost.c: what a page costs by itself, by what it follows. */
int64_t page_cost(const struct page_breaker *b, const struct page_end *end,
                  int left_over, int full);
int64_t page_cost_after(const struct page_breaker *b,
                        const struct page_way *way, const struct page_end *end);
bool page_is_recto(const struct page_breaker *b, size_t page);

/* pages_vary.c: asks for other settings of paragraphs where a way is not good:
 * around what is wrong with it, or of `all`. Whether there are any. */
bool page_vary(struct page_breaker *b, const struct page_way *last, bool all);
/* Gives the list the settings that the way chose, and the pages their items.
 */
void page_rewrite(struct page_breaker *b, const struct page_way *last,
                  struct flow_page *pages, size_t n);

#endif
