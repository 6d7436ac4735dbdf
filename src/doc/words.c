/* SPDX-License-Identifier: MIT */
/* Words and dates of generated pages, by language. */
#include "doc/doc.h"

#include <string.h>

static const char *const english[DOC_WORD_COUNT] = {
    [DOC_WORD_CONTENTS] = "Contents",
    [DOC_WORD_NOTES] = "Notes",
    [DOC_WORD_SOURCES] = "Sources",
    [DOC_WORD_COVER] = "Cover",
    [DOC_WORD_TITLE_PAGE] = "Title page",
    [DOC_WORD_IMPRINT] = "Imprint",
    [DOC_WORD_COLOPHON] = "Colophon",
    [DOC_WORD_LANDMARKS] = "Landmarks",
    [DOC_WORD_START] = "Start of content",
    [DOC_WORD_BACK] = "Back to the text",
    [DOC_WORD_NOTE] = "Note",
    [DOC_WORD_WARNING] = "Warning",
    [DOC_WORD_TIP] = "Tip",
    [DOC_WORD_IMPORTANT] = "Important",
    [DOC_WORD_CAUTION] = "Caution",
    [DOC_WORD_PUBLISHED] = "Published",
    [DOC_WORD_UPDATED] = "Updated",
    [DOC_WORD_REVIEW_BY] = "Review by",
    [DOC_WORD_PART] = "Part",
    [DOC_WORD_PAGE] = "Page",
    [DOC_WORD_DONE] = "done",
    [DOC_WORD_OPEN] = "to do",
    [DOC_WORD_IDENTIFIER] = "Identifier",
    [DOC_WORD_TYPEFACES] = "Typefaces",
    [DOC_WORD_BY] = "by",
    [DOC_WORD_TAGS] = "Tags",
    [DOC_WORD_CONTACT] = "Contact",
};

const char *
doc_word(const char *lang, enum doc_word word)
{
    (void)lang;
    return english[word];
}

char *
doc_date(struct arena *a, const char *lang, struct date date)
{
    static const char *const months[12] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    (void)lang;
    return arena_printf(a, "%s %d, %d", months[date.month - 1], date.day,
                        date.year);
}
