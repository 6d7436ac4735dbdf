/* SPDX-License-Identifier: MIT */
/* The vocabulary: one row a kind. Read several times, hence no guard.
 * DOC_KIND(name, dump name, XHTML element, class, epub:type, role, PDF
 * structure type, content model); 0 is NULL. PART is transparent so that a
 * selector sees what the EPUB has: each division in a file of its own. */

/* divisions */
DOC_KIND(BOOK, "book", "body", 0, 0, 0, "Document", ROOT)
DOC_KIND(PART, "part", 0, 0, 0, 0, "Part", DIVISION)
DOC_KIND(COVER, "cover", "section", "cover", "cover", 0, "Sect", DIVISION)
DOC_KIND(TITLE_PAGE, "title-page", "section", "title-page", "titlepage", 0,
         "Sect", DIVISION)
DOC_KIND(IMPRINT, "imprint", "section", "imprint", "copyright-page", 0, "Sect",
         DIVISION)
DOC_KIND(CONTENTS, "contents", "nav", "contents", "toc", "doc-toc", "Sect",
         DIVISION)
DOC_KIND(FIGURE_LIST, "figure-list", "nav", "contents figure-list", "loi", 0,
         "Sect", DIVISION)
DOC_KIND(TABLE_LIST, "table-list", "nav", "contents table-list", "lot", 0,
         "Sect", DIVISION)
DOC_KIND(PART_OPENING, "part-opening", "section", "part-opening", "part",
         "doc-part", "Sect", DIVISION)
DOC_KIND(ARTICLE, "article", "article", 0, 0, 0, "Art", DIVISION)
DOC_KIND(SOURCES, "sources", "section", "sources", "bibliography",
         "doc-bibliography", "Sect", DIVISION)
DOC_KIND(INDEX, "index", "section", "index", "index", "doc-index", "Index",
         DIVISION)
DOC_KIND(COLOPHON, "colophon", "section", "colophon", "colophon",
         "doc-colophon", "Sect", DIVISION)

/* blocks that hold blocks */
DOC_KIND(OPENING, "opening", "header", "opening", 0, 0, "Div", BLOCK)
DOC_KIND(SECTION, "section", "section", 0, 0, 0, "Sect", BLOCK)
DOC_KIND(DIV, "div", "div", 0, 0, 0, "Div", BLOCK)
DOC_KIND(PANEL, "panel", "aside", "panel", 0, 0, "Sect", BLOCK)
DOC_KIND(QUOTE, "quote", "blockquote", 0, 0, 0, "BlockQuote", BLOCK)
DOC_KIND(LIST, "list", "ul", 0, 0, 0, "L", BLOCK)
DOC_KIND(ITEM, "item", "li", 0, 0, 0, "LI", BLOCK)
DOC_KIND(DEFINITIONS, "definitions", "dl", 0, 0, 0, "L", BLOCK)
DOC_KIND(DEFINITION, "definition", "dd", 0, 0, 0, "LI", BLOCK)
DOC_KIND(FIGURE, "figure", "figure", 0, 0, 0, "Div", BLOCK)
DOC_KIND(TABLE, "table", "table", 0, 0, 0, "Table", BLOCK)
DOC_KIND(TABLE_HEAD, "table-head", "thead", 0, 0, 0, "THead", BLOCK)
DOC_KIND(TABLE_BODY, "table-body", "tbody", 0, 0, 0, "TBody", BLOCK)
DOC_KIND(ROW, "row", "tr", 0, 0, 0, "TR", BLOCK)
DOC_KIND(NOTES, "notes", "section", "notes", "footnotes", 0, 0, BLOCK)
DOC_KIND(NOTE, "note", "aside", "note", "footnote", "doc-footnote", "Note",
         BLOCK)
DOC_KIND(TOC, "toc", "ol", "toc", 0, 0, "TOC", BLOCK)
DOC_KIND(TOC_ENTRY, "toc-entry", "li", "toc-entry", 0, 0, "TOCI", BLOCK)
DOC_KIND(INDEX_GROUP, "index-group", "section", "index-group", "index-group", 0,
         "Sect", BLOCK)
DOC_KIND(INDEX_LIST, "index-list", "ul", "index-list", "index-entry-list", 0,
         "L", BLOCK)
DOC_KIND(INDEX_ENTRY, "index-entry", "li", "index-entry", "index-entry", 0,
         "LI", BLOCK)
DOC_KIND(INDEX_LOCATORS, "index-locators", "ul", "index-locators",
         "index-locator-list", 0, "L", BLOCK)
DOC_KIND(INDEX_LOCATOR, "index-locator", "li", "index-locator", 0, 0, "LI",
         BLOCK)

/* blocks that hold inlines */
DOC_KIND(PARAGRAPH, "paragraph", "p", 0, 0, 0, "P", LEAF)
DOC_KIND(TITLE, "title", "h1", "title", 0, 0, "H1", LEAF)
DOC_KIND(HEADING, "heading", "h2", 0, 0, 0, "H2", LEAF)
DOC_KIND(TERM, "term", "dt", 0, 0, 0, "P", LEAF)
DOC_KIND(CAPTION, "caption", "figcaption", 0, 0, 0, "Caption", LEAF)
DOC_KIND(TABLE_CAPTION, "table-caption", "caption", 0, 0, 0, "Caption", LEAF)
DOC_KIND(CELL, "cell", "td", 0, 0, 0, "TD", LEAF)
DOC_KIND(CODE_BLOCK, "code-block", "pre", 0, 0, 0, "P", LEAF)
DOC_KIND(RULE, "rule", "hr", 0, 0, 0, 0, LEAF)

/* inlines that hold inlines */
DOC_KIND(EMPHASIS, "emphasis", "em", 0, 0, 0, "Span", INLINE)
DOC_KIND(STRONG, "strong", "strong", 0, 0, 0, "Span", INLINE)
DOC_KIND(STRIKE, "strike", "s", 0, 0, 0, "Span", INLINE)
DOC_KIND(UNDERLINE, "underline", "u", 0, 0, 0, "Span", INLINE)
DOC_KIND(SUPERSCRIPT, "superscript", "sup", 0, 0, 0, "Span", INLINE)
DOC_KIND(SUBSCRIPT, "subscript", "sub", 0, 0, 0, "Span", INLINE)
DOC_KIND(SMALL, "small", "small", 0, 0, 0, "Span", INLINE)
DOC_KIND(MARK, "mark", "mark", 0, 0, 0, "Span", INLINE)
DOC_KIND(INSERT, "insert", "ins", 0, 0, 0, "Span", INLINE)
DOC_KIND(KEYBOARD, "keyboard", "kbd", 0, 0, 0, "Code", INLINE)
DOC_KIND(CITE, "cite", "cite", 0, 0, 0, "Span", INLINE)
DOC_KIND(QUOTED, "quoted", "q", 0, 0, 0, "Quote", INLINE)
DOC_KIND(ABBREVIATION, "abbreviation", "abbr", 0, 0, 0, "Span", INLINE)
DOC_KIND(SPAN, "span", "span", 0, 0, 0, "Span", INLINE)
DOC_KIND(INDEX_TERM, "index-term", "span", "index-term", "index-term", 0,
         "Span", INLINE)
DOC_KIND(LINK, "link", "a", 0, 0, 0, "Link", INLINE)

/* inlines that hold nothing */
DOC_KIND(TEXT, "text", 0, 0, 0, 0, 0, ATOM)
DOC_KIND(LINE_BREAK, "line-break", "br", 0, 0, 0, 0, ATOM)
DOC_KIND(CODE, "code", "code", 0, 0, 0, "Code", ATOM)
DOC_KIND(IMAGE, "image", "img", 0, 0, 0, "Figure", ATOM)
DOC_KIND(NOTE_REF, "note-ref", "a", "noteref", "noteref", "doc-noteref",
         "Reference", ATOM)
DOC_KIND(LEADER, "leader", "span", "leader", 0, 0, 0, ATOM)
DOC_KIND(PAGE_REF, "page-ref", 0, 0, 0, 0, 0, ATOM)
