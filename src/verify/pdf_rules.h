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
     "no comment of four bytes above 127 follows the header",
     "write a line of “%” and four bytes above 127 behind the header")
RULE(EOF, "pdf-eof", "ISO 32000-1, 7.5.5", ERROR,
     "the file does not end with %%EOF",
     "fetch it again: its end may be missing")
RULE(AFTER_EOF, "pdfa-after-eof", "ISO 19005-2, 6.1.3", ERROR,
     "something follows the last %%EOF", "cut the file behind its last %%EOF")
RULE(XREF_LOOP, "pdf-xref-loop", "ISO 32000-1, 7.5.6", ERROR,
     "older cross-references lead in a circle",
     "save the file anew, whole, with a tool that repairs PDFs")
RULE(XREF_FORMAT, "pdfa-xref-format", "ISO 19005-2, 6.1.4", ERROR,
     "the table of cross-references has another form than 20 bytes a line",
     "save the file anew; each line has exactly 20 bytes")
RULE(XREF_ENTRY, "pdf-xref-entry", "ISO 32000-1, 7.5.4", ERROR,
     "an object is not where the cross-references say",
     "save the file anew with a tool that repairs PDFs, or fetch it again")
RULE(TRAILER_ROOT, "pdf-trailer-root", "ISO 32000-1, 7.5.5", ERROR,
     "the trailer does not name the catalog",
     "make the file anew: without a catalog it has no pages")
RULE(TRAILER_SIZE, "pdf-trailer-size", "ISO 32000-1, 7.5.5", ERROR,
     "the trailer's Size is not one more than the highest object number",
     "save the file anew with a tool that repairs PDFs")
RULE(TRAILER_ID, "pdfa-trailer-id", "ISO 19005-2, 6.1.3", ERROR,
     "the trailer has no ID of two strings",
     "let the tool that saves the file write an ID")
RULE(ENCRYPTED, "pdf-encrypted",
     "ISO 14289-1, 7.16; ISO 19005-2, 6.1.3; ISO 32000-1, 7.6", ERROR,
     "the file is encrypted, and can't be read here",
     "take the file without a password")
RULE(LARGE, "pdf-large", "ISO 32000-1, 7.4", ERROR,
     "a stream unpacks to more than is read",
     "make the file from smaller pictures and fewer objects in a stream")
RULE(OBJECT_SYNTAX, "pdf-object-syntax", "ISO 32000-1, 7.3", ERROR,
     "an object is not written as objects are",
     "save the file anew with a tool that repairs PDFs, or make it anew")
RULE(OBJECT_SPACING, "pdfa-object-spacing", "ISO 19005-2, 6.1.9", ERROR,
     "obj and endobj do not stand on lines of their own",
     "save the file anew: each of the words on a line of its own")
RULE(OBJECT_TWICE, "pdf-key-twice", "ISO 32000-1, 7.3.7", ERROR,
     "a dictionary has a key twice",
     "keep one of the two: readers differ in which they take")
RULE(OBJECT_END, "pdf-object-end", "ISO 32000-1, 7.3.10", ERROR,
     "an object does not end with endobj",
     "save the file anew with a tool that repairs PDFs, or fetch it again")
RULE(HEX_STRING, "pdfa-hex-string", "ISO 19005-2, 6.1.6", ERROR,
     "a hexadecimal string has an odd number of digits, or others than digits",
     "write two digits for each byte of the string")
RULE(STREAM_LENGTH, "pdf-stream-length",
     "ISO 32000-1, 7.3.8.2; ISO 19005-2, 6.1.7.1", ERROR,
     "a stream's Length is not the number of its bytes",
     "save the file anew with a tool that repairs PDFs")
RULE(STREAM_EXTERNAL, "pdfa-stream-external", "ISO 19005-2, 6.1.7.1", ERROR,
     "a stream's bytes are in another file", "put the bytes into the file")
RULE(STREAM_FILTER, "pdfa-stream-filter", "ISO 19005-2, 6.1.7.2", ERROR,
     "a stream has a filter that PDF/A does not allow", "use FlateDecode")
RULE(STREAM_DAMAGED, "pdf-stream-damaged", "ISO 32000-1, 7.4", ERROR,
     "a stream can't be decoded", "make the file anew, or fetch it again")
RULE(NAME_UTF8, "pdfa-name-utf8", "ISO 19005-2, 6.1.8", ERROR,
     "a name is not UTF-8", "write the name in UTF-8")
RULE(LIMIT_NAME, "pdfa-limit-name", "ISO 19005-2, 6.1.13", ERROR,
     "a name has more than 127 bytes", "give it a shorter name")
RULE(LIMIT_STRING, "pdfa-limit-string", "ISO 19005-2, 6.1.13", ERROR,
     "a string has more than 32767 bytes", "make it shorter, or a stream")
RULE(LIMIT_INTEGER, "pdfa-limit-integer", "ISO 19005-2, 6.1.13", ERROR,
     "an integer is beyond 2147483647", "write a number that fits into 32 bits")
RULE(LIMIT_REAL, "pdfa-limit-real", "ISO 19005-2, 6.1.13", ERROR,
     "a number is beyond 3.403e38", "write a number that a reader can hold")
RULE(LIMIT_OBJECTS, "pdfa-limit-objects", "ISO 19005-2, 6.1.13", ERROR,
     "the file has more than 8388607 objects",
     "part the document into several files")
RULE(LIMIT_NESTING, "pdfa-limit-nesting", "ISO 19005-2, 6.1.13", ERROR,
     "q and Q are nested more than 28 deep",
     "draw with fewer saved states within one another")
RULE(LIMIT_COLOURS, "pdfa-limit-colours", "ISO 19005-2, 6.1.13", ERROR,
     "a DeviceN colour space has more than 32 colours", "use fewer inks")
RULE(PERMISSIONS, "pdfa-permissions", "ISO 19005-2, 6.1.12", ERROR,
     "the permissions name another key than UR3 and DocMDP",
     "take the other keys out of Perms")

/* pages and what they show: ISO 32000-1, 7.7 and 7.8 */
RULE(PAGES, "pdf-pages", "ISO 32000-1, 7.7.3", ERROR,
     "the tree of pages is damaged, or has none",
     "save the file anew with a tool that repairs PDFs")
RULE(PAGE_BOX, "pdf-page-box", "ISO 32000-1, 7.7.3.3", ERROR,
     "a page has no MediaBox, or a box that is no rectangle",
     "give the page a MediaBox of four numbers")
RULE(PAGE_SIZE, "pdfa-page-size", "ISO 19005-2, 6.1.13", ERROR,
     "a page is smaller than 3 or larger than 14400 units",
     "choose a page of 3 to 14400 points, or set UserUnit")
RULE(PAGE_STEPS, "pdfa-page-steps", "ISO 19005-2, 6.11", ERROR,
     "a page has steps of a presentation", "take PresSteps out of the page")
RULE(CONTENT_DAMAGED, "pdf-content-damaged", "ISO 32000-1, 7.8.2", ERROR,
     "the content of a page is damaged", "make the page anew")
RULE(CONTENT_OPERATOR, "pdfa-operator", "ISO 19005-2, 6.2.2", ERROR,
     "an operator that ISO 32000-1 does not know",
     "take it out: even between BX and EX it may not stand")
RULE(CONTENT_RESOURCE, "pdf-resource", "ISO 32000-1, 7.8.3; ISO 19005-2, 6.2.2",
     ERROR, "the content asks for something that the resources do not have",
     "name it in the resources of the page or form")
RULE(CONTENT_RESOURCES, "pdfa-resources", "ISO 19005-2, 6.2.2", ERROR,
     "content has no resources of its own",
     "give the page or form a Resources entry that names what it uses")
RULE(CONTENT_MARKED, "pdf-marked-balance", "ISO 32000-1, 14.6.1", ERROR,
     "marked content, or q and Q, are not in pairs",
     "end each sequence in the stream, and the text object, where it began")

/* pictures and colours: ISO 19005-2, 6.2 */
RULE(INTENT_PROFILE, "pdfa-intent-profile", "ISO 19005-2, 6.2.3", ERROR,
     "the output intent has no valid ICC profile",
     "embed a profile of a screen or printer, such as sRGB")
RULE(INTENT_SEVERAL, "pdfa-intent-several", "ISO 19005-2, 6.2.3", ERROR,
     "output intents have different profiles",
     "let all output intents name the same profile")
RULE(COLOUR_PROFILE, "pdfa-colour-profile", "ISO 19005-2, 6.2.4.2", ERROR,
     "an ICC profile is not valid or has another number of colours",
     "embed a sound profile and set N to its number of colours")
RULE(COLOUR_DEVICE, "pdfa-colour-device", "ISO 19005-2, 6.2.4.3", ERROR,
     "colours of a device, and no output intent says which",
     "add an output intent")
RULE(
    STATE_TRANSFER, "pdfa-state-transfer", "ISO 19005-2, 6.2.5", ERROR,
    "a graphics state has TR, TR2, HTP or a halftone that PDF/A does not allow",
    "take the entries out of the graphics state")
RULE(RENDERING_INTENT, "pdfa-rendering-intent", "ISO 19005-2, 6.2.6", ERROR,
     "a rendering intent that is none of the four",
     "use RelativeColorimetric, AbsoluteColorimetric, Perceptual or Saturation")
RULE(IMAGE_KEYS, "pdfa-image", "ISO 19005-2, 6.2.8", ERROR,
     "a picture has Alternates, OPI or is interpolated",
     "take Alternates and OPI out and set Interpolate to false")
RULE(IMAGE_BITS, "pdf-image-bits", "ISO 32000-1, 8.9.5", ERROR,
     "a picture has no size, or a number of bits that is not allowed",
     "set Width, Height, and BitsPerComponent to 1, 2, 4, 8 or 16")
RULE(IMAGE_JPX, "pdfa-image-jpx", "ISO 19005-2, 6.2.8.3", ERROR,
     "a JPEG 2000 picture is not as PDF/A allows",
     "make it a JPEG or PNG before the file is made")
RULE(FORM_PS, "pdfa-form", "ISO 19005-2, 6.2.9", ERROR,
     "a form has PostScript, OPI or a reference to another file",
     "draw it with the operators of PDF")
RULE(BLEND_MODE, "pdfa-blend-mode", "ISO 19005-2, 6.2.10", ERROR,
     "a blend mode that ISO 32000-1 does not know",
     "use Normal or another of the sixteen modes")
RULE(TRANSPARENCY, "pdfa-transparency", "ISO 19005-2, 6.2.10", ERROR,
     "transparency, and no colour space to blend in", "add an output intent")

/* fonts: ISO 14289-1, 7.21; ISO 19005-2, 6.2.11 */
RULE(FONT_DICTIONARY, "pdf-font",
     "ISO 32000-1, 9.5 to 9.8; ISO 14289-1, 7.21.2; ISO 19005-2, 6.2.11.2",
     ERROR, "a font lacks what fonts have to say",
     "embed the font anew with a tool that knows its format")
RULE(FONT_EMBEDDED, "pdf-font-embedded",
     "ISO 14289-1, 7.21.4.1; ISO 19005-2, 6.2.11.4.1", ERROR,
     "a font is not embedded", "embed it")
RULE(FONT_PROGRAM, "pdf-font-program",
     "ISO 14289-1, 7.21.4.1; ISO 19005-2, 6.2.11.4.1; ISO 32000-1, 9.9", ERROR,
     "an embedded font can't be read",
     "embed the font anew from a sound font file")
RULE(FONT_CID_INFO, "pdf-font-cid-info",
     "ISO 14289-1, 7.21.3.1; ISO 19005-2, 6.2.11.3.1", ERROR,
     "a font and its CMap are of different character collections",
     "let Registry and Ordering of both be the same")
RULE(FONT_CID_MAP, "pdf-font-cid-map",
     "ISO 14289-1, 7.21.3.2; ISO 19005-2, 6.2.11.3.2", ERROR,
     "an embedded font has no CIDToGIDMap",
     "set CIDToGIDMap to Identity, or to the stream that maps its glyphs")
RULE(FONT_CMAP, "pdf-font-cmap",
     "ISO 14289-1, 7.21.3.3; ISO 19005-2, 6.2.11.3.3", ERROR,
     "a CMap is neither predefined nor embedded",
     "use Identity-H, or embed the CMap")
RULE(FONT_GLYPHS, "pdf-font-glyphs",
     "ISO 14289-1, 7.21.4.1; ISO 19005-2, 6.2.11.4.1", ERROR,
     "text shows glyphs that the embedded font does not have",
     "embed the font with all glyphs that are shown")
RULE(FONT_SET, "pdf-font-set", "ISO 14289-1, 7.21.4.2; ISO 19005-2, 6.2.11.4.2",
     ERROR, "CIDSet does not name the glyphs of the embedded font",
     "leave it out")
RULE(FONT_WIDTHS, "pdf-font-widths",
     "ISO 14289-1, 7.21.5; ISO 19005-2, 6.2.11.5", ERROR,
     "the width of a glyph is another than in the embedded font",
     "write the widths as the font has them")
RULE(FONT_TRUETYPE, "pdf-font-truetype",
     "ISO 14289-1, 7.21.6; ISO 19005-2, 6.2.11.6", ERROR,
     "the encoding of a TrueType font is not as it has to be",
     "give it MacRomanEncoding or WinAnsiEncoding, or make it a symbolic font "
     "with one cmap")
RULE(FONT_UNICODE, "pdf-font-unicode",
     "ISO 14289-1, 7.21.7; ISO 19005-2, 6.2.11.7.2", ERROR,
     "text that can't be mapped to Unicode",
     "give the font a complete ToUnicode")
RULE(FONT_UNICODE_VALUE, "pdf-font-unicode-value",
     "ISO 14289-1, 7.21.7; ISO 19005-2, 6.2.11.7.2", ERROR,
     "text is mapped to U+0000, U+FEFF or U+FFFE",
     "map the code to the character that its glyph shows")
RULE(FONT_UNICODE_PUA, "pdf-font-private-use", "ISO 19005-2, 6.2.11.7.3", ERROR,
     "text is mapped to private-use characters without an ActualText",
     "map the code to real characters, or mark the text with an ActualText")
RULE(FONT_NOTDEF, "pdf-font-notdef",
     "ISO 14289-1, 7.21.8; ISO 19005-2, 6.2.11.8", ERROR,
     "text shows the glyph .notdef", "use a font that has the character")

/* annotations, actions, forms: ISO 19005-2, 6.3 to 6.5; ISO 14289-1, 7.18 */
RULE(ANNOT_TYPE, "pdfa-annotation-type", "ISO 19005-2, 6.3.1", ERROR,
     "a kind of annotation that PDF/A does not allow",
     "take the annotation out: sound, films and 3D are not archived so")
RULE(ANNOT_FLAGS, "pdfa-annotation-flags", "ISO 19005-2, 6.3.2", ERROR,
     "an annotation is hidden or does not print", "set the flag Print alone")
RULE(ANNOT_LOOK, "pdfa-annotation-appearance", "ISO 19005-2, 6.3.3", ERROR,
     "an annotation has no appearance of its own",
     "give the annotation an appearance stream (AP)")
RULE(ANNOT_RECT, "pdf-annotation-rect", "ISO 32000-1, 12.5.2", ERROR,
     "an annotation has no rectangle",
     "give the annotation a Rect of four numbers")
RULE(ANNOT_TAGGED, "pdfua-annotation-tagged", "ISO 14289-1, 7.18.1", ERROR,
     "an annotation is in no Annot element",
     "put an object reference to it into an Annot element")
RULE(ANNOT_CONTENTS, "pdfua-annotation-contents", "ISO 14289-1, 7.18.1", ERROR,
     "an annotation has neither Contents nor an Alt",
     "say in Contents what it is")
RULE(ANNOT_TRAPNET, "pdfua-annotation-trapnet", "ISO 14289-1, 7.18.2", ERROR,
     "an annotation of the type TrapNet", "take the annotation out")
RULE(ANNOT_TABS, "pdfua-tabs", "ISO 14289-1, 7.18.3", ERROR,
     "a page with annotations does not say that tabs follow the structure",
     "write /Tabs /S")
RULE(WIDGET_TAGGED, "pdfua-widget-tagged", "ISO 14289-1, 7.18.4", ERROR,
     "a form field is in no Form element",
     "put an object reference to it into a Form element")
RULE(WIDGET_NAME, "pdfua-widget-name", "ISO 14289-1, 7.18.1", ERROR,
     "a form field has no alternate name", "write /TU")
RULE(LINK_TAGGED, "pdfua-link-tagged", "ISO 14289-1, 7.18.5", ERROR,
     "a link is in no Link element",
     "put an object reference to it into a Link element")
RULE(LINK_CONTENTS, "pdfua-link-contents", "ISO 14289-1, 7.18.5", ERROR,
     "a link has no Contents", "say in Contents where the link leads")
RULE(LINK_TARGET, "pdf-link-target", "ISO 32000-1, 12.3.2; ISO 32000-1, 12.6.4",
     ERROR, "a link leads nowhere",
     "give it a destination that is in the file, or an address")
RULE(LINK_OBJR, "pdfua-link-objr", "ISO 14289-1, 7.18.5", ERROR,
     "a Link element holds no annotation",
     "put an object reference to the annotation into the element, or make it a "
     "Span")
RULE(ANNOT_PARENT, "pdfua-struct-parent",
     "ISO 14289-1, 7.18.1; ISO 32000-1, 14.7.4.4", ERROR,
     "an annotation's StructParent does not lead to its element",
     "let StructParent name the row of the parent tree that leads to the "
     "element")
RULE(ACTION, "pdfa-action", "ISO 19005-2, 6.5.1", ERROR,
     "an action that PDF/A does not allow",
     "take the action out: only links within the file, to other files and to "
     "addresses are allowed")
RULE(ACTION_NAMED, "pdfa-action-named", "ISO 19005-2, 6.5.1", ERROR,
     "a named action that is not one of the four",
     "use NextPage, PrevPage, FirstPage or LastPage")
RULE(ACTION_TRIGGER, "pdfa-action-trigger", "ISO 19005-2, 6.5.2", ERROR,
     "actions that happen by themselves (AA)", "take AA out")
RULE(FORM_XFA, "pdf-form-xfa", "ISO 14289-1, 7.15; ISO 19005-2, 6.4.2", ERROR,
     "the file has an XFA form",
     "make the form anew with the fields of PDF, or without a form")
RULE(FORM_APPEARANCES, "pdfa-form-appearances", "ISO 19005-2, 6.4.1", ERROR,
     "the form asks the reader to make appearances",
     "set NeedAppearances to false and give each field its appearance")
RULE(NEEDS_RENDERING, "pdfa-needs-rendering", "ISO 19005-2, 6.4.2", ERROR,
     "the catalog has NeedsRendering", "take NeedsRendering out of the catalog")

/* metadata: ISO 19005-2, 6.6; ISO 14289-1, 5 and 7.1 */
RULE(XMP_STREAM, "pdf-xmp", "ISO 14289-1, 7.1; ISO 19005-2, 6.6.2.1", ERROR,
     "the file has no XMP metadata",
     "write a metadata stream with the title and what the file conforms to")
RULE(XMP_FILTER, "pdfa-xmp-filter", "ISO 19005-2, 6.6.2.1", ERROR,
     "the metadata are compressed", "store them as they are")
RULE(XMP_FORM, "pdf-xmp-form", "ISO 32000-1, 14.3.2", ERROR,
     "the XMP metadata are no well-formed XML",
     "write the packet as well-formed RDF in UTF-8")
RULE(XMP_PACKET, "pdfa-xmp-packet", "ISO 19005-2, 6.6.2.1", ERROR,
     "the packet's header names bytes or an encoding",
     "take bytes and encoding out of the packet’s header")
RULE(XMP_SCHEMA, "pdfa-xmp-schema", "ISO 19005-2, 6.6.2.3.1", ERROR,
     "a property of a schema that is neither predefined nor described",
     "add an extension schema")
RULE(XMP_TITLE, "pdfua-title", "ISO 14289-1, 7.1", ERROR,
     "the metadata have no dc:title", "write the document’s title as dc:title")
RULE(XMP_INFO, "pdfa-info", "ISO 19005-2, 6.6.3", ERROR,
     "the Info dictionary and the metadata say different things",
     "let both say the same, or take the entry out of Info")

/* the catalog */
RULE(MARKED, "pdf-marked", "ISO 14289-1, 7.1; ISO 19005-2, 6.7.2.2", ERROR,
     "the file does not say that it is tagged",
     "write /MarkInfo << /Marked true >>")
RULE(SUSPECTS, "pdfua-suspects", "ISO 14289-1, 7.1", ERROR,
     "the file says that its tags are doubtful",
     "look the tags over, then set Suspects to false")
RULE(DISPLAY_TITLE, "pdfua-display-title", "ISO 14289-1, 7.1", ERROR,
     "the window does not show the document's title",
     "write /ViewerPreferences << /DisplayDocTitle true >>")
RULE(LANG, "pdfua-lang", "ISO 14289-1, 7.2", ERROR,
     "the file does not say its language", "write /Lang in the catalog")
RULE(LANG_TAG, "pdf-lang-tag", "ISO 14289-1, 7.2; ISO 19005-2, 6.7.4", ERROR,
     "a language that is no language tag", "write one of BCP 47: en-GB")
RULE(EMBEDDED, "pdfa-embedded-file", "ISO 19005-2, 6.8", WARNING,
     "the file holds another, which has to be PDF/A itself",
     "embed only files that are PDF/A, or claim PDF/A-3")
RULE(EMBEDDED_NAMES, "pdf-embedded-names",
     "ISO 14289-1, 7.11; ISO 19005-2, 6.8", ERROR,
     "an embedded file lacks F, UF, or what it is to the document",
     "give the file specification F, UF and AFRelationship")
RULE(OPTIONAL, "pdf-optional-content", "ISO 14289-1, 7.10; ISO 19005-2, 6.9",
     ERROR,
     "a configuration of optional content has no name, or changes by itself",
     "give each configuration a Name of its own and take AS out")
RULE(ALTERNATE, "pdfa-alternate-presentations", "ISO 19005-2, 6.10", ERROR,
     "the file has alternate presentations",
     "take AlternatePresentations out of the names")
RULE(REQUIREMENTS, "pdfa-requirements", "ISO 19005-2, 6.12", ERROR,
     "the catalog has Requirements", "take Requirements out of the catalog")
RULE(OUTLINE, "pdf-outline", "ISO 32000-1, 12.3.3", ERROR,
     "an entry of the outline has no title, leads nowhere, or the list is "
     "broken",
     "make the outline anew, with a title and a destination for each entry")
RULE(OUTLINE_MISSING, "pdfua-outline", "ISO 14289-1, 7.17", WARNING,
     "a document of many pages has no outline",
     "make an outline of the headings")
RULE(PAGE_LABELS, "pdf-page-labels", "ISO 32000-1, 12.4.2", ERROR,
     "page labels do not begin with the first page or are out of order",
     "let the first range begin at 0 and each next one later")

/* the structure: ISO 14289-1, 7.1 to 7.9; ISO 19005-2, 6.7 */
RULE(TREE_ROOT, "pdf-tree", "ISO 14289-1, 7.1; ISO 19005-2, 6.7.3.3", ERROR,
     "there is no structure tree",
     "make the file with tags: they can’t be added without knowing the content")
RULE(TREE_DAMAGED, "pdf-tree-damaged", "ISO 32000-1, 14.7.2", ERROR,
     "the structure tree is not one tree",
     "make the tags anew: each element is in one other")
RULE(TREE_PARENT, "pdf-tree-parent", "ISO 32000-1, 14.7.2", ERROR,
     "an element does not lead back to the one that it is in",
     "let the element’s P name the one that holds it")
RULE(TREE_TOP, "pdfua-tree-document", "ISO 14289-1, 7.1", WARNING,
     "the tree's top is no Document", "put all into one Document element")
RULE(ROLE_CIRCLE, "pdf-role-circle", "ISO 14289-1, 7.1; ISO 19005-2, 6.7.3.4",
     ERROR, "the role map leads in a circle",
     "map each type to a standard one in the end")
RULE(ROLE_MISSING, "pdf-role-missing", "ISO 14289-1, 7.1; ISO 19005-2, 6.7.3.4",
     ERROR, "a structure type is neither standard nor mapped to such a one",
     "use a standard type, or map it in the RoleMap")
RULE(ROLE_STANDARD, "pdfua-role-standard", "ISO 14289-1, 7.1", ERROR,
     "a standard type is mapped to another",
     "take the standard type out of the RoleMap")
RULE(UNTAGGED, "pdfua-untagged", "ISO 14289-1, 7.1", ERROR,
     "content is neither tagged nor an artifact",
     "tag it, or mark it as an artifact if it carries no meaning")
RULE(ARTIFACT_INSIDE, "pdfua-artifact-inside", "ISO 14289-1, 7.1", ERROR,
     "an artifact within tagged content",
     "end the tagged sequence before the artifact begins")
RULE(TAGGED_INSIDE, "pdfua-tagged-inside", "ISO 14289-1, 7.1", ERROR,
     "tagged content within an artifact",
     "end the artifact before the tagged sequence begins")
RULE(ARTIFACT_TYPE, "pdf-artifact-type", "ISO 32000-1, 14.8.2.2.2", ERROR,
     "an artifact of a type that there is not",
     "use Pagination, Layout, Page or Background")
RULE(MCID_TREE, "pdfua-mcid-tree", "ISO 14289-1, 7.1; ISO 32000-1, 14.7.4",
     ERROR, "marked content is not in the structure tree",
     "let an element name the MCID, or mark the content as an artifact")
RULE(MCID_CONTENT, "pdf-mcid-content", "ISO 32000-1, 14.7.4.2", ERROR,
     "the structure tree names marked content that is not there",
     "take the number out of the element, or mark the content with it")
RULE(MCID_TWICE, "pdf-mcid-twice", "ISO 32000-1, 14.7.4.2", ERROR,
     "marked content has the number of another, or is in two elements",
     "give each sequence on the page its own MCID, in one element")
RULE(PARENT_TREE, "pdf-parent-tree", "ISO 32000-1, 14.7.4.4", ERROR,
     "the parent tree does not lead from content to its element",
     "write the row of the page or annotation anew")
RULE(FORM_TWICE, "pdfua-form-twice", "ISO 14289-1, 7.21", ERROR,
     "a form with tagged content is shown twice",
     "draw the content each time, or tag it where the form is shown")
RULE(NESTING, "pdfua-nesting", "ISO 14289-1, 7.1; ISO 32000-1, 14.8.4", ERROR,
     "an element stands where its type does not belong",
     "put it where its type belongs: LI in L, TR in Table, TD and TH in TR, "
     "TOCI in TOC")
RULE(FIGURE_ALT, "pdfua-figure-alt", "ISO 14289-1, 7.3", ERROR,
     "a Figure has neither Alt nor ActualText", "describe it")
RULE(FIGURE_BOX, "pdfua-figure-bbox",
     "ISO 14289-1, 7.3; ISO 32000-1, 14.8.5.4.3", WARNING,
     "a Figure does not say where it is (BBox)",
     "write BBox as an attribute of the owner Layout")
RULE(FORMULA_ALT, "pdfua-formula-alt", "ISO 14289-1, 7.7", ERROR,
     "a Formula has neither Alt nor ActualText",
     "say in Alt how the formula is read")
RULE(HEADING_FIRST, "pdfua-heading-first", "ISO 14289-1, 7.4.2", ERROR,
     "the first heading is not H1", "make the first heading an H1")
RULE(HEADING_SKIP, "pdfua-heading-skip", "ISO 14289-1, 7.4.2", ERROR,
     "a level of headings is left out",
     "let each heading be at most one level below the one before")
RULE(HEADING_MIXED, "pdfua-heading-mixed", "ISO 14289-1, 7.4.4", ERROR,
     "headings are both H and H1 to H6",
     "use H1 to H6 throughout, or H throughout")
RULE(HEADING_SEVERAL, "pdfua-heading-several", "ISO 14289-1, 7.4.4", ERROR,
     "an element holds more than one H", "put each H into a Sect of its own")
RULE(TABLE_REGULAR, "pdfua-table-regular", "ISO 14289-1, 7.5", ERROR,
     "the rows of a table have different numbers of columns, or cells overlap",
     "give each row the same number of columns, counting ColSpan and RowSpan")
RULE(TABLE_HEADERS, "pdfua-table-headers", "ISO 14289-1, 7.5", ERROR,
     "a header cell says neither what it heads nor do cells name it",
     "write Scope or Headers")
RULE(TABLE_IDS, "pdfua-table-ids", "ISO 14289-1, 7.5", ERROR,
     "Headers name no cell of the table",
     "let Headers name IDs of TH elements of the same table")
RULE(
    LIST_NUMBERING, "pdfua-list-numbering", "ISO 14289-1, 7.6", ERROR,
    "a list with labels does not say how it is numbered, or in no way there is",
    "write ListNumbering")
RULE(NOTE_ID, "pdfua-note-id", "ISO 14289-1, 7.9", ERROR, "a Note has no ID",
     "give each Note an ID of its own")
RULE(ID_TWICE, "pdfua-id-twice", "ISO 14289-1, 7.9; ISO 32000-1, 14.7.2", ERROR,
     "two elements have one ID", "give each element an ID of its own")
RULE(ID_TREE, "pdf-id-tree", "ISO 32000-1, 14.7.2", ERROR,
     "an element has an ID that the IDTree does not have",
     "write the IDTree anew")
RULE(TEXT_PUA, "pdf-text-private-use", "ISO 14289-1, 7.2; ISO 19005-2, 6.7.5",
     WARNING, "an Alt, ActualText or expansion has private-use characters",
     "write it in characters that can be read aloud")
RULE(EMPTY_ELEMENT, "pdf-empty-element", "ISO 32000-1, 14.7.2", WARNING,
     "a paragraph or heading that holds nothing", "take the element out")
RULE(SCRIPT, "pdfa-script", "ISO 19005-2, 6.5.1", ERROR,
     "the file has JavaScript", "take the script out")
