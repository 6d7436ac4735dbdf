/* SPDX-License-Identifier: MIT */
/* What each message means, for the manual and for reports that list their
 * rules: MEANS(name, phrase) of each DIAG in diag_table.h. */

MEANS(FILE_UNREADABLE,
      "a file or folder that was named is not there, or can't be read")
MEANS(FILE_TOO_LARGE, "a file has more bytes than its kind may have")
MEANS(FILE_OUTSIDE, "a path leads out of the publication's folder")
MEANS(OUTPUT_UNWRITABLE,
      "an output can't be written; the older one is as it was")
MEANS(VERIFY_FORMAT, "a file to be verified is neither an EPUB nor a PDF")
MEANS(EVIDENCE_STALE,
      "what lies beside an output as its evidence is of another file")
MEANS(EVIDENCE_LETTERS,
      "the page of evidence leaves out names that no face has letters for")
MEANS(EPOCH_INVALID, "SOURCE_DATE_EPOCH is set to something that is no time")
MEANS(OUTPUT_CLASH, "two outputs of one run would be the same file")
MEANS(BOOKLET_THICK,
      "a booklet has more sheets than can well be folded and stapled")
MEANS(SHEETS_SMALL, "text comes to less than 6 pt where pages are put on "
                    "sheets")
MEANS(IMAGE_RESOLUTION, "a picture for print has less than 200 dots an inch")
MEANS(IMAGE_SOFT, "a picture for print has less than the 300 dots an inch that "
                  "shops ask for")
MEANS(TEXT_NEAR_EDGE,
      "text stands so near to where a page is cut that it might be lost")
MEANS(LINE_TOO_THIN, "a line is thinner than a print shop's plates hold")
MEANS(SHEETS_PROFILE, "pages that keep a size of type have to become smaller "
                      "for their sheets")
MEANS(TEXT_FINE, "letters of several inks are so small that plates hardly meet "
                 "in them")
MEANS(NO_ARTICLES,
      "nothing in the folder, or nothing that a pattern names, is an article")
MEANS(EDITION_UNKNOWN, "there is no edition of that name or format")
MEANS(PAGE_UNKNOWN, "a page was asked for that the book does not have")
MEANS(YAML_SYNTAX, "the manifest or an article's front matter is no YAML")
MEANS(YAML_DUPLICATE_KEY, "a key stands there twice")
MEANS(KEY_UNKNOWN, "a key that means nothing here")
MEANS(KEY_MISSING, "a key that is needed is not there")
MEANS(VALUE_TYPE, "a list or a map where text belongs, or the other way round")
MEANS(VALUE_INVALID, "a value that its key does not take")
MEANS(UTF8_INVALID, "a file is not in UTF-8, or no text at all")
MEANS(ARTICLE_EMPTY, "an article holds nothing to read")
MEANS(FRONT_MATTER_UNCLOSED, "front matter begins with --- and never ends")
MEANS(FENCE_UNCLOSED, "a code block begins with a fence and never ends")
MEANS(LIMIT_REACHED,
      "something is larger, longer or deeper than the program takes")
MEANS(CONSENT_ENDED,
      "the patient's consent to a story has expired or was revoked")
MEANS(TAKEAWAYS_TWICE,
      "an article has key takeaways both in its front matter and in its text")
MEANS(LANGUAGE_MISSING, "a text is not there in one of the languages")
MEANS(LANGUAGE_EMPTY, "no article is in one of the languages")
MEANS(LANGUAGE_UNLISTED, "a translation is in none of the languages")
MEANS(TRANSLATION_UNKNOWN, "there is no article that one is a translation of")
MEANS(TRANSLATION_CLASH,
      "two articles are the same one's text in the same language")
MEANS(TRANSLATION_MISSING,
      "an article has no translation that could stand beside it")
MEANS(PARALLEL_UNLIKE,
      "an article and its translation are not built alike, and stand beside "
      "each other by sections there")
MEANS(SLUG_DUPLICATE,
      "two articles would have the same name in files and addresses")
MEANS(ID_DUPLICATE, "two places of one article have the same name")
MEANS(LINK_DANGLING, "a link leads to an article that is not in the book")
MEANS(FRAGMENT_DANGLING,
      "a link leads to a place that its article does not have")
MEANS(LINK_ELSEWHERE,
      "an article that is built alone links to one of its neighbours")
MEANS(LINK_UNSAFE,
      "a link whose scheme no book should hold, such as javascript:")
MEANS(LINK_INVALID, "a link whose address is none")
MEANS(NOTE_UNDEFINED, "a note's mark without the note")
MEANS(NOTE_UNUSED, "a note without its mark")
MEANS(HTML_DROPPED, "HTML that neither output can keep")
MEANS(HTML_UNCLOSED,
      "an HTML element that is never closed, or closed but not open")
MEANS(HEADING_SKIPPED, "a heading more than one level below the one before")
MEANS(TABLE_NO_HEADER, "a table none of whose cells says what others hold")
MEANS(LINK_TEXT, "a link's text that does not say where it leads")
MEANS(LINK_NOT_IN_EPUB, "a link that an EPUB can't hold")
MEANS(CONTENTS_DEEP, "the contents are deeper than they can be shown")
MEANS(LIST_EMPTY, "a list or an index was asked for that would have no entry")
MEANS(IMAGE_MISSING, "there is no image of that name")
MEANS(IMAGE_REMOTE, "an image in the web: nothing is fetched")
MEANS(IMAGE_FORMAT, "an image that is neither JPEG, PNG nor SVG")
MEANS(IMAGE_DAMAGED, "an image that can't be read to its end")
MEANS(IMAGE_NO_ALT, "an image without words for those who can't see it")
MEANS(ALT_SUSPICIOUS, "an image's description that describes nothing")
MEANS(SVG_CLEANED,
      "scripts, links to other files and the like are taken out of an SVG")
MEANS(CSS_SYNTAX,
      "a stylesheet is not written as CSS is; the rule or value is left out")
MEANS(CSS_PROPERTY_UNKNOWN, "there is no such property")
MEANS(CSS_VALUE_INVALID, "a property does not take such a value")
MEANS(CSS_NOT_IN_PDF, "kept for the EPUB; paper does without")
MEANS(CSS_SELECTOR, "a selector that matches nothing in a book, or is none")
MEANS(CSS_IMPORT, "a stylesheet that @import names can't be read")
MEANS(CSS_VARIABLE, "var() of a property that nothing sets, or of itself")
MEANS(CSS_URL, "a stylesheet names a file that is not there, or can't be had")
MEANS(CONTRAST_LOW, "text that stands out too little from what is behind it")
MEANS(CONTRAST_UNKNOWN, "text on a picture or a gradient, or under a filter: "
                        "nobody can compute its contrast")
MEANS(CONTRAST_DARK,
      "text that would stand out too little where readers have a dark page")
MEANS(CLAIM_WITHHELD,
      "an evaluator is named, but what was found stands against the claim")
MEANS(FONT_MISSING, "no face of that family is there")
MEANS(FONT_FOLDER,
      "a folder or file of “fonts” can't be read, or holds no face")
MEANS(FONT_NOT_EMBEDDED,
      "an EPUB that embeds its fonts leaves out those for other scripts")
MEANS(GLYPH_MISSING, "no face has a character of the text")
MEANS(PDF_PRIVATE_USE,
      "characters whose meaning their font alone knows keep a PDF from level A")
MEANS(COVER_LEFT_OUT,
      "the EPUB has no drawn cover, since no face has a character of it")
MEANS(LINE_OVERFULL, "a line sticks out: nothing in it can be broken")
MEANS(WORD_BROKEN, "a word is wider than its line and is divided anywhere")
MEANS(ROW_SPLIT, "a table's row is taller than a page and goes on on the next")
MEANS(TABLE_TOO_WIDE, "a table is wider than the page and is set in parts")
MEANS(HEAD_NOT_REPEATED,
      "a table's head is too tall to stand on each of its pages")
MEANS(BLOCK_TOO_TALL, "something that can't be divided is taller than its page")
MEANS(FIT_TOO_LONG, "an edition has more pages than `fit` allows, even in the "
                    "smallest type that is readable")
MEANS(FIT_SMALLER,
      "type was made smaller, so that an edition has no more pages than "
      "`fit` allows")
MEANS(PROFILE_SIZE, "type is smaller than the edition's profile allows")
MEANS(PROFILE_X_HEIGHT, "small letters are lower than the profile allows")
MEANS(PROFILE_HEADING, "a heading is smaller than the profile has it")
MEANS(PROFILE_LEADING, "lines are closer together than the profile allows")
MEANS(PROFILE_HYPHEN, "a word is divided at a line's end, against the profile")
MEANS(PROFILE_JUSTIFIED, "a line is justified, against the profile")
MEANS(PROFILE_CENTRED, "text does not begin at the margin, against the profile")
MEANS(PROFILE_SLANT, "letters are italic or slanted, against the profile")
MEANS(PROFILE_CAPITALS,
      "words are in capitals or small capitals, against the profile")
MEANS(PROFILE_UNDERLINE, "words are underlined, against the profile")
MEANS(PROFILE_BOLD, "words are emphasized in bold, against the profile")
MEANS(PROFILE_LETTERS, "I, l and 1 look alike in a face, against the profile")
MEANS(PROFILE_COLUMNS, "text stands in columns, against the profile")
MEANS(PROFILE_FOLIO,
      "a page's number is not where, or as large as, the profile has it")
MEANS(PROFILE_INDENT, "a paragraph begins with an indent, against the profile")
MEANS(PROFILE_BLANK_LINE,
      "the profile asks for a blank line between two paragraphs")
MEANS(PROFILE_WIDOW,
      "one line of a paragraph stands alone on a page, against the profile")
MEANS(PROFILE_MEASURE,
      "lines have more or fewer letters than the profile recommends")
MEANS(PARITY_TEXT, "words are in the EPUB or in the PDF and not in both")
MEANS(PARITY_ORDER, "words stand elsewhere in the PDF than in the EPUB")
MEANS(PARITY_ALT,
      "EPUB and PDF do not describe the same pictures in the same words")
MEANS(PARITY_NOTE, "a note is not the same in EPUB and PDF")
MEANS(PARITY_ROW, "a table's rows and cells are not the same in EPUB and PDF")
MEANS(INTERNAL, "a fault of the program itself: please report it")
