/* SPDX-License-Identifier: MIT */
/* Numbers as lists and folios write them (CSS Counter Styles Level 3, clauses
 * 6 and 7; W3C Ready-made Counter Styles). What a system can't say is written
 * in European figures. */
#include <string.h>

#include "layout/flow.h"

enum kind {
    FIGURES,  /* of base ten, from the sign of zero on */
    ALPHABET, /* a … z, aa, ab … */
    FIXED,    /* a … z and no more */
    SUM,      /* signs that add up */
    ARMENIAN, /* nine letters for each power of ten, from the first on */
    LONGHAND  /* 一百零一 */
};

struct sign {
    int value;
    const char *text;
};

struct system {
    enum kind kind;
    uint32_t first;          /* FIGURES, ARMENIAN */
    const char *letters;     /* ALPHABET, FIXED; LONGHAND: 0 to 9 */
    const struct sign *sums; /* SUM: the greatest first */
    int most;                /* or 0 */
};

static const struct sign lower_roman[] = {
    {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
    {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
    {5, "v"},    {4, "iv"},   {1, "i"},   {0, NULL}};
static const struct sign upper_roman[] = {
    {1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
    {90, "XC"},  {50, "L"},   {40, "XL"}, {10, "X"},   {9, "IX"},
    {5, "V"},    {4, "IV"},   {1, "I"},   {0, NULL}};
/* 15 and 16 are not written with letters of God's name. */
static const struct sign hebrew[] = {
    {10000, "י׳"}, {9000, "ט׳"}, {8000, "ח׳"}, {7000, "ז׳"}, {6000, "ו׳"},
    {5000, "ה׳"},  {4000, "ד׳"}, {3000, "ג׳"}, {2000, "ב׳"}, {1000, "א׳"},
    {400, "ת"},    {300, "ש"},   {200, "ר"},   {100, "ק"},   {90, "צ"},
    {80, "פ"},     {70, "ע"},    {60, "ס"},    {50, "נ"},    {40, "מ"},
    {30, "ל"},     {20, "כ"},    {19, "יט"},   {18, "יח"},   {17, "יז"},
    {16, "טז"},    {15, "טו"},   {10, "י"},    {9, "ט"},     {8, "ח"},
    {7, "ז"},      {6, "ו"},     {5, "ה"},     {4, "ד"},     {3, "ג"},
    {2, "ב"},      {1, "א"},     {0, NULL}};
static const struct sign georgian[] = {
    {10000, "ჵ"}, {9000, "ჰ"}, {8000, "ჯ"}, {7000, "ჴ"}, {6000, "ხ"},
    {5000, "ჭ"},  {4000, "წ"}, {3000, "ძ"}, {2000, "ც"}, {1000, "ჩ"},
    {900, "შ"},   {800, "ყ"},  {700, "ღ"},  {600, "ქ"},  {500, "ფ"},
    {400, "ჳ"},   {300, "ტ"},  {200, "ს"},  {100, "რ"},  {90, "ჟ"},
    {80, "პ"},    {70, "ო"},   {60, "ჲ"},   {50, "ნ"},   {40, "მ"},
    {30, "ლ"},    {20, "კ"},   {10, "ი"},   {9, "თ"},    {8, "ჱ"},
    {7, "ზ"},     {6, "ვ"},    {5, "ე"},    {4, "დ"},    {3, "გ"},
    {2, "ბ"},     {1, "ა"},    {0, NULL}};

static const struct system systems[STYLE_MARKER_COUNT] = {
    [STYLE_LOWER_ALPHA] = {ALPHABET, .letters = "abcdefghijklmnopqrstuvwxyz"},
    [STYLE_UPPER_ALPHA] = {ALPHABET, .letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    [STYLE_LOWER_ROMAN] = {SUM, .sums = lower_roman, .most = 4999},
    [STYLE_UPPER_ROMAN] = {SUM, .sums = upper_roman, .most = 4999},
    [STYLE_LOWER_GREEK] = {ALPHABET, .letters = "αβγδεζηθικλμνξοπρστυφχψω"},
    [STYLE_ARABIC_INDIC] = {FIGURES, .first = 0x660},
    [STYLE_PERSIAN] = {FIGURES, .first = 0x6F0},
    [STYLE_BENGALI] = {FIGURES, .first = 0x9E6},
    [STYLE_DEVANAGARI] = {FIGURES, .first = 0x966},
    [STYLE_GUJARATI] = {FIGURES, .first = 0xAE6},
    [STYLE_GURMUKHI] = {FIGURES, .first = 0xA66},
    [STYLE_KANNADA] = {FIGURES, .first = 0xCE6},
    [STYLE_KHMER] = {FIGURES, .first = 0x17E0},
    [STYLE_LAO] = {FIGURES, .first = 0xED0},
    [STYLE_MALAYALAM] = {FIGURES, .first = 0xD66},
    [STYLE_MONGOLIAN] = {FIGURES, .first = 0x1810},
    [STYLE_MYANMAR] = {FIGURES, .first = 0x1040},
    [STYLE_ORIYA] = {FIGURES, .first = 0xB66},
    [STYLE_TAMIL] = {FIGURES, .first = 0xBE6},
    [STYLE_TELUGU] = {FIGURES, .first = 0xC66},
    [STYLE_THAI] = {FIGURES, .first = 0xE50},
    [STYLE_TIBETAN] = {FIGURES, .first = 0xF20},
    [STYLE_CJK_DECIMAL] = {FIGURES, .letters = "〇一二三四五六七八九"},
    [STYLE_HEBREW] = {SUM, .sums = hebrew, .most = 10999},
    [STYLE_ARABIC_ABJAD] = {FIXED, .letters = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"},
    [STYLE_GEORGIAN] = {SUM, .sums = georgian, .most = 19999},
    [STYLE_UPPER_ARMENIAN] = {ARMENIAN, 0x531, .most = 9999},
    [STYLE_LOWER_ARMENIAN] = {ARMENIAN, 0x561, .most = 9999},
    [STYLE_HIRAGANA] = {ALPHABET, .letters =
                                      "あいうえおかきくけこさしすせそた"
                                      "ちつてとなにぬねのはひふへほまみ"
                                      "むめもやゆよらりるれろわゐゑをん"},
    [STYLE_KATAKANA] = {ALPHABET, .letters =
                                      "アイウエオカキクケコサシスセソタ"
                                      "チツテトナニヌネノハヒフヘホマミ"
                                      "ムメモヤユヨラリルレロワヰヱヲン"},
    [STYLE_HIRAGANA_IROHA] = {ALPHABET, .letters =
                                            "いろはにほへとちりぬるをわかよた"
                                            "れそつねならむうゐのおくやまけふ"
                                            "こえてあさきゆめみしゑひもせす"},
    [STYLE_KATAKANA_IROHA] = {ALPHABET, .letters =
                                            "イロハニホヘトチリヌルヲワカヨタ"
                                            "レソツネナラムウヰノオクヤマケフ"
                                            "コエテアサキユメミシヱヒモセス"},
    [STYLE_EARTHLY_BRANCH] = {FIXED, .letters = "子丑寅卯辰巳午未申酉戌亥"},
    [STYLE_HEAVENLY_STEM] = {FIXED, .letters = "甲乙丙丁戊己庚辛壬癸"},
    [STYLE_CHINESE] = {LONGHAND, .letters = "零一二三四五六七八九",
                       .most = 9999},
    [STYLE_JAPANESE] = {LONGHAND, .letters = "〇一二三四五六七八九",
                        .most = 9999},
};

static int
count_of(const char *letters)
{
    int n = 0;
    for (const char *end = letters + strlen(letters); letters < end; n++)
        utf8_next(&letters, end);
    return n;
}

/* The nth letter of a list, from 0. */
static uint32_t
letter(const char *letters, int n)
{
    const char *end = letters + strlen(letters);
    uint32_t c = utf8_next(&letters, end);
    while (n--)
        c = utf8_next(&letters, end);
    return c;
}

static void
put_figures(struct buf *b, const struct system *s, int n)
{
    int power = 1;
    for (; n / power >= 10; power *= 10)
        ;
    for (; power; power /= 10) {
        int figure = n / power % 10;
        buf_utf8(b, s->letters ? letter(s->letters, figure)
                               : s->first + (uint32_t)figure);
    }
}

static void
put_letters(struct buf *b, const char *letters, int n)
{
    uint32_t signs[32];
    int count = count_of(letters);
    size_t most = 0;
    for (; n > 0; n = (n - 1) / count)
        signs[most++] = letter(letters, (n - 1) % count);
    while (most)
        buf_utf8(b, signs[--most]);
}

static void
put_sum(struct buf *b, const struct sign *sign, int n)
{
    for (; sign->value; sign++)
        for (; n >= sign->value; n -= sign->value)
            buf_str(b, sign->text);
}

static void
put_armenian(struct buf *b, uint32_t first, int n)
{
    int power = 1000;
    for (uint32_t row = 3; power; power /= 10, row--)
        if (n / power % 10)
            buf_utf8(b, first + row * 9 + (uint32_t)(n / power % 10) - 1);
}

/* Clause 7.1: Chinese has a zero between figures that are not neighbours, and
 * no one before ten in the teens; Japanese has neither zero nor ones. */
static void
put_longhand(struct buf *b, const char *figures, int n, bool chinese)
{
    static const char *const powers[] = {"千", "百", "十", ""};
    bool begun = false, gap = false;
    int power = 1000;
    for (size_t i = 0; power; power /= 10, i++) {
        int figure = n / power % 10;
        gap |= begun && !figure;
        if (!figure)
            continue;
        if (gap && chinese)
            buf_utf8(b, letter(figures, 0));
        bool bare = chinese ? power == 10 && !begun : power > 1;
        if (figure > 1 || !bare)
            buf_utf8(b, letter(figures, figure));
        buf_str(b, powers[i]);
        begun = true;
        gap = false;
    }
    if (!begun)
        buf_utf8(b, letter(figures, 0));
}

/* Whether the system has a sign for it. */
static bool
can_say(const struct system *s, int n)
{
    if (s->kind == FIXED)
        return n > 0 && n <= count_of(s->letters);
    bool zero = s->kind == FIGURES || s->kind == LONGHAND;
    return n >= !zero && (!s->most || n <= s->most) &&
           (s->first || s->letters || s->sums);
}

static void
put(struct buf *b, enum style_marker system, int n)
{
    const struct system *s = &systems[system];
    switch (s->kind) {
    case FIGURES:
        put_figures(b, s, n);
        break;
    case ALPHABET:
    case FIXED:
        put_letters(b, s->letters, n);
        break;
    case SUM:
        put_sum(b, s->sums, n);
        break;
    case ARMENIAN:
        put_armenian(b, s->first, n);
        break;
    case LONGHAND:
        put_longhand(b, s->letters, n, system == STYLE_CHINESE);
        break;
    }
}

/* A sign that stands for every number, or NULL. */
static const char *
bullet_of(enum style_marker system)
{
    switch (system) {
    case STYLE_MARKER_NONE:
        return "";
    case STYLE_DISC:
        return "•";
    case STYLE_CIRCLE:
        return "◦";
    case STYLE_SQUARE:
        return "▪";
    default:
        return NULL;
    }
}

const char *
flow_number(struct arena *a, int n, enum style_marker system)
{
    const char *bullet = bullet_of(system);
    if (bullet)
        return bullet;
    if (system == STYLE_LEADING_ZERO && n >= 0)
        return arena_printf(a, "%02d", n);
    if (system >= STYLE_MARKER_COUNT || !can_say(&systems[system], n))
        return arena_printf(a, "%d", n);
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    put(&b, system, n);
    char *text = arena_strn(a, b.at, b.n);
    buf_free(&b);
    return text;
}

const char *
flow_number_end(enum style_marker system)
{
    if (bullet_of(system))
        return "";
    return system >= STYLE_CJK_DECIMAL && system <= STYLE_JAPANESE ? "、" : ".";
}
