/* SPDX-License-Identifier: MIT */
/* What an EPUB has to satisfy, in the order of the specifications:
 * RULE(name, id, clause, severity, meaning, remedy). Read several times, hence
 * no include guard. Clauses are those of the Recommendation of 25 May 2023;
 * "OPF 2.0.1" and "OPS 2.0.1" hold for EPUB 2 alone. */

/* the container as a zip: EPUB 3.3, clause 4.3 */
RULE(ZIP, "epub-zip", "EPUB 3.3, 4.3.2", ERROR,
     "the file is no zip container that can be read whole",
     "make the file anew, or fetch it again")
RULE(ZIP_METHOD, "epub-zip-method", "EPUB 3.3, 4.3.2", ERROR,
     "a file is packed by another method than Deflate",
     "store the file, or deflate it")
RULE(ZIP_ENCRYPTED, "epub-zip-encrypted", "EPUB 3.3, 4.3.2", ERROR,
     "zip's own encryption is used",
     "encrypt, if need be, by META-INF/encryption.xml")
RULE(ZIP_HEADERS, "epub-zip-headers", "EPUB 3.3, 4.3.2", ERROR,
     "a file's local header and the central directory disagree",
     "make the container anew with a tool that writes both alike")
RULE(ZIP_DAMAGED, "epub-zip-damaged", "EPUB 3.3, 4.3.2", ERROR,
     "a file can't be unpacked, or its checksum is another's",
     "make the file anew, or fetch it again")
RULE(ZIP_UTF8, "epub-zip-utf8", "EPUB 3.3, 4.3.2", ERROR,
     "a name is not flagged as UTF-8, or is none",
     "write names as UTF-8, with bit 11 of the flags set")
RULE(MIMETYPE, "epub-mimetype", "EPUB 3.3, 4.3.3", ERROR,
     "the file “mimetype” is missing, not first, packed, or says another thing",
     "store “application/epub+zip” as the first file, without extra field")
RULE(LIMIT, "epub-limit", "EPUB 3.3, 4.3.2", WARNING,
     "something is too large, too deep or too much to be checked",
     "look whether so much is meant")

/* the container as folders: EPUB 3.3, clause 4.2 */
RULE(NAME_CHARACTER, "epub-name-character", "EPUB 3.3, 4.2.3", ERROR,
     "a name has a character that names may not have",
     "rename the file: letters, digits, hyphen, underscore and dot are safe")
RULE(NAME_TWICE, "epub-name-twice", "EPUB 3.3, 4.2.3", ERROR,
     "two names are the same but for case or composition of letters",
     "rename one of the files")
RULE(NAME_PORTABLE, "epub-name-portable", "EPUB 3.3, 4.2.3", NOTE,
     "a name has a space, or is not in composed form (NFC)",
     "name the file with letters, digits and hyphens")
RULE(CONTAINER, "epub-container", "EPUB 3.3, 4.2.6.3.1", ERROR,
     "META-INF/container.xml is missing, or does not lead to the package",
     "name the package document in a rootfile's full-path")
RULE(CONTAINER_CONTENT, "epub-container-content", "EPUB 3.3, 4.2.6.3.1", ERROR,
     "container.xml has an element or attribute that is not allowed there",
     "keep to container, rootfiles, rootfile, links and link")
RULE(ENCRYPTION, "epub-encryption", "EPUB 3.3, 4.2.6.3.2", ERROR,
     "META-INF/encryption.xml is not as it has to be",
     "see the specification for its elements")
RULE(OBFUSCATED, "epub-obfuscated", "EPUB 3.3, 4.4.2", ERROR,
     "a file other than a font is obfuscated", "obfuscate fonts alone")
RULE(ENCRYPTED, "epub-encrypted", "EPUB 3.3, 4.2.6.3.2", NOTE,
     "a file is encrypted and was not checked", NULL)
RULE(META_INF, "epub-meta-inf", "EPUB 3.3, 4.2.6.1", ERROR,
     "the manifest lists a file of META-INF, or one there is not as it has to "
     "be",
     "move what belongs to the publication out of META-INF")
RULE(URL, "epub-url", "EPUB 3.3, 4.2.5", ERROR,
     "a URL is none, or leads out of the container",
     "write a path that is relative to the file it stands in")
RULE(QUERY, "epub-query", "EPUB 3.3, 4.2.5", WARNING,
     "a path within the container has a query",
     "name the file alone, or with a fragment")
RULE(FILE_URL, "epub-file-url", "EPUB 3.3, 3.8", ERROR,
     "a URL of the scheme “file:” is used",
     "put the file into the container, and name it by a relative path")
RULE(DATA_URL, "epub-data-url", "EPUB 3.3, 3.7", ERROR,
     "a data: URL stands where it would be a document of its own",
     "put the data into a file of the container")

/* XML and resources: EPUB 3.3, clause 3 */
RULE(XML, "epub-xml", "EPUB 3.3, 3.9", ERROR,
     "a document is not well-formed XML",
     "mend the markup where the message says")
RULE(XML_ENCODING, "epub-xml-encoding", "EPUB 3.3, 3.9", ERROR,
     "a document's bytes are not UTF-8", "write the document as UTF-8")
RULE(XML_UTF16, "epub-xml-utf16", "EPUB 3.3, 3.9", WARNING,
     "a document is UTF-16", "write the document as UTF-8")
RULE(XML_EXTERNAL, "epub-xml-external", "EPUB 3.3, 3.9", ERROR,
     "a document declares an external entity or DTD",
     "write <!DOCTYPE html>, or none")
RULE(ID, "epub-id", "EPUB 3.3, 3.9", ERROR,
     "an id is used twice in a document, or is none",
     "give each element an id of its own")
RULE(MISSING, "epub-missing", "EPUB 3.3, 3.1.1", ERROR,
     "what is referred to is not in the container",
     "add the file, or mend the reference")
RULE(UNLISTED, "epub-unlisted", "EPUB 3.3, 5.6.1", ERROR,
     "what is referred to is not in the manifest",
     "add an item for it to the manifest")
RULE(STRAY, "epub-stray", "EPUB 3.3, 5.6.1", WARNING,
     "a file in the container is not in the manifest",
     "add an item for it to the manifest, or leave it out")
RULE(REMOTE, "epub-remote", "EPUB 3.3, 3.6", ERROR,
     "a resource is on the web that has to be in the container",
     "put the file into the container; audio, video and fonts may stay outside")
RULE(FOREIGN, "epub-foreign", "EPUB 3.3, 3.3", ERROR,
     "a resource of a foreign type has no fallback",
     "use a core media type, or give a fallback")
RULE(FALLBACK, "epub-fallback", "EPUB 3.3, 3.5.1", ERROR,
     "a fallback leads nowhere, or in a circle",
     "let the chain of fallbacks end at a core media type")
RULE(MEDIA, "epub-media", "EPUB 3.3, 3.2", ERROR,
     "a file is not of the type that the manifest says",
     "write the right media-type into the manifest")
RULE(EXTENSION, "epub-extension", "EPUB 3.3, 3.2", WARNING,
     "a picture's name does not fit what it is",
     "rename the file after its type")

/* the package document: EPUB 3.3, clause 5 */
RULE(PACKAGE, "epub-package", "EPUB 3.3, 5.4", ERROR,
     "the package document's frame is not as it has to be",
     "package holds metadata, manifest and spine, in this order")
RULE(VERSION, "epub-version", "EPUB 3.3, 5.4", ERROR,
     "the package names no version that is known",
     "write version=\"3.0\" on the package element")
RULE(VERSION_2, "epub-version-2", "OPF 2.0.1, 1.4.1", NOTE,
     "the publication is EPUB 2, of which less is checked",
     "publish it as EPUB 3")
RULE(UNIQUE_ID, "epub-unique-id", "EPUB 3.3, 5.4", ERROR,
     "unique-identifier does not name a dc:identifier",
     "give the dc:identifier that id")
RULE(PACKAGE_ELEMENT, "epub-package-element", "EPUB 3.3, 5.4", ERROR,
     "an element of the package document is not allowed where it stands",
     "remove it, or move it where it belongs")
RULE(PACKAGE_ATTRIBUTE, "epub-package-attribute", "EPUB 3.3, 5.3", ERROR,
     "an attribute in the package document is unknown, missing or wrong",
     "see the specification for the element's attributes")
RULE(PREFIX, "epub-prefix", "EPUB 3.3, D.1.4", ERROR,
     "a prefix is declared wrongly, or used without being declared",
     "declare it: prefix=\"name: http://…\"")
RULE(PREFIX_KNOWN, "epub-prefix-known", "EPUB 3.3, D.1.5", WARNING,
     "a reserved prefix is declared as something else", "choose another prefix")
RULE(METADATA, "epub-metadata", "EPUB 3.3, 5.5.3", ERROR,
     "dc:identifier, dc:title or dc:language is missing",
     "add it to the metadata")
RULE(METADATA_EMPTY, "epub-metadata-empty", "EPUB 3.3, 5.5.2", ERROR,
     "an element of the metadata is empty", "say something there, or remove it")
RULE(LANGUAGE, "epub-language", "EPUB 3.3, 5.5.3.3", ERROR,
     "a language tag is not well-formed",
     "write a tag of BCP 47, such as “en” or “pt-BR”")
RULE(DATE, "epub-date", "EPUB 3.3, 5.5.4.4", WARNING,
     "a date is none of W3CDTF, or an identifier no UUID as it says",
     "write it as 2026-11-22")
RULE(MODIFIED, "epub-modified", "EPUB 3.3, 5.5.6", ERROR,
     "dcterms:modified does not occur exactly once, as CCYY-MM-DDThh:mm:ssZ",
     "write one such date, in UTC")
RULE(META, "epub-meta", "EPUB 3.3, 5.5.5", ERROR,
     "a meta element says nothing that is defined",
     "see the properties of the vocabulary")
RULE(REFINES, "epub-refines", "EPUB 3.3, 5.3.6", ERROR,
     "what a metadata element refines is not there, or not of the right kind",
     "let refines name the id of what is meant: “#id”")
RULE(LINK, "epub-link", "EPUB 3.3, 5.5.7", ERROR,
     "a link of the metadata is not as it has to be",
     "see the specification for rel and media-type")
RULE(ITEM_TWICE, "epub-item-twice", "EPUB 3.3, 5.6.1", ERROR,
     "the manifest lists a file twice", "remove one of the items")
RULE(ITEM_HREF, "epub-item-href", "EPUB 3.3, 5.6.2", ERROR,
     "an item's href is not the path of a file alone",
     "name the file, without a fragment")
RULE(ITEM_SELF, "epub-item-self", "EPUB 3.3, 5.6.1", ERROR,
     "the manifest lists the package document itself", "remove the item")
RULE(PROPERTY, "epub-property", "EPUB 3.3, 5.3.5", ERROR,
     "a property is not defined, or not for this element",
     "see the vocabulary of the attribute")
RULE(PROPERTY_MISSING, "epub-property-missing", "EPUB 3.3, 5.6.2.1", ERROR,
     "a document has what its item's properties do not say",
     "add the property to the item in the manifest")
RULE(PROPERTY_IDLE, "epub-property-idle", "EPUB 3.3, 5.6.2.1", ERROR,
     "an item's properties say what its document has not",
     "remove the property from the item in the manifest")
RULE(PROPERTY_REMOTE, "epub-property-remote", "EPUB 3.3, D.6.4", WARNING,
     "an item says remote-resources, and refers to none",
     "remove the property from the item in the manifest")
RULE(NAV_ITEM, "epub-nav-item", "EPUB 3.3, D.6.3", ERROR,
     "there is not exactly one item with the property “nav”, of XHTML",
     "give the navigation document's item the property")
RULE(COVER_ITEM, "epub-cover-item", "EPUB 3.3, D.6.1", ERROR,
     "more than one item, or no picture, has the property “cover-image”",
     "give it to one picture")
RULE(SPINE, "epub-spine", "EPUB 3.3, 5.7.1", ERROR,
     "the spine has no item that is to be read in order",
     "list the documents in the order of reading")
RULE(ITEMREF, "epub-itemref", "EPUB 3.3, 5.7.2", ERROR,
     "an itemref names no item, or one that is in the spine already",
     "let idref be the id of an item, once")
RULE(SPINE_TYPE, "epub-spine-type", "EPUB 3.3, 3.1.2", ERROR,
     "an item of the spine is no content document and has no fallback to one",
     "use XHTML or SVG, or give a fallback")
RULE(UNREACHABLE, "epub-unreachable", "EPUB 3.3, 5.7.2", ERROR,
     "no link leads to a document with linear=\"no\"",
     "link to it, or make it linear")
RULE(SPINE_NCX, "epub-spine-ncx", "EPUB 3.3, 5.9.5", ERROR,
     "the spine's toc attribute and the NCX do not fit",
     "let toc name the NCX's item")
RULE(COLLECTION, "epub-collection", "EPUB 3.3, 5.8.1", ERROR,
     "a collection is not as it has to be",
     "see the specification for its content")
RULE(GUIDE, "epub-guide", "EPUB 3.3, 5.9.4", WARNING,
     "the guide names one place twice", "remove one of the references")
RULE(DEPRECATED, "epub-deprecated", "EPUB 3.3, 1.4", WARNING,
     "a feature is deprecated", "do without it")

/* XHTML: EPUB 3.3, clause 6.1; HTML's own rules */
RULE(DOCTYPE, "epub-doctype", "EPUB 3.3, 6.1.2", ERROR,
     "the document type is none of XHTML as EPUB has it",
     "write <!DOCTYPE html>, or none")
RULE(XHTML, "epub-xhtml", "EPUB 3.3, 6.1.2", ERROR,
     "the document is no html element of XHTML's namespace",
     "write <html xmlns=\"http://www.w3.org/1999/xhtml\">")
RULE(ELEMENT_UNKNOWN, "epub-element-unknown", "HTML, 4", ERROR,
     "an element is none of HTML", "use another element")
RULE(ELEMENT_OBSOLETE, "epub-element-obsolete", "HTML, 16.2", ERROR,
     "an element of older HTML is obsolete", "use CSS, or another element")
RULE(ELEMENT_PLACE, "epub-element-place", "HTML, 3.2.5", ERROR,
     "an element is not allowed where it stands",
     "move it where it is allowed, or use another element")
RULE(ELEMENT_MISSING, "epub-element-missing", "HTML, 3.2.5", ERROR,
     "an element lacks a child that it has to have", "add the element")
RULE(TEXT_PLACE, "epub-text-place", "HTML, 3.2.5", ERROR,
     "text stands where none is allowed",
     "put it into a paragraph, an item or a cell")
RULE(NESTING, "epub-nesting", "HTML, 3.2.5", ERROR,
     "an element is within one that may not hold it, however deep",
     "take it out")
RULE(ATTRIBUTE, "epub-attribute", "HTML, 3.2.6", ERROR,
     "an element does not have this attribute",
     "remove it; what is yours may be called data-…")
RULE(ATTRIBUTE_MISSING, "epub-attribute-missing", "HTML, 3.2.6", ERROR,
     "an element lacks an attribute that it has to have", "add the attribute")
RULE(ATTRIBUTE_VALUE, "epub-attribute-value", "HTML, 2.3", ERROR,
     "an attribute's value is not of its kind", "see what HTML allows there")
RULE(IDREF, "epub-idref", "HTML, 3.2.6", ERROR,
     "an attribute names an id that is not there, or not of the right element",
     "give the element meant that id")
RULE(LANG, "epub-lang", "HTML, 3.2.6.2", ERROR,
     "lang and xml:lang are not the same", "write both alike")
RULE(TITLE, "epub-title", "HTML, 4.2.2", ERROR, "a document's title is empty",
     "say in the title what the document is")
RULE(TITLE_MISSING, "epub-title-missing", "HTML, 4.2.2", WARNING,
     "a document has no title", "add a title element to head")
RULE(
    CHARSET, "epub-charset", "HTML, 4.2.5.4", ERROR,
    "a meta element declares another encoding than UTF-8, or declares it twice",
    "write <meta charset=\"utf-8\"/> once")
RULE(ARIA_ROLE, "epub-aria-role", "ARIA in HTML, 4", ERROR,
     "a role is unknown, or not for this element",
     "use another element, or another role")
RULE(ARIA_ATTRIBUTE, "epub-aria-attribute", "WAI-ARIA 1.2, 6", ERROR,
     "an aria attribute is unknown, lacking, or not for this role",
     "see the role's states and properties")
RULE(EPUB_TYPE, "epub-type", "EPUB 3.3, C.2", ERROR,
     "epub:type stands on an element that can't have it",
     "put it on an element of the body")
RULE(EPUB_TYPE_UNKNOWN, "epub-type-unknown", "EPUB 3.3, C.2", NOTE,
     "a value of epub:type is none of the default vocabulary",
     "see the EPUB Structural Semantics Vocabulary")
RULE(SVG, "epub-svg", "EPUB 3.3, 6.2.2", ERROR,
     "SVG holds what it may not hold", "keep SVG's content within SVG")
RULE(MATHML, "epub-mathml", "EPUB 3.3, 6.1.4.1", ERROR,
     "MathML is not as it has to be",
     "use presentation MathML, each element with its arguments")
RULE(SWITCH, "epub-switch", "EPUB 3.3, 6.1.3.3", WARNING,
     "epub:switch or epub:trigger is used, which are deprecated",
     "do without it")
RULE(VIEWPORT, "epub-viewport", "EPUB 3.3, 8.2.2.6", ERROR,
     "a page of fixed layout does not say how large it is",
     "write <meta name=\"viewport\" content=\"width=…, height=…\"/>")
RULE(LINK_FRAGMENT, "epub-link-fragment", "EPUB 3.3, 3.1.3", ERROR,
     "a link leads to a place that is not in its document",
     "give the place that id, or mend the link")
RULE(LINK_SPINE, "epub-link-spine", "EPUB 3.3, 5.7.1", ERROR,
     "a link leads to a document that is not in the spine",
     "add it to the spine, perhaps with linear=\"no\"")
RULE(LINK_TYPE, "epub-link-type", "EPUB 3.3, 3.3", ERROR,
     "what is referred to is of a type that does not fit",
     "refer to a file of the right type")
RULE(LINK_KIND, "epub-link-kind", "EPUB 3.3, 3.2", WARNING,
     "what is used as a picture or a style sheet is none",
     "refer to a file of the right type")
RULE(LINK_SCHEME, "epub-link-scheme", "EPUB 3.3, 3.6", WARNING,
     "a link's scheme is not registered", "look whether it is meant")

/* CSS: EPUB 3.3, clause 6.3.1 */
RULE(CSS, "epub-css", "EPUB 3.3, 6.3.1.2", ERROR,
     "a style sheet can't be read to its end",
     "mend the style sheet where the message says")
RULE(CSS_ENCODING, "epub-css-encoding", "EPUB 3.3, 6.3.1.2", ERROR,
     "a style sheet is not UTF-8", "write the style sheet as UTF-8")
RULE(CSS_PROPERTY, "epub-css-property", "EPUB 3.3, 6.3.1.2", ERROR,
     "a style sheet sets direction or unicode-bidi",
     "write dir attributes into the documents")
RULE(CSS_FONT, "epub-css-font", "EPUB 3.3, 6.3.1.2", ERROR,
     "a reference of a style sheet is empty", "name the file")

/* the navigation document: EPUB 3.3, clause 7 */
RULE(NAV_TOC, "epub-nav-toc", "EPUB 3.3, 7.4.2", ERROR,
     "the navigation document has not exactly one nav of the type toc",
     "write <nav epub:type=\"toc\">, once")
RULE(NAV_CONTENT, "epub-nav-content", "EPUB 3.3, 7.3", ERROR,
     "a nav element holds something else than a heading and one ol",
     "keep to ol, li, a and span")
RULE(NAV_LABEL, "epub-nav-label", "EPUB 3.3, 7.3", ERROR,
     "a label of the navigation is empty", "say where the link leads")
RULE(NAV_TWICE, "epub-nav-twice", "EPUB 3.3, 7.4.1", ERROR,
     "there is more than one page list, or more than one list of landmarks",
     "join them")
RULE(NAV_LANDMARK, "epub-nav-landmark", "EPUB 3.3, 7.4.4", ERROR,
     "a landmark has no epub:type, or is there twice",
     "say by epub:type what it is")
RULE(NAV_FLAT, "epub-nav-flat", "EPUB 3.3, 7.4.3", WARNING,
     "a page list or list of landmarks has lists within", "make it flat")
RULE(NAV_HEADING, "epub-nav-heading", "EPUB 3.3, 7.4.5", ERROR,
     "a nav of another type has no heading", "begin it with a heading")
RULE(NAV_LINK, "epub-nav-link", "EPUB 3.3, 7.3", ERROR,
     "a link of the navigation leads to no content document",
     "link to documents of the spine")
RULE(NAV_ORDER, "epub-nav-order", "EPUB 3.3, 7.4.2", WARNING,
     "the table of contents is not in the order of reading",
     "order it as the spine and the documents are")

/* the NCX: OPF 2.0.1, clause 2.4.1 */
RULE(NCX, "epub-ncx", "OPF 2.0.1, 2.4.1", ERROR,
     "the NCX is not as it has to be", "see the NCX's elements")
RULE(NCX_UID, "epub-ncx-uid", "OPF 2.0.1, 2.4.1", ERROR,
     "the NCX names another identifier than the package",
     "write the dc:identifier into dtb:uid")
RULE(NCX_LINK, "epub-ncx-link", "OPF 2.0.1, 2.4.1", ERROR,
     "a place that the NCX names is not there", "mend the content's src")

/* media overlays: EPUB 3.3, clause 9 */
RULE(OVERLAY, "epub-overlay", "EPUB 3.3, 9.3.5", ERROR,
     "a media overlay and its package do not fit",
     "name the overlay on the item, and its duration in the metadata")

/* EPUB Accessibility 1.1 */
RULE(A11Y_METADATA, "epub-a11y-metadata", "EPUB Accessibility 1.1, 2.2",
     WARNING, "metadata that all EPUBs must have is missing",
     "say schema:accessMode, accessibilityFeature and accessibilityHazard")
RULE(A11Y_SUMMARY, "epub-a11y-summary", "EPUB Accessibility 1.1, 2.2", NOTE,
     "metadata that EPUBs should have is missing",
     "say schema:accessModeSufficient and accessibilitySummary")
RULE(A11Y_VALUE, "epub-a11y-value", "EPUB Accessibility 1.1, 2.2", WARNING,
     "a value is none of the vocabulary",
     "see Schema.org Accessibility Properties for Discoverability")
RULE(A11Y_HAZARD, "epub-a11y-hazard", "EPUB Accessibility 1.1, 2.2", ERROR,
     "the hazards that are declared contradict each other",
     "say “none” alone, or the hazards that there are")
RULE(A11Y_CONFORMS, "epub-a11y-conforms", "EPUB Accessibility 1.1, 3.5.2",
     ERROR, "the conformance that is claimed is none that is defined",
     "write the string of the specification, letter by letter")
RULE(A11Y_CERTIFIED, "epub-a11y-certified", "EPUB Accessibility 1.1, 3.5.3.1",
     ERROR, "conformance is claimed, and nobody named who found it",
     "name the evaluator in a11y:certifiedBy")
RULE(A11Y_PAGE_SOURCE, "epub-a11y-page-source",
     "EPUB Accessibility 1.1, 3.4.1.3.1", WARNING,
     "there are page breaks, and not said of which print edition",
     "name it in pageBreakSource, or say “none”")
RULE(A11Y_PAGE_LIST, "epub-a11y-page-list", "EPUB Accessibility 1.1, 3.4.1.3.2",
     WARNING, "page breaks and the page list do not fit",
     "list each page break once, in order")
RULE(A11Y_PAGE_LABEL, "epub-a11y-page-label",
     "EPUB Accessibility 1.1, 3.4.1.3.3", WARNING, "a page break has no label",
     "give it an aria-label or a title")
RULE(A11Y_ALT, "epub-a11y-alt", "EPUB Accessibility 1.1, 3.3.1; WCAG 1.1.1",
     WARNING, "an image has no alternative text",
     "describe it in alt, or write alt=\"\" where it only decorates")
RULE(A11Y_LANG, "epub-a11y-lang", "EPUB Accessibility 1.1, 3.3.1; WCAG 3.1.1",
     WARNING, "a document does not say its language",
     "write lang and xml:lang on its html element")
RULE(A11Y_HEADING, "epub-a11y-heading",
     "EPUB Accessibility 1.1, 3.3.1; WCAG 1.3.1", WARNING,
     "a heading is empty, or skips a level",
     "let a heading be at most one level below the one before it")
RULE(A11Y_TABLE, "epub-a11y-table", "EPUB Accessibility 1.1, 3.3.1; WCAG 1.3.1",
     WARNING, "a table has no header cells", "mark header cells with th")
RULE(A11Y_LINK, "epub-a11y-link", "EPUB Accessibility 1.1, 3.3.1; WCAG 2.4.4",
     WARNING, "a link has no text", "say where it leads")
RULE(A11Y_ROLE, "epub-a11y-role", "EPUB Accessibility 1.1, 3.3.1; WCAG 4.1.2",
     WARNING, "epub:type and role of one element contradict each other",
     "let both say the same")
RULE(A11Y_LABEL, "epub-a11y-label", "EPUB Accessibility 1.1, 3.3.1; WCAG 4.1.2",
     WARNING, "a frame, a control or a drawing has no name",
     "give it a title, an aria-label or a label")
