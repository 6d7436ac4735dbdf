/* SPDX-License-Identifier: MIT */
/* Collation in three levels (UTS #10), each letter by its place in an alphabet:
 * that of its base by code point, or behind another where the language has it
 * there. */
#include "base/base.h"

#include <glib.h>
#include <string.h>
#include <strings.h>

/* Letters that follow another: "n ñ" has ñ behind n. More than one letter in
 * a word counts as one. Groups are parted by commas. From CLDR 42. */
static const struct alphabet {
    const char *langs; /* parted by spaces */
    const char *letters;
} alphabets[] = {
    {"es gl eu fil", "n ñ"},
    {"sv fi", "z å ä ö"},
    {"da nb nn no", "z æ ø å"},
    {"et", "s š z ž, w õ ä ö ü"},
    {"is fo", "a á, d ð, e é, i í, o ó, u ú, y ý, z þ æ ö ø å"},
    {"pl", "a ą, c ć, e ę, l ł, n ń, o ó, s ś, z ź ż"},
    {"cs", "c č, h ch, r ř, s š, z ž"},
    {"sk", "a ä, c č, h ch, o ô, s š, z ž"},
    {"hr bs", "c č ć, d dž đ, l lj, n nj, s š, z ž"},
    {"sl", "c č ć, d đ, s š, z ž"},
    {"hu", "c cs, d dz dzs, g gy, l ly, n ny, o ö, s sz, t ty, u ü, z zs"},
    {"ro", "a ă â, i î, s ș, t ț"},
    {"tr az", "c ç, g ğ, h ı, o ö, s ş, u ü"},
    {"lt", "c č, s š, z ž"},
    {"lv", "c č, g ģ, k ķ, l ļ, n ņ, s š, z ž"},
    {"vi", "a ă â, d đ, e ê, o ô ơ, u ư"},
    {"ru bg", "и й"},
    {"uk", "г ґ, е є, и і ї й"},
    {"be", "е ё, з і й, у ў"},
    {"sr mk", "д ђ, з ѕ, и ј, л љ, н њ, т ћ, ч џ"},
    {"fa", "ب پ, ج چ, ز ژ, ك گ, ن و ه ي"},
    {"ur", "ب پ, ت ٹ, ج چ, د ڈ, ر ڑ, ز ژ, ك گ, ن و ه ي"},
};

/* Letters that sort as others and have no canonical decomposition. */
static const struct {
    gunichar from;
    const char *to;
} folded[] = {
    {0xDF, "ss"},  {0xE6, "ae"}, {0xF0, "d"},  {0xF8, "o"},  {0xFE, "th"},
    {0x111, "d"},  {0x127, "h"}, {0x131, "i"}, {0x142, "l"}, {0x14B, "n"},
    {0x153, "oe"}, {0x3C2, "σ"}, {0x5DA, "כ"}, {0x5DD, "מ"}, {0x5DF, "נ"},
    {0x5E3, "פ"},  {0x5E5, "צ"}, {0x629, "ه"}, {0x649, "ي"}, {0x671, "ا"},
    {0x6A9, "ك"},  {0x6BE, "ه"}, {0x6C1, "ه"}, {0x6CC, "ي"},
};

/* Classes of primary weights, in their order; zero ends a string. */
enum { LEVEL_END = 1, SPACE, SIGN, NUMBER, NATIVE, LETTER };

struct collator {
    const char *letters; /* of the language's alphabet, or "" */
    bool dotted;         /* i and ı are two letters */
    GUnicodeScript script;
    bool kana; /* its kana are no other script's */
    struct buf first, second, third;
    gunichar initial; /* of the first letter, small; 0: none yet */
    int initial_class;
    const char *initial_letters; /* where it is not one character */
    size_t initial_bytes;
};

static bool
has_lang(const char *langs, const char *lang)
{
    size_t n = strcspn(lang, "-_");
    for (const char *p = langs; *p; p += strspn(p, " ")) {
        size_t m = strcspn(p, " ");
        if (m == n && strncasecmp(p, lang, n) == 0)
            return true;
        p += m;
    }
    return false;
}

static GUnicodeScript
script_of(const char *lang)
{
    static const struct {
        const char *langs;
        GUnicodeScript script;
    } scripts[] = {
        {"ru uk be bg sr mk kk ky mn tg", G_UNICODE_SCRIPT_CYRILLIC},
        {"el", G_UNICODE_SCRIPT_GREEK},
        {"he yi", G_UNICODE_SCRIPT_HEBREW},
        {"ar fa ur ps ckb ug sd", G_UNICODE_SCRIPT_ARABIC},
        {"hi mr ne sa", G_UNICODE_SCRIPT_DEVANAGARI},
        {"bn as", G_UNICODE_SCRIPT_BENGALI},
        {"ta", G_UNICODE_SCRIPT_TAMIL},
        {"te", G_UNICODE_SCRIPT_TELUGU},
        {"th", G_UNICODE_SCRIPT_THAI},
        {"ko", G_UNICODE_SCRIPT_HANGUL},
        {"ja", G_UNICODE_SCRIPT_HIRAGANA},
        {"zh yue", G_UNICODE_SCRIPT_HAN},
        {"hy", G_UNICODE_SCRIPT_ARMENIAN},
        {"ka", G_UNICODE_SCRIPT_GEORGIAN},
    };
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
        if (has_lang(scripts[i].langs, lang))
            return scripts[i].script;
    return G_UNICODE_SCRIPT_LATIN;
}

static void
open_collator(struct collator *c, const char *lang)
{
    *c = (struct collator){.letters = "", .script = script_of(lang)};
    for (size_t i = 0; i < sizeof alphabets / sizeof *alphabets; i++)
        if (has_lang(alphabets[i].langs, lang))
            c->letters = alphabets[i].letters;
    c->dotted = has_lang("tr az", lang);
    buf_init(&c->first, BUF_LIMIT_SMALL);
    buf_init(&c->second, BUF_LIMIT_SMALL);
    buf_init(&c->third, BUF_LIMIT_SMALL);
}

static void
close_collator(struct collator *c)
{
    buf_free(&c->first);
    buf_free(&c->second);
    buf_free(&c->third);
}

/* A number of up to 21 bits so that bytes compare as numbers do, and none is
 * zero or ends a level. */
static void
put_number(struct buf *b, uint32_t n)
{
    buf_char(b, (char)(0x20 + (n >> 14 & 0x7F)));
    buf_char(b, (char)(0x20 + (n >> 7 & 0x7F)));
    buf_char(b, (char)(0x20 + (n & 0x7F)));
}

/* A mark that changes a letter, but makes it no other: accents, points, tones.
 * Signs of vowels are letters. */
static bool
is_accent(gunichar c)
{
    static const gunichar ranges[][2] = {
        {0x300, 0x36F},   {0x483, 0x487},   {0x591, 0x5C7},   {0x610, 0x61A},
        {0x64B, 0x65F},   {0x670, 0x670},   {0x6D6, 0x6ED},   {0x93C, 0x93C},
        {0xE47, 0xE4E},   {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF},
        {0x3099, 0x309A}, {0xFE00, 0xFE0F}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (c >= ranges[i][0] && c <= ranges[i][1])
            return true;
    return false;
}

static gunichar
lower(const struct collator *c, gunichar ch)
{
    if (c->dotted && ch == 'I')
        return 0x131;
    if (ch == 0x130)
        return 'i';
    /* Katakana stand where hiragana do, the small where the large. */
    if (ch >= 0x30A1 && ch <= 0x30F6)
        ch -= 0x60;
    static const char small[] = "\x41\x43\x45\x47\x49\x63\x83\x85\x87\x8E";
    if (ch > 0x3040 && ch < 0x3097 && strchr(small, (int)(ch - 0x3000)))
        ch++;
    return g_unichar_tolower(ch);
}

/* Accents by code point, but for the tones of Vietnamese: à ả ã á ạ. */
static void
put_accent(struct buf *accents, gunichar mark)
{
    static const gunichar tones[] = {0x300, 0x309, 0x303, 0x301, 0x323};
    size_t i = 0;
    while (i < sizeof tones / sizeof *tones && tones[i] != mark)
        i++;
    put_number(accents, i < sizeof tones / sizeof *tones ? 0x300 + i : mark);
}

/* Reads the letter at `p`: a base with the marks that the alphabet joins with
 * it. Other marks are put behind one another in `accents`. */
static gunichar
read_letter(const struct collator *c, const gunichar **p, struct buf *accents)
{
    gunichar letter = lower(c, *(*p)++), joined;
    if (c->dotted && letter == 0x131 && **p == 0x307) {
        letter = 'i';
        ++*p;
    }
    for (; is_accent(**p); ++*p) {
        char utf8[7] = {0};
        bool whole = g_unichar_compose(letter, **p, &joined);
        g_unichar_to_utf8(whole ? joined : 0, utf8);
        if (whole && strstr(c->letters, utf8))
            letter = joined;
        else
            put_accent(accents, **p);
    }
    return letter;
}

/* Where a word of the alphabet (as UTF-8) comes: behind which letter, as which
 * of those behind it. False where it is no letter of its own. */
static bool
place_in(const struct collator *c, const char *word, size_t n, gunichar *behind,
         int *place)
{
    gunichar head = 0;
    int at = 0;
    for (const char *p = c->letters; *p;) {
        size_t m = strcspn(p, " ,");
        if (!at)
            head = g_utf8_get_char(p);
        else if (m == n && memcmp(p, word, n) == 0) {
            *behind = head;
            *place = at;
            return true;
        }
        at++;
        p += m;
        if (*p == ',')
            at = 0;
        p += strspn(p, " ,");
    }
    return false;
}

static int
class_of(const struct collator *c, gunichar letter)
{
    GUnicodeScript script = g_unichar_get_script(letter);
    if (script == G_UNICODE_SCRIPT_KATAKANA)
        script = G_UNICODE_SCRIPT_HIRAGANA;
    return script == c->script ? NATIVE : LETTER;
}

static void
put_letter(struct collator *c, gunichar letter, int place)
{
    buf_char(&c->first, (char)class_of(c, letter));
    put_number(&c->first, letter);
    buf_char(&c->first, (char)(0x20 + place));
}

static void
note_initial(struct collator *c, int class, gunichar letter)
{
    if (c->initial_class)
        return;
    c->initial_class = class;
    c->initial = letter;
}

/* The longest stretch of letters from `p` on, at most three, that the alphabet
 * counts as one; how many characters it took, or 0. */
static size_t
put_joined(struct collator *c, const gunichar *p, struct buf *accents)
{
    for (size_t n = 3; n > 1; n--) {
        struct buf word;
        buf_init(&word, BUF_LIMIT_SMALL);
        const gunichar *end = p;
        size_t read = 0;
        for (; read < n && *end && g_unichar_isalpha(*end); read++)
            buf_utf8(&word, read_letter(c, &end, accents));
        buf_clear(accents);
        gunichar behind;
        int place;
        bool one = read == n && place_in(c, word.at, word.n, &behind, &place);
        if (one) {
            if (!c->initial_class) {
                c->initial_letters = strstr(c->letters, word.at);
                c->initial_bytes = word.n;
            }
            note_initial(c, NATIVE, 0);
            put_letter(c, behind, place);
        }
        buf_free(&word);
        if (one)
            return (size_t)(end - p);
    }
    return 0;
}

/* Puts a letter's weights, or those of what it is folded to. */
static void
put_single(struct collator *c, gunichar letter)
{
    char utf8[7] = {0};
    size_t n = (size_t)g_unichar_to_utf8(letter, utf8);
    gunichar behind;
    int place;
    if (place_in(c, utf8, n, &behind, &place)) {
        put_letter(c, behind, place);
        note_initial(c, class_of(c, letter), letter);
        return;
    }
    for (size_t i = 0; i < sizeof folded / sizeof *folded; i++) {
        if (folded[i].from != letter)
            continue;
        const char *to = folded[i].to;
        note_initial(c, class_of(c, letter), g_utf8_get_char(to));
        for (; *to; to = g_utf8_next_char(to))
            put_letter(c, g_utf8_get_char(to), 0);
        buf_str(&c->second, "\x02+");
        return;
    }
    note_initial(c, class_of(c, letter), letter);
    put_letter(c, letter, 0);
}

static void
put_letters(struct collator *c, const gunichar **p)
{
    struct buf accents;
    buf_init(&accents, BUF_LIMIT_SMALL);
    bool small = g_unichar_tolower(**p) == **p;
    size_t joined = *c->letters ? put_joined(c, *p, &accents) : 0;
    if (joined)
        *p += joined;
    else
        put_single(c, read_letter(c, p, &accents));
    buf_char(&c->second, 2);
    buf_add(&c->second, accents.at, accents.n);
    buf_char(&c->third, small ? 2 : 3);
    buf_free(&accents);
}

/* Numbers compare by how many figures they have, then by the figures. */
static void
put_figures(struct collator *c, const gunichar **p)
{
    while (g_unichar_digit_value(**p) == 0)
        ++*p;
    const gunichar *end = *p;
    while (g_unichar_isdigit(*end))
        end++;
    note_initial(c, NUMBER, 0);
    buf_char(&c->first, NUMBER);
    put_number(&c->first, (uint32_t)(end - *p));
    for (; *p < end; ++*p)
        buf_char(&c->first, (char)('0' + g_unichar_digit_value(**p)));
}

static bool
is_sign(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_CURRENCY_SYMBOL || type == G_UNICODE_MATH_SYMBOL ||
           type == G_UNICODE_OTHER_SYMBOL || c == '%' || c == '&' || c == '#' ||
           c == '@';
}

static bool
is_gap(gunichar c)
{
    return g_unichar_isspace(c) || c == '/' ||
           g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION;
}

static bool
is_letter(gunichar c)
{
    if (c == 0x640 || c == 0x30FC) /* they only make words longer */
        return false;
    return g_unichar_isalpha(c) || g_unichar_ismark(c) ||
           g_unichar_type(c) == G_UNICODE_LETTER_NUMBER;
}

/* Thai and Lao write some vowels before the consonant after which they are
 * spoken and sorted. */
static void
swap_vowels(gunichar *text)
{
    for (gunichar *p = text; *p && p[1]; p++) {
        bool thai =
            *p >= 0xE40 && *p <= 0xE44 && p[1] >= 0xE01 && p[1] <= 0xE2E;
        bool lao = *p >= 0xEC0 && *p <= 0xEC4 && p[1] >= 0xE81 && p[1] <= 0xEAE;
        if (!thai && !lao)
            continue;
        gunichar vowel = *p;
        *p = p[1];
        *++p = vowel;
    }
}

static void
collate(struct collator *c, const char *lang, const char *text)
{
    open_collator(c, lang);
    char *apart = g_utf8_normalize(text, -1, G_NORMALIZE_NFD);
    gunichar *all = g_utf8_to_ucs4_fast(apart ? apart : "", -1, NULL);
    swap_vowels(all);
    bool gap = false;
    for (const gunichar *p = all; *p;) {
        if (is_gap(*p)) {
            gap = c->first.n > 0;
            p++;
            continue;
        }
        bool shows = is_letter(*p) || g_unichar_isdigit(*p) || is_sign(*p);
        if (gap && shows)
            buf_char(&c->first, SPACE);
        gap = gap && !shows;
        if (is_letter(*p)) {
            put_letters(c, &p);
        } else if (g_unichar_isdigit(*p)) {
            put_figures(c, &p);
        } else if (is_sign(*p)) {
            note_initial(c, SIGN, 0);
            buf_char(&c->first, SIGN);
            put_number(&c->first, *p++);
        } else {
            p++;
        }
    }
    g_free(all);
    g_free(apart);
}

char *
collate_key(struct arena *a, const char *lang, const char *text)
{
    struct collator c;
    collate(&c, lang, text);
    buf_char(&c.first, LEVEL_END);
    buf_add(&c.first, c.second.at, c.second.n);
    buf_char(&c.first, LEVEL_END);
    buf_add(&c.first, c.third.at, c.third.n);
    buf_char(&c.first, LEVEL_END);
    buf_str(&c.first, text);
    char *key = arena_strn(a, c.first.at, c.first.n);
    close_collator(&c);
    return key;
}

/* The kana that heads the row of another: あ, か, さ … */
static gunichar
kana_row(gunichar kana)
{
    static const gunichar rows[] = {0x3042, 0x304B, 0x3055, 0x305F, 0x306A,
                                    0x306F, 0x307E, 0x3084, 0x3089, 0x308F};
    gunichar row = rows[0];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (kana >= rows[i])
            row = rows[i];
    return row;
}

/* The first consonant of a syllable that was taken apart, plain where it is
 * doubled. */
static gunichar
jamo_initial(gunichar jamo)
{
    static const char consonants[] = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ";
    return jamo <= 0x1112 ? g_utf8_get_char(g_utf8_offset_to_pointer(
                                consonants, jamo - 0x1100))
                          : jamo;
}

/* A letter as a heading shows it. */
static gunichar
heading_of(const struct collator *c)
{
    gunichar letter = c->initial;
    if (g_unichar_get_script(letter) == G_UNICODE_SCRIPT_HIRAGANA)
        return kana_row(letter);
    if (letter >= 0x1100 && letter <= 0x11FF)
        return jamo_initial(letter);
    if (c->dotted && letter == 'i')
        return 0x130;
    /* Georgian has no capitals in titles. */
    return letter >= 0x10D0 && letter <= 0x10FF ? letter
                                                : g_unichar_totitle(letter);
}

const char *
collate_initial(struct arena *a, const char *lang, const char *text)
{
    struct collator c;
    collate(&c, lang, text);
    char utf8[7] = {0};
    const char *initial = "#";
    g_unichar_to_utf8(heading_of(&c), utf8);
    if (c.initial_class == NUMBER)
        initial = "0–9";
    else if (c.initial_letters)
        initial = arena_printf(a, "%c%.*s", g_ascii_toupper(*c.initial_letters),
                               (int)c.initial_bytes - 1, c.initial_letters + 1);
    else if (g_unichar_get_script(c.initial) == G_UNICODE_SCRIPT_HAN)
        initial = "";
    else if (c.initial_class >= NATIVE)
        initial = arena_str(a, utf8);
    close_collator(&c);
    return initial;
}
