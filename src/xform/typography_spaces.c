/* SPDX-License-Identifier: MIT */
/* Spaces: where a line must not break, and the thin ones of French. */
#include <string.h>

#include "xform/typography_int.h"

#define NBSP "\u00A0"
#define NNBSP "\u202F"

enum { LONGEST_UNIT = 8, LONGEST_TITLE = 8 };

static const char units[] =
    "mg µg μg mcg g kg ng ml mL l L dl dL cl µl μl µL μL mm cm m km kcal kJ Hz "
    "kHz MHz mmHg mmol mol IU UI IE ME h min ms % ‰ ° °C °F € £ V W kW lb oz "
    "ft мг г кг мл л мм см м км ч";

/* Words behind a range of figures, so that 6-8 is no part of a code. */
static const char counted[] =
    "weeks week months month years year days day hours hour minutes minute "
    "seconds times people patients sessions doses tablets percent semanas "
    "meses años días horas minutos Wochen Monate Jahre Tage Stunden Minuten "
    "semaines mois ans jours heures minutes settimane mesi anni giorni ore";

/* The word from `i` on, as UTF-8; empty where it is too long. */
static size_t
word_from(const struct line *line, size_t i, char *out, size_t most)
{
    size_t n = 0, bytes = 0;
    for (uint32_t c; (c = line_at(line, i + n)) &&
                     (char_is_word(c) || c == '%' || c == 0xB0 || c == 0x2030 ||
                      c == 0x20AC || c == 0xA3);
         n++) {
        if (n == most)
            return out[0] = '\0', 0;
        bytes += utf8_put(out + bytes, c);
    }
    out[bytes] = '\0';
    return n;
}

static bool
is_unit(const struct line *line, size_t i)
{
    char word[4 * LONGEST_UNIT + 1];
    return word_from(line, i, word, LONGEST_UNIT) && str_has_word(units, word);
}

/* Whether what stands before `i`, back to a space or bracket, is listed. */
static bool
follows(const struct line *line, size_t i, const char *list)
{
    size_t from = i;
    while (list && from && i - from <= LONGEST_TITLE &&
           !char_is_space(line_at(line, from - 1)) &&
           !char_is_opening(line_at(line, from - 1)))
        from--;
    if (!list || from == i || i - from > LONGEST_TITLE)
        return false;
    char word[4 * LONGEST_TITLE + 1];
    size_t n = 0;
    for (size_t j = from; j < i; j++)
        n += utf8_put(word + n, line_at(line, j));
    word[n] = '\0';
    return str_has_word(list, word);
}

/* Whether French sets a space before the mark at `i`. */
static bool
is_set_off(const struct line *line, size_t i)
{
    enum french french = line->setting->french;
    uint32_t c = line_at(line, i), next = line_at(line, i + 1);
    if (french == NOT_FRENCH)
        return false;
    if (c == 0xBB)
        return true;
    if (c == ':')
        return char_is_space(next) || next == '"' || next == 0xBB;
    return french == FRENCH && (c == ';' || c == '!' || c == '?') &&
           !char_is_word(next);
}

static bool
is_unbreakable(const struct line *line, size_t i)
{
    const struct setting *s = line->setting;
    uint32_t prev = line->prev, next = line_at(line, i + 1);
    if (char_is_digit(prev) && is_unit(line, i + 1))
        return true;
    if (char_is_upper(next) && follows(line, i, s->before_name))
        return true;
    if (char_is_digit(next) && follows(line, i, s->before_number))
        return true;
    /* The dash of Slavic languages begins no line. */
    if (s->dash && strcmp(s->dash, "—") == 0 &&
        (next == 0x2014 || (next == '-' && line_at(line, i + 2) == ' ')))
        return char_is_word(prev);
    return char_is_word(next) && follows(line, i, s->sticky);
}

void
spaces_put(struct line *line, size_t i)
{
    uint32_t next = line_at(line, i + 1);
    bool french = line->setting->french != NOT_FRENCH;
    if (line->prev && next && !char_is_space(line->prev) &&
        is_set_off(line, i + 1))
        line_put(line, NNBSP);
    else if (french && line->prev == 0xAB && next)
        line_put(line, NNBSP);
    else if (line->prev && next && is_unbreakable(line, i))
        line_put(line, NBSP);
    else
        line_put_char(line, ' ');
}

/* A mark of French needs a space before it behind words and what closes
 * them; « needs one behind it. */
void
spaces_before_mark(struct line *line, size_t i)
{
    uint32_t c = line_at(line, i), prev = line->prev;
    bool behind = char_is_word(prev) || prev == ')' || prev == ']' ||
                  prev == '%' || prev == 0x2026 || prev == 0x2019 ||
                  prev == 0x201D || prev == 0xBB ||
                  (c == 0xBB && !char_is_space(prev));
    if (is_set_off(line, i) && behind)
        line_put(line, NNBSP);
    line_put_char(line, c);
    if (c == 0xAB && line->setting->french != NOT_FRENCH &&
        !char_is_space(line_at(line, i + 1)))
        line_put(line, NNBSP);
}

static size_t
digits_from(const struct line *line, size_t i)
{
    size_t n = 0;
    while (n < 5 && char_is_digit(line_at(line, i + n)))
        n++;
    return n;
}

bool
spaces_is_range(const struct line *line, size_t i)
{
    size_t before = 0;
    while (before < 5 && i > before &&
           char_is_digit(line_at(line, i - 1 - before)))
        before++;
    size_t after = digits_from(line, i + 1), end = i + 1 + after;
    if (!before || !after || before > 4 || after > 4)
        return false;
    uint32_t outer = i > before ? line_at(line, i - 1 - before) : 0;
    if (!char_is_space(outer) && outer != '(')
        return false;
    uint32_t c = line_at(line, end);
    if (c == '%')
        return true;
    if (c != ' ' && c != 0xA0)
        return false;
    char word[4 * LONGEST_UNIT + 1];
    return is_unit(line, end + 1) ||
           (word_from(line, end + 1, word, LONGEST_UNIT) &&
            str_has_word(counted, word));
}
