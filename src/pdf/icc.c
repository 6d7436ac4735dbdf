/* SPDX-License-Identifier: MIT */
/* A small sRGB profile made from constants (IEC 61966-2-1; ICC.1:2004-10,
 * version 4.2): primaries adapted to D50, the parametric tone curve. lcms2's
 * own would carry the time of day. */
#include <string.h>

#include "pdf/pdf_int.h"

static void
put16(struct buf *b, unsigned v)
{
    buf_char(b, (char)(v >> 8));
    buf_char(b, (char)v);
}

static void
put32(struct buf *b, uint32_t v)
{
    put16(b, v >> 16);
    put16(b, v & 0xFFFF);
}

/* Numbers of type s15Fixed16. */
static void
put_fixed(struct buf *b, const double *v, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        double scaled = v[i] * 65536;
        put32(b, (uint32_t)(int32_t)(scaled < 0 ? scaled - .5 : scaled + .5));
    }
}

static void
put_text(struct buf *b, const char *text)
{
    buf_add(b, "mluc\0\0\0\0", 8);
    put32(b, 1);
    put32(b, 12);
    buf_str(b, "enUS");
    put32(b, 2 * (uint32_t)strlen(text));
    put32(b, 28);
    for (; *text; text++)
        put16(b, (unsigned char)*text);
}

static void
put_xyz(struct buf *b, const double *v)
{
    buf_add(b, "XYZ \0\0\0\0", 8);
    put_fixed(b, v, 3);
}

static const double white[3] = {0.9642, 1, 0.8249},
                    primaries[3][3] = {{0.4360747, 0.2225045, 0.0139322},
                                       {0.3850649, 0.7168786, 0.0971045},
                                       {0.1430804, 0.0606169, 0.7141733}},
                    adaptation[9] = {1.0478112,  0.0228866, -0.0501270,
                                     0.0295424,  0.9904844, -0.0170491,
                                     -0.0092345, 0.0150436, 0.7521316},
                    curve[5] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92,
                                0.04045};

static void
put_curve(struct buf *b)
{
    buf_add(b, "para\0\0\0\0", 8);
    put16(b, 3);
    put16(b, 0);
    put_fixed(b, curve, 5);
}

/* 128 bytes: a display profile, RGB to XYZ, of a fixed day. */
static void
put_header(struct buf *b, uint32_t size)
{
    put32(b, size);
    put32(b, 0);
    put32(b, 0x04200000);
    buf_str(b, "mntrRGB XYZ ");
    static const uint16_t day[6] = {2026, 1, 1, 0, 0, 0};
    for (int i = 0; i < 6; i++)
        put16(b, day[i]);
    buf_str(b, "acsp");
    for (int i = 0; i < 7; i++)
        put32(b, 0); /* platform, flags, maker, model, attributes, intent */
    put_fixed(b, white, 3);
    while (b->n < 128)
        put32(b, 0);
}

/* Where each tag's data stands; the three curves share theirs. */
struct tag {
    const char *name;
    size_t at, n;
};

static size_t
put_data(struct buf *b, struct tag *tags)
{
    static const char *const names[] = {"desc", "cprt", "wtpt", "chad", "rXYZ",
                                        "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
    for (size_t i = 0; i < 10; i++) {
        tags[i] = (struct tag){names[i], b->n, 0};
        if (i == 0)
            put_text(b, "sRGB IEC61966-2.1");
        else if (i == 1)
            put_text(b, "No copyright, use freely");
        else if (i == 2)
            put_xyz(b, white);
        else if (i == 3) {
            buf_add(b, "sf32\0\0\0\0", 8);
            put_fixed(b, adaptation, 9);
        } else if (i < 7)
            put_xyz(b, primaries[i - 4]);
        else if (i == 7)
            put_curve(b);
        tags[i].n = b->n - tags[i].at;
        if (i > 7)
            tags[i] = (struct tag){names[i], tags[7].at, tags[7].n};
        while (b->n % 4)
            buf_char(b, 0);
    }
    return 10;
}

uint32_t
pdf_icc_write(struct pdf_writer *w)
{
    struct buf data, all;
    struct tag tags[10];
    buf_init(&data, BUF_LIMIT_SMALL);
    buf_init(&all, BUF_LIMIT_SMALL);
    size_t n = put_data(&data, tags);
    size_t start = 128 + 4 + 12 * n;
    put_header(&all, (uint32_t)(start + data.n));
    put32(&all, (uint32_t)n);
    for (size_t i = 0; i < n; i++) {
        buf_str(&all, tags[i].name);
        put32(&all, (uint32_t)(start + tags[i].at));
        put32(&all, (uint32_t)tags[i].n);
    }
    buf_add(&all, data.at, data.n);
    uint32_t object = pdf_object(w->out);
    pdf_put_stream(w->out, object, "/N 3", all.at, all.n, true);
    buf_free(&data);
    buf_free(&all);
    return object;
}
