/* SPDX-License-Identifier: MIT */
/* Every message: DIAG(name, id, severity), by the stage that finds it. Read
 * several times, hence no include guard. */

/* files and outputs */
DIAG(FILE_UNREADABLE, "file-unreadable", ERROR)
DIAG(FILE_TOO_LARGE, "file-too-large", ERROR)
DIAG(FILE_OUTSIDE, "file-outside", ERROR)
DIAG(OUTPUT_UNWRITABLE, "output-unwritable", ERROR)
DIAG(VERIFY_FORMAT, "verify-format", ERROR)
DIAG(EVIDENCE_STALE, "evidence-stale", NOTE)
DIAG(EVIDENCE_LETTERS, "evidence-letters", WARNING)
DIAG(EPOCH_INVALID, "epoch-invalid", ERROR)
DIAG(OUTPUT_CLASH, "output-clash", ERROR)
DIAG(BOOKLET_THICK, "booklet-thick", WARNING)
DIAG(SHEETS_SMALL, "sheets-small", WARNING)
DIAG(NO_ARTICLES, "no-articles", ERROR)
DIAG(EDITION_UNKNOWN, "edition-unknown", ERROR)
DIAG(PAGE_UNKNOWN, "page-unknown", ERROR)

/* YAML: the manifest and front matter */
DIAG(YAML_SYNTAX, "yaml-syntax", ERROR)
DIAG(YAML_DUPLICATE_KEY, "yaml-duplicate-key", ERROR)
DIAG(KEY_UNKNOWN, "key-unknown", ERROR)
DIAG(KEY_MISSING, "key-missing", ERROR)
DIAG(VALUE_TYPE, "value-type", ERROR)
DIAG(VALUE_INVALID, "value-invalid", ERROR)

/* languages */
DIAG(LANGUAGE_MISSING, "language-missing", WARNING)
DIAG(LANGUAGE_EMPTY, "language-empty", WARNING)
DIAG(LANGUAGE_UNLISTED, "language-unlisted", WARNING)
DIAG(TRANSLATION_UNKNOWN, "translation-unknown", ERROR)
DIAG(TRANSLATION_CLASH, "translation-clash", ERROR)

/* articles */
DIAG(UTF8_INVALID, "utf8-invalid", ERROR)
DIAG(ARTICLE_EMPTY, "article-empty", ERROR)
DIAG(FRONT_MATTER_UNCLOSED, "front-matter-unclosed", ERROR)
DIAG(FENCE_UNCLOSED, "fence-unclosed", WARNING)
DIAG(LIMIT_REACHED, "limit-reached", ERROR)
DIAG(CONSENT_ENDED, "consent-ended", ERROR)
DIAG(SLUG_DUPLICATE, "slug-duplicate", ERROR)
DIAG(ID_DUPLICATE, "id-duplicate", ERROR)
DIAG(LINK_DANGLING, "link-dangling", ERROR)
DIAG(FRAGMENT_DANGLING, "fragment-dangling", ERROR)
DIAG(LINK_ELSEWHERE, "link-elsewhere", WARNING)
DIAG(LINK_UNSAFE, "link-unsafe", WARNING)
DIAG(LINK_INVALID, "link-invalid", WARNING)
DIAG(NOTE_UNDEFINED, "note-undefined", WARNING)
DIAG(NOTE_UNUSED, "note-unused", WARNING)
DIAG(HTML_DROPPED, "html-dropped", WARNING)
DIAG(HTML_UNCLOSED, "html-unclosed", WARNING)
DIAG(HEADING_SKIPPED, "heading-skipped", WARNING)
DIAG(TABLE_NO_HEADER, "table-no-header", WARNING)
DIAG(LINK_TEXT, "link-text", NOTE)
DIAG(LINK_NOT_IN_EPUB, "link-not-in-epub", WARNING)
DIAG(CONTENTS_DEEP, "contents-deep", WARNING)
DIAG(LIST_EMPTY, "list-empty", WARNING)

/* images */
DIAG(IMAGE_MISSING, "image-missing", ERROR)
DIAG(IMAGE_REMOTE, "image-remote", ERROR)
DIAG(IMAGE_FORMAT, "image-format", ERROR)
DIAG(IMAGE_DAMAGED, "image-damaged", ERROR)
DIAG(IMAGE_NO_ALT, "image-no-alt", ERROR)
DIAG(ALT_SUSPICIOUS, "alt-suspicious", WARNING)
DIAG(SVG_CLEANED, "svg-cleaned", WARNING)

/* stylesheets and fonts */
DIAG(CSS_SYNTAX, "css-syntax", WARNING)
DIAG(CSS_PROPERTY_UNKNOWN, "css-property-unknown", WARNING)
DIAG(CSS_VALUE_INVALID, "css-value-invalid", WARNING)
DIAG(CSS_NOT_IN_PDF, "css-not-in-pdf", WARNING)
DIAG(CSS_SELECTOR, "css-selector", WARNING)
DIAG(CSS_IMPORT, "css-import", ERROR)
DIAG(CSS_VARIABLE, "css-variable", WARNING)
DIAG(CSS_URL, "css-url", WARNING)
DIAG(CONTRAST_LOW, "contrast-low", WARNING)
DIAG(CONTRAST_UNKNOWN, "contrast-unknown", NOTE)
DIAG(CONTRAST_DARK, "contrast-dark", NOTE)
DIAG(CLAIM_WITHHELD, "claim-withheld", WARNING)
DIAG(FONT_MISSING, "font-missing", ERROR)
DIAG(FONT_FOLDER, "font-folder", ERROR)
DIAG(FONT_NOT_EMBEDDED, "font-not-embedded", WARNING)
DIAG(GLYPH_MISSING, "glyph-missing", ERROR)
DIAG(PDF_PRIVATE_USE, "pdf-private-use", WARNING)
DIAG(COVER_LEFT_OUT, "cover-left-out", WARNING)

/* pages */
DIAG(LINE_OVERFULL, "line-overfull", WARNING)
DIAG(WORD_BROKEN, "word-broken", WARNING)
DIAG(ROW_SPLIT, "row-split", WARNING)
DIAG(TABLE_TOO_WIDE, "table-too-wide", WARNING)
DIAG(HEAD_NOT_REPEATED, "head-not-repeated", WARNING)
DIAG(BLOCK_TOO_TALL, "block-too-tall", WARNING)
DIAG(FIT_TOO_LONG, "fit-too-long", ERROR)
DIAG(FIT_SMALLER, "fit-smaller", NOTE)

/* what an EPUB and a PDF of one publication say */
DIAG(PARITY_TEXT, "parity-text", ERROR)
DIAG(PARITY_ORDER, "parity-order", ERROR)
DIAG(PARITY_ALT, "parity-alt", ERROR)
DIAG(PARITY_NOTE, "parity-note", ERROR)
DIAG(PARITY_ROW, "parity-row", ERROR)

/* faults of the program itself */
DIAG(INTERNAL, "internal", ERROR)
