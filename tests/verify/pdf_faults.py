# SPDX-License-Identifier: MIT
"""Faults that are put into a good PDF, one at a time, by the clause that they
break. run-verify-pdf looks whether `fascicle verify` finds each."""
import re
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String

FAULTS = []


class Absent(Exception):
    """The good PDF has nothing that could be broken so."""


def fault(clause, rules):
    """A function that breaks an open PDF. `rules`: ids of verify, one of which
    has to be found."""
    def add(function):
        FAULTS.append((function.__name__.replace("_", " "), clause,
                       rules.split(), function, False))
        return function
    return add


def byte_fault(clause, rules):
    """As above, of a function from bytes to bytes."""
    def add(function):
        FAULTS.append((function.__name__.replace("_", " "), clause,
                       rules.split(), function, True))
        return function
    return add


# --- what the faults look for

def members(value):
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]


def elements(pdf):
    """The structure's elements in its order."""
    todo = members(pdf.Root.StructTreeRoot.get("/K"))[::-1]
    while todo:
        element = todo.pop()
        if isinstance(element, Dictionary) and "/S" in element:
            yield element
            todo += members(element.get("/K"))[::-1]


def values(holder, *keys):
    """The values of a dictionary that is found by these keys, or none."""
    for key in keys:
        holder = holder.get(key, Dictionary())
    return [value for _, value in holder.items()]


def element(pdf, *types):
    for found in elements(pdf):
        if str(found.S)[1:] in types:
            return found
    raise Absent("no " + "/".join(types))


def with_key(pdf, kind, key):
    for found in elements(pdf):
        if str(found.S)[1:] == kind and key in found:
            return found
    raise Absent("no %s with %s" % (kind, key))


def attribute(pdf, kind, key):
    """The attribute dictionary with the key, of an element of the type."""
    for found in elements(pdf):
        for owner in members(found.get("/A")):
            if str(found.S)[1:] == kind and isinstance(owner, Dictionary) \
                    and key in owner:
                return owner
    raise Absent("no %s with attribute %s" % (kind, key))


def annotation(pdf):
    for page in pdf.pages:
        for found in members(page.get("/Annots")):
            return page, found
    raise Absent("no annotation")


def font(pdf, subtype):
    for page in pdf.pages:
        for found in values(page.Resources, "/Font"):
            if str(found.Subtype) == subtype:
                return found
    raise Absent("no font")


def descendant(pdf):
    return font(pdf, "/Type0").DescendantFonts[0]


def descriptor(pdf):
    return descendant(pdf).FontDescriptor


def picture(pdf):
    for page in pdf.pages:
        todo = values(page.Resources, "/XObject")
        for found in todo:
            if str(found.get("/Subtype")) == "/Image":
                return found
            todo += values(found, "/Resources", "/XObject")
    raise Absent("no picture")


def text_page(pdf):
    """A page with paragraphs, and its content as bytes."""
    for page in pdf.pages:
        content = page.Contents.read_bytes() \
            if not isinstance(page.Contents, Array) \
            else b"\n".join(s.read_bytes() for s in page.Contents)
        if content.count(b"/P ") > 2 or content.count(b"BDC") > 6:
            return page, content
    raise Absent("no page with text")


def write(pdf, page, content):
    page.Contents = pdf.make_stream(content)


def metadata(pdf):
    return pdf.Root.Metadata.read_bytes().decode("utf-8")


def change_metadata(pdf, pattern, instead):
    old = metadata(pdf)
    new, n = re.subn(pattern, instead, old, count=1, flags=re.S)
    if not n:
        raise Absent("no %s in the metadata" % pattern)
    pdf.Root.Metadata.write(new.encode("utf-8"))


# --- the file: ISO 32000-1, 7.5; ISO 19005-2, 6.1

@byte_fault("ISO 19005-2, 6.1.2", "pdf-header")
def bytes_before_the_header(data):
    return b"junk\n" + data


@byte_fault("ISO 19005-2, 6.1.2", "pdf-header")
def a_header_of_no_version(data):
    return re.sub(rb"^%PDF-1\.\d", b"%PDF-x.y", data)


@byte_fault("ISO 19005-2, 6.1.2", "pdfa-header-comment")
def no_binary_comment(data):
    head, _, rest = data.partition(b"\n")
    comment, _, rest = rest.partition(b"\n")
    return head + b"\n" + b"%" + b"a" * (len(comment) - 1) + b"\n" + rest


@byte_fault("ISO 19005-2, 6.1.3", "pdfa-after-eof")
def bytes_behind_the_end(data):
    return data + b"more\nthan that\n"


@byte_fault("ISO 32000-1, 7.5.5", "pdf-eof")
def no_end_marker(data):
    return data[:data.rindex(b"%%EOF")]


@byte_fault("ISO 32000-1, 7.5.5", "pdf-structure")
def a_startxref_that_leads_astray(data):
    at = data.rindex(b"startxref")
    return data[:at] + b"startxref\n7\n%%EOF\n"


@byte_fault("ISO 32000-1, 7.5.4", "pdf-xref-entry")
def an_offset_that_leads_astray(data):
    at = data.rindex(b"\nxref") + 1
    rows = list(re.finditer(rb"(\d{10}) 00000 n", data[at:]))
    row = rows[len(rows) // 2]
    wrong = b"%010d" % (int(row.group(1)) + 3)
    return data[:at + row.start(1)] + wrong + data[at + row.end(1):]


@byte_fault("ISO 19005-2, 6.1.7.1", "pdf-stream-length")
def a_stream_of_another_length(data):
    match = re.search(rb"/Length (\d+)", data)
    old = match.group(1)
    wrong = b"%0*d" % (len(old), int(old) - 1)
    return data[:match.start(1)] + wrong + data[match.end(1):]


@byte_fault("ISO 19005-2, 6.1.6", "pdfa-hex-string")
def a_hexadecimal_string_with_an_odd_digit(data):
    match = re.search(rb"/ID \[\s*<([0-9a-f]+)>", data) or \
        re.search(rb"<([0-9a-fA-F]{8,})>", data)
    if not match:
        raise Absent("no hexadecimal string")
    end = match.end(1)
    return data[:end - 1] + b" " + data[end:]


@byte_fault("ISO 19005-2, 6.1.3", "pdfa-trailer-id")
def no_identifier_in_the_trailer(data):
    at = data.rindex(b"/ID")
    return data[:at] + b"/XD" + data[at + 3:]


# --- the catalog: ISO 14289-1, 7.1; ISO 19005-2, 6.1 and 6.6

@fault("ISO 14289-1, 7.1", "pdf-marked")
def not_marked(pdf):
    del pdf.Root["/MarkInfo"]


@fault("ISO 14289-1, 7.1", "pdf-marked")
def marked_as_false(pdf):
    pdf.Root.MarkInfo.Marked = False


@fault("ISO 14289-1, 7.1", "pdfua-suspects")
def suspects(pdf):
    pdf.Root.MarkInfo.Suspects = True


@fault("ISO 14289-1, 7.1", "pdfua-display-title")
def no_title_in_the_window(pdf):
    del pdf.Root["/ViewerPreferences"]


@fault("ISO 14289-1, 7.2", "pdfua-lang")
def no_language(pdf):
    del pdf.Root["/Lang"]


@fault("ISO 14289-1, 7.2", "pdf-lang-tag")
def a_language_that_is_none(pdf):
    pdf.Root.Lang = String("the English language")


@fault("ISO 14289-1, 7.1", "pdf-tree")
def no_structure_tree(pdf):
    del pdf.Root["/StructTreeRoot"]


@fault("ISO 19005-2, 6.6.2.1", "pdf-claim-none pdf-xmp")
def no_metadata(pdf):
    del pdf.Root["/Metadata"]


@fault("ISO 19005-2, 6.6.1", "pdfa-script pdfa-action")
def a_script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.beep()"))


@fault("ISO 19005-2, 6.6.1", "pdfa-action")
def an_action_that_starts_a_program(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.Launch, F=String("x"))


@fault("ISO 19005-2, 6.6.2", "pdfa-action-trigger")
def additional_actions(pdf):
    pdf.Root.AA = Dictionary()


@fault("ISO 19005-2, 6.1.4", "pdf-encrypted")
def encryption(pdf):
    return {"encryption": pikepdf.Encryption(owner="a", user="")}


@fault("ISO 19005-2, 6.8", "pdfa-embedded-file pdf-embedded-names")
def a_file_that_is_embedded(pdf):
    stream = pdf.make_stream(b"data", Type=Name.EmbeddedFile)
    spec = Dictionary(Type=Name.Filespec, F=String("a.bin"),
                      EF=Dictionary(F=stream))
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(
        Names=Array([String("a.bin"), spec])))


@fault("ISO 19005-2, 6.9", "pdf-optional-content")
def optional_content_without_a_name(pdf):
    pdf.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary(
        AS=Array([Dictionary()])))


@fault("ISO 19005-2, 6.4.2", "pdf-form-xfa")
def an_xfa_form(pdf):
    pdf.Root.AcroForm = Dictionary(Fields=Array(),
                                   XFA=pdf.make_stream(b"<xfa/>"))


@fault("ISO 19005-2, 6.4.2", "pdfa-needs-rendering")
def needs_rendering(pdf):
    pdf.Root.NeedsRendering = True


# --- output intents: ISO 19005-2, 6.2.3

@fault("ISO 19005-2, 6.2.4.3", "pdfa-colour-device")
def no_output_intent(pdf):
    del pdf.Root["/OutputIntents"]


@fault("ISO 19005-2, 6.2.3", "pdfa-intent-profile")
def a_profile_that_is_none(pdf):
    pdf.Root.OutputIntents[0].DestOutputProfile.write(b"no profile at all")


@fault("ISO 19005-2, 6.2.4.2", "pdfa-intent-profile pdfa-colour-profile")
def a_profile_with_other_channels(pdf):
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 4


# --- metadata: ISO 14289-1, 5; ISO 19005-2, 6.6

@fault("ISO 14289-1, 5", "pdfua-claim-part")
def another_part_of_pdf_ua(pdf):
    change_metadata(pdf, "<pdfuaid:part>1<", "<pdfuaid:part>7<")


@fault("ISO 19005-2, 6.6.4", "pdfa-claim-part")
def a_level_that_is_none(pdf):
    change_metadata(pdf, "<pdfaid:conformance>A<", "<pdfaid:conformance>X<")


@fault("ISO 19005-2, 6.6.2.3", "pdfa-xmp-schema")
def a_schema_that_is_not_described(pdf):
    change_metadata(pdf, "<pdfaExtension:schemas>.*</pdfaExtension:schemas>",
                    "")


@fault("ISO 14289-1, 7.1", "pdfua-title")
def no_title(pdf):
    change_metadata(pdf, "<dc:title>.*</dc:title>", "")


@fault("ISO 19005-2, 6.6.2.1", "pdf-xmp-form pdf-xmp")
def metadata_that_is_no_xml(pdf):
    change_metadata(pdf, "</rdf:RDF>", "")


@fault("ISO 19005-2, 6.6.3", "pdfa-info")
def a_title_that_differs(pdf):
    pdf.trailer.Info.Title = String("Another book")


@fault("ISO 19005-2, 6.6.3", "pdfa-info")
def a_date_that_differs(pdf):
    pdf.trailer.Info.ModDate = String("D:20010101000000Z")


@byte_fault("ISO 19005-2, 6.6.2.1", "pdfa-xmp-filter")
def metadata_that_is_compressed(data):
    found = re.search(rb"<< /Subtype /XML[^>]*>>\nstream\n(.*?)\nendstream",
                      data, re.S)
    if not found:
        raise Absent("no metadata")
    packed = zlib.compress(found.group(1), 9)
    new = b"<< /Type /Metadata /Subtype /XML /Filter /FlateDecode " \
        b"/Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
    return data[:found.start()] + new.ljust(len(found.group())) + \
        data[found.end():]


# --- pages: ISO 14289-1, 7.18.3; ISO 19005-2, 6.1.13

@fault("ISO 14289-1, 7.18.3", "pdfua-tabs")
def no_order_of_tabs(pdf):
    page, _ = annotation(pdf)
    del page["/Tabs"]


@fault("ISO 19005-2, 6.1.13", "pdfa-page-size")
def a_page_larger_than_may_be(pdf):
    pdf.pages[0].MediaBox = Array([0, 0, 20000, 20000])


@fault("ISO 32000-1, 7.7.3.3", "pdf-page-box")
def a_page_without_a_box(pdf):
    del pdf.pages[0]["/MediaBox"]


@byte_fault("ISO 32000-1, 7.7.3.3", "pdf-pages")
def a_wrong_number_of_pages(data):
    match = re.search(rb"/Count (\d+) /Kids", data) or \
        re.search(rb"/Type /Pages[^>]*/Count (\d+)", data)
    if not match:
        raise Absent("no number of pages")
    old = match.group(1)
    return data[:match.start(1)] + b"%0*d" % (len(old), int(old) - 1) + \
        data[match.end(1):]


@fault("ISO 32000-1, 12.4.2", "pdf-page-labels")
def labels_that_begin_late(pdf):
    if "/PageLabels" not in pdf.Root:
        raise Absent("no labels")
    pdf.Root.PageLabels.Nums[0] = 3


@fault("ISO 32000-1, 12.3.3", "pdf-outline pdf-link-target")
def a_bookmark_that_leads_nowhere(pdf):
    item = pdf.Root.Outlines.First
    for key in ("/A", "/Dest"):
        if key in item:
            del item[key]
    item.Dest = Array([pdf.make_indirect(Dictionary(Type=Name.Page)),
                       Name.Fit])


# --- content: ISO 14289-1, 7.1 to 7.3

@fault("ISO 14289-1, 7.1", "pdfua-untagged")
def text_that_is_not_tagged(pdf):
    page, content = text_page(pdf)
    write(pdf, page, content + b"\nBT ET\n0 0 10 10 re f\n")


@fault("ISO 14289-1, 7.1", "pdfua-artifact-inside")
def an_artifact_within_the_text(pdf):
    page, content = text_page(pdf)
    end = content.index(b"EMC")
    write(pdf, page, content[:end] + b"/Artifact BMC 0 0 1 1 re f EMC\n" +
          content[end:])


@fault("ISO 32000-1, 14.6", "pdf-marked-balance")
def marked_content_that_never_ends(pdf):
    page, content = text_page(pdf)
    end = content.rindex(b"EMC")
    write(pdf, page, content[:end] + content[end + 3:])


@fault("ISO 32000-1, 14.7.4", "pdfua-mcid-tree")
def marked_content_that_no_element_has(pdf):
    page, content = text_page(pdf)
    write(pdf, page, content +
          b"\n/P <</MCID 9999>> BDC 0 0 10 10 re f EMC\n")


@fault("ISO 32000-1, 14.7.4", "pdf-mcid-twice")
def a_number_of_content_twice(pdf):
    page, content = text_page(pdf)
    found = list(re.finditer(rb"/MCID (\d+)", content))
    one, other = found[0], found[1]
    write(pdf, page, content[:other.start(1)] + one.group(1) +
          content[other.end(1):])


@fault("ISO 32000-1, 14.7.4", "pdf-mcid-content")
def an_element_without_its_content(pdf):
    page, content = text_page(pdf)
    last = list(re.finditer(rb"/\w+\s*<<[^>]*/MCID \d+[^>]*>>\s*BDC",
                            content))[-1]
    write(pdf, page, content[:last.start()] + b"/Artifact BMC" +
          content[last.end():])


@fault("ISO 19005-2, 6.2.2", "pdfa-operator")
def an_operator_that_is_none(pdf):
    page, content = text_page(pdf)
    write(pdf, page, content + b"\n1 2 foo\n")


@fault("ISO 19005-2, 6.1.13", "pdfa-limit-nesting")
def states_nested_too_deep(pdf):
    page, content = text_page(pdf)
    write(pdf, page, content + b"\n" + b"q " * 30 + b"Q " * 30)


@fault("ISO 19005-2, 6.2.2", "pdf-resource")
def a_font_that_the_resources_lack(pdf):
    page, content = text_page(pdf)
    del page.Resources["/Font"]


@fault("ISO 32000-1, 8.4.2", "pdf-marked-balance")
def a_state_that_is_never_restored(pdf):
    page, content = text_page(pdf)
    write(pdf, page, content + b"\nQ Q Q\n")


@fault("ISO 19005-2, 6.2.6", "pdfa-rendering-intent")
def a_rendering_intent_that_is_none(pdf):
    page, content = text_page(pdf)
    write(pdf, page, b"/Garish ri\n" + content)


@fault("ISO 19005-2, 6.2.4.3", "pdfa-colour-device")
def ink_colours(pdf):
    page, content = text_page(pdf)
    write(pdf, page, b"0 0 0 1 k\n" + content)


# --- the structure: ISO 14289-1, 7.1 to 7.9; ISO 32000-1, 14.7 and 14.8

@fault("ISO 32000-1, 14.7.2", "pdf-tree-parent")
def an_element_with_another_parent(pdf):
    element(pdf, "P").P = element(pdf, "Document")


@fault("ISO 32000-1, 14.7.4.4", "pdf-parent-tree")
def no_parent_tree(pdf):
    del pdf.Root.StructTreeRoot["/ParentTree"]


@fault("ISO 14289-1, 7.1", "pdf-role-missing")
def a_type_that_nobody_knows(pdf):
    element(pdf, "P").S = Name("/Ballad")


@fault("ISO 14289-1, 7.1", "pdf-role-circle")
def roles_that_lead_in_a_circle(pdf):
    element(pdf, "P").S = Name("/One")
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(One=Name("/Two"),
                                                 Two=Name("/One"))


@fault("ISO 14289-1, 7.1", "pdfua-role-standard")
def a_standard_type_that_is_mapped(pdf):
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(P=Name("/Span"))


@fault("ISO 14289-1, 7.4.2", "pdfua-heading-skip")
def a_heading_left_out(pdf):
    element(pdf, "H2").S = Name("/H5")


@fault("ISO 14289-1, 7.4.4", "pdfua-heading-mixed")
def headings_with_and_without_levels(pdf):
    element(pdf, "H2").S = Name("/H")


@fault("ISO 14289-1, 7.3", "pdfua-figure-alt")
def a_figure_without_words(pdf):
    figure = with_key(pdf, "Figure", "/Alt")
    del figure["/Alt"]


@fault("ISO 14289-1, 7.3", "pdfua-figure-alt")
def a_figure_with_empty_words(pdf):
    with_key(pdf, "Figure", "/Alt").Alt = String("")


@fault("ISO 32000-1, 14.8.5.4.3", "pdfua-figure-bbox")
def a_figure_without_a_box(pdf):
    del attribute(pdf, "Figure", "/BBox")["/BBox"]


@fault("ISO 14289-1, 7.6", "pdfua-nesting")
def a_paragraph_in_a_list(pdf):
    element(pdf, "LI").S = Name("/P")


@fault("ISO 14289-1, 7.6", "pdfua-nesting")
def an_item_without_its_list(pdf):
    element(pdf, "LBody").S = Name("/TD")


@fault("ISO 14289-1, 7.5", "pdfua-nesting")
def a_cell_outside_a_row(pdf):
    element(pdf, "TR").S = Name("/P")


@fault("ISO 14289-1, 7.5", "pdfua-table-headers")
def head_cells_without_a_scope(pdf):
    found = False
    for cell in elements(pdf):
        if str(cell.S) == "/TH":
            for owner in members(cell.get("/A")):
                if "/Scope" in owner:
                    del owner["/Scope"]
                    found = True
    if not found:
        raise Absent("no scope")


@fault("ISO 14289-1, 7.5", "pdfua-table-regular")
def a_row_with_a_cell_too_few(pdf):
    rows = [e for e in elements(pdf) if str(e.S) == "/TR"]
    row = [r for r in rows if len(members(r.K)) > 1][-1]
    cell = row.K[len(row.K) - 1]
    cell.A = Dictionary(O=Name.Table, ColSpan=4)


@fault("ISO 14289-1, 7.9", "pdfua-note-id")
def a_note_without_an_identifier(pdf):
    del with_key(pdf, "Note", "/ID")["/ID"]


@fault("ISO 14289-1, 7.9", "pdfua-id-twice")
def notes_with_the_same_identifier(pdf):
    notes = [e for e in elements(pdf) if str(e.S) == "/Note" and "/ID" in e]
    if len(notes) < 2:
        raise Absent("no two notes")
    notes[1].ID = notes[0].ID


@fault("ISO 14289-1, 7.7", "pdfua-formula-alt")
def a_formula_without_words(pdf):
    element(pdf, "P").S = Name("/Formula")


@fault("ISO 32000-1, 14.8.4.3", "pdfua-nesting")
def an_entry_outside_the_contents(pdf):
    element(pdf, "TOC").S = Name("/Div")


@fault("ISO 14289-1, 7.2", "pdf-lang-tag")
def an_element_in_no_language(pdf):
    element(pdf, "P").Lang = String("12345678-not-a-tag")


# --- annotations: ISO 14289-1, 7.18

@fault("ISO 14289-1, 7.18.5", "pdfua-link-contents")
def a_link_without_a_description(pdf):
    _, link = annotation(pdf)
    del link["/Contents"]


@fault("ISO 14289-1, 7.18.5", "pdfua-struct-parent pdfua-link-tagged")
def a_link_outside_the_structure(pdf):
    _, link = annotation(pdf)
    del link["/StructParent"]


@fault("ISO 19005-2, 6.3.2", "pdfa-annotation-flags")
def an_annotation_that_is_not_printed(pdf):
    _, link = annotation(pdf)
    link.F = 0


@fault("ISO 19005-2, 6.3.2", "pdfa-annotation-flags")
def an_annotation_that_is_hidden(pdf):
    _, link = annotation(pdf)
    link.F = 6


@fault("ISO 19005-2, 6.3.1", "pdfa-annotation-type")
def an_annotation_of_a_forbidden_type(pdf):
    _, link = annotation(pdf)
    link.Subtype = Name("/Movie")


@fault("ISO 19005-2, 6.6.1", "pdfa-script pdfa-action")
def a_link_that_runs_a_script(pdf):
    _, link = annotation(pdf)
    for key in ("/Dest", "/A"):
        if key in link:
            del link[key]
    link.A = Dictionary(S=Name.JavaScript, JS=String("x"))


# --- fonts: ISO 14289-1, 7.21; ISO 19005-2, 6.2.11

@fault("ISO 14289-1, 7.21.4", "pdf-font-embedded")
def a_font_that_is_not_embedded(pdf):
    found = descriptor(pdf)
    for key in ("/FontFile", "/FontFile2", "/FontFile3"):
        if key in found:
            del found[key]


@fault("ISO 14289-1, 7.21.7", "pdf-font-unicode")
def a_font_without_unicode(pdf):
    del font(pdf, "/Type0")["/ToUnicode"]


@fault("ISO 14289-1, 7.21.7", "pdf-font-unicode-value")
def a_letter_without_unicode(pdf):
    stream = font(pdf, "/Type0").ToUnicode
    old = stream.read_bytes()
    new = re.sub(rb"(<[0-9a-fA-F]+>\s+)<[0-9a-fA-F]+>(\s+endbf|\s*\n)",
                 rb"\1<0000>\2", old, count=3)
    if new == old:
        raise Absent("no bfchar")
    stream.write(new)


@fault("ISO 14289-1, 7.21.5", "pdf-font-widths")
def widths_that_differ(pdf):
    found = descendant(pdf)
    if "/W" not in found:
        raise Absent("no widths")
    rows = found.W[1]
    for i in range(len(rows)):
        rows[i] = 77


@fault("ISO 14289-1, 7.21.3.2", "pdf-font-cid-map")
def a_truetype_font_without_its_map(pdf):
    found = descendant(pdf)
    found.Subtype = Name.CIDFontType2
    if "/CIDToGIDMap" in found:
        del found["/CIDToGIDMap"]


@fault("ISO 14289-1, 7.21.8", "pdf-font-notdef")
def a_glyph_that_is_not_defined(pdf):
    page, content = text_page(pdf)
    names = [n for n, f in page.Resources.Font.items()
             if str(f.Subtype) == "/Type0"]
    if not names:
        raise Absent("no composite font")
    end = content.index(b"EMC")
    write(pdf, page, content[:end] + b"BT " + names[0].encode() +
          b" 9 Tf <0000> Tj ET\n" + content[end:])


@fault("ISO 19005-2, 6.2.11.2", "pdf-font")
def a_font_of_no_type(pdf):
    descendant(pdf).Subtype = Name("/CIDFontType9")


@fault("ISO 19005-2, 6.2.11.4.1", "pdf-font-program")
def a_font_program_that_is_damaged(pdf):
    found = descriptor(pdf)
    for key in ("/FontFile2", "/FontFile3"):
        if key in found:
            found[key].write(b"no font")


# --- pictures, states, transparency: ISO 19005-2, 6.2

@fault("ISO 19005-2, 6.2.8", "pdfa-image")
def a_picture_that_is_smoothed(pdf):
    picture(pdf).Interpolate = True


@fault("ISO 19005-2, 6.2.8", "pdfa-image")
def a_picture_with_alternates(pdf):
    picture(pdf).Alternates = Array()


@fault("ISO 19005-2, 6.2.8", "pdfa-image")
def a_picture_that_is_elsewhere(pdf):
    picture(pdf).OPI = Dictionary()


@fault("ISO 19005-2, 6.2.9", "pdfa-form")
def postscript(pdf):
    page, content = text_page(pdf)
    page.Resources.XObject = Dictionary(
        PS=pdf.make_stream(b"showpage", Type=Name.XObject, Subtype=Name.PS))
    write(pdf, page, content + b"\n/Artifact BMC /PS Do EMC\n")


@fault("ISO 19005-2, 6.2.5", "pdfa-state-transfer")
def a_transfer_function(pdf):
    page, content = text_page(pdf)
    page.Resources.ExtGState = Dictionary(
        G=Dictionary(Type=Name.ExtGState, TR=Name.Identity))
    write(pdf, page, b"/G gs\n" + re.sub(rb"/\w+ gs", b"", content))


@fault("ISO 19005-2, 6.2.10", "pdfa-blend-mode")
def a_blend_mode_that_is_none(pdf):
    page, content = text_page(pdf)
    page.Resources.ExtGState = Dictionary(
        G=Dictionary(Type=Name.ExtGState, BM=Name("/Dazzle")))
    write(pdf, page, b"/G gs\n" + re.sub(rb"/\w+ gs", b"", content))


@fault("ISO 19005-2, 6.1.7.2", "pdfa-stream-filter")
def a_filter_that_is_forbidden(pdf):
    page, _ = text_page(pdf)
    page.Contents = pdf.make_stream(b"")
    page.Contents.write(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01",
                        filter=Name.LZWDecode)
    return {"compress_streams": False,
            "stream_decode_level": pikepdf.StreamDecodeLevel.none}
