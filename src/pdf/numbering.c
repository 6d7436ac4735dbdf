/* SPDX-License-Identifier: MIT */
/* How a list is numbered, as its first label shows it: the values of
 * ListNumbering (ISO 32000-1, 14.8.5.5). */
#include <string.h>

#include "pdf/pdf_int.h"

/* In small letters or capitals, as `a` is. */
static void
put_roman(struct buf *b, int number, char a)
{
    static const struct {
        int value;
        const char *digits;
    } steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                 {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                 {5, "v"},    {4, "iv"},   {1, "i"}};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        for (; number >= steps[i].value; number -= steps[i].value)
            for (const char *p = steps[i].digits; *p; p++)
                buf_char(b, (char)(*p - 'a' + a));
}

/* a to z, aa to zz, … */
static void
put_letters(struct buf *b, int number, char a)
{
    char digits[8];
    size_t n = 0;
    for (; number > 0 && n < sizeof digits; number = (number - 1) / 26)
        digits[n++] = (char)(a + (number - 1) % 26);
    while (n)
        buf_char(b, digits[--n]);
}

static const struct {
    const char *name;
    void (*put)(struct buf *b, int number, char a);
    char a;
} systems[] = {
    {"LowerRoman", put_roman, 'a'},
    {"UpperRoman", put_roman, 'A'},
    {"LowerAlpha", put_letters, 'a'},
    {"UpperAlpha", put_letters, 'A'},
};

enum { LONGEST = 3999 };

/* The letters and digits of a label, without what stands around them. */
static struct pdf_span
core_of(const char *label, size_t n)
{
    const char *end = label + n;
    while (label < end && strchr(" ([", *label))
        label++;
    while (label < end && strchr(" .):]", end[-1]))
        end--;
    return (struct pdf_span){label, (size_t)(end - label)};
}

/* Other systems of numbers have no name there and are decimal. */
static const char *
ordered(struct pdf_span label, int number)
{
    const char *found = "Decimal";
    struct buf b;
    if (number < 1 || number > LONGEST)
        return found;
    buf_init(&b, BUF_LIMIT_SMALL);
    for (size_t i = 0; i < sizeof systems / sizeof *systems; i++) {
        buf_clear(&b);
        systems[i].put(&b, number, systems[i].a);
        if (b.n == label.n && memcmp(b.at, label.at, b.n) == 0) {
            found = systems[i].name;
            break;
        }
    }
    buf_free(&b);
    return found;
}

static const char *
unordered(struct pdf_span label)
{
    static const struct {
        uint32_t sign;
        const char *name;
    } signs[] = {{0x2022, "Disc"},   {0x25CF, "Disc"},   {0x2219, "Disc"},
                 {0x25E6, "Circle"}, {0x25CB, "Circle"}, {0x25AA, "Square"},
                 {0x25A0, "Square"}, {0x25FE, "Square"}};
    const char *end = label.at + label.n;
    uint32_t sign = label.n ? utf8_next(&label.at, end) : 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (label.at == end && signs[i].sign == sign)
            return signs[i].name;
    return "None";
}

const char *
pdf_numbering(const struct doc_node *item, const char *label, size_t n)
{
    const struct doc_list *list = item->parent->list;
    if (!list->ordered)
        return unordered(core_of(label, n));
    int number = list->start;
    for (const struct doc_node *before = item->prev; before;
         before = before->prev)
        number += before->kind == DOC_ITEM;
    return ordered(core_of(label, n), number);
}
