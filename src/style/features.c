/* SPDX-License-Identifier: MIT */
/* font-variant-* as OpenType features (CSS Fonts Level 4, clause 7.2). */
#include "style/style_int.h"

static const struct {
    int bit;
    const char *text;
} numeric[] =
    {
        {CSS_LNUM, "lnum=1"}, {CSS_ONUM, "onum=1"}, {CSS_PNUM, "pnum=1"},
        {CSS_TNUM, "tnum=1"}, {CSS_FRAC, "frac=1"}, {CSS_AFRC, "afrc=1"},
        {CSS_ORDN, "ordn=1"}, {CSS_ZERO, "zero=1"},
},
  ligatures[] = {
      {CSS_NO_LIGA, "liga=0, clig=0"}, {CSS_LIGA, "liga=1, clig=1"},
      {CSS_NO_DLIG, "dlig=0"},         {CSS_DLIG, "dlig=1"},
      {CSS_NO_HLIG, "hlig=0"},         {CSS_HLIG, "hlig=1"},
      {CSS_NO_CALT, "calt=0"},         {CSS_CALT, "calt=1"},
};

static const char *const caps[] = {
    [CSS_CAPS_NORMAL] = NULL,
    [CSS_SMALL_CAPS] = "smcp=1",
    [CSS_ALL_SMALL_CAPS] = "smcp=1, c2sc=1",
    [CSS_PETITE_CAPS] = "pcap=1",
    [CSS_ALL_PETITE_CAPS] = "pcap=1, c2pc=1",
    [CSS_UNICASE] = "unic=1",
    [CSS_TITLING_CAPS] = "titl=1",
};

static void
add(struct buf *b, const char *text)
{
    if (text)
        buf_printf(b, "%s%s", b->n ? ", " : "", text);
}

const char *
css_features(struct arena *a, const struct computed *c)
{
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    add(&b, caps[c->caps]);
    for (size_t i = 0; i < sizeof numeric / sizeof *numeric; i++)
        if (c->numeric & numeric[i].bit)
            add(&b, numeric[i].text);
    for (size_t i = 0; i < sizeof ligatures / sizeof *ligatures; i++)
        if (c->ligatures & ligatures[i].bit)
            add(&b, ligatures[i].text);
    /* letters set apart are not joined (clause 6.7 of Text Level 3) */
    if (c->style.letter_spacing && !(c->ligatures & (CSS_LIGA | CSS_NO_LIGA)))
        add(&b, "liga=0, clig=0");
    if (!c->style.kerning)
        add(&b, "kern=0");
    if (c->position)
        add(&b, c->position > 0 ? "sups=1" : "subs=1");
    add(&b, c->settings);
    const char *text = b.n ? arena_strn(a, b.at, b.n) : NULL;
    buf_free(&b);
    return text;
}
