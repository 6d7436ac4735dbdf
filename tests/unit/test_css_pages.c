/* SPDX-License-Identifier: MIT */
/* Pages, imports, messages, and the text that an EPUB gets. */
#include <math.h>

#include "css.h"

#define PT(n) ((int)((n)*1024 + 0.5))

static const struct style_page *
page(struct css_test *t, const char *name, bool left, bool first, bool blank)
{
    struct style_page_query query = {name, left, left, first, blank};
    return style_page_of(t->sheet, query);
}

static void
sizes_pages(void **state)
{
    struct css_test *t = *state;
    static const struct {
        const char *text;
        double width, height;
    } cases[] = {
        {"6in 9in", 432, 648},
        {"100pt", 100, 100},
        {"letter", 612, 792},
        {"letter landscape", 792, 612},
        {"landscape letter", 792, 612},
        {"a4", 595.2756, 841.8898},
        {"A5 portrait", 419.5276, 595.2756},
        {"landscape", 792, 612},
        {"auto", 612, 792},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        css_sheet(t, NULL,
                  arena_printf(t->arena, "@page { size: %s }", cases[i].text));
        assert_string_equal(css_messages(t), "");
        assert_int_equal(page(t, NULL, 0, 0, 0)->width, PT(cases[i].width));
        assert_int_equal(page(t, NULL, 0, 0, 0)->height, PT(cases[i].height));
    }
    style_set_page_size(t->sheet, PT(300), PT(400));
    assert_int_equal(page(t, NULL, 0, 0, 0)->width, PT(300));
    static const char *const bad[] = {
        "6in 9in 2in", "a4 letter", "a4 1in", "a99", "-1in", "1in landscape"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        css_sheet(t, NULL,
                  arena_printf(t->arena, "@page { size: %s }", bad[i]));
        assert_string_equal(css_messages(t), "1:15 css-value-invalid\n");
    }
}

static void
bleeds_pages(void **state)
{
    struct css_test *t = *state;
    static const struct {
        const char *text;
        int bleed, marks;
    } cases[] = {
        {"", -1, 0},
        {"bleed: 9pt; marks: crop", PT(9), STYLE_MARK_CROP},
        {"bleed: 0; marks: cross", 0, STYLE_MARK_CROSS},
        {"bleed: auto; marks: cross crop", -1,
         STYLE_MARK_CROP | STYLE_MARK_CROSS},
        {"marks: crop; marks: none", -1, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        css_sheet(t, NULL,
                  arena_printf(t->arena, "@page { %s }", cases[i].text));
        assert_string_equal(css_messages(t), "");
        assert_int_equal(page(t, NULL, 0, 0, 0)->bleed, cases[i].bleed);
        assert_int_equal(page(t, NULL, 0, 0, 0)->marks, cases[i].marks);
    }
    static const char *const bad[] = {"bleed: -1pt",      "bleed: 10%",
                                      "bleed: wide",      "marks: crop crop",
                                      "marks: crop none", "marks: all"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        css_sheet(t, NULL, arena_printf(t->arena, "@page { %s }", bad[i]));
        assert_non_null(strstr(css_messages(t), "css-value-invalid"));
        assert_int_equal(page(t, NULL, 0, 0, 0)->bleed, -1);
        assert_int_equal(page(t, NULL, 0, 0, 0)->marks, 0);
    }
}

static void
chooses_pages(void **state)
{
    struct css_test *t = *state;
    css_sheet(t, "@page { margin: 9pt }",
              "@page { size: 100pt 200pt; margin: 10% 5pt }"
              "@page :left { margin-left: 7pt }"
              "@page :first { margin-left: 8pt; margin-top: 8pt }"
              "@page wide { margin-left: 1pt }"
              "@page wide:left, tall:blank { margin-right: 2pt }"
              "@media screen { @page { margin: 0 } }");
    assert_string_equal(css_messages(t), "");
    assert_int_equal(page(t, NULL, 0, 0, 0)->margin[STYLE_TOP], PT(20));
    assert_int_equal(page(t, NULL, 0, 0, 0)->margin[STYLE_LEFT], PT(5));
    assert_int_equal(page(t, NULL, 1, 0, 0)->margin[STYLE_LEFT], PT(7));
    assert_int_equal(page(t, NULL, 1, 1, 0)->margin[STYLE_LEFT], PT(8));
    assert_int_equal(page(t, NULL, 1, 1, 0)->margin[STYLE_TOP], PT(8));
    assert_int_equal(page(t, "wide", 1, 1, 0)->margin[STYLE_LEFT], PT(1));
    assert_int_equal(page(t, "wide", 1, 0, 0)->margin[STYLE_RIGHT], PT(2));
    assert_int_equal(page(t, "wide", 0, 0, 0)->margin[STYLE_RIGHT], PT(5));
    assert_int_equal(page(t, "tall", 0, 0, 1)->margin[STYLE_RIGHT], PT(2));
    assert_int_equal(page(t, "other", 0, 0, 1)->margin[STYLE_RIGHT], PT(5));
    assert_ptr_equal(page(t, "wide", 1, 0, 0), page(t, "wide", 1, 0, 0));
    css_sheet(
        t, NULL,
        "@page :left { margin-left: 1pt } @page :right { margin-left: 2pt }"
        "@page :recto { margin-top: 3pt } @page :verso { margin-top: 4pt }"
        "@page :left:recto { margin-right: 5pt }");
    assert_string_equal(css_messages(t), "");
    struct style_page_query query = {NULL, true, false, false, false};
    const struct style_page *recto = style_page_of(t->sheet, query);
    assert_int_equal(recto->margin[STYLE_LEFT], PT(1));
    assert_int_equal(recto->margin[STYLE_TOP], PT(3));
    assert_int_equal(recto->margin[STYLE_RIGHT], PT(5));
    assert_int_equal(page(t, NULL, 1, 0, 0)->margin[STYLE_TOP], PT(4));
    assert_int_equal(page(t, NULL, 1, 0, 0)->margin[STYLE_RIGHT], 0);
}

static void
fills_margin_boxes(void **state)
{
    struct css_test *t = *state;
    css_sheet(t, NULL,
              "html { font-size: 10pt; color: #010203 }"
              "@page { color: #040506;"
              " @top-left { content: string(chapter) ' – ' counter(page);"
              "   font-size: 0.8em }"
              " @bottom-right { content: counter(page, lower-roman) '/'"
              "   counter(pages); text-align: center }"
              " @bottom-center { font-size: 3pt } }"
              "@page :blank { @top-left { content: none } }");
    const struct style_page *p = page(t, NULL, 0, 0, 0);
    const struct style *box = p->box[STYLE_TOP_LEFT];
    assert_non_null(box);
    assert_int_equal(box->font_size, PT(8));
    assert_int_equal(box->color, 0x040506FF);
    const struct style_content *c = box->content;
    assert_int_equal(c->kind, STYLE_CONTENT_STRING);
    assert_string_equal(c->text, "chapter");
    assert_int_equal(c->next->kind, STYLE_CONTENT_TEXT);
    assert_int_equal(c->next->next->kind, STYLE_CONTENT_PAGE);
    assert_null(c->next->next->next);
    box = p->box[STYLE_BOTTOM_RIGHT];
    assert_int_equal(box->content->counter, STYLE_LOWER_ROMAN);
    assert_int_equal(box->content->next->next->kind, STYLE_CONTENT_PAGES);
    assert_int_equal(box->text_align, STYLE_CENTER);
    assert_null(p->box[STYLE_BOTTOM_CENTER]);
    assert_null(page(t, NULL, 0, 0, 1)->box[STYLE_TOP_LEFT]);
    assert_string_equal(css_messages(t), "");
}

static void
sets_strings(void **state)
{
    struct css_test *t = *state;
    const struct style *s =
        css_of(t, "string-set: a content(), b 'No. ' attr(id) content(text)");
    assert_string_equal(s->string_set->name, "a");
    assert_int_equal(s->string_set->content->kind, STYLE_CONTENT_SELF);
    assert_string_equal(s->string_set->next->name, "b");
    assert_int_equal(s->string_set->next->content->next->kind,
                     STYLE_CONTENT_ATTR);
    assert_string_equal(css_messages(t), "");
    assert_null(css_of(t, "string-set: none")->string_set);
    css_of(t, "string-set: a");
    assert_string_equal(css_messages(t), "1:17 css-value-invalid\n");
    css_of(t, "string-set: a target-text(attr(href))");
    assert_string_equal(css_messages(t), "1:5 css-not-in-pdf\n");
}

static void
imports(void **state)
{
    struct css_test *t = *state;
    struct doc_node *p = doc_add(t->book, t->book->root, DOC_PARAGRAPH, NULL);
    css_write(t, "more/a.css", "@import '../b.css'; p { margin: 1pt }");
    css_write(t, "b.css", "p { color: #010203; margin: 2pt }");
    css_write(t, "screen.css", "p { color: red; float: left }");
    css_sheet(t, NULL,
              "@charset 'utf-8'; @import url(more/a.css);"
              "@import 'screen.css' screen; p { padding: 3pt }");
    assert_string_equal(css_messages(t), "");
    assert_int_equal(css_style(t, p)->color, 0x010203FF);
    assert_int_equal(css_style(t, p)->margin[0].value, PT(1));
    assert_int_equal(css_style(t, p)->padding[0].value, PT(3));
    static const struct {
        const char *text, *messages;
    } cases[] = {
        {"@import 'none.css';", "1:1 css-import\n"},
        {"@import '../../etc/passwd';", "1:1 css-import\n"},
        {"@import '/etc/passwd';", "1:1 css-import\n"},
        {"@import 'https://example.org/x.css';", "1:1 css-import\n"},
        {"@import 'style.css';", "1:1 css-import\n"},
        {"p { margin: 0 } @import 'b.css';", "1:17 css-syntax\n"},
        {"@import;", "1:1 css-syntax\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        css_sheet(t, NULL, cases[i].text);
        assert_string_equal(css_messages(t), cases[i].messages);
    }
    css_write(t, "x.css", "@import 'y.css';");
    css_write(t, "y.css", "@import 'x.css';");
    css_sheet(t, NULL, "@import 'x.css';");
    assert_string_equal(css_messages(t), "1:1 css-import\n");
}

static void
stays_inside(void **state)
{
    struct css_test *t = *state;
    css_write(t, "secret.css", "p { color: red }");
    css_write(t, "book/base.css", "");
    css_write(t, "book/style.css", "@import 'link.css';");
    assert_int_equal(
        symlink("../secret.css", path_join(t->arena, t->dir, "book/link.css")),
        0);
    char *dir = path_join(t->arena, t->dir, "book");
    struct style_source sources[] = {
        {path_join(t->arena, dir, "base.css"), "base.css"},
        {path_join(t->arena, dir, "style.css"), "style.css"}};
    t->sheet = style_read(sources, 2, t->diag);
    assert_string_equal(css_messages(t), "1:1 css-import\n");
}

static void
tells_of_bad_declarations(void **state)
{
    struct css_test *t = *state;
    static const struct {
        const char *text, *messages;
    } cases[] = {
        {"p { colr: red }", "1:5 css-property-unknown\n"},
        {"p { color: 3 }", "1:12 css-value-invalid\n"},
        {"p {\n\tfloat: left }", "2:2 css-not-in-pdf\n"},
        {"p { text-shadow: 3px }", "1:5 css-not-in-pdf\n"},
        {"p, a, b { text-shadow: 3px }", "1:11 css-not-in-pdf\n"},
        {"@media screen { p { text-shadow: 3px } }", ""},
        {"@media screen { p { colr: 3px } }", "1:21 css-property-unknown\n"},
        {"p { -webkit-foo: 1; -epub-x: y; --any: { a b } }", ""},
        {"em { display: inline } .x { display: inline }", ""},
        {"h3, em { display: inline }", "1:10 css-not-in-pdf\n"},
        {"p { display: grid }", "1:5 css-not-in-pdf\n"},
        {"p { size: a4 }", "1:5 css-not-in-pdf\n"},
        {"@page { @left-middle { content: 'x' } }", "1:9 css-not-in-pdf\n"},
        {"@page { @nowhere { content: 'x' } }", "1:9 css-syntax\n"},
        {"@page :odd { margin: 0 }", "1:8 css-selector\n"},
        {"@keyframes x { from { a: b } }", "1:1 css-not-in-pdf\n"},
        {"@-webkit-keyframes x { from { a: b } }", ""},
        {"@whatever;", "1:1 css-syntax\n"},
        {"@font-face { font-family: x; src: local(x) }",
         "1:30 css-not-in-pdf\n"},
        {"@font-face { src: url(base.css) }", "1:1 css-syntax\n"},
        {"@font-face { font-family: x; src: url(no.ttf) }", "1:35 css-url\n"},
        {"@font-face { font-family: x; src: url(/etc/passwd) }",
         "1:35 css-url\n"},
        {"p { widows: 0 } p { orphans: 1.5 } p { widows: -1 }",
         "1:13 css-value-invalid\n1:30 css-value-invalid\n"
         "1:48 css-value-invalid\n"},
        {"p { padding: -1pt } p { border-width: -1pt }",
         "1:14 css-value-invalid\n1:39 css-value-invalid\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        css_sheet(t, NULL, cases[i].text);
        if (!str_eq(css_messages(t), cases[i].messages))
            fail_msg("%s: %s", cases[i].text, css_messages(t));
    }
    css_sheet(t, NULL, "p { colour: red }");
    assert_string_equal(diag_message_at(t->diag, 0)->hint,
                        "did you mean “color”?");
}

static const char *
epub(struct css_test *t, const char *text)
{
    css_sheet(t, NULL, text);
    struct buf out;
    buf_init(&out, BUF_LIMIT_OUTPUT);
    style_write_epub(t->sheet, STYLE_MIXED, &out);
    char *copy = arena_strn(t->arena, out.at ? out.at : "", out.n);
    buf_free(&out);
    return copy;
}

static void
writes_for_readers(void **state)
{
    struct css_test *t = *state;
    css_write(t, "in.css", "i { a: b }");
    static const struct {
        const char *text, *out;
    } cases[] = {
        {"p{color:RED!important;x:y}",
         "p {\n  color:RED!important;\n  x:y;\n}\n"},
        {"/* c */ p , q > r{ margin : 0 }", "p , q > r {\n  margin : 0;\n}\n"},
        {"@page { margin: 0 } @media print { p { margin: 0 } }", ""},
        {"@media screen{p{a:b}}", "@media screen {\n  p {\n    a:b;\n  }\n}\n"},
        {"@media print, screen{p{a:b}}",
         "@media print, screen {\n  p {\n    a:b;\n  }\n}\n"},
        {"@media screen { @page { margin: 0 } }", ""},
        {"@supports (a:b){p{a:b}}",
         "@supports (a:b) {\n  p {\n    a:b;\n  }\n}\n"},
        {"p { direction: rtl; unicode-bidi: embed; page: x; "
         "string-set: a content(); position: fixed }",
         ""},
        {"p { background: url(a.png); cursor: URL('b'), auto }", ""},
        {"@font-face { font-family: x; src: url(x.woff) }", ""},
        {"@font-face{font-family:x;src:local(y)}",
         "@font-face {\n  font-family:x;\n  src:local(y);\n}\n"},
        {"@import 'in.css'; @import 'in.css' print;", "i {\n  a: b;\n}\n"},
        {"@import 'in.css' screen;",
         "@media screen {\n  i {\n    a: b;\n  }\n}\n"},
        {"p{a:b} @import 'in.css'; @namespace e 'u';",
         "@namespace e 'u';\np {\n  a:b;\n}\n"},
        {"p { a b } q.. { a: b } r { --x: {a} } s { a: @b }", ""},
        {"a[b='c' i] { d: e } p:foo { d: e }", "p:foo {\n  d: e;\n}\n"},
        {"@keyframes x { to { a: b } }", "@keyframes x { to { a: b } }\n"},
        {"@keyframes x { to { a: url(b) } } @foo x;", ""},
        {"@keyframes x { to { a: b }", ""},
        {"@font-face { } @media screen <!-- { p { a: b } }", ""},
        {"a/* x */ b { c: d; e: f <!-- }", "a b {\n  c: d;\n}\n"},
        {".a { b: c; & .d { e: f } &.g { h: i } j { k: l } > m { n: o } }",
         ".a {\n  b: c;\n}\n.a .d {\n  e: f;\n}\n.a.g {\n  h: i;\n}\n"
         ".a j {\n  k: l;\n}\n.a > m {\n  n: o;\n}\n"},
        {"a, b { &:hover, .c & { d: e } }",
         "a:hover, b:hover, .c a, .c b {\n  d: e;\n}\n"},
        {"a { b:first-child { c: d; & e { f: g } } h: i }",
         "a {\n  h: i;\n}\na b:first-child {\n  c: d;\n}\n"
         "a b:first-child e {\n  f: g;\n}\n"},
        {"a { @media screen { b: c; & d { e: f } } }",
         "@media screen {\n  a {\n    b: c;\n  }\n  a d {\n    e: f;\n"
         "  }\n}\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *out = epub(t, cases[i].text);
        if (!str_eq(out, cases[i].out))
            fail_msg("%s:\n%s", cases[i].text, out);
    }
}

static void
says_less_for_an_epub(void **state)
{
    struct css_test *t = *state;
    css_write(t, "a.css",
              "p { float: left; colr: red } @keyframes x { to { a: b } }"
              "@font-face { font-family: x } @page { @left-top { a: b } }");
    struct style_source source = {path_join(t->arena, t->dir, "a.css"),
                                  "a.css"};
    t->sheet = style_read_epub(&source, 1, t->diag);
    assert_string_equal(css_messages(t), "1:18 css-property-unknown\n"
                                         "1:108 css-property-unknown\n");
}

static void
survives_bad_bytes(void **state)
{
    struct css_test *t = *state;
    css_sheet(t, NULL, "p { color: #010203 }\n.\xFF { color: red }");
    assert_string_equal(css_messages(t), "2:1 utf8-invalid\n");
    struct doc_node *p = doc_add(t->book, t->book->root, DOC_PARAGRAPH, NULL);
    assert_int_equal(css_style(t, p)->color, 0x010203FF);
    assert_null(style_read(&(struct style_source){"/nowhere.css", "x.css"}, 1,
                           t->diag));
}

static void
reads_its_own_styles_in_silence(void **state)
{
    struct css_test *t = *state;
    static const char *const own[] = {"styles/story.css", "styles/handout.css"};
    for (size_t i = 0; i < 2; i++) {
        struct style_source sources[] = {{"styles/base.css", "base.css"},
                                         {own[i], own[i]}};
        style_free(t->sheet);
        t->sheet = style_read(sources, 2, t->diag);
        assert_string_equal(css_messages(t), "");
        for (int kind = 0; kind < DOC_KIND_COUNT; kind++) {
            struct doc_node *n =
                doc_node_new(t->book, (enum doc_kind)kind, (struct place){0});
            const struct style *s = css_style(t, n);
            bool block = doc_vocab[kind].model != DOC_IS_INLINE &&
                         doc_vocab[kind].model != DOC_IS_ATOM;
            if (doc_element(n))
                assert_true((s->display != STYLE_INLINE) == block);
        }
    }
}

/* A reader may have a dark page, with or without telling the sheet: no text
 * has a colour of its own, nothing a ground, and a rule's colour shows on
 * both (3 to 1 at the least; WCAG 2.2, 1.4.11). */
static double
luminance(uint32_t rgba)
{
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double c = (rgba >> (24 - 8 * i) & 255) / 255.0;
        sum += weights[i] *
               (c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static void
leaves_pages_dark(void **state)
{
    struct css_test *t = *state;
    static const char *const own[] = {"styles/story.css", "styles/handout.css"};
    for (size_t i = 0; i < 2; i++) {
        struct style_source sources[] = {{"styles/base.css", "base.css"},
                                         {own[i], own[i]}};
        style_free(t->sheet);
        t->sheet = style_read_epub(sources, 2, t->diag);
        struct buf out;
        buf_init(&out, BUF_LIMIT_OUTPUT);
        style_write_epub(t->sheet, STYLE_LTR, &out);
        bool dark = false;
        for (char *line = strtok(out.at, "\n"); line;
             line = strtok(NULL, "\n")) {
            char *text = line + strspn(line, " "), *hex = strchr(text, '#');
            if (line == text)
                dark = strstr(text, "dark") != NULL;
            assert_false(str_starts(text, "color:") &&
                         !strstr(text, "inherit"));
            /* but for a sign in dark ink on a dark page */
            assert_false(str_starts(text, "background") && !dark &&
                         !strstr(text, "none"));
            if (!hex || dark || !strstr(text, "border"))
                continue;
            double l = luminance((uint32_t)strtoul(hex + 1, NULL, 16) << 8);
            assert_true(1.05 / (l + 0.05) >= 3 && (l + 0.05) / 0.05 >= 3);
        }
        buf_free(&out);
    }
}

static void
takes_faces(void **state)
{
    struct css_test *t = *state;
    struct buf font;
    buf_init(&font, BUF_LIMIT_OUTPUT);
    assert_int_equal(file_read("fonts/hack/Hack-Italic.ttf", &font), 0);
    const char *path = path_join(t->arena, t->dir, "mine.ttf");
    assert_int_equal(file_write(path, font.at, font.n), 0);
    buf_free(&font);
    css_write(t, "text.otf", "no font");
    css_sheet(t, NULL,
              "@font-face { font-family: 'My Own'; src: url(mine.ttf) }"
              "@font-face { font-family: Other Name; font-style: normal;"
              "  font-weight: 650; src: local(x), url('mine.ttf') }"
              "@font-face { font-family: None; src: url(text.otf) }");
    assert_string_equal(css_messages(t), "");
    struct style_fonts *own = style_fonts_open("fonts", t->diag);
    struct style_fonts *with = style_fonts_with_faces(own, t->sheet, t->diag);
    struct style_font_file out[4];
    assert_int_equal(style_font_files(with, "My Own", out, 4), 1);
    assert_true(out[0].italic && out[0].weight == 400);
    assert_string_equal(out[0].path, path);
    assert_int_equal(style_font_files(with, "Hack", out, 4), 4);
    assert_int_equal(style_font_files(own, "My Own", out, 4), 0);
    assert_string_equal(css_messages(t), "1:166 css-url\n");
    style_fonts_free(with);
    css_sheet(t, NULL, "p { color: red }");
    assert_null(style_fonts_with_faces(own, t->sheet, t->diag));
    style_fonts_free(own);
}

static void
prints_its_table(void **state)
{
    (void)state;
    struct buf out;
    buf_init(&out, BUF_LIMIT_OUTPUT);
    style_write_properties(&out);
    assert_non_null(strstr(out.at, "| `widows` | `<integer>` | `2` | yes | "
                                   "PDF, EPUB |\n"));
    assert_non_null(strstr(out.at, "`box-shadow`"));
    assert_null(strstr(out.at, "| `text-shadow`"));
    buf_free(&out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CSS_TEST(sizes_pages),
        CSS_TEST(bleeds_pages),
        CSS_TEST(chooses_pages),
        CSS_TEST(fills_margin_boxes),
        CSS_TEST(sets_strings),
        CSS_TEST(imports),
        CSS_TEST(stays_inside),
        CSS_TEST(tells_of_bad_declarations),
        CSS_TEST(writes_for_readers),
        CSS_TEST(says_less_for_an_epub),
        CSS_TEST(survives_bad_bytes),
        CSS_TEST(reads_its_own_styles_in_silence),
        CSS_TEST(leaves_pages_dark),
        CSS_TEST(takes_faces),
        cmocka_unit_test(prints_its_table),
    };
    return RUN_TESTS(tests);
}
