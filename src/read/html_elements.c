/* SPDX-License-Identifier: MIT */
/* What the elements of HTML become, sorted by name. */
#include "read/html_int.h"

#include <stdlib.h>
#include <string.h>

static const struct element elements[] = {
    {"a", DOC_LINK, AS_NODE, NULL},
    {"abbr", DOC_ABBREVIATION, AS_NODE, NULL},
    {"acronym", DOC_ABBREVIATION, AS_NODE, NULL},
    {"address", DOC_DIV, AS_NODE, "address"},
    {"applet", DOC_DIV, CLEARED, NULL},
    {"article", DOC_DIV, AS_NODE, NULL},
    {"aside", DOC_PANEL, AS_NODE, NULL},
    {"audio", DOC_DIV, CLEARED, NULL},
    {"b", DOC_STRONG, AS_NODE, NULL},
    {"base", DOC_DIV, VOID_CLEARED, NULL},
    {"bdi", DOC_SPAN, AS_NODE, NULL},
    {"bdo", DOC_SPAN, AS_NODE, NULL},
    {"blockquote", DOC_QUOTE, AS_NODE, NULL},
    {"body", DOC_DIV, SILENT, NULL},
    {"br", DOC_LINE_BREAK, AS_NODE, NULL},
    {"button", DOC_DIV, CLEARED, NULL},
    {"canvas", DOC_DIV, CLEARED, NULL},
    {"caption", DOC_TABLE_CAPTION, AS_NODE, NULL},
    {"center", DOC_DIV, AS_NODE, "center"},
    {"cite", DOC_CITE, AS_NODE, NULL},
    {"code", DOC_CODE, AS_NODE, NULL},
    {"col", DOC_DIV, SILENT, NULL},
    {"colgroup", DOC_DIV, SILENT, NULL},
    {"dd", DOC_DEFINITION, AS_NODE, NULL},
    {"del", DOC_STRIKE, AS_NODE, NULL},
    {"details", DOC_DIV, AS_NODE, "details"},
    {"dfn", DOC_EMPHASIS, AS_NODE, NULL},
    {"div", DOC_DIV, AS_NODE, NULL},
    {"dl", DOC_DEFINITIONS, AS_NODE, NULL},
    {"dt", DOC_TERM, AS_NODE, NULL},
    {"em", DOC_EMPHASIS, AS_NODE, NULL},
    {"embed", DOC_DIV, VOID_CLEARED, NULL},
    {"figcaption", DOC_CAPTION, AS_NODE, NULL},
    {"figure", DOC_FIGURE, AS_NODE, NULL},
    {"footer", DOC_DIV, AS_NODE, NULL},
    {"frame", DOC_DIV, VOID_CLEARED, NULL},
    {"frameset", DOC_DIV, CLEARED, NULL},
    {"h1", DOC_HEADING, AS_NODE, NULL},
    {"h2", DOC_HEADING, AS_NODE, NULL},
    {"h3", DOC_HEADING, AS_NODE, NULL},
    {"h4", DOC_HEADING, AS_NODE, NULL},
    {"h5", DOC_HEADING, AS_NODE, NULL},
    {"h6", DOC_HEADING, AS_NODE, NULL},
    {"head", DOC_DIV, CLEARED, NULL},
    {"header", DOC_DIV, AS_NODE, NULL},
    {"hgroup", DOC_DIV, SILENT, NULL},
    {"hr", DOC_RULE, AS_NODE, NULL},
    {"html", DOC_DIV, SILENT, NULL},
    {"i", DOC_EMPHASIS, AS_NODE, NULL},
    {"iframe", DOC_DIV, CLEARED, NULL},
    {"img", DOC_IMAGE, AS_NODE, NULL},
    {"input", DOC_DIV, VOID_CLEARED, NULL},
    {"ins", DOC_INSERT, AS_NODE, NULL},
    {"kbd", DOC_KEYBOARD, AS_NODE, NULL},
    {"li", DOC_ITEM, AS_NODE, NULL},
    {"link", DOC_DIV, VOID_CLEARED, NULL},
    {"main", DOC_DIV, SILENT, NULL},
    {"map", DOC_DIV, CLEARED, NULL},
    {"mark", DOC_MARK, AS_NODE, NULL},
    {"math", DOC_DIV, CLEARED, NULL},
    {"menu", DOC_LIST, AS_NODE, NULL},
    {"meta", DOC_DIV, VOID_CLEARED, NULL},
    {"nav", DOC_DIV, AS_NODE, NULL},
    {"noscript", DOC_DIV, SILENT, NULL},
    {"object", DOC_DIV, CLEARED, NULL},
    {"ol", DOC_LIST, AS_NODE, NULL},
    {"p", DOC_PARAGRAPH, AS_NODE, NULL},
    {"picture", DOC_SPAN, SILENT, NULL},
    {"pre", DOC_CODE_BLOCK, AS_NODE, NULL},
    {"q", DOC_QUOTED, AS_NODE, NULL},
    {"s", DOC_STRIKE, AS_NODE, NULL},
    {"samp", DOC_CODE, AS_NODE, NULL},
    {"script", DOC_DIV, CLEARED, NULL},
    {"section", DOC_SECTION, AS_NODE, NULL},
    {"select", DOC_DIV, CLEARED, NULL},
    {"small", DOC_SMALL, AS_NODE, NULL},
    {"source", DOC_DIV, SILENT, NULL},
    {"span", DOC_SPAN, AS_NODE, NULL},
    {"strike", DOC_STRIKE, AS_NODE, NULL},
    {"strong", DOC_STRONG, AS_NODE, NULL},
    {"style", DOC_DIV, CLEARED, NULL},
    {"sub", DOC_SUBSCRIPT, AS_NODE, NULL},
    {"summary", DOC_PARAGRAPH, AS_NODE, "summary"},
    {"sup", DOC_SUPERSCRIPT, AS_NODE, NULL},
    {"svg", DOC_DIV, CLEARED, NULL},
    {"table", DOC_TABLE, AS_NODE, NULL},
    {"tbody", DOC_TABLE_BODY, AS_NODE, NULL},
    {"td", DOC_CELL, AS_NODE, NULL},
    {"template", DOC_DIV, CLEARED, NULL},
    {"textarea", DOC_DIV, CLEARED, NULL},
    {"tfoot", DOC_TABLE_BODY, AS_NODE, NULL},
    {"th", DOC_CELL, AS_NODE, NULL},
    {"thead", DOC_TABLE_HEAD, AS_NODE, NULL},
    {"time", DOC_SPAN, AS_NODE, NULL},
    {"title", DOC_DIV, CLEARED, NULL},
    {"tr", DOC_ROW, AS_NODE, NULL},
    {"tt", DOC_CODE, AS_NODE, NULL},
    {"u", DOC_UNDERLINE, AS_NODE, NULL},
    {"ul", DOC_LIST, AS_NODE, NULL},
    {"var", DOC_EMPHASIS, AS_NODE, NULL},
    {"video", DOC_DIV, CLEARED, NULL},
    {"wbr", DOC_SPAN, SILENT, NULL},
};

static const char void_elements[] =
    "area base br col embed frame hr img input link meta param source track "
    "wbr";

static int
compare_names(const void *key, const void *element)
{
    return strcmp(key, ((const struct element *)element)->name);
}

const struct element *
html_element(const char *name)
{
    return bsearch(name, elements, sizeof elements / sizeof *elements,
                   sizeof *elements, compare_names);
}

bool
html_is_void(const char *name)
{
    return str_has_word(void_elements, name);
}
