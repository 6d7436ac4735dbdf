/* SPDX-License-Identifier: MIT */
/* What a PDF has to satisfy, in the order of the specifications:
 * RULE(name, id, clause, severity, meaning, remedy). Read several times, hence
 * no include guard. What ISO 14289-1 (PDF/UA) or ISO 19005-2 (PDF/A) alone asks
 * is asked of files that claim it. */

/* claims */
RULE(CLAIM_NONE, "pdf-claim-none",
     "ISO 14289-1, 5; ISO 19005-2, 6.6.4; ISO 32000-1, 14.3.2", NOTE,
     "the file claims neither PDF/UA nor PDF/A",
     "it was held to ISO 32000-1 alone; let the program that makes it write "
     "PDF/UA")
RULE(CLAIM_UA, "pdf-claim-ua", "ISO 32000-1, 14.8", NOTE,
     "the file is tagged, and does not claim PDF/UA",
     "it was not held to PDF/UA")
RULE(CLAIM_A_PART, "pdfa-claim-part", "ISO 19005-2, 6.6.4", ERROR,
     "the part of PDF/A that is claimed is none there is, or no level is",
     "claim part 2 with conformance A, B or U")
RULE(CLAIM_A1, "pdfa-claim-part-1", "ISO 19005-2, 6.6.4", WARNING,
     "the file claims PDF/A-1, and was held to PDF/A-2",
     "have it checked for part 1 elsewhere")
RULE(CLAIM_UA_PART, "pdfua-claim-part", "ISO 14289-1, 5", ERROR,
     "the part of PDF/UA that is claimed is not 1", "write pdfuaid:part 1")

/* the file: ISO 32000-1, 7.5 */
RULE(STRUCTURE, "pdf-structure", "ISO 32000-1, 7.5", ERROR,
     "the file's cross-references do not lead to its objects",
     "make the file anew, or fetch it again")
RULE(HEADER, "pdf-header", "ISO 32000-1, 7.5.2", ERROR,
     "the file does not begin with its version",
     "let “%PDF-1.7” be its first bytes")
RULE(HEADER_COMMENT, "pdfa-header-comment", "ISO 19005-2, 6.1.2", ERROR,
     "no comment of four bytes above 127 follows the header", NULL)
RULE(EOF, "pdf-eof", "ISO 32000-1, 7.5.5", ERROR,
     "the file does not end with %%EOF",
     "fetch it again: its end may be missing")
RULE(AFTER_EOF, "pdfa-after-eof", "ISO 19005-2, 6.1.3", ERROR,
     "something follows the last %%EOF", NULL)
RULE(XREF_LOOP, "pdf-xref-loop", "ISO 32000-1, 7.5.6", ERROR,
     "older cross-references lead in a circle", NULL)
RULE(XREF_FORMAT, "pdfa-xref-format", "ISO 19005-2, 6.1.4", ERROR,
     "the table of cross-references has another form than 20 bytes a line",
     NULL)
RULE(XREF_ENTRY, "pdf-xref-entry", "ISO 32000-1, 7.5.4", ERROR,
     "an object is not where the cross-references say", NULL)
RULE(TRAILER_ROOT, "pdf-trailer-root", "ISO 32000-1, 7.5.5", ERROR,
     "the trailer does not name the catalog", NULL)
RULE(TRAILER_SIZE, "pdf-trailer-size", "ISO 32000-1, 7.5.5", ERROR,
     "the trailer's Size is not one more than the highest object number", NULL)
RULE(TRAILER_ID, "pdfa-trailer-id", "ISO 19005-2, 6.1.3", ERROR,
     "the trailer has no ID of two strings", NULL)
RULE(ENCRYPTED, "pdf-encrypted",
     "ISO 14289-1, 7.16; ISO 19005-2, 6.1.3; ISO 32000-1, 7.6", ERROR,
     "the file is encrypted, and can't be read here",
     "take the file without a password")
RULE(LARGE, "pdf-large", "ISO 32000-1, 7.4", ERROR,
     "a stream unpacks to more than is read", NULL)
RULE(OBJECT_SYNTAX, "pdf-object-syntax", "ISO 32000-1, 7.3", ERROR,
     "an object is not written as objects are", NULL)
RULE(OBJECT_SPACING, "pdfa-object-spacing", "ISO 19005-2, 6.1.9", ERROR,
     "obj and endobj do not stand on lines of their own", NULL)
RULE(OBJECT_TWICE, "pdf-key-twice", "ISO 32000-1, 7.3.7", ERROR,
     "a dictionary has a key twice", NULL)
RULE(OBJECT_END, "pdf-object-end", "ISO 32000-1, 7.3.10", ERROR,
     "an object does not end with endobj", NULL)
RULE(HEX_STRING, "pdfa-hex-string", "ISO 19005-2, 6.1.6", ERROR,
     "a hexadecimal string has an odd number of digits, or others than digits",
     NULL)
RULE(STREAM_LENGTH, "pdf-stream-length",
     "ISO 32000-1, 7.3.8.2; ISO 19005-2, 6.1.7.1", ERROR,
     "a stream's Length is not the number of its bytes", NULL)
RULE(STREAM_EXTERNAL, "pdfa-stream-external", "ISO 19005-2, 6.1.7.1", ERROR,
     "a stream's bytes are in another file", NULL)
RULE(STREAM_FILTER, "pdfa-stream-filter", "ISO 19005-2, 6.1.7.2", ERROR,
     "a stream has a filter that PDF/A does not allow", "use FlateDecode")
RULE(STREAM_DAMAGED, "pdf-stream-damaged", "ISO 32000-1, 7.4", ERROR,
     "a stream can't be decoded", "make the file anew, or fetch it again")
RULE(NAME_UTF8, "pdfa-name-utf8", "ISO 19005-2, 6.1.8", ERROR,
     "a name is not UTF-8", NULL)
RULE(LIMIT_NAME, "pdfa-limit-name", "ISO 19005-2, 6.1.13", ERROR,
     "a name has more than 127 bytes", NULL)
RULE(LIMIT_STRING, "pdfa-limit-string", "ISO 19005-2, 6.1.13", ERROR,
     "a string has more than 32767 bytes", NULL)
RULE(LIMIT_INTEGER, "pdfa-limit-integer", "ISO 19005-2, 6.1.13", ERROR,
     "an integer is beyond 2147483647", NULL)
RULE(LIMIT_REAL, "pdfa-limit-real", "ISO 19005-2, 6.1.13", ERROR,
     "a number is beyond 3.403e38", NULL)
RULE(LIMIT_OBJECTS, "pdfa-limit-objects", "ISO 19005-2, 6.1.13", ERROR,
     "the file has more than 8388607 objects", NULL)
RULE(LIMIT_NESTING, "pdfa-limit-nesting", "ISO 19005-2, 6.1.13", ERROR,
     "q and Q are nested more than 28 deep", NULL)
RULE(LIMIT_COLOURS, "pdfa-limit-colours", "ISO 19005-2, 6.1.13", ERROR,
     "a DeviceN colour space has more than 32 colours", NULL)
RULE(PERMISSIONS, "pdfa-permissions", "ISO 19005-2, 6.1.12", ERROR,
     "the permissions name another key than UR3 and DocMDP", NULL)

/* pages and what they show: ISO 32000-1, 7.7 and 7.8 */
RULE(PAGES, "pdf-pages", "ISO 32000-1, 7.7.3", ERROR,
     "the tree of pages is damaged, or has none", NULL)
RULE(PAGE_BOX, "pdf-page-box", "ISO 32000-1, 7.7.3.3", ERROR,
     "a page has no MediaBox, or a box that is no rectangle", NULL)
RULE(PAGE_SIZE, "pdfa-page-size", "ISO 19005-2, 6.1.13", ERROR,
     "a page is smaller than 3 or larger than 14400 units", NULL)
RULE(PAGE_STEPS, "pdfa-page-steps", "ISO 19005-2, 6.11", ERROR,
     "a page has steps of a presentation", NULL)
RULE(CONTENT_DAMAGED, "pdf-content-damaged", "ISO 32000-1, 7.8.2", ERROR,
     "the content of a page is damaged", NULL)
RULE(CONTENT_OPERATOR, "pdfa-operator", "ISO 19005-2, 6.2.2", ERROR,
     "an operator that ISO 32000-1 does not know", NULL)
RULE(CONTENT_RESOURCE, "pdf-resource", "ISO 32000-1, 7.8.3; ISO 19005-2, 6.2.2",
     ERROR, "the content asks for something that the resources do not have",
     NULL)
RULE(CONTENT_RESOURCES, "pdfa-resources", "ISO 19005-2, 6.2.2", ERROR,
     "content has no resources of its own", NULL)
RULE(CONTENT_MARKED, "pdf-marked-balance", "ISO 32000-1, 14.6.1", ERROR,
     "marked content, or q and Q, are not in pairs", NULL)

/* pictures and colours: ISO 19005-2, 6.2 */
RULE(INTENT_PROFILE, "pdfa-intent-profile", "ISO 19005-2, 6.2.3", ERROR,
     "the output intent has no valid ICC profile", NULL)
RULE(INTENT_SEVERAL, "pdfa-intent-several", "ISO 19005-2, 6.2.3", ERROR,
     "output intents have different profiles", NULL)
RULE(COLOUR_PROFILE, "pdfa-colour-profile", "ISO 19005-2, 6.2.4.2", ERROR,
     "an ICC profile is not valid or has another number of colours", NULL)
RULE(COLOUR_DEVICE, "pdfa-colour-device", "ISO 19005-2, 6.2.4.3", ERROR,
     "colours of a device, and no output intent says which",
     "add an output intent")
RULE(
    STATE_TRANSFER, "pdfa-state-transfer", "ISO 19005-2, 6.2.5", ERROR,
    "a graphics state has TR, TR2, HTP or a halftone that PDF/A does not allow",
    NULL)
RULE(RENDERING_INTENT, "pdfa-rendering-intent", "ISO 19005-2, 6.2.6", ERROR,
     "a rendering intent that is none of the four", NULL)
RULE(IMAGE_KEYS, "pdfa-image", "ISO 19005-2, 6.2.8", ERROR,
     "a picture has Alternates, OPI or is interpolated", NULL)
RULE(IMAGE_BITS, "pdf-image-bits", "ISO 32000-1, 8.9.5", ERROR,
     "a picture has no size, or a number of bits that is not allowed", NULL)
RULE(IMAGE_JPX, "pdfa-image-jpx", "ISO 19005-2, 6.2.8.3", ERROR,
     "a JPEG 2000 picture is not as PDF/A allows", NULL)
RULE(FORM_PS, "pdfa-form", "ISO 19005-2, 6.2.9", ERROR,
     "a form has PostScript, OPI or a reference to another file", NULL)
RULE(BLEND_MODE, "pdfa-blend-mode", "ISO 19005-2, 6.2.10", ERROR,
     "a blend mode that ISO 32000-1 does not know", NULL)
RULE(TRANSPARENCY, "pdfa-transparency", "ISO 19005-2, 6.2.10", ERROR,
     "transparency, and no colour space to blend in", "add an output intent")

/* fonts: ISO 14289-1, 7.21; ISO 19005-2, 6.2.11 */
RULE(FONT_DICTIONARY, "pdf-font",
     "ISO 32000-1, 9.5 to 9.8; ISO 14289-1, 7.21.2; ISO 19005-2, 6.2.11.2",
     ERROR, "a font lacks what fonts have to say", NULL)
RULE(FONT_EMBEDDED, "pdf-font-embedded",
     "ISO 14289-1, 7.21.4.1; ISO 19005-2, 6.2.11.4.1", ERROR,
     "a font is not embedded", "embed it")
RULE(FONT_PROGRAM, "pdf-font-program",
     "ISO 14289-1, 7.21.4.1; ISO 19005-2, 6.2.11.4.1; ISO 32000-1, 9.9", ERROR,
     "an embedded font can't be read", NULL)
RULE(FONT_CID_INFO, "pdf-font-cid-info",
     "ISO 14289-1, 7.21.3.1; ISO 19005-2, 6.2.11.3.1", ERROR,
     "a font and its CMap are of different character collections", NULL)
RULE(FONT_CID_MAP, "pdf-font-cid-map",
     "ISO 14289-1, 7.21.3.2; ISO 19005-2, 6.2.11.3.2", ERROR,
     "an embedded font has no CIDToGIDMap", NULL)
RULE(FONT_CMAP, "pdf-font-cmap",
     "ISO 14289-1, 7.21.3.3; ISO 19005-2, 6.2.11.3.3", ERROR,
     "a CMap is neither predefined nor embedded", NULL)
RULE(FONT_GLYPHS, "pdf-font-glyphs",
     "ISO 14289-1, 7.21.4.1; ISO 19005-2, 6.2.11.4.1", ERROR,
     "text shows glyphs that the embedded font does not have", NULL)
RULE(FONT_SET, "pdf-font-set", "ISO 14289-1, 7.21.4.2; ISO 19005-2, 6.2.11.4.2",
     ERROR, "CIDSet does not name the glyphs of the embedded font",
     "leave it out")
RULE(FONT_WIDTHS, "pdf-font-widths",
     "ISO 14289-1, 7.21.5; ISO 19005-2, 6.2.11.5", ERROR,
     "the width of a glyph is another than in the embedded font", NULL)
RULE(FONT_TRUETYPE, "pdf-font-truetype",
     "ISO 14289-1, 7.21.6; ISO 19005-2, 6.2.11.6", ERROR,
     "the encoding of a TrueType font is not as it has to be", NULL)
RULE(FONT_UNICODE, "pdf-font-unicode",
     "ISO 14289-1, 7.21.7; ISO 19005-2, 6.2.11.7.2", ERROR,
     "text that can't be mapped to Unicode",
     "give the font a complete ToUnicode")
RULE(FONT_UNICODE_VALUE, "pdf-font-unicode-value",
     "ISO 14289-1, 7.21.7; ISO 19005-2, 6.2.11.7.2", ERROR,
     "text is mapped to U+0000, U+FEFF or U+FFFE", NULL)
RULE(FONT_UNICODE_PUA, "pdf-font-private-use", "ISO 19005-2, 6.2.11.7.3", ERROR,
     "text is mapped to private-use characters without an ActualText", NULL)
RULE(FONT_NOTDEF, "pdf-font-notdef",
     "ISO 14289-1, 7.21.8; ISO 19005-2, 6.2.11.8", ERROR,
     "text shows the glyph .notdef", "use a font that has the character")

/* annotations, actions, forms: ISO 19005-2, 6.3 to 6.5; ISO 14289-1, 7.18 */
RULE(ANNOT_TYPE, "pdfa-annotation-type", "ISO 19005-2, 6.3.1", ERROR,
     "a kind of annotation that PDF/A does not allow", NULL)
RULE(ANNOT_FLAGS, "pdfa-annotation-flags", "ISO 19005-2, 6.3.2", ERROR,
     "an annotation is hidden or does not print", "set the flag Print alone")
RULE(ANNOT_LOOK, "pdfa-annotation-appearance", "ISO 19005-2, 6.3.3", ERROR,
     "an annotation has no appearance of its own", NULL)
RULE(ANNOT_RECT, "pdf-annotation-rect", "ISO 32000-1, 12.5.2", ERROR,
     "an annotation has no rectangle", NULL)
RULE(ANNOT_TAGGED, "pdfua-annotation-tagged", "ISO 14289-1, 7.18.1", ERROR,
     "an annotation is in no Annot element", NULL)
RULE(ANNOT_CONTENTS, "pdfua-annotation-contents", "ISO 14289-1, 7.18.1", ERROR,
     "an annotation has neither Contents nor an Alt", NULL)
RULE(ANNOT_TRAPNET, "pdfua-annotation-trapnet", "ISO 14289-1, 7.18.2", ERROR,
     "an annotation of the type TrapNet", NULL)
RULE(ANNOT_TABS, "pdfua-tabs", "ISO 14289-1, 7.18.3", ERROR,
     "a page with annotations does not say that tabs follow the structure",
     "write /Tabs /S")
RULE(WIDGET_TAGGED, "pdfua-widget-tagged", "ISO 14289-1, 7.18.4", ERROR,
     "a form field is in no Form element", NULL)
RULE(WIDGET_NAME, "pdfua-widget-name", "ISO 14289-1, 7.18.1", ERROR,
     "a form field has no alternate name", "write /TU")
RULE(LINK_TAGGED, "pdfua-link-tagged", "ISO 14289-1, 7.18.5", ERROR,
     "a link is in no Link element", NULL)
RULE(LINK_CONTENTS, "pdfua-link-contents", "ISO 14289-1, 7.18.5", ERROR,
     "a link has no Contents", NULL)
RULE(LINK_TARGET, "pdf-link-target", "ISO 32000-1, 12.3.2; ISO 32000-1, 12.6.4",
     ERROR, "a link leads nowhere", NULL)
RULE(LINK_OBJR, "pdfua-link-objr", "ISO 14289-1, 7.18.5", ERROR,
     "a Link element holds no annotation", NULL)
RULE(ANNOT_PARENT, "pdfua-struct-parent",
     "ISO 14289-1, 7.18.1; ISO 32000-1, 14.7.4.4", ERROR,
     "an annotation's StructParent does not lead to its element", NULL)
RULE(ACTION, "pdfa-action", "ISO 19005-2, 6.5.1", ERROR,
     "an action that PDF/A does not allow", NULL)
RULE(ACTION_NAMED, "pdfa-action-named", "ISO 19005-2, 6.5.1", ERROR,
     "a named action that is not one of the four", NULL)
RULE(ACTION_TRIGGER, "pdfa-action-trigger", "ISO 19005-2, 6.5.2", ERROR,
     "actions that happen by themselves (AA)", NULL)
RULE(FORM_XFA, "pdf-form-xfa", "ISO 14289-1, 7.15; ISO 19005-2, 6.4.2", ERROR,
     "the file has an XFA form", NULL)
RULE(FORM_APPEARANCES, "pdfa-form-appearances", "ISO 19005-2, 6.4.1", ERROR,
     "the form asks the reader to make appearances", NULL)
RULE(NEEDS_RENDERING, "pdfa-needs-rendering", "ISO 19005-2, 6.4.2", ERROR,
     "the catalog has NeedsRendering", NULL)

/* metadata: ISO 19005-2, 6.6; ISO 14289-1, 5 and 7.1 */
RULE(XMP_STREAM, "pdf-xmp", "ISO 14289-1, 7.1; ISO 19005-2, 6.6.2.1", ERROR,
     "the file has no XMP metadata", NULL)
RULE(XMP_FILTER, "pdfa-xmp-filter", "ISO 19005-2, 6.6.2.1", ERROR,
     "the metadata are compressed", "store them as they are")
RULE(XMP_FORM, "pdf-xmp-form", "ISO 32000-1, 14.3.2", ERROR,
     "the XMP metadata are no well-formed XML", NULL)
RULE(XMP_PACKET, "pdfa-xmp-packet", "ISO 19005-2, 6.6.2.1", ERROR,
     "the packet's header names bytes or an encoding", NULL)
RULE(XMP_SCHEMA, "pdfa-xmp-schema", "ISO 19005-2, 6.6.2.3.1", ERROR,
     "a property of a schema that is neither predefined nor described",
     "add an extension schema")
RULE(XMP_TITLE, "pdfua-title", "ISO 14289-1, 7.1", ERROR,
     "the metadata have no dc:title", NULL)
RULE(XMP_INFO, "pdfa-info", "ISO 19005-2, 6.6.3", ERROR,
     "the Info dictionary and the metadata say different things", NULL)

/* the catalog */
RULE(MARKED, "pdf-marked", "ISO 14289-1, 7.1; ISO 19005-2, 6.7.2.2", ERROR,
     "the file does not say that it is tagged",
     "write /MarkInfo << /Marked true >>")
RULE(SUSPECTS, "pdfua-suspects", "ISO 14289-1, 7.1", ERROR,
     "the file says that its tags are doubtful", NULL)
RULE(DISPLAY_TITLE, "pdfua-display-title", "ISO 14289-1, 7.1", ERROR,
     "the window does not show the document's title",
     "write /ViewerPreferences << /DisplayDocTitle true >>")
RULE(LANG, "pdfua-lang", "ISO 14289-1, 7.2", ERROR,
     "the file does not say its language", "write /Lang in the catalog")
RULE(LANG_TAG, "pdf-lang-tag", "ISO 14289-1, 7.2; ISO 19005-2, 6.7.4", ERROR,
     "a language that is no language tag", "write one of BCP 47: en-GB")
RULE(EMBEDDED, "pdfa-embedded-file", "ISO 19005-2, 6.8", WARNING,
     "the file holds another, which has to be PDF/A itself", NULL)
RULE(EMBEDDED_NAMES, "pdf-embedded-names",
     "ISO 14289-1, 7.11; ISO 19005-2, 6.8", ERROR,
     "an embedded file lacks F, UF, or what it is to the document", NULL)
RULE(OPTIONAL, "pdf-optional-content", "ISO 14289-1, 7.10; ISO 19005-2, 6.9",
     ERROR,
     "a configuration of optional content has no name, or changes by itself",
     NULL)
RULE(ALTERNATE, "pdfa-alternate-presentations", "ISO 19005-2, 6.10", ERROR,
     "the file has alternate presentations", NULL)
RULE(REQUIREMENTS, "pdfa-requirements", "ISO 19005-2, 6.12", ERROR,
     "the catalog has Requirements", NULL)
RULE(OUTLINE, "pdf-outline", "ISO 32000-1, 12.3.3", ERROR,
     "an entry of the outline has no title, leads nowhere, or the list is "
     "broken",
     NULL)
RULE(OUTLINE_MISSING, "pdfua-outline", "ISO 14289-1, 7.17", WARNING,
     "a document of many pages has no outline", NULL)
RULE(PAGE_LABELS, "pdf-page-labels", "ISO 32000-1, 12.4.2", ERROR,
     "page labels do not begin with the first page or are out of order", NULL)

/* the structure: ISO 14289-1, 7.1 to 7.9; ISO 19005-2, 6.7 */
RULE(TREE_ROOT, "pdf-tree", "ISO 14289-1, 7.1; ISO 19005-2, 6.7.3.3", ERROR,
     "there is no structure tree", NULL)
RULE(TREE_DAMAGED, "pdf-tree-damaged", "ISO 32000-1, 14.7.2", ERROR,
     "the structure tree is not one tree", NULL)
RULE(TREE_PARENT, "pdf-tree-parent", "ISO 32000-1, 14.7.2", ERROR,
     "an element does not lead back to the one that it is in", NULL)
RULE(TREE_TOP, "pdfua-tree-document", "ISO 14289-1, 7.1", WARNING,
     "the tree's top is no Document", NULL)
RULE(ROLE_CIRCLE, "pdf-role-circle", "ISO 14289-1, 7.1; ISO 19005-2, 6.7.3.4",
     ERROR, "the role map leads in a circle", NULL)
RULE(ROLE_MISSING, "pdf-role-missing", "ISO 14289-1, 7.1; ISO 19005-2, 6.7.3.4",
     ERROR, "a structure type is neither standard nor mapped to such a one",
     NULL)
RULE(ROLE_STANDARD, "pdfua-role-standard", "ISO 14289-1, 7.1", ERROR,
     "a standard type is mapped to another", NULL)
RULE(UNTAGGED, "pdfua-untagged", "ISO 14289-1, 7.1", ERROR,
     "content is neither tagged nor an artifact", NULL)
RULE(ARTIFACT_INSIDE, "pdfua-artifact-inside", "ISO 14289-1, 7.1", ERROR,
     "an artifact within tagged content", NULL)
RULE(TAGGED_INSIDE, "pdfua-tagged-inside", "ISO 14289-1, 7.1", ERROR,
     "tagged content within an artifact", NULL)
RULE(ARTIFACT_TYPE, "pdf-artifact-type", "ISO 32000-1, 14.8.2.2.2", ERROR,
     "an artifact of a type that there is not", NULL)
RULE(MCID_TREE, "pdfua-mcid-tree", "ISO 14289-1, 7.1; ISO 32000-1, 14.7.4",
     ERROR, "marked content is not in the structure tree", NULL)
RULE(MCID_CONTENT, "pdf-mcid-content", "ISO 32000-1, 14.7.4.2", ERROR,
     "the structure tree names marked content that is not there", NULL)
RULE(MCID_TWICE, "pdf-mcid-twice", "ISO 32000-1, 14.7.4.2", ERROR,
     "marked content has the number of another, or is in two elements", NULL)
RULE(PARENT_TREE, "pdf-parent-tree", "ISO 32000-1, 14.7.4.4", ERROR,
     "the parent tree does not lead from content to its element", NULL)
RULE(FORM_TWICE, "pdfua-form-twice", "ISO 14289-1, 7.21", ERROR,
     "a form with tagged content is shown twice", NULL)
RULE(NESTING, "pdfua-nesting", "ISO 14289-1, 7.1; ISO 32000-1, 14.8.4", ERROR,
     "an element stands where its type does not belong", NULL)
RULE(FIGURE_ALT, "pdfua-figure-alt", "ISO 14289-1, 7.3", ERROR,
     "a Figure has neither Alt nor ActualText", "describe it")
RULE(FIGURE_BOX, "pdfua-figure-bbox",
     "ISO 14289-1, 7.3; ISO 32000-1, 14.8.5.4.3", WARNING,
     "a Figure does not say where it is (BBox)", NULL)
RULE(FORMULA_ALT, "pdfua-formula-alt", "ISO 14289-1, 7.7", ERROR,
     "a Formula has neither Alt nor ActualText", NULL)
RULE(HEADING_FIRST, "pdfua-heading-first", "ISO 14289-1, 7.4.2", ERROR,
     "the first heading is not H1", NULL)
RULE(HEADING_SKIP, "pdfua-heading-skip", "ISO 14289-1, 7.4.2", ERROR,
     "a level of headings is left out", NULL)
RULE(HEADING_MIXED, "pdfua-heading-mixed", "ISO 14289-1, 7.4.4", ERROR,
     "headings are both H and H1 to H6", NULL)
RULE(HEADING_SEVERAL, "pdfua-heading-several", "ISO 14289-1, 7.4.4", ERROR,
     "an element holds more than one H", NULL)
RULE(TABLE_REGULAR, "pdfua-table-regular", "ISO 14289-1, 7.5", ERROR,
     "the rows of a table have different numbers of columns, or cells overlap",
     NULL)
RULE(TABLE_HEADERS, "pdfua-table-headers", "ISO 14289-1, 7.5", ERROR,
     "a header cell says neither what it heads nor do cells name it",
     "write Scope or Headers")
RULE(TABLE_IDS, "pdfua-table-ids", "ISO 14289-1, 7.5", ERROR,
     "Headers name no cell of the table", NULL)
RULE(
    LIST_NUMBERING, "pdfua-list-numbering", "ISO 14289-1, 7.6", ERROR,
    "a list with labels does not say how it is numbered, or in no way there is",
    "write ListNumbering")
RULE(NOTE_ID, "pdfua-note-id", "ISO 14289-1, 7.9", ERROR, "a Note has no ID",
     NULL)
RULE(ID_TWICE, "pdfua-id-twice", "ISO 14289-1, 7.9; ISO 32000-1, 14.7.2", ERROR,
     "two elements have one ID", NULL)
RULE(ID_TREE, "pdf-id-tree", "ISO 32000-1, 14.7.2", ERROR,
     "an element has an ID that the IDTree does not have", NULL)
RULE(TEXT_PUA, "pdf-text-private-use", "ISO 14289-1, 7.2; ISO 19005-2, 6.7.5",
     WARNING, "an Alt, ActualText or expansion has private-use characters",
     NULL)
RULE(EMPTY_ELEMENT, "pdf-empty-element", "ISO 32000-1, 14.7.2", WARNING,
     "a paragraph or heading that holds nothing", NULL)
RULE(SCRIPT, "pdfa-script", "ISO 19005-2, 6.5.1", ERROR,
     "the file has JavaScript", NULL)
