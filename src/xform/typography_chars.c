/* SPDX-License-Identifier: MIT */
/* Classes of code points, as far as typography asks. */
#include "xform/typography_int.h"

bool
char_is_space(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}

bool
char_is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

/* Beyond ASCII all but spaces and the blocks of punctuation count. */
bool
char_is_word(uint32_t c)
{
    if (c < 0x80)
        return char_is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    if (c < 0xC0)
        return c == 0xAA || c == 0xB5 || c == 0xBA || c == 0xB2 || c == 0xB3 ||
               c == 0xB9 || (c >= 0xBC && c <= 0xBE);
    if (c >= 0x2000 && c <= 0x206F)
        return false;
    if ((c >= 0x2190 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) ||
        (c >= 0xFF00 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
        (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65))
        return false;
    return c != 0xD7 && c != 0xF7 && c != 0x60C && c != 0x61B && c != 0x61F &&
           c != 0x5BE;
}

/* Capitals of Latin, Greek and Cyrillic, the scripts that have abbreviated
 * titles before names. */
bool
char_is_upper(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
           (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F) ||
           (c >= 0x100 && c <= 0x17F && !(c & 1));
}

bool
char_is_opening(uint32_t c)
{
    static const uint32_t opening[] = {'(',    '[',    '{',    '<',    0xA1,
                                       0xBF,   0xAB,   0x2018, 0x201A, 0x201C,
                                       0x201E, 0x2039, 0x300C, 0x300E};
    for (size_t i = 0; i < sizeof opening / sizeof *opening; i++)
        if (c == opening[i])
            return true;
    return false;
}

bool
char_is_joint(uint32_t c)
{
    return c == '-' || c == '/' || c == '=' || c == '+' || c == '*' ||
           c == '|' || c == '~' || c == '_' || (c >= 0x2010 && c <= 0x2015);
}

bool
char_is_ideograph(uint32_t c)
{
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}
