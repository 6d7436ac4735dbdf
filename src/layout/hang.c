/* SPDX-License-Identifier: MIT */
/* Optical margins: how far signs at the ends of a line hang out, so that its
 * edges look straight (Hàn Thế Thành, "Micro-typographic extensions to the TeX
 * typesetting system", 2000, chapter 4). */
#include "layout/par_int.h"

/* In hundredths of the sign's advance; left is where lines start, right where
 * they end, in text from the right too: its signs are mirrored. */
struct hang {
    uint32_t code;
    uint8_t left, right;
};

static const struct hang hangs[] = {
    {'!', 0, 10},
    {'"', 40, 40},
    {'\'', 50, 50},
    {'(', 10, 0},
    {')', 0, 10},
    {',', 0, 60},
    {'-', 0, 50},
    {'.', 0, 60},
    {':', 0, 40},
    {';', 0, 40},
    {'?', 0, 15},
    {'A', 5, 5},
    {'F', 0, 5},
    {'J', 5, 0},
    {'L', 0, 5},
    {'T', 5, 5},
    {'V', 5, 5},
    {'W', 5, 5},
    {'X', 5, 5},
    {'Y', 5, 5},
    {'k', 0, 5},
    {'r', 0, 5},
    {'t', 0, 5},
    {'v', 5, 5},
    {'w', 5, 5},
    {'x', 5, 5},
    {'y', 5, 5},
    {0xAB, 20, 20},
    {0xAD, 0, 50},
    {0xBB, 20, 20},
    {0x5BE, 0, 40},
    {0x60C, 0, 50},
    {0x61B, 0, 40},
    {0x61F, 0, 15},
    {0x6D4, 0, 40},
    {0x2010, 0, 50},
    {0x2013, 0, 30},
    {0x2014, 0, 20},
    {0x2018, 50, 50},
    {0x2019, 50, 50},
    {0x201A, 40, 0},
    {0x201C, 40, 40},
    {0x201D, 40, 40},
    {0x201E, 40, 0},
    {0x2026, 0, 10},
    /* half of these signs of Chinese and Japanese is blank */
    {0x3001, 0, 50},
    {0x3002, 0, 50},
    {0x3008, 50, 0},
    {0x3009, 0, 50},
    {0x300A, 50, 0},
    {0x300B, 0, 50},
    {0x300C, 50, 0},
    {0x300D, 0, 50},
    {0x300E, 50, 0},
    {0x300F, 0, 50},
    {0x3010, 50, 0},
    {0x3011, 0, 50},
    {0x3014, 50, 0},
    {0x3015, 0, 50},
    {0xFF08, 50, 0},
    {0xFF09, 0, 50},
    {0xFF0C, 0, 50},
    {0xFF0E, 0, 50},
    {0xFF3B, 50, 0},
    {0xFF3D, 0, 50},
    {0xFF5B, 50, 0},
    {0xFF5D, 0, 50},
};

static const struct hang *
hang_of(uint32_t code)
{
    size_t low = 0, high = sizeof hangs / sizeof *hangs;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (hangs[middle].code == code)
            return &hangs[middle];
        if (hangs[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

int
hang_left(const char *text, size_t n, int width)
{
    const struct hang *h = hang_of(utf8_next(&text, text + n));
    return h ? width * h->left / 100 : 0;
}

int
hang_right(const char *text, size_t n, int width)
{
    const char *end = text + n;
    const struct hang *h = hang_of(utf8_prev(&end, text));
    return h ? width * h->right / 100 : 0;
}
