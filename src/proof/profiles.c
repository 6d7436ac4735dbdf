/* SPDX-License-Identifier: MIT */
/* The guidelines as tables: what each asks for, and where it says so. What a
 * guideline only prefers is in its stylesheet and not here. */
#include "proof/proof_int.h"

#define PT(n) ((n)*STYLE_PT)
#define MM(n) ((int)((n)*72 * STYLE_PT / 25.4))

enum { SINGLE = 1200, APH_LEADING = 1250, ACB_LEADING = 1500 };

#define RNIB_AND_UKAAF                                                         \
    [PROOF_LEADING] = "UKAAF G003, summary: single line at least",             \
    [PROOF_HYPHEN] = "UKAAF MS03: words are not split onto two lines",         \
    [PROOF_JUSTIFIED] = "RNIB Clear Print: left aligned, not justified",       \
    [PROOF_CENTRED] = "UKAAF MS03: text is left aligned",                      \
    [PROOF_SLANT] = "UKAAF MS03: no italics",                                  \
    [PROOF_CAPITALS] = "UKAAF MS03: no large blocks of capital letters",       \
    [PROOF_UNDERLINE] = "UKAAF MS03: no underlining",                          \
    [PROOF_BLANK_LINE] = "UKAAF G003, summary: a blank line between "          \
                         "paragraphs"

static const struct proof_profile profiles[] = {
    {.name = "clear-print",
     .least = PT(12),
     .x_height = MM(2),
     .leading = SINGLE,
     .capitals = 3,
     .folio = FOLIO_SAME_PLACE,
     .measure = {50, 75},
     .source = {RNIB_AND_UKAAF,
                [PROOF_SIZE] = "RNIB Clear Print: 12 pt at least, better 14",
                [PROOF_X_HEIGHT] = "RNIB Clear Print: an x-height of 2 mm at "
                                   "least",
                [PROOF_FOLIO] = "RNIB Clear Print: page numbers in one place",
                [PROOF_MEASURE] = "RNIB Clear Print: 60 to 70 letters a line"}},
    {.name = "large-print",
     .least = PT(16),
     .leading = SINGLE,
     .capitals = 3,
     .folio = FOLIO_SAME_PLACE,
     .measure = {0, 75},
     .source = {RNIB_AND_UKAAF,
                [PROOF_SIZE] = "UKAAF MS03: 16 pt at least, better 18",
                [PROOF_FOLIO] = "UKAAF G003: page numbers in one place",
                [PROOF_MEASURE] = "RNIB: 60 to 70 letters a line"}},
    {.name = "aph",
     .least = PT(18),
     .leading = APH_LEADING,
     .source =
         {[PROOF_SIZE] = "APH Guidelines for Print Document Design: large "
                         "print has 18 pt",
          [PROOF_LEADING] = "APH Guidelines: a leading of 1.25 at least",
          [PROOF_HYPHEN] = "APH Guidelines: no hyphens at line ends",
          [PROOF_JUSTIFIED] = "APH Guidelines: left aligned, ragged right",
          [PROOF_CENTRED] = "APH Guidelines: left aligned",
          [PROOF_SLANT] = "APH Guidelines: bold, not italics",
          [PROOF_LETTERS] = "APH Guidelines: I, l and 1 all look different",
          [PROOF_COLUMNS] = "APH Guidelines: no columns",
          [PROOF_INDENT] = "APH Guidelines: blocked paragraphs",
          [PROOF_BLANK_LINE] = "APH Guidelines: blocked paragraphs, with a "
                               "blank line between"}},
    {.name = "acb-2025",
     .least = PT(18),
     .leading = ACB_LEADING,
     .heading = {PT(22), PT(20)},
     .capitals = 3,
     .long_capitals = true,
     .folio = FOLIO_TOP_RIGHT,
     .source = {[PROOF_SIZE] =
                    "ACB 2025: 18 pt everywhere, in notes, captions, "
                    "heads and feet too",
                [PROOF_HEADING] =
                    "ACB 2025: headings of 22 pt, others of 20 pt",
                [PROOF_LEADING] = "ACB: a line spacing of 1.5 at least",
                [PROOF_JUSTIFIED] = "ACB 2025: flush left, ragged right",
                [PROOF_CENTRED] = "ACB 2025: flush left, headings too",
                [PROOF_SLANT] = "ACB 2025: no italics",
                [PROOF_CAPITALS] = "ACB 2025: no words in capitals",
                [PROOF_BOLD] = "ACB 2025: emphasis by underlining alone",
                [PROOF_COLUMNS] = "ACB 2022: a single column a page",
                [PROOF_FOLIO] = "ACB: page numbers in the top right corner, as "
                                "large as the text",
                [PROOF_INDENT] = "ACB: blocked paragraphs",
                [PROOF_BLANK_LINE] = "ACB: a blank line between paragraphs",
                [PROOF_WIDOW] = "ACB: no widows and orphans"}},
    {.name = "nhs-ais",
     .source = {[PROOF_SIZE] = "NHS Accessible Information Standard: the size "
                               "that was asked for"}},
};

void
proof_limits(const struct proof_profile *profile, int size, int *least,
             int *leading)
{
    *least = profile->least ? profile->least : size;
    if (profile->leading)
        *leading = profile->leading;
}

const struct proof_profile *
proof_profile_of(const char *name)
{
    for (size_t i = 0; i < sizeof profiles / sizeof *profiles; i++)
        if (str_eq(profiles[i].name, name))
            return &profiles[i];
    return NULL;
}
