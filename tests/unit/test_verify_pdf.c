/* SPDX-License-Identifier: MIT */
/* The reader of PDFs: filters, damaged files, and bytes changed at random in a
 * small PDF that has something of all that the checks look at. */
#include <string.h>

#include "unit.h"
#include "verify/pdf_tree.h"
#include "verify/verify_int.h"

enum { RANDOM_FILES = 1500 };

static const char *const objects[] = {
    "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/Lang(en)"
    "/StructTreeRoot 6 0 R/Outlines 14 0 R/PageLabels<</Nums[0<</S/D>>]>>"
    "/Metadata 12 0 R/Names<</Dests<</Names[(a)[3 0 R/Fit]]>>>>>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Tabs/S"
    "/StructParents 0/Annots[11 0 R]/Resources<</Font<</F 5 0 R>>"
    "/XObject<</X 16 0 R/I 17 0 R>>/ExtGState<</G<</ca .5/BM/Normal>>>>"
    "/ColorSpace<</C[/Indexed/DeviceRGB 0<000000>]>>>>>>",
    "S/H1<</MCID 0>>BDC BT/F 9 Tf<00010002>Tj ET EMC q/G gs/C cs 0 sc "
    "/Artifact<</Type/Pagination>>BDC 0 0 9 9 re f/X Do/I Do EMC Q "
    "/P<</MCID 1>>BDC BT/F 9 Tf[<0002>-20<0001>]TJ ET EMC",
    "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 9 0 R"
    "/DescendantFonts[10 0 R]>>",
    "<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[8 0 R 13 0 R]"
    "1 13 0 R]>>/RoleMap<</Body/Sect/X/Body>>/IDTree<</Names[(n)13 0 R]>>>>",
    "<</Type/StructElem/S/Document/P 6 0 R/K[8 0 R 13 0 R 18 0 R]>>",
    "<</Type/StructElem/S/H1/P 7 0 R/Pg 3 0 R/K 0/Lang(en-GB)>>",
    "S1 begincodespacerange<0000><ffff>endcodespacerange 1 beginbfchar<0001>"
    "<0041>endbfchar 1 beginbfrange<0002><0003><00420043>endbfrange",
    "<</Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Identity/W[1[500 500]2 3 7]"
    "/CIDSystemInfo<</Ordering(Identity)>>/FontDescriptor<</Flags 4>>>>",
    "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/F 4/Contents(to)/StructParent 1"
    "/Dest(a)>>",
    "S<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
    "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description "
    "rdf:about='' xmlns:u='http://www.aiim.org/pdfua/ns/id/' u:part='1' "
    "xmlns:a='http://www.aiim.org/pdfa/ns/id/' a:part='2' "
    "a:conformance='A'/></rdf:RDF></x:xmpmeta>",
    "<</Type/StructElem/S/Link/P 7 0 R/Pg 3 0 R/ID(n)/Alt(\\376\\377\\000A)"
    "/K[1<</Type/OBJR/Obj 11 0 R>>]>>",
    "<</First 15 0 R/Last 15 0 R/Count 1>>",
    "<</Title(One)/Parent 14 0 R/Dest[3 0 R/Fit]>>",
    "S0 0 1 rg 0 0 1 1 re f",
    "S\377\377\377",
    "<</Type/StructElem/S/Table/P 7 0 R/K[<</Type/StructElem/S/TR/P 18 0 R"
    "/K[<</S/TH/A<</O/Table/Scope/Row/ColSpan 2>>>>]>>]>>",
};

enum { OBJECTS = sizeof objects / sizeof *objects };

/* What stands in the dictionary of each stream. */
static const char *
stream_keys(int number)
{
    return number == 16   ? "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
           : number == 17 ? "/Type/XObject/Subtype/Image/Width 1/Height 1"
                            "/BitsPerComponent 8/ColorSpace/DeviceRGB"
           : number == 12 ? "/Type/Metadata/Subtype/XML"
                          : "";
}

static void
write_pdf(struct buf *b)
{
    size_t offsets[OBJECTS];
    buf_str(b, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    for (int i = 0; i < OBJECTS; i++) {
        offsets[i] = b->n;
        buf_printf(b, "%d 0 obj\n", i + 1);
        if (*objects[i] == 'S')
            buf_printf(b, "<<%s/Length %zu>>stream\n%s\nendstream",
                       stream_keys(i + 1), strlen(objects[i] + 1),
                       objects[i] + 1);
        else
            buf_str(b, objects[i]);
        buf_str(b, "\nendobj\n");
    }
    size_t xref = b->n;
    buf_printf(b, "xref\n0 %d\n0000000000 65535 f \n", OBJECTS + 1);
    for (int i = 0; i < OBJECTS; i++)
        buf_printf(b, "%010zu 00000 n \n", offsets[i]);
    buf_printf(b, "trailer\n<</Size %d/Root 1 0 R/ID[<00><00>]>>\nstartxref\n",
               OBJECTS + 1);
    buf_printf(b, "%zu\n%%%%EOF\n", xref);
}

static size_t
check(const char *bytes, size_t n)
{
    struct diag *d = diag_new();
    struct verify_file f = {.arena = arena_new(),
                            .diag = d,
                            .path = "x.pdf",
                            .name = "x.pdf",
                            .bytes = bytes,
                            .n = n};
    verify_pdf(&f);
    size_t found = diag_count(d, DIAG_NOTE);
    arena_free(f.arena);
    diag_free(d);
    return found;
}

static void
reads_text_by_the_tree(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    write_pdf(&b);
    struct pdfin *f = pdfin_open(b.at, b.n);
    assert_non_null(f);
    assert_int_equal(f->faults, 0);
    assert_int_equal(f->page_count, 1);
    struct pdfin_tree *t = pdfin_tree_open(f);
    pdfin_tree_read_texts(t);
    assert_int_equal(t->faults.n, 0);
    assert_string_equal(pdfin_tree_type(t, 1), "H1");
    const struct pdfin_tree_item *first = pdfin_tree_find(t, 3, 0);
    const struct pdfin_tree_item *second = pdfin_tree_find(t, 3, 1);
    assert_int_equal(first->n, 3);
    assert_memory_equal(t->texts.at + first->text, "ABC", 3);
    assert_memory_equal(t->texts.at + second->text, "BCA", 3);
    assert_int_equal(pdfin_tree_find(t, 11, -1)->element, second->element);
    assert_string_equal(pdfin_tree_entry(t, t->arena, second->element, "Alt"),
                        "A");
    assert_null(pdfin_tree_find(t, 3, 2));
    pdfin_tree_close(t);
    pdfin_close(f);
    buf_free(&b);
}

static void
finds_objects_without_references(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    write_pdf(&b);
    char *at = memmem(b.at, b.n, "xref\n0 ", 7);
    memcpy(at, "lost", 4);
    struct pdfin *f = pdfin_open(b.at, b.n);
    assert_non_null(f);
    assert_true(f->faults & PDFIN_FAULT_REBUILT);
    assert_int_equal(f->page_count, 1);
    pdfin_close(f);
    buf_free(&b);
}

static void
decodes_each_filter(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    assert_true(pdfin_ascii_hex(&b, "48 656C6c 6F7>", 14));
    assert_string_equal(b.at, "Hellop");
    assert_false(pdfin_ascii_hex(&b, "48", 2));
    buf_clear(&b);
    assert_true(pdfin_ascii_85(&b, "87cURD]i,\"Ebo7~>", 16));
    assert_memory_equal(b.at, "Hello Worl", 10);
    buf_clear(&b);
    assert_true(pdfin_run_length(&b, "\002abc\376x\200", 7));
    assert_string_equal(b.at, "abcxxx");
    assert_false(pdfin_run_length(&b, "\005a", 2));
    buf_clear(&b);
    /* The example of ISO 32000-1, 7.4.4.2. */
    assert_true(pdfin_lzw(&b, "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", 9, true));
    assert_string_equal(b.at, "-----A---B");
    buf_free(&b);
}

static void
survives_any_bytes(void **state)
{
    (void)state;
    struct buf sound, b;
    uint64_t roll = 5;
    size_t found = 0;
    buf_init(&sound, BUF_LIMIT_SMALL);
    buf_init(&b, BUF_LIMIT_SMALL);
    write_pdf(&sound);
    for (int i = 0; i < RANDOM_FILES; i++) {
        buf_clear(&b);
        buf_add(&b, sound.at, sound.n);
        for (int k = 0; k <= i % 12; k++) {
            roll = roll * 6364136223846793005u + 1442695040888963407u;
            size_t at = (size_t)(roll >> 33) % b.n;
            size_t from = (size_t)(roll >> 13) % b.n;
            if (k % 3 == 0)
                b.at[at] = (char)(roll >> 20);
            else if (k % 3 == 1)
                b.at[at] = b.at[from];
            else
                memmove(b.at + at, b.at + from,
                        (b.n - (at > from ? at : from)) % 40);
        }
        found += check(b.at, i % 7 ? b.n : (size_t)(roll >> 30) % b.n);
    }
    assert_true(found > RANDOM_FILES);
    buf_free(&b);
    buf_free(&sound);
}

/* Each object is a string that ends nowhere: read to the end every time, such a
 * file would take minutes. */
static void
gives_up_on_objects_without_end(void **state)
{
    (void)state;
    struct buf b;
    buf_init(&b, (size_t)8 << 20);
    buf_str(&b, "%PDF-1.7\n");
    for (int i = 0; i < 300000; i++)
        buf_str(&b, "1 0 obj(");
    assert_null(pdfin_open(b.at, b.n));
    assert_int_equal(check(b.at, b.n), 1);
    buf_free(&b);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_text_by_the_tree),
        cmocka_unit_test(finds_objects_without_references),
        cmocka_unit_test(decodes_each_filter),
        cmocka_unit_test(survives_any_bytes),
        cmocka_unit_test(gives_up_on_objects_without_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
