# SPDX-License-Identifier: MIT
"""What can be wrong with an EPUB: one fault each, made in a sound one.

A fault is its name, what is changed, the rule that has to find it and the
file it is found in. Chapters are those of EPUB 3.3. A change is a function of
the book's files (path -> bytes), or of the packed bytes."""
import re

OPF, NAV, NCX = "EPUB/package.opf", "EPUB/nav.xhtml", "EPUB/toc.ncx"
ONE, TWO, NOTES = "EPUB/one.xhtml", "EPUB/two.xhtml", "EPUB/notes.xhtml"
CSS, PICTURE = "EPUB/style.css", "EPUB/picture.png"
CONTAINER = "META-INF/container.xml"
SPACES = 'xmlns="http://www.w3.org/1999/xhtml"'


def sub(path, old, new, count=1):
    """Replaces text, which has to be there."""
    def change(files):
        text = files[path].decode("utf-8")
        if old not in text:
            raise AssertionError("%s has no %r" % (path, old))
        files[path] = text.replace(old, new, count).encode("utf-8")
    return change


def drop(path):
    def change(files):
        del files[path]
    return change


def put(path, content):
    def change(files):
        files[path] = content if isinstance(content, bytes) else \
            content.encode("utf-8")
    return change


def both(*changes):
    def change(files):
        for one in changes:
            one(files)
    return change


def recode(path, encoding, old="UTF-8"):
    def change(files):
        text = files[path].decode("utf-8").replace(old, encoding, 1)
        files[path] = (text + "\n").encode(encoding, "replace")
    return change


def meta(text):
    return sub(OPF, '<meta name="cover"', text + '<meta name="cover"')


def item(text):
    return sub(OPF, '<item id="style"', text + '<item id="style"')


def body(text):
    """At the end of a chapter's body."""
    return sub(TWO, "<p style=", text + "<p style=")


def head(text):
    return sub(TWO, "<title>", text + "<title>")


def nav(text):
    return sub(NAV, '<nav epub:type="landmarks"',
               text + '<nav epub:type="landmarks"')


SMALL_PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en"><head>
<title>x</title></head><body><p>x</p></body></html>"""

ENCRYPTION = """<?xml version="1.0" encoding="UTF-8"?>
<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"
 xmlns:enc="http://www.w3.org/2001/04/xmlenc#">
<enc:EncryptedData><enc:EncryptionMethod
 Algorithm="http://www.idpf.org/2008/embedding"/><enc:CipherData>
<enc:CipherReference URI="%s"/></enc:CipherData></enc:EncryptedData>
</encryption>"""

# chapter: [(name, change, rule, file)]
FAULTS = {
    "3 publication resources": [
        ("image-missing", sub(ONE, 'src="picture.png"', 'src="lost.png"'),
         "epub-missing", ONE),
        ("image-unlisted", both(put("EPUB/x.png", b""),
                                sub(ONE, 'src="picture.png"', 'src="x.png"')),
         "epub-unlisted", ONE),
        ("image-remote", sub(ONE, 'src="picture.png"',
                             'src="https://example.org/p.png"'),
         "epub-remote", ONE),
        ("image-foreign", both(
            put("EPUB/x.bmp", b"BM"), item(
                '<item id="bmp" href="x.bmp" media-type="image/bmp"/>'),
            sub(ONE, 'src="picture.png"', 'src="x.bmp"')),
         "epub-foreign", ONE),
        ("image-is-jpeg", put(PICTURE, b"\xff\xd8\xff\xe0" + b"\0" * 90),
         "epub-media", PICTURE),
        ("image-empty", put(PICTURE, b""), "epub-media", PICTURE),
        ("style-remote", head('<link rel="stylesheet" '
                              'href="https://example.org/x.css"/>'),
         "epub-remote", TWO),
        ("style-missing", head('<link rel="stylesheet" href="x.css"/>'),
         "epub-missing", TWO),
        ("script-missing", body('<script src="x.js"></script>'),
         "epub-missing", TWO),
        ("frame-missing", body('<iframe src="x.xhtml"></iframe>'),
         "epub-missing", TWO),
        ("video-missing", body('<video src="x.mp4"></video>'),
         "epub-missing", TWO),
        ("link-data", body('<p><a href="data:text/html,x">x</a></p>'),
         "epub-data-url", TWO),
        ("link-file", body('<p><a href="file:///etc/x">x</a></p>'),
         "epub-file-url", TWO),
        ("fallback-lost", item('<item id="b" href="b.bin" fallback="none" '
                               'media-type="application/x-b"/>'),
         "epub-fallback", OPF),
        ("fallback-circle", both(
            put("EPUB/b.bin", b"x"), put("EPUB/c.bin", b"x"),
            item('<item id="b" href="b.bin" fallback="c" '
                 'media-type="application/x-b"/>'
                 '<item id="c" href="c.bin" fallback="b" '
                 'media-type="application/x-b"/>')),
         "epub-fallback", OPF),
        ("xml-unclosed", sub(TWO, "</h1>", ""), "epub-xml", TWO),
        ("xml-ampersand", sub(TWO, "It is", "It & is"), "epub-xml", TWO),
        ("xml-entity", sub(TWO, "It is", "It&nbsp;is"), "epub-xml", TWO),
        ("xml-prefix", sub(TWO, "<h1>", "<h1><x:y/>"), "epub-xml", TWO),
        ("xml-attribute-twice", sub(TWO, '<h2 id="end"',
                                    '<h2 id="end" id="x"'), "epub-xml", TWO),
        ("xml-empty", put(TWO, b""), "epub-xml", TWO),
        ("xml-after-root", sub(TWO, "</html>", "</html><p/>"),
         "epub-xml", TWO),
        ("xml-1.1", sub(TWO, 'version="1.0"', 'version="1.1"'),
         "epub-xml", TWO),
        ("xml-latin-1", recode(TWO, "ISO-8859-1"),
         "epub-xml-encoding", TWO),
        ("xml-external", sub(TWO, "<!DOCTYPE html>", '<!DOCTYPE html ['
                             '<!ENTITY x SYSTEM "x.txt">]>'),
         "epub-xml-external", TWO),
        ("id-twice", sub(TWO, '<h1>', '<h1 id="end">'), "epub-id", TWO),
        ("id-empty", sub(TWO, '<h1>', '<h1 id="">'), "epub-id", TWO),
    ],
    "4 container": [
        ("container-missing", drop(CONTAINER), "epub-container", ""),
        ("container-xml", sub(CONTAINER, "</rootfiles>", ""), "epub-xml",
         CONTAINER),
        ("container-type", sub(CONTAINER, "oebps-package", "x"),
         "epub-container", CONTAINER),
        ("container-path", sub(CONTAINER, "package.opf", "x.opf"),
         "epub-container", CONTAINER),
        ("container-no-path", sub(CONTAINER, ' full-path="EPUB/package.opf"',
                                  ''), "epub-container", CONTAINER),
        ("container-empty-path", sub(CONTAINER, 'EPUB/package.opf', ''),
         "epub-container", CONTAINER),
        ("container-version", sub(CONTAINER, 'version="1.0" xmlns',
                                  'version="2.0" xmlns'),
         "epub-container-content", CONTAINER),
        ("container-element", sub(CONTAINER, "<rootfiles>",
                                  "<others/><rootfiles>"),
         "epub-container-content", CONTAINER),
        ("container-attribute", sub(CONTAINER, "<rootfiles>",
                                    '<rootfiles x="y">'),
         "epub-container-content", CONTAINER),
        ("container-namespace", sub(CONTAINER, "urn:oasis", "urn:x"),
         "epub-container", CONTAINER),
        ("package-missing", drop(OPF), "epub-container", CONTAINER),
        ("meta-inf-listed", both(
            put("META-INF/x.xhtml", SMALL_PAGE),
            item('<item id="x" href="../META-INF/x.xhtml" '
                 'media-type="application/xhtml+xml"/>')),
         "epub-meta-inf", OPF),
        ("encryption-xml", put("META-INF/encryption.xml", "<x"), "epub-xml",
         "META-INF/encryption.xml"),
        ("encryption-root", put("META-INF/encryption.xml", "<x/>"),
         "epub-encryption", "META-INF/encryption.xml"),
        ("encryption-empty", put("META-INF/encryption.xml", re.sub(
            "(?s)<enc:EncryptedData>.*</enc:EncryptedData>", "", ENCRYPTION)),
         "epub-encryption", "META-INF/encryption.xml"),
        ("encryption-of-text", put("META-INF/encryption.xml",
                                   ENCRYPTION % "EPUB/picture.png"),
         "epub-obfuscated", "META-INF/encryption.xml"),
        ("signatures-xml", put("META-INF/signatures.xml", "<x"), "epub-xml",
         "META-INF/signatures.xml"),
        ("name-colon", put("EPUB/a:b.txt", "x"), "epub-name-character",
         "EPUB/a:b.txt"),
        ("name-question", put("EPUB/a?.txt", "x"), "epub-name-character",
         "EPUB/a?.txt"),
        ("name-dot", put("EPUB/a.", "x"), "epub-name-character", "EPUB/a."),
        ("name-private", put("EPUB/\ue000.txt", "x"), "epub-name-character",
         "EPUB/\ue000.txt"),
        ("name-case", put("EPUB/STYLE.css", "x"), "epub-name-twice",
         "EPUB/STYLE.css"),
        ("name-composition", both(put("EPUB/\u00e9.txt", "x"),
                                  put("EPUB/e\u0301.txt", "x")),
         "epub-name-twice", "EPUB/e\u0301.txt"),
        ("link-leaks", body('<p><a href="../../x.xhtml">x</a></p>'),
         "epub-url", TWO),
        ("item-leaks", item('<item id="x" href="../../x.css" '
                            'media-type="text/css"/>'), "epub-url", OPF),
        ("mimetype-text", put("mimetype", "application/zip"),
         "epub-mimetype", ""),
        ("mimetype-newline", put("mimetype", "application/epub+zip\n"),
         "epub-mimetype", ""),
        ("mimetype-missing", drop("mimetype"), "epub-mimetype", ""),
        ("mimetype-late", lambda f: f.update(mimetype=f.pop("mimetype")),
         "epub-mimetype", ""),
    ],
    "5.4 package": [
        ("package-xml", sub(OPF, "</manifest>", ""), "epub-xml", OPF),
        ("version-none", sub(OPF, 'version="3.0" unique', 'unique'),
         "epub-version", OPF),
        ("version-4", sub(OPF, 'version="3.0" unique', 'version="4.0" unique'),
         "epub-version", OPF),
        ("uid-none", sub(OPF, ' unique-identifier="uid"', ''),
         "epub-package-attribute", OPF),
        ("uid-other", sub(OPF, 'unique-identifier="uid"',
                          'unique-identifier="title"'), "epub-unique-id", OPF),
        ("package-attribute", sub(OPF, "<package ", '<package x="y" '),
         "epub-package-attribute", OPF),
        ("package-lang", sub(OPF, 'xml:lang="en"', 'xml:lang="e n"'),
         "epub-language", OPF),
        ("package-dir", sub(OPF, 'xml:lang="en"', 'dir="up"'),
         "epub-package-attribute", OPF),
        ("package-element", sub(OPF, "<guide>", "<x/><guide>"),
         "epub-package-element", OPF),
        ("package-order", lambda f: put(OPF, re.sub(
            r"(?s)(<manifest>.*</manifest>)\s*(<spine.*</spine>)", r"\2\1",
            f[OPF].decode()))(f), "epub-package", OPF),
        ("spine-none", lambda f: put(OPF, re.sub(
            r"(?s)<spine.*</spine>", "", f[OPF].decode()))(f),
         "epub-package", OPF),
        ("manifest-twice", sub(OPF, "<spine", '<manifest><item id="x" '
                               'href="one.xhtml" media-type="text/css"/>'
                               '</manifest><spine'), "epub-package", OPF),
        ("package-text", sub(OPF, "<spine", "text<spine"),
         "epub-package-element", OPF),
        ("dublin-in-spine", sub(OPF, "<itemref", "<dc:type xmlns:dc='http://"
                                "purl.org/dc/elements/1.1/'>x</dc:type>"
                                "<itemref"), "epub-package-element", OPF),
        ("lang-on-item", sub(OPF, '<item id="style"',
                             '<item xml:lang="en" id="style"'),
         "epub-package-attribute", OPF),
        ("dublin-dir", sub(OPF, '<dc:title id="title"',
                           '<dc:title dir="up" id="title"'),
         "epub-package-attribute", OPF),
        ("prefix-form", sub(OPF, 'prefix="ours: ', 'prefix="ours '),
         "epub-prefix", OPF),
        ("prefix-dublin", sub(OPF, "http://example.org/terms#",
                              "http://purl.org/dc/elements/1.1/"),
         "epub-prefix", OPF),
        ("prefix-underscore", sub(OPF, 'prefix="ours:', 'prefix="_:'),
         "epub-prefix", OPF),
        ("opf-id-twice", sub(OPF, 'id="author"', 'id="title"'), "epub-id",
         OPF),
        ("opf-id-form", sub(OPF, 'id="notes"', 'id="1 notes"'), "epub-id",
         OPF),
    ],
    "5.5 metadata": [
        ("no-title", sub(OPF, '<dc:title id="title">Two doses</dc:title>',
                         ''), "epub-metadata", OPF),
        ("no-language", sub(OPF, "<dc:language>en</dc:language>", ""),
         "epub-metadata", OPF),
        ("no-identifier", sub(OPF, '<dc:identifier id="uid">urn:uuid:1b4e28ba-'
                              '2fa1-4d1f-883f-0016d3cca427</dc:identifier>',
                              ''), "epub-metadata", OPF),
        ("empty-title", sub(OPF, ">Two doses<", "> <"),
         "epub-metadata-empty", OPF),
        ("empty-creator", sub(OPF, ">Ann Writer<", "><"),
         "epub-metadata-empty", OPF),
        ("empty-meta", sub(OPF, ">main<", "><"), "epub-metadata-empty", OPF),
        ("bad-language", sub(OPF, "<dc:language>en<", "<dc:language>e_n<"),
         "epub-language", OPF),
        ("dublin-unknown", meta("<dc:author>x</dc:author>"),
         "epub-package-element", OPF),
        ("date-twice", meta("<dc:date>2026</dc:date>"),
         "epub-package-element", OPF),
        ("dublin-attribute", sub(OPF, '<dc:creator id="author"',
                                 '<dc:creator id="author" role="aut"'),
         "epub-package-attribute", OPF),
        ("no-modified", sub(OPF, '<meta property="dcterms:modified">2026-11-'
                            '22T12:00:00Z</meta>', ''), "epub-modified", OPF),
        ("modified-twice", meta('<meta property="dcterms:modified">2026-11-'
                                '22T12:00:00Z</meta>'), "epub-modified", OPF),
        ("modified-form", sub(OPF, "T12:00:00Z", ""), "epub-modified", OPF),
        ("meta-unknown", meta('<meta property="nothing">x</meta>'),
         "epub-meta", OPF),
        ("meta-list", meta('<meta property="file-as role">x</meta>'),
         "epub-meta", OPF),
        ("meta-nothing", meta("<meta/>"), "epub-package-attribute", OPF),
        ("meta-prefix", meta('<meta property="theirs:x">x</meta>'),
         "epub-prefix", OPF),
        ("meta-rendition", sub(OPF, ">reflowable<", ">fluid<"),
         "epub-meta", OPF),
        ("rendition-unknown", meta('<meta property="rendition:x">x</meta>'),
         "epub-meta", OPF),
        ("refines-lost", sub(OPF, 'refines="#title"', 'refines="#lost"'),
         "epub-refines", OPF),
        ("refines-kind", sub(OPF, 'refines="#author"', 'refines="#title"'),
         "epub-refines", OPF),
        ("term-alone", sub(OPF, '<meta property="authority" '
                           'refines="#subject">BISAC</meta>', ''),
         "epub-refines", OPF),
        ("title-type-twice", meta('<meta property="title-type" '
                                  'refines="#title">main</meta>'),
         "epub-meta", OPF),
        ("source-of-other", sub(OPF, ">pagination<", ">x<"), "epub-meta",
         OPF),
        ("link-rel", sub(OPF, 'rel="record"', 'rel="nothing"'), "epub-link",
         OPF),
        ("record-no-rel", sub(OPF, ' rel="record"', ''),
         "epub-package-attribute", OPF),
        ("link-record-type", sub(OPF, ' media-type="application/xml"', ''),
         "epub-link", OPF),
        ("link-voicing", meta('<link rel="voicing" href="https://x.org/x.mp3" '
                              'media-type="audio/mpeg"/>'), "epub-link", OPF),
    ],
    "5.6 manifest": [
        ("item-missing", item('<item id="x" href="x.css" '
                              'media-type="text/css"/>'), "epub-missing", OPF),
        ("item-twice", item('<item id="x" href="style.css" '
                            'media-type="text/css"/>'),
         "epub-item-twice", OPF),
        ("item-no-href", item('<item id="x" media-type="text/css"/>'),
         "epub-package-attribute", OPF),
        ("item-no-id", sub(OPF, '<item id="style"', '<item'),
         "epub-package-attribute", OPF),
        ("item-no-type", sub(OPF, ' media-type="text/css"', ''),
         "epub-package-attribute", OPF),
        ("item-bad-type", sub(OPF, '"text/css"', '"css"'),
         "epub-package-attribute", OPF),
        ("item-fragment", sub(OPF, 'href="style.css"', 'href="style.css#x"'),
         "epub-item-href", OPF),
        ("item-self", item('<item id="x" href="package.opf" '
                           'media-type="application/xml"/>'),
         "epub-item-self", OPF),
        ("item-attribute", sub(OPF, '<item id="style"',
                               '<item linear="no" id="style"'),
         "epub-package-attribute", OPF),
        ("property-unknown", sub(OPF, 'properties="svg mathml"',
                                 'properties="svg mathml maths"'),
         "epub-property", OPF),
        ("property-kind", sub(OPF, 'media-type="text/css"',
                              'media-type="text/css" properties="nav"'),
         "epub-property", OPF),
        ("cover-kind", sub(OPF, 'media-type="text/css"', 'media-type="text/'
                           'css" properties="cover-image"'),
         "epub-property", OPF),
        ("svg-undeclared", sub(OPF, 'properties="svg mathml"',
                               'properties="mathml"'),
         "epub-property-missing", ONE),
        ("mathml-undeclared", sub(OPF, 'properties="svg mathml"',
                                  'properties="svg"'),
         "epub-property-missing", ONE),
        ("scripted-undeclared", body("<script>var x;</script>"),
         "epub-property-missing", TWO),
        ("event-undeclared", sub(TWO, "<h1>", '<h1 onclick="x()">'),
         "epub-property-missing", TWO),
        ("remote-undeclared", body('<audio src="https://x.org/x.mp3" '
                                   'controls="controls"></audio>'),
         "epub-property-missing", TWO),
        ("scripted-idle", sub(OPF, 'id="two" href="two.xhtml"', 'id="two" '
                              'href="two.xhtml" properties="scripted"'),
         "epub-property-idle", OPF),
        ("svg-idle", sub(OPF, 'id="two" href="two.xhtml"', 'id="two" '
                         'href="two.xhtml" properties="svg"'),
         "epub-property-idle", OPF),
        ("nav-none", sub(OPF, ' properties="nav"', ''), "epub-nav-item", OPF),
        ("nav-twice", sub(OPF, 'id="two" href="two.xhtml"', 'id="two" '
                          'href="two.xhtml" properties="nav"'),
         "epub-nav-item", OPF),
        ("cover-twice", both(
            lambda f: put("EPUB/p2.png", f[PICTURE])(f),
            item('<item id="p2" href="p2.png" media-type="image/png" '
                 'properties="cover-image"/>')), "epub-cover-item", OPF),
        ("manifest-empty", lambda f: put(OPF, re.sub(
            r"(?s)<manifest>.*</manifest>", "<manifest></manifest>",
            f[OPF].decode()))(f), "epub-package", OPF),
        ("item-remote-image", item(
            '<item id="x" href="https://example.org/x.png" '
            'media-type="image/png"/>'), "epub-remote", OPF),
        ("overlay-lost", sub(OPF, 'id="two" href', 'id="two" '
                             'media-overlay="style" href'),
         "epub-overlay", OPF),
    ],
    "5.7 spine": [
        ("itemref-lost", sub(OPF, '<itemref idref="two"/>',
                             '<itemref idref="lost"/>'), "epub-itemref", OPF),
        ("itemref-twice", sub(OPF, '<itemref idref="two"/>',
                              '<itemref idref="two"/><itemref idref="two"/>'),
         "epub-itemref", OPF),
        ("itemref-none", sub(OPF, '<itemref idref="two"/>', '<itemref/>'),
         "epub-package-attribute", OPF),
        ("itemref-style", sub(OPF, '<itemref idref="two"/>',
                              '<itemref idref="two"/><itemref idref="style"/>'
                              ), "epub-spine-type", OPF),
        ("itemref-picture", sub(OPF, '<itemref idref="two"/>',
                                '<itemref idref="two"/>'
                                '<itemref idref="picture"/>'),
         "epub-spine-type", OPF),
        ("linear-value", sub(OPF, 'linear="no"', 'linear="maybe"'),
         "epub-package-attribute", OPF),
        ("all-nonlinear", lambda f: put(OPF, re.sub(
            r'<itemref (?!idref="notes)', '<itemref linear="no" ',
            f[OPF].decode()))(f), "epub-spine", OPF),
        ("nonlinear-unlinked", sub(ONE, 'href="notes.xhtml#n1"',
                                   'href="two.xhtml"'),
         "epub-unreachable", OPF),
        ("itemref-property", sub(OPF, '"page-spread-left"',
                                 '"page-spread-up"'), "epub-property", OPF),
        ("itemref-exclusive", sub(OPF, '"page-spread-left"',
                                  '"page-spread-left page-spread-right"'),
         "epub-property", OPF),
        ("spine-direction", sub(OPF, '<spine toc="ncx"', '<spine toc="ncx" '
                                'page-progression-direction="up"'),
         "epub-package-attribute", OPF),
        ("spine-empty", lambda f: put(OPF, re.sub(
            r"<itemref[^>]*>", "", f[OPF].decode()))(f), "epub-package", OPF),
        ("toc-other", sub(OPF, '<spine toc="ncx"', '<spine toc="two"'),
         "epub-spine-ncx", OPF),
        ("toc-lost", sub(OPF, '<spine toc="ncx"', '<spine'),
         "epub-spine-ncx", OPF),
    ],
    "5.8 collections, guide, NCX": [
        ("collection-role", sub(OPF, "</package>", '<collection><link href='
                                '"one.xhtml"/></collection></package>'),
         "epub-collection", OPF),
        ("collection-empty", sub(OPF, "</package>", '<collection role="x">'
                                 '</collection></package>'),
         "epub-collection", OPF),
        ("guide-lost", sub(OPF, 'title="Start" href="one.xhtml"',
                           'title="Start" href="lost.xhtml"'),
         "epub-unlisted", OPF),
        ("guide-type", sub(OPF, 'type="text" title', 'title'),
         "epub-package-attribute", OPF),
        ("ncx-uid", sub(NCX, "urn:uuid:1b4e28ba", "urn:uuid:2b4e28ba"),
         "epub-ncx-uid", NCX),
        ("ncx-xml", sub(NCX, "</navMap>", ""), "epub-xml", NCX),
        ("ncx-lost", sub(NCX, 'src="two.xhtml"', 'src="lost.xhtml"'),
         "epub-missing", NCX),
        ("ncx-fragment", sub(NCX, "#table", "#lost"), "epub-ncx-link", NCX),
        ("ncx-label", sub(NCX, "<navLabel><text>Two</text></navLabel>", ""),
         "epub-ncx", NCX),
        ("ncx-content", sub(NCX, '<content src="two.xhtml"/>', ''),
         "epub-ncx", NCX),
        ("ncx-element", sub(NCX, "<docTitle>", "<x/><docTitle>"),
         "epub-ncx", NCX),
        ("ncx-no-map", lambda f: put(NCX, re.sub(
            r"(?s)<navMap>.*</navMap>", "", f[NCX].decode()))(f),
         "epub-ncx", NCX),
        ("ncx-no-title", sub(NCX, "<docTitle><text>Two doses</text>"
                             "</docTitle>", ""), "epub-ncx", NCX),
    ],
    "6.1 XHTML": [
        ("doctype-1.1", sub(TWO, "<!DOCTYPE html>", '<!DOCTYPE html PUBLIC '
                            '"-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/'
                            'TR/xhtml11/DTD/xhtml11.dtd">'),
         "epub-doctype", TWO),
        ("no-namespace", sub(TWO, SPACES + " ", ""), "epub-xhtml", TWO),
        ("element-unknown", body("<p><word>x</word></p>"),
         "epub-element-unknown", TWO),
        ("element-obsolete", body("<center>x</center>"),
         "epub-element-obsolete", TWO),
        ("font", body("<p><font>x</font></p>"), "epub-element-obsolete", TWO),
        ("block-in-p", body("<p><div>x</div></p>"), "epub-element-place",
         TWO),
        ("p-in-span", body("<div><span><p>x</p></span></div>"),
         "epub-element-place", TWO),
        ("p-in-h", sub(TWO, "<h1>Two", "<h1><p>Two</p>"),
         "epub-element-place", TWO),
        ("li-alone", body("<li>x</li>"), "epub-element-place", TWO),
        ("p-in-ul", body("<ul><p>x</p></ul>"), "epub-element-place", TWO),
        ("text-in-ul", body("<ul>x</ul>"), "epub-text-place", TWO),
        ("td-alone", body("<div><td>x</td></div>"), "epub-element-place",
         TWO),
        ("td-in-table", body("<table><td>x</td></table>"),
         "epub-element-place", TWO),
        ("caption-late", body("<table><tr><td>x</td></tr><caption>y</caption>"
                              "</table>"), "epub-element-place", TWO),
        ("thead-late", body("<table><tbody><tr><td>x</td></tr></tbody><thead>"
                            "<tr><td>y</td></tr></thead></table>"),
         "epub-element-place", TWO),
        ("tr-and-tbody", body("<table><tbody><tr><td>x</td></tr></tbody><tr>"
                              "<td>y</td></tr></table>"),
         "epub-element-place", TWO),
        ("dd-first", body("<dl><dd>x</dd></dl>"), "epub-element-place", TWO),
        ("dt-alone", body("<dl><dt>x</dt></dl>"), "epub-element-missing",
         TWO),
        ("p-in-dl", body("<dl><dt>x</dt><p>y</p><dd>z</dd></dl>"),
         "epub-element-place", TWO),
        ("figcaption-alone", body("<div><figcaption>x</figcaption></div>"),
         "epub-element-place", TWO),
        ("figcaption-middle", body("<figure><p>x</p><figcaption>y"
                                   "</figcaption><p>z</p></figure>"),
         "epub-element-place", TWO),
        ("summary-late", body("<details><p>x</p><summary>y</summary>"
                              "</details>"), "epub-element-missing", TWO),
        ("hgroup-empty", body("<hgroup><p>x</p></hgroup>"),
         "epub-element-missing", TWO),
        ("br-content", body("<p><br>x</br></p>"), "epub-text-place", TWO),
        ("img-content", sub(ONE, 'height="1"/>', 'height="1"><b/></img>'),
         "epub-element-place", ONE),
        ("head-p", head("<p>x</p>"), "epub-element-place", TWO),
        ("title-twice", head("<title>x</title>"), "epub-element-place", TWO),
        ("title-empty", sub(TWO, "<title>Two</title>", "<title></title>"),
         "epub-title", TWO),
        ("body-style", body("<style>p { color: red }</style>"),
         "epub-element-place", TWO),
        ("body-meta", body('<meta name="x" content="y"/>'),
         "epub-element-place", TWO),
        ("two-bodies", sub(TWO, "</body>", "</body><body><p>x</p></body>"),
         "epub-element-place", TWO),
        ("noscript", body("<noscript><p>x</p></noscript>"),
         "epub-element-obsolete", TWO),
        ("ruby-no-rt", body("<p><ruby>x</ruby></p>"), "epub-element-missing",
         TWO),
        ("rt-alone", body("<p><rt>x</rt></p>"), "epub-element-place", TWO),
        ("option-alone", body("<p><option>x</option></p>"),
         "epub-element-place", TWO),
        ("source-alone", body('<p><source src="picture.png"/></p>'),
         "epub-element-place", TWO),
        ("link-in-link", body('<p><a href="#end"><a href="#end">x</a></a>'
                              '</p>'), "epub-nesting", TWO),
        ("label-in-link", body('<p><a href="#end"><label>x</label></a></p>'),
         "epub-nesting", TWO),
        ("form-in-form", both(
            sub(OPF, 'id="two" href="two.xhtml"', 'id="two" href="two.xhtml" '
                'properties="scripted"'),
            body("<form><div><form><p>x</p></form></div></form>")),
         "epub-nesting", TWO),
        ("dfn-in-dfn", body("<p><dfn>x <dfn>y</dfn></dfn></p>"),
         "epub-nesting", TWO),
        ("header-in-header", body("<header><header><p>x</p></header>"
                                  "</header>"), "epub-nesting", TWO),
        ("table-in-caption", body("<table><caption><table><tr><td>x</td></tr>"
                                  "</table></caption><tr><td>y</td></tr>"
                                  "</table>"), "epub-nesting", TWO),
        ("area-alone", body('<p><area href="#end" alt="x"/></p>'),
         "epub-nesting", TWO),
        ("attribute-unknown", sub(TWO, "<h1>", '<h1 colour="red">'),
         "epub-attribute", TWO),
        ("attribute-obsolete", sub(TWO, "<h1>", '<h1 align="center">'),
         "epub-attribute", TWO),
        ("attribute-elsewhere", sub(TWO, "<h1>", '<h1 href="#end">'),
         "epub-attribute", TWO),
        ("img-no-src", sub(ONE, ' src="picture.png"', ''),
         "epub-attribute-missing", ONE),
        ("bdo-no-dir", sub(ONE, ' dir="rtl"', ''),
         "epub-attribute-missing", ONE),
        ("data-no-value", sub(ONE, ' value="5"', ''),
         "epub-attribute-missing", ONE),
        ("link-no-rel", head('<link href="style.css"/>'),
         "epub-attribute-missing", TWO),
        ("meta-no-content", head('<meta name="x"/>'),
         "epub-attribute-missing", TWO),
        ("dir-value", sub(TWO, "<h1>", '<h1 dir="up">'),
         "epub-attribute-value", TWO),
        ("width-value", sub(ONE, 'width="1"', 'width="50%"'),
         "epub-attribute-value", ONE),
        ("colspan-value", sub(ONE, 'colspan="2"', 'colspan="0"'),
         "epub-attribute-value", ONE),
        ("start-value", sub(ONE, 'start="3"', 'start="c"'),
         "epub-attribute-value", ONE),
        ("scope-value", sub(ONE, 'scope="col"', 'scope="column"'),
         "epub-attribute-value", ONE),
        ("datetime-value", sub(ONE, 'datetime="2026-11-22">heute',
                               'datetime="today">heute'),
         "epub-attribute-value", ONE),
        ("lang-value", sub(ONE, '<p lang="de" xml:lang="de"',
                           '<p xml:lang="d e"'), "epub-attribute-value", ONE),
        ("lang-differs", sub(ONE, '<p lang="de" xml:lang="de"',
                             '<p lang="de" xml:lang="fr"'), "epub-lang", ONE),
        ("charset", sub(TWO, 'charset="utf-8"', 'charset="latin-1"'),
         "epub-charset", TWO),
        ("charset-twice", head('<meta charset="utf-8"/>'), "epub-charset",
         TWO),
        ("headers-lost", sub(ONE, 'headers="c1"', 'headers="c9"'),
         "epub-idref", ONE),
        ("labelledby-lost", sub(ONE, 'aria-labelledby="h"',
                                'aria-labelledby="x"'), "epub-idref", ONE),
        ("role-unknown", sub(TWO, 'role="doc-chapter"', 'role="chapter"'),
         "epub-aria-role", TWO),
        ("role-elsewhere", sub(TWO, "<h1>", '<h1 role="doc-chapter">'),
         "epub-aria-role", TWO),
        ("aria-unknown", sub(TWO, "<h1>", '<h1 aria-name="x">'),
         "epub-aria-attribute", TWO),
        ("aria-value", sub(TWO, "<h1>", '<h1 aria-hidden="yes">'),
         "epub-aria-attribute", TWO),
        ("aria-role", sub(TWO, "<p style", '<p aria-checked="true" style'),
         "epub-aria-attribute", TWO),
        ("aria-required", sub(TWO, "<p style", '<p role="checkbox" style'),
         "epub-aria-attribute", TWO),
        ("type-on-head", sub(TWO, "<title>", '<title epub:type="title">'),
         "epub-type", TWO),
        ("type-prefix", sub(TWO, 'epub:type="chapter"',
                            'epub:type="x:chapter"'), "epub-prefix", TWO),
        ("epub-attribute", sub(TWO, "<h1>", '<h1 epub:kind="x">'),
         "epub-attribute", TWO),
        ("fragment-lost", sub(ONE, "two.xhtml#end", "two.xhtml#lost"),
         "epub-link-fragment", ONE),
        ("fragment-own", body('<p><a href="#lost">x</a></p>'),
         "epub-link-fragment", TWO),
        ("link-missing", body('<p><a href="x.xhtml">x</a></p>'),
         "epub-missing", TWO),
        ("link-not-spine", both(
            put("EPUB/x.xhtml", SMALL_PAGE),
            item('<item id="x" href="x.xhtml" '
                 'media-type="application/xhtml+xml"/>'),
            body('<p><a href="x.xhtml">x</a></p>')), "epub-link-spine", TWO),
        ("link-to-style", body('<p><a href="style.css">x</a></p>'),
         "epub-link-type", TWO),
        ("math-arguments", sub(ONE, "<mfrac><mn>1</mn>", "<mfrac>"),
         "epub-mathml", ONE),
        ("math-unknown", sub(ONE, "<mo>=</mo>", "<mx>=</mx>"), "epub-mathml",
         ONE),
        ("math-text", sub(ONE, "<mo>=</mo>", "="), "epub-mathml", ONE),
        ("math-attribute", sub(ONE, "<mo>", '<mo colour="red">'),
         "epub-mathml", ONE),
        ("svg-type", sub(ONE, "<title>A dot", '<title xmlns:epub="http://www.'
                         'idpf.org/2007/ops" epub:type="title">A dot'),
         "epub-type", ONE),
        ("svg-link-lost", sub(ONE, 'xlink:href="two.xhtml"',
                              'xlink:href="lost.xhtml"'),
         "epub-missing", ONE),
    ],
    "6.2 SVG": [
        ("svg-root", both(put("EPUB/d.svg", SMALL_PAGE), item(
            '<item id="d" href="d.svg" media-type="image/svg+xml"/>')),
         "epub-svg", "EPUB/d.svg"),
        ("svg-title", sub(ONE, "<title>A dot</title>",
                          "<title><text>A</text></title>"), "epub-svg", ONE),
        ("svg-foreign-object", sub(ONE, "<circle ", '<foreignObject><li %s>x'
                                   '</li></foreignObject><circle ' % SPACES),
         "epub-element-place", ONE),
    ],
    "6.3 CSS": [
        ("css-charset", sub(CSS, '@charset "utf-8"', '@charset "latin-1"'),
         "epub-css-encoding", CSS),
        ("css-open", put(CSS, "p { color: red"), "epub-css", CSS),
        ("css-close", put(CSS, "p { color: red } }"), "epub-css", CSS),
        ("css-no-colon", put(CSS, "p { color red }"), "epub-css", CSS),
        ("css-no-value", put(CSS, "p { color: }"), "epub-css", CSS),
        ("css-comment", put(CSS, "p { color: red } /* x"), "epub-css", CSS),
        ("css-string", put(CSS, 'p { content: "x\n }'), "epub-css", CSS),
        ("css-no-block", put(CSS, "p"), "epub-css", CSS),
        ("css-direction", put(CSS, "p { direction: rtl }"),
         "epub-css-property", CSS),
        ("css-bidi", put(CSS, "p { unicode-bidi: embed }"),
         "epub-css-property", CSS),
        ("css-missing", put(CSS, "p { background: url(x.png) }"),
         "epub-missing", CSS),
        ("css-import-missing", put(CSS, '@import "x.css";'), "epub-missing",
         CSS),
        ("css-font-missing", put(CSS, "@font-face { font-family: x; "
                                 "src: url(x.otf) }"), "epub-missing", CSS),
        ("css-font-empty", put(CSS, '@font-face { font-family: x; '
                               'src: url("") }'), "epub-css-font", CSS),
        ("css-remote-image", put(CSS, "p { background: "
                                 "url(https://example.org/x.png) }"),
         "epub-remote", CSS),
        ("style-element", sub(ONE, "p.quiet { color: #333 }",
                              "p.quiet { color: #333"), "epub-css", ONE),
        ("style-attribute", sub(TWO, "font-weight: bold", "font-weight"),
         "epub-css", TWO),
        ("style-direction", sub(TWO, "font-weight: bold", "direction: rtl"),
         "epub-css-property", TWO),
    ],
    "7 navigation": [
        ("nav-no-toc", sub(NAV, 'epub:type="toc" role', 'role'),
         "epub-nav-toc", NAV),
        ("nav-two-tocs", nav('<nav epub:type="toc"><ol><li><a '
                             'href="one.xhtml">x</a></li></ol></nav>'),
         "epub-nav-toc", NAV),
        ("nav-two-page-lists", nav('<nav epub:type="page-list"><ol><li><a '
                                   'href="one.xhtml">x</a></li></ol></nav>'),
         "epub-nav-twice", NAV),
        ("nav-no-list", nav('<nav epub:type="lot"><h2>x</h2></nav>'),
         "epub-nav-content", NAV),
        ("nav-no-heading", nav('<nav epub:type="lot"><ol><li><a '
                               'href="one.xhtml">x</a></li></ol></nav>'),
         "epub-nav-heading", NAV),
        ("nav-p", sub(NAV, "<h1>Contents</h1>", "<p>Contents</p>"),
         "epub-nav-content", NAV),
        ("nav-p-after", sub(NAV, "</ol>\n    </nav>",
                            "</ol><p>x</p>\n    </nav>"),
         "epub-nav-content", NAV),
        ("nav-ul", sub(NAV, "<h1>Contents</h1>", "<h1>Contents</h1><ul><li>x"
                       "</li></ul>"), "epub-nav-content", NAV),
        ("nav-empty-list", nav('<nav epub:type="lot"><h2>x</h2><ol></ol>'
                               '</nav>'), "epub-nav-content", NAV),
        ("nav-span-leaf", sub(NAV, '<a href="two.xhtml">Two</a>',
                              '<span>Two</span>'), "epub-nav-content", NAV),
        ("nav-text", sub(NAV, '<li><a href="two.xhtml">', '<li>see <a '
                         'href="two.xhtml">'), "epub-nav-content", NAV),
        ("nav-empty-label", sub(NAV, ">Two</a>", "></a>"), "epub-nav-label",
         NAV),
        ("nav-empty-heading", sub(NAV, "<h1>Contents</h1>", "<h1></h1>"),
         "epub-nav-label", NAV),
        ("nav-landmark-type", sub(NAV, '<a epub:type="bodymatter" ', '<a '),
         "epub-nav-landmark", NAV),
        ("nav-landmark-twice", sub(
            NAV, '<li><a epub:type="bodymatter" href="one.xhtml">Start</a>'
            '</li>', '<li><a epub:type="bodymatter" href="one.xhtml">Start'
            '</a></li>' * 2), "epub-nav-landmark", NAV),
        ("nav-lost", sub(NAV, "one.xhtml#table", "one.xhtml#lost"),
         "epub-link-fragment", NAV),
        ("nav-missing", sub(NAV, 'href="two.xhtml"', 'href="lost.xhtml"'),
         "epub-missing", NAV),
        ("nav-remote", sub(NAV, 'href="two.xhtml"',
                           'href="https://example.org/"'),
         "epub-nav-link", NAV),
        ("nav-not-in-spine", sub(OPF, '<itemref idref="nav"/>', ''),
         "epub-link-spine", NAV),
        ("nav-style", sub(NAV, 'href="two.xhtml"', 'href="style.css"'),
         "epub-nav-link", NAV),
        ("nav-not-xhtml", sub(OPF, 'href="nav.xhtml" media-type='
                              '"application/xhtml+xml"', 'href="nav.xhtml" '
                              'media-type="application/xml"'),
         "epub-property", OPF),
    ],
    "8 fixed layout": [
        ("fixed-no-viewport", sub(OPF, ">reflowable<", ">pre-paginated<"),
         "epub-viewport", ONE),
        ("fixed-page", sub(OPF, '"page-spread-left"',
                           '"rendition:layout-pre-paginated"'),
         "epub-viewport", ONE),
        ("viewport-width", both(
            sub(OPF, '"page-spread-left"', '"rendition:layout-pre-paginated"'),
            sub(ONE, '<meta name="generator" content="a hand"/>',
                '<meta name="viewport" content="width=600"/>')),
         "epub-viewport", ONE),
    ],
}

def certified(claim):
    return sub(OPF, "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", claim)


def without(path, pattern):
    """Takes out all that a regular expression matches."""
    def change(files):
        text = files[path].decode("utf-8")
        left = re.sub(pattern, "", text)
        assert left != text, pattern
        files[path] = left.encode("utf-8")
    return change


# What EPUBCheck has no error for: of the rules of EPUB Accessibility 1.1 what
# can be seen in the files, and some that it does not look at.
ALONE = [
    ("deep", body("<div>" * 300 + "</div>" * 300), "epub-limit", TWO),
    ("encrypted", put("META-INF/encryption.xml",
                      ENCRYPTION.replace("http://www.idpf.org/2008/embedding",
                                         "http://www.w3.org/2001/04/xmlenc#"
                                         "aes256-cbc") % "EPUB/record.xml"),
     "epub-encrypted", "EPUB/record.xml"),
    ("ncx-utf16", recode(NCX, "UTF-16"), "epub-xml-utf16", NCX),
    ("extension", both(
        lambda f: f.update({"EPUB/picture.jpg": f.pop(PICTURE)}),
        sub(OPF, "picture.png", "picture.jpg"),
        sub(ONE, "picture.png", "picture.jpg"),
        sub(CSS, "picture.png", "picture.jpg")), "epub-extension",
     "EPUB/picture.jpg"),
    ("prefix-known", sub(OPF, 'prefix="ours:', 'prefix="schema: '
                         'http://example.org/s# ours:'),
     "epub-prefix-known", OPF),
    ("remote-idle", sub(OPF, 'id="two" href="two.xhtml"', 'id="two" '
                        'href="two.xhtml" properties="remote-resources"'),
     "epub-property-remote", OPF),
    ("utf8", lambda f: put(TWO, f[TWO].replace(b"over", b"ov\xffer"))(f),
     "epub-xml-encoding", TWO),
    ("viewport-zero", both(
        sub(OPF, '"page-spread-left"', '"rendition:layout-pre-paginated"'),
        sub(ONE, '<meta name="generator" content="a hand"/>',
            '<meta name="viewport" content="width=0, height=100"/>')),
     "epub-viewport", ONE),
    ("image-is-xhtml", sub(ONE, 'src="picture.png"', 'src="two.xhtml"'),
     "epub-link-kind", ONE),
    ("style-is-picture", head('<link rel="stylesheet" href="picture.png"/>'),
     "epub-link-kind", TWO),
    ("image-query", sub(ONE, 'src="picture.png"', 'src="picture.png?x"'),
     "epub-query", ONE),
    ("stray", put("EPUB/stray.txt", "x"), "epub-stray", "EPUB/stray.txt"),
    ("name-space", put("EPUB/a b.txt", "x"), "epub-name-portable",
     "EPUB/a b.txt"),
    ("date", sub(OPF, ">2026-11-22<", ">22 November<"), "epub-date", OPF),
    ("uuid", both(sub(OPF, "1b4e28ba-", "1b4e28bz-"),
                  sub(NCX, "1b4e28ba-", "1b4e28bz-")), "epub-date", OPF),
    ("type-unknown", sub(TWO, 'epub:type="chapter"', 'epub:type="chapitre"'),
     "epub-type-unknown", TWO),
    ("title-missing", sub(TWO, "<title>Two</title>", ""),
     "epub-title-missing", TWO),
    ("scheme", body('<p><a href="unheard:of">x</a></p>'),
     "epub-link-scheme", TWO),
    ("guide-twice", sub(OPF, '<reference type="text" title="Start" '
                        'href="one.xhtml"/>', '<reference type="text" title='
                        '"Start" href="one.xhtml"/>' * 2), "epub-guide", OPF),
    ("toc-order", sub(NAV, '<li><a href="one.xhtml#table">', '<li><a href='
                      '"two.xhtml#end">x</a></li><li><a href='
                      '"one.xhtml#table">'), "epub-nav-order", NAV),
    ("nested-pages", sub(NAV, '<li><a href="two.xhtml#p2">2</a></li>', '<li>'
                         '<a href="two.xhtml#p2">2</a><ol><li><a href='
                         '"two.xhtml">3</a></li></ol></li>'),
     "epub-nav-flat", NAV),
    ("bindings", sub(OPF, "</package>", '<bindings><mediaType media-type="'
                     'x/y" handler="two"/></bindings></package>'),
     "epub-deprecated", OPF),
    ("switch", both(
        sub(OPF, 'id="two" href="two.xhtml"', 'id="two" href="two.xhtml" '
            'properties="switch"'),
        body('<epub:switch><epub:case required-namespace="http://x.org/">'
             '<p>x</p></epub:case><epub:default><p>y</p></epub:default>'
             '</epub:switch>')), "epub-switch", TWO),
    ("no-access-mode", without(OPF, '<meta property="schema:accessMode">.*'),
     "epub-a11y-metadata", OPF),
    ("no-feature", without(
        OPF, '<meta property="schema:accessibilityFeature">.*'),
     "epub-a11y-metadata", OPF),
    ("no-hazard", without(
        OPF, '<meta property="schema:accessibilityHazard">.*'),
     "epub-a11y-metadata", OPF),
    ("no-summary", without(
        OPF, '<meta property="schema:accessibilitySummary">.*'),
     "epub-a11y-summary", OPF),
    ("access-value", sub(OPF, 'accessMode">textual<', 'accessMode">text<'),
     "epub-a11y-value", OPF),
    ("feature-value", sub(OPF, ">alternativeText<", ">altText<"),
     "epub-a11y-value", OPF),
    ("sufficient-value", sub(OPF, ">textual,visual<", ">textual,sight<"),
     "epub-a11y-value", OPF),
    ("hazards", meta('<meta property="schema:accessibilityHazard">flashing'
                     '</meta>'), "epub-a11y-hazard", OPF),
    ("hazard-no", both(
        sub(OPF, 'accessibilityHazard">none', 'accessibilityHazard">sound'),
        meta('<meta property="schema:accessibilityHazard">noSoundHazard'
             '</meta>')), "epub-a11y-hazard", OPF),
    ("conforms-level", certified("EPUB Accessibility 1.1 - WCAG 2.2 AA"),
     "epub-a11y-conforms", OPF),
    ("conforms-dash", certified("EPUB Accessibility 1.1 \u2013 WCAG 2.2 Level "
                                "AA"), "epub-a11y-conforms", OPF),
    ("uncertified", without(OPF, '<meta property="a11y:certifiedBy".*'),
     "epub-a11y-certified", OPF),
    ("no-page-source", without(OPF, '<meta property="source-of".*'),
     "epub-a11y-page-source", OPF),
    ("page-unlisted", sub(NAV, '<li><a href="two.xhtml#p2">2</a></li>', ''),
     "epub-a11y-page-list", TWO),
    ("page-list-none", without(
        NAV, '(?s)<nav epub:type="page-list".*?</nav>'),
     "epub-a11y-page-list", ONE),
    ("page-elsewhere", sub(NAV, "two.xhtml#p2", "two.xhtml#end"),
     "epub-a11y-page-list", NAV),
    ("page-order", both(sub(NAV, "one.xhtml#p1", "x"),
                        sub(NAV, "two.xhtml#p2", "one.xhtml#p1"),
                        sub(NAV, '"x"', '"two.xhtml#p2"')),
     "epub-a11y-page-list", NAV),
    ("page-label", sub(TWO, ' aria-label="2"', ''),
     "epub-a11y-page-label", TWO),
    ("no-alt", sub(ONE, ' alt="A white square"', ''), "epub-a11y-alt", ONE),
    ("no-lang", sub(TWO, ' lang="en" xml:lang="en"', ''), "epub-a11y-lang",
     TWO),
    ("heading-skips", both(sub(TWO, "<h2", "<h4"), sub(TWO, "</h2", "</h4")),
     "epub-a11y-heading", TWO),
    ("heading-empty", sub(TWO, "<h1>Two</h1>", "<h1></h1>"),
     "epub-a11y-heading", TWO),
    ("no-th", without(ONE, '(?s)<thead>.*</thead>| headers="c."'),
     "epub-a11y-table", ONE),
    ("link-empty", body('<p><a href="#end"></a></p>'), "epub-a11y-link", TWO),
    ("roles-differ", sub(TWO, 'role="doc-chapter"', 'role="doc-part"'),
     "epub-a11y-role", TWO),
    ("svg-unnamed", sub(ONE, ' role="img" aria-label="A dot"><title>A dot'
                        '</title>', '>'), "epub-a11y-label", ONE),
    ("frame-unnamed", body('<iframe src="one.xhtml"></iframe>'),
     "epub-a11y-label", TWO),
]
