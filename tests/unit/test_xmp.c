/* SPDX-License-Identifier: MIT */
/* XMP packets as their properties. */
#include "unit.h"

#include <string.h>

#include "verify/xmp.h"

#define BEGIN                                                                  \
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"     \
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"                                   \
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"      \
    "<rdf:Description rdf:about=\"\""                                          \
    " xmlns:dc=\"" XMP_DC "\" xmlns:xmp=\"" XMP_XMP "\""                       \
    " xmlns:pdfaid=\"" XMP_PDFA "\" xmlns:pdfuaid=\"" XMP_PDFUA "\""           \
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""          \
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""                \
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\""
#define END "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>\n"
#define SCHEMA(category)                                                       \
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"      \
    "<pdfaSchema:schema>UA</pdfaSchema:schema>"                                \
    "<pdfaSchema:namespaceURI>" XMP_PDFUA "</pdfaSchema:namespaceURI>"         \
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"                           \
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"        \
    "<pdfaProperty:name>part</pdfaProperty:name>"                              \
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>" category        \
    "<pdfaProperty:description>the part</pdfaProperty:description>"            \
    "</rdf:li></rdf:Seq></pdfaSchema:property>"                                \
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>"
#define CATEGORY "<pdfaProperty:category>internal</pdfaProperty:category>"

static struct xmp
read_packet(struct arena *a, const char *text)
{
    struct xmp x;
    xmp_read(&x, a, text, strlen(text));
    return x;
}

static void
reads_elements_lists_and_attributes(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct xmp x = read_packet(
        a, BEGIN " pdfaid:part=\"2\" pdfaid:conformance=\"A\">"
                 "<dc:title><rdf:Alt><rdf:li xml:lang=\"de\">Licht</rdf:li>"
                 "<rdf:li xml:lang=\"x-default\">Light &amp; dark</rdf:li>"
                 "</rdf:Alt></dc:title>"
                 "<dc:creator><rdf:Seq><rdf:li>A</rdf:li><rdf:li>B</rdf:li>"
                 "</rdf:Seq></dc:creator>"
                 "<xmp:CreatorTool>tool</xmp:CreatorTool>" END);
    assert_null(x.fault);
    assert_true(x.has_header);
    assert_string_equal(xmp_value(&x, XMP_PDFA, "part"), "2");
    assert_string_equal(xmp_value(&x, XMP_PDFA, "conformance"), "A");
    assert_string_equal(xmp_value(&x, XMP_DC, "title"), "Light & dark");
    assert_int_equal(xmp_find(&x, XMP_DC, "title")->kind, XMP_ALT);
    const struct xmp_property *creator = xmp_find(&x, XMP_DC, "creator");
    assert_int_equal(creator->kind, XMP_SEQ);
    assert_int_equal(creator->items.n, 2);
    assert_string_equal(creator->items.at[1].value, "B");
    assert_int_equal(xmp_find(&x, XMP_XMP, "CreatorTool")->kind, XMP_SIMPLE);
    assert_null(xmp_value(&x, XMP_DC, "subject"));
    assert_null(x.twice);
    arena_free(a);
}

static void
asks_for_descriptions_of_schemas(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    size_t i = 0;
    struct xmp x = read_packet(a, BEGIN "><pdfuaid:part>1</pdfuaid:part>" END);
    const struct xmp_property *p = xmp_undescribed(&x, &i);
    assert_non_null(p);
    assert_string_equal(p->name, "part");
    assert_null(xmp_undescribed(&x, &i));

    x = read_packet(a, BEGIN "><pdfuaid:part>1</pdfuaid:part>" SCHEMA(CATEGORY)
                           END);
    i = 0;
    assert_null(xmp_undescribed(&x, &i));
    assert_int_equal(x.schemas.n, 1);
    assert_null(x.schemas.at[0].lacks);

    x = read_packet(a, BEGIN "><pdfuaid:amd>1</pdfuaid:amd>" SCHEMA("") END);
    i = 0;
    assert_string_equal(xmp_undescribed(&x, &i)->name, "amd");
    assert_string_equal(x.schemas.at[0].lacks, "category");
    arena_free(a);
}

static void
says_what_is_wrong(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_non_null(read_packet(a, BEGIN "><dc:title>" END).fault);
    assert_non_null(read_packet(a, "").fault);
    assert_non_null(read_packet(a, "<a/>").fault);
    assert_false(read_packet(a, "<a/>").has_header);
    assert_string_equal(read_packet(a, BEGIN "><xmp:Label>a</xmp:Label>"
                                             "<xmp:Label>b</xmp:Label>" END)
                            .twice,
                        "Label");
    assert_string_equal(
        read_packet(a, "<?xpacket begin=\"\" encoding=\"UTF-8\"?><a/>")
            .encoding,
        "encoding");
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_elements_lists_and_attributes),
        cmocka_unit_test(asks_for_descriptions_of_schemas),
        cmocka_unit_test(says_what_is_wrong),
    };
    return RUN_TESTS(tests);
}
