/* SPDX-License-Identifier: MIT */
/* What is said to those who print sheets of paper, by language: one row each,
 * in the order of enum doc_print. In braces stand names that are filled in. */
#include "doc/doc.h"

struct language {
    const char *tag;
    const char *lines[DOC_PRINT_COUNT];
};

/* clang-format off */
static const struct language languages[] = {
    {"en",
     {"sheets to print", "A booklet to fold and staple", "Two pages a side",
      "Four pages a side", "Sheets of paper: {n}", "Pages: {n}",
      "Of these, blank: {n}", "In the print dialog", "Paper: {paper}",
      "Size: actual size, 100 %; not “fit to page”",
      "Both sides: yes, flip on the short edge",
      "Both sides: yes, flip on the long edge",
      "Booklet, pages per sheet: off; the pages are arranged already",
      "A printer for one side only: print the odd pages, turn the stack over "
      "about that edge and put it back, print the even pages.",
      "After that", "Keep the sheets in the order in which they come out.",
      "Fold them together, once, in the middle. The first page is outside.",
      "Staple twice through the fold, from outside.",
      "On paper the pages have {n} % of their size.",
      "To read on a screen or to listen to: {file}"}},
};
/* clang-format on */

const char *
doc_print(const char *lang, enum doc_print line)
{
    const char *tag = doc_lang_known(lang);
    for (size_t i = 0; tag && i < sizeof languages / sizeof *languages; i++)
        if (str_eq(languages[i].tag, tag))
            return languages[i].lines[line];
    return languages[0].lines[line];
}
