/* SPDX-License-Identifier: MIT */
/* Colours, pictures and graphics states (ISO 19005-2, 6.2.3 to 6.2.10). */
#include <string.h>

#include "verify/pdf_check.h"

enum { SPACE_DEPTH = 6, COLOURS_MOST = 32 };

bool
pdf_icc(struct pdf_check *c, const struct pdfin_object *stream, bool output,
        char space[5])
{
    struct buf b;
    buf_init(&b, (size_t)64 << 20);
    bool sound = pdfin_decode(c->pdf, stream, &b, NULL) && b.n >= 128 &&
                 memcmp(b.at + 36, "acsp", 4) == 0 && (uint8_t)b.at[8] <= 4;
    int64_t colours = pdfin_integer(pdfin_get(c->pdf, stream, "N"), 0);
    if (sound && output)
        sound = memcmp(b.at + 12, "prtr", 4) == 0 ||
                memcmp(b.at + 12, "mntr", 4) == 0;
    if (sound) {
        memcpy(space, b.at + 16, 4);
        space[4] = '\0';
        sound = (strcmp(space, "GRAY") == 0 && colours == 1) ||
                (strcmp(space, "RGB ") == 0 && colours == 3) ||
                (strcmp(space, "CMYK") == 0 && colours == 4) ||
                (strcmp(space, "Lab ") == 0 && colours == 3 && !output);
    }
    buf_free(&b);
    return sound;
}

/* A device's colours, by their space's name. */
static void
check_device(struct pdf_check *c, const char *name,
             const struct pdfin_object *resources)
{
    static const char *const defaults[][3] = {
        {"DeviceGray", "DefaultGray", ""},
        {"DeviceRGB", "DefaultRGB", "RGB "},
        {"DeviceCMYK", "DefaultCMYK", "CMYK"}};
    for (size_t i = 0; i < 3; i++) {
        if (strcmp(name, defaults[i][0]) != 0)
            continue;
        const struct pdfin_object *spaces =
            pdfin_get(c->pdf, resources, "ColorSpace");
        if (pdfin_has(spaces, defaults[i][1]))
            return;
        if (!c->has_intent || (i && strcmp(c->intent_space, defaults[i][2])))
            pdf_find(c, PDF_COLOUR_DEVICE, 0,
                     "%s without an output intent for it", name);
    }
}

void
pdf_check_colour(struct pdf_check *c, const struct pdfin_object *space,
                 const struct pdfin_object *resources, int depth)
{
    static const char *const within[] = {"Indexed", "Pattern", "Separation",
                                         "DeviceN"};
    char icc[5];
    if (depth > SPACE_DEPTH)
        return;
    uint32_t number = pdfin_number_of(space);
    space = pdfin_resolve(c->pdf, space);
    if (space->type == PDFIN_NAME) {
        check_device(c, space->text, resources);
        return;
    }
    if (space->type != PDFIN_ARRAY || pdf_looked(c->looked, c, number))
        return;
    const char *kind = pdfin_name(pdfin_item(c->pdf, space, 0));
    if (space->n == 1)
        check_device(c, kind, resources);
    if (strcmp(kind, "ICCBased") == 0 && space->n > 1) {
        uint32_t profile = pdfin_number_of(&space->items[1]);
        if (!pdf_looked(c->looked, c, profile) &&
            !pdf_icc(c, pdfin_item(c->pdf, space, 1), false, icc))
            pdf_find(c, PDF_COLOUR_PROFILE, profile,
                     "the ICC profile is not valid");
    }
    if (strcmp(kind, "DeviceN") == 0 &&
        pdfin_count(pdfin_item(c->pdf, space, 1)) > COLOURS_MOST)
        pdf_find(c, PDF_LIMIT_COLOURS, number, "DeviceN has %u colours",
                 pdfin_count(pdfin_item(c->pdf, space, 1)));
    for (uint32_t i = 0; i < 4; i++)
        if (strcmp(kind, within[i]) == 0 && space->n > 1 + i / 2)
            pdf_check_colour(c, &space->items[1 + i / 2], resources, depth + 1);
}

void
pdf_check_intent_name(struct pdf_check *c, const struct pdfin_object *o,
                      uint32_t number)
{
    static const char all[] = "RelativeColorimetric AbsoluteColorimetric "
                              "Perceptual Saturation";
    if (o->type != PDFIN_NULL && !str_has_word(all, pdfin_name(o)))
        pdf_find(c, PDF_RENDERING_INTENT, number, "the intent is “%s”",
                 pdfin_name(o));
}

void
pdf_check_transparent(struct pdf_check *c, uint32_t number)
{
    if (!c->has_intent && !c->page_blends)
        pdf_find(c, PDF_TRANSPARENCY, number,
                 "transparency without a colour space to blend in");
}

void
pdf_check_state(struct pdf_check *c, const struct pdfin_object *state,
                uint32_t number)
{
    static const char modes[] =
        "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge "
        "ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation "
        "Color Luminosity";
    struct pdfin *f = c->pdf;
    const struct pdfin_object *modes_given = pdfin_get(f, state, "BM");
    const struct pdfin_object *transfer = pdfin_get(f, state, "TR2");
    const struct pdfin_object *mask = pdfin_get(f, state, "SMask");
    const struct pdfin_object *halftone = pdfin_get(f, state, "HT");
    bool clear = mask->type == PDFIN_DICTIONARY ||
                 pdfin_number(pdfin_get(f, state, "CA"), 1) < 1 ||
                 pdfin_number(pdfin_get(f, state, "ca"), 1) < 1;
    if (pdf_looked(c->looked, c, number))
        return;
    if (pdfin_has(state, "TR") || pdfin_has(state, "HTP") ||
        (transfer->type != PDFIN_NULL && !pdfin_is(transfer, "Default")))
        pdf_find(c, PDF_STATE_TRANSFER, number,
                 "the graphics state has TR, TR2 or HTP");
    int64_t kind = pdfin_integer(pdfin_get(f, halftone, "HalftoneType"), 1);
    if (halftone->type >= PDFIN_DICTIONARY &&
        ((kind != 1 && kind != 5) || pdfin_has(halftone, "HalftoneName")))
        pdf_find(c, PDF_STATE_TRANSFER, number, "a halftone of type %lld",
                 (long long)kind);
    pdf_check_intent_name(c, pdfin_get(f, state, "RI"), number);
    for (uint32_t i = 0; i < pdfin_count(modes_given); i++) {
        const char *mode = pdfin_name(pdfin_member(f, modes_given, i));
        if (!str_has_word(modes, mode))
            pdf_find(c, PDF_BLEND_MODE, number, "the mode is “%s”", mode);
        clear |= strcmp(mode, "Normal") != 0 && strcmp(mode, "Compatible") != 0;
    }
    if (clear)
        pdf_check_transparent(c, number);
}

/* The header of JPEG 2000 (ISO 19005-2, 6.2.8.3): one that JP2 begins with. */
static void
check_jpx(struct pdf_check *c, const struct pdfin_object *image,
          uint32_t number)
{
    struct buf b;
    const char *picture;
    buf_init(&b, BUF_LIMIT_OUTPUT);
    pdfin_decode(c->pdf, image, &b, &picture);
    const char *header =
        b.n > 32 ? memmem(b.at, b.n < 4096 ? b.n : 4096, "ihdr", 4) : NULL;
    if (picture && strcmp(picture, "JPXDecode") == 0 &&
        (!header || memcmp(b.at + 4, "jP  ", 4) != 0))
        pdf_find(c, PDF_IMAGE_JPX, number,
                 "the picture is not in the file format of JPEG 2000");
    buf_free(&b);
}

void
pdf_check_image(struct pdf_check *c, const struct pdfin_object *image,
                uint32_t number, const struct pdfin_object *resources)
{
    struct pdfin *f = c->pdf;
    bool mask = pdfin_true(pdfin_get(f, image, "ImageMask"));
    int64_t bits = pdfin_integer(pdfin_get(f, image, "BitsPerComponent"), 0);
    bool jpx = pdfin_is(pdfin_member(f, pdfin_get(f, image, "Filter"), 0),
                        "JPXDecode");
    if (pdf_looked(c->looked, c, number))
        return;
    if (pdfin_has(image, "Alternates") || pdfin_has(image, "OPI") ||
        pdfin_true(pdfin_get(f, image, "Interpolate")))
        pdf_find(c, PDF_IMAGE_KEYS, number,
                 "the picture has Alternates or OPI, or is interpolated");
    if (pdfin_integer(pdfin_get(f, image, "Width"), 0) < 1 ||
        pdfin_integer(pdfin_get(f, image, "Height"), 0) < 1)
        pdf_find(c, PDF_IMAGE_BITS, number, "the picture has no size");
    if (!mask && !jpx && bits != 1 && bits != 2 && bits != 4 && bits != 8 &&
        bits != 16)
        pdf_find(c, PDF_IMAGE_BITS, number, "the picture has %lld bits",
                 (long long)bits);
    if (mask && bits > 1)
        pdf_find(c, PDF_IMAGE_BITS, number, "a mask has %lld bits",
                 (long long)bits);
    if (jpx)
        check_jpx(c, image, number);
    pdf_check_intent_name(c, pdfin_get(f, image, "Intent"), number);
    if (!mask)
        pdf_check_colour(c, pdfin_raw(image, "ColorSpace"), resources, 0);
    const struct pdfin_object *soft = pdfin_get(f, image, "SMask");
    if (soft->type == PDFIN_STREAM) {
        pdf_check_transparent(c, number);
        pdf_check_image(c, soft, pdfin_number_of(pdfin_raw(image, "SMask")),
                        resources);
    }
}
