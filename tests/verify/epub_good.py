# SPDX-License-Identifier: MIT
"""Sound EPUBs: the one that is broken, and others with what it has not."""
import os
import struct
import zlib

import epub_faults as faults

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "book")
OPF, ONE, TWO = faults.OPF, faults.ONE, faults.TWO


def png():
    """A white square of one pixel."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + \
            struct.pack(">I", zlib.crc32(kind + data))
    return b"\x89PNG\r\n\x1a\n" + \
        chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + \
        chunk(b"IDAT", zlib.compress(b"\0\xff")) + chunk(b"IEND", b"")


def book():
    """The book's files, mimetype first."""
    files = {"mimetype": b"application/epub+zip"}
    for folder, folders, names in os.walk(FOLDER):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(folder, name)
            with open(path, "rb") as one:
                files[os.path.relpath(path, FOLDER)] = one.read()
    files["EPUB/picture.png"] = png()
    return files


def also(text):
    """What two.xhtml has besides, and properties for it."""
    return faults.sub(TWO, "<p style=", text + "<p style=")


def has(properties):
    return faults.sub(OPF, 'id="two" href="two.xhtml"', 'id="two" '
                      'href="two.xhtml" properties="%s"' % properties)


PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml"
  xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>x</title>%s</head><body>%s</body></html>"""

SVG = """<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg"
 xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">
<title>A drawing</title><metadata><x xmlns="http://example.org/">y</x></metadata>
<defs><linearGradient id="g"><stop offset="0"/></linearGradient>
<path id="p" d="M0 0h1"/></defs><use xlink:href="#p" fill="url(#g)"/>
<image xlink:href="picture.png" width="1" height="1"/>
<foreignObject width="5" height="5"><p xmlns="http://www.w3.org/1999/xhtml">x
</p></foreignObject><style>path { stroke: red }</style></svg>"""

SMIL = """<?xml version="1.0" encoding="UTF-8"?>
<smil xmlns="http://www.w3.org/ns/SMIL" version="3.0"><body>
<par id="a"><text src="two.xhtml#end"/>
<audio src="a.mp3" clipBegin="0s" clipEnd="1.5s"/></par></body></smil>"""

ODD_CSS = """@import url("more.css") screen;
@namespace svg url(http://www.w3.org/2000/svg);
@font-face { font-family: "F"; src: local("x"), url(f.otf) format("opentype");
  unicode-range: U+0025-00FF, u+4?? }
:root { --gap: 1em; --empty:; }
a[href^="http://"]:not(.x)::after { content: " {" attr(href) "}" }
p { width: calc(100% - (2 * var(--gap))); background: url( data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACADs= );
  color: red\\9; -webkit-hyphens: auto; font: 1em/1.2 "A B", serif }
@page :first { margin: 1in }
@media print and (min-width: 20em), not all { .a > .b ~ .c + d { color: #fff } }
@supports not (display: grid) { p { float: left; } }
@keyframes k { from { left: 0 } 50.5% { left: 1px } to { left: 2px } }
.\\31 23, .a\\:b, ._x, .-y { color: RED !important; }
li:nth-child(2n + 1) { margin: -1em 0 +2px .5em }
<!-- p { color: rgba(0,0,0,.5) } -->
"""

MATH = """<p><math xmlns="http://www.w3.org/1998/Math/MathML" display="block"
alttext="x"><semantics><mrow><msubsup><mi mathvariant="bold">x</mi><mn>1</mn>
<mn>2</mn></msubsup><mo stretchy="false" lspace="0em">(</mo><mtable
columnalign="left"><mtr><mtd><mtext>a <b xmlns="http://www.w3.org/1999/xhtml">b
</b></mtext></mtd><mtd><mspace width="1em"/></mtd></mtr></mtable><mover
accent="true"><mi>y</mi><mo>^</mo></mover><munderover><mo>&#8721;</mo><mi>i</mi>
<mi>n</mi></munderover><msqrt><mi>a</mi><mi>b</mi></msqrt><mroot><mi>a</mi>
<mn>3</mn></mroot><mmultiscripts><mi>a</mi><mn>1</mn><none/><mprescripts/>
<mn>2</mn><none/></mmultiscripts><mfenced><mi>a</mi><mi>b</mi></mfenced>
<mstyle mathcolor="red" scriptlevel="+1"><mphantom><mi>q</mi></mphantom></mstyle>
<menclose notation="box"><mpadded width="+1em"><ms>s</ms></mpadded></menclose>
</mrow><annotation encoding="application/x-tex">x_1^2</annotation>
<annotation-xml encoding="MathML-Content" name="contentequiv"><apply
xmlns="http://www.w3.org/1998/Math/MathML"><plus/><ci>a</ci><cn>1</cn></apply>
</annotation-xml></semantics></math></p>"""

WIDGETS = """<div role="tablist" aria-label="x"><div role="tab"
aria-selected="true" tabindex="0">x</div></div><p role="status"
aria-live="polite">x</p><div role="heading" aria-level="2">x</div><ul
role="list"><li role="listitem">x</li></ul><div role="img" aria-label="x">:)
</div><p itemscope="itemscope" itemtype="http://schema.org/Person"><span
itemprop="name">x</span></p><p vocab="http://schema.org/" typeof="Person">
<span property="name">y</span></p><my-part data-a="b">x</my-part>
<p xmlns:my="http://example.org/" my:own="1" data-b-c="">x</p>
<blockquote><footer>x</footer></blockquote><search><p>x</p></search>
<main><article><address><a href="mailto:a@b.c">x</a></address></article></main>
<p><wbr/><bdi>x</bdi><u>x</u><s>x</s><var>x</var><samp>x</samp><mark>x</mark>
<dfn title="y">x</dfn><output>x</output><meter value="0.5">x</meter><progress
value="1" max="2">x</progress></p><table><tr><td>x</td><th scope="row">x</th>
</tr></table><dl><div><dt>x</dt><dd>y</dd></div></dl><hgroup><h2>x</h2><p>y</p>
</hgroup><figure><figcaption>y</figcaption><pre>x</pre></figure><menu><li>x</li>
</menu><a href="#end"><div>block</div></a><ins><p>x</p></ins><map name="m"><p>
<area shape="rect" coords="0,0,1,1" href="#end" alt="x"/></p></map><p
xml:space="preserve">x</p><p dir="auto" translate="no" class="">x</p><template>
<td>x</td></template><p><time>2026-11-22</time> <time datetime="PT5M">x</time>
<time datetime="12:30">x</time></p><p><a id="bare">x</a><img src="picture.png"
alt="" srcset="picture.png 1x, picture.png 2x" sizes="50vw" loading="lazy"/></p>
<picture><source srcset="picture.png" media="(min-width: 1em)"/><img
src="picture.png" alt="x"/></picture><ruby>a<rt>b</rt>c<rt>d</rt></ruby>"""

FORM = """<form action="https://example.org/" method="post"><fieldset><legend>x
</legend><label for="i1">x</label><input type="text" id="i1" name="a" value="b"
required="required" placeholder="c"/><select aria-label="s"><optgroup label="o">
<option value="1" selected="selected">1</option></optgroup></select><textarea
rows="2" cols="3" aria-label="t">x</textarea><button type="button">b</button>
<input type="checkbox" checked="checked" aria-label="c"/><input type="hidden"
name="h" value="v"/></fieldset></form>"""

NCX_2 = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN"
 "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head>
<meta name="dtb:uid" content="id-1"/><meta name="dtb:depth" content="1"/>
</head><docTitle><text>x</text></docTitle><navMap><navPoint id="a"
playOrder="1"><navLabel><text>x</text></navLabel><content src="a.xhtml"/>
</navPoint></navMap></ncx>"""

OPF_2 = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="2.0"
 unique-identifier="uid"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:opf="http://www.idpf.org/2007/opf"><dc:identifier id="uid"
 opf:scheme="x">id-1</dc:identifier><dc:title>x</dc:title><dc:language>en
</dc:language><dc:creator opf:role="aut" opf:file-as="W, A">A W</dc:creator>
<dc:date opf:event="publication">2026</dc:date><meta name="cover" content="c"/>
</metadata><manifest><item id="ncx" href="toc.ncx"
 media-type="application/x-dtbncx+xml"/><item id="a" href="a.xhtml"
 media-type="application/xhtml+xml"/><item id="c" href="picture.png"
 media-type="image/png"/></manifest><spine toc="ncx"><itemref idref="a"/>
</spine><guide><reference type="cover" title="x" href="a.xhtml"/></guide>
</package>"""

PAGE_2 = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN"
 "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>x</title>
</head><body><p>a&nbsp;b<big>c</big> <img src="picture.png" alt=""/></p></body>
</html>"""


def epub_2(files):
    for path in list(files):
        if path.startswith("EPUB/"):
            del files[path]
    files.update({"EPUB/package.opf": OPF_2.encode(),
                  "EPUB/toc.ncx": NCX_2.encode(), "EPUB/picture.png": png(),
                  "EPUB/a.xhtml": PAGE_2.encode()})


def bare(files):
    """As little as can be."""
    for path in list(files):
        if path.startswith("EPUB/"):
            del files[path]
    files["EPUB/package.opf"] = b"""<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0"
 unique-identifier="i"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="i">x</dc:identifier><dc:title>x</dc:title>
<dc:language>en</dc:language><meta property="dcterms:modified">
2026-11-22T12:00:00Z</meta></metadata><manifest><item id="n" href="n.xhtml"
 media-type="application/xhtml+xml" properties="nav"/></manifest><spine>
<itemref idref="n"/></spine></package>"""
    files["EPUB/n.xhtml"] = (PAGE % ("", '<nav epub:type="toc"><ol><li><a '
                                     'href="n.xhtml">x</a></li></ol></nav>')
                             ).encode()


def item(text):
    return faults.item(text)


# Each is the book with something more.
MORE = {
    "audio-video": [
        faults.put("EPUB/a.mp3", b"ID3x"), faults.put("EPUB/v.mp4", b"x"),
        faults.put("EPUB/t.vtt", "WEBVTT\n"), has("remote-resources"),
        item('<item id="a" href="a.mp3" media-type="audio/mpeg"/>'
             '<item id="v" href="v.mp4" media-type="video/mp4"/>'
             '<item id="t" href="t.vtt" media-type="text/vtt"/>'
             '<item id="r" href="https://example.org/v.mp4" '
             'media-type="video/mp4"/>'),
        also('<audio src="a.mp3" controls="controls">no</audio>'
             '<video controls="controls" poster="picture.png"><source '
             'src="v.mp4" type="video/mp4"/><track src="t.vtt" kind="captions"'
             ' srclang="en" label="E"/><p>no</p></video>'
             '<video src="https://example.org/v.mp4"></video>')],
    "svg-spine": [
        faults.put("EPUB/d.svg", SVG),
        item('<item id="d" href="d.svg" media-type="image/svg+xml"/>'),
        faults.sub(OPF, '<itemref idref="two"/>',
                   '<itemref idref="two"/><itemref idref="d"/>'),
        also('<p><img src="d.svg#svgView(viewBox(0,0,1,1))" alt="x"/>'
             '<a href="d.svg">d</a></p>')],
    "fixed": [
        faults.sub(OPF, '"page-spread-left"', '"rendition:layout-pre-paginated'
                   ' rendition:spread-none"'),
        faults.sub(ONE, '<meta name="generator"', '<meta name="viewport" '
                   'content="width=600, height=800"/><meta name="generator"')],
    "scripted": [
        has("scripted"), faults.put("EPUB/s.js", "var x = 1 < 2;"),
        item('<item id="s" href="s.js" media-type="text/javascript"/>'
             '<item id="f" href="f.xhtml" media-type="application/xhtml+xml" '
             'properties="scripted"/>'),
        faults.put("EPUB/f.xhtml", PAGE % (
            '<script type="text/javascript">x();</script>', "<p>x</p>")),
        also('<script src="s.js"></script><script type="application/ld+json">'
             '{"a": 1}</script><iframe src="f.xhtml" title="f"></iframe>'
             '<canvas width="1" height="1">x</canvas>' + FORM)],
    "fallbacks": [
        faults.put("EPUB/b.bmp", b"BM"), faults.put("EPUB/b.pdf", b"%PDF-"),
        item('<item id="b" href="b.bmp" media-type="image/bmp" '
             'fallback="picture"/><item id="pdf" href="b.pdf" '
             'media-type="application/pdf" fallback="fb"/><item id="fb" '
             'href="fb.xhtml" media-type="application/xhtml+xml"/>'),
        faults.put("EPUB/fb.xhtml", PAGE % ("", "<p>x</p>")),
        faults.sub(OPF, '<itemref idref="two"/>',
                   '<itemref idref="two"/><itemref idref="pdf"/>'),
        also('<p><img src="b.bmp" alt="x"/></p><object data="b.bmp" '
             'type="image/bmp"><p>x</p></object>')],
    "fonts": [
        faults.put("EPUB/f.otf", b"OTTO" + b"\0" * 60),
        faults.put("EPUB/more.css", "p { margin: 0 }"),
        item('<item id="f" href="f.otf" media-type="font/otf"/><item id="m" '
             'href="more.css" media-type="text/css"/>'),
        faults.put("EPUB/style.css", ODD_CSS),
        faults.put("META-INF/encryption.xml",
                   faults.ENCRYPTION % "EPUB/f.otf")],
    "overlay": [
        faults.put("EPUB/a.mp3", b"ID3x"), faults.put("EPUB/o.smil", SMIL),
        item('<item id="a" href="a.mp3" media-type="audio/mpeg"/><item id="o" '
             'href="o.smil" media-type="application/smil+xml"/>'),
        faults.sub(OPF, 'id="two" href="two.xhtml"',
                   'id="two" href="two.xhtml" media-overlay="o"'),
        faults.meta('<meta property="media:duration" refines="#o">1.5s</meta>'
                    '<meta property="media:duration">0:00:01.5</meta>'
                    '<meta property="media:active-class">on</meta>')],
    "math": [has("mathml"), also(MATH)],
    "widgets": [also(WIDGETS)],
    "semantics": [
        faults.sub(TWO, "<html ", '<html epub:prefix="z: http://z.org/v#" '),
        also('<p epub:type="z:thing tip">x</p><aside epub:type="sidebar"'
             '><p>x</p></aside>')],
    "names": [
        lambda f: f.update({"EPUB/caf\u00e9 1.png": png()}),
        item('<item id="n" href="caf%C3%A9%201.png" media-type="image/png"/>'),
        also('<p><img src="caf%C3%A9%201.png" alt="x"/></p>')],
    "collection": [
        faults.sub(OPF, "</package>", '<collection role="http://example.org/r"'
                   '><link href="one.xhtml"/></collection></package>')],
    "more-metadata": [
        faults.meta(
            '<dc:title id="t2" xml:lang="fr" dir="ltr">Deux</dc:title>'
            '<meta property="display-seq" refines="#t2">2</meta>'
            '<meta property="alternate-script" refines="#t2" xml:lang="ja">x'
            '</meta><dc:contributor id="c1">C</dc:contributor>'
            '<meta property="file-as" refines="#c1">C</meta>'
            '<meta property="rendition:flow">auto</meta>'
            '<meta property="rendition:spread">none</meta>'
            '<meta property="identifier-type" refines="#uid" '
            'scheme="onix:codelist5">22</meta>'
            '<meta property="dcterms:issued">2026</meta>'
            '<meta property="group-position" refines="#series">1</meta>'
            '<link rel="alternate" href="https://example.org/x" '
            'media-type="text/html"/><dc:rights>x</dc:rights>'
            '<dc:type>x</dc:type><dc:format>x</dc:format>')],
    "list-of-tables": [
        faults.nav('<nav epub:type="lot"><h2>Tables</h2><ol><li><a '
                   'href="one.xhtml#table">x</a></li></ol></nav>'
                   '<nav><p>a nav of no type</p></nav>')],
    "doctype-none": [faults.sub(TWO, "<!DOCTYPE html>\n", "")],
    "comments": [
        faults.sub(TWO, "<body>", "<!-- x --><?x y?><body>"),
        also("<p><![CDATA[a < b]]></p>")],
    "entities": [
        faults.sub(TWO, "<!DOCTYPE html>",
                   '<!DOCTYPE html [<!ENTITY dose "5 mg">]>'),
        also("<p>&dose; &amp; &#160;</p>")],
}


def books():
    found = {"book": book(), "bare": book(), "epub-2": book()}
    bare(found["bare"])
    epub_2(found["epub-2"])
    for name, changes in MORE.items():
        found[name] = book()
        for change in changes:
            change(found[name])
    return found
