/* SPDX-License-Identifier: MIT */
/* The typography pass, case by case and across nodes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "xform/xform_int.h"

struct example {
    const char *lang, *typed, *set;
};

#define NB "\u00A0"
#define NN "\u202F"

static const struct example examples[] = {
    /* apostrophes */
    {"en", "I don't know", "I don’t know"},
    {"en", "the patients' rights", "the patients’ rights"},
    {"en", "Elena's \"job\"", "Elena’s “job”"},
    {"en", "back in the '90s", "back in the ’90s"},
    {"en", "the class of '68 met", "the class of ’68 met"},
    {"en", "'Tis the season", "’Tis the season"},
    {"en", "tell 'em so", "tell ’em so"},
    {"en", "rock 'n' roll", "rock ’n’ roll"},
    {"en", "rock-'n'-roll", "rock-’n’-roll"},
    {"en", "stay 'til dawn, 'cause I said", "stay ’til dawn, ’cause I said"},
    {"en", "in the 'hood today", "in the ’hood today"},
    {"en", "the 1990's", "the 1990’s"},
    {"fr", "l'été d'Anne", "l’été d’Anne"},
    {"nl", "'s avonds zei ze 't niet", "’s avonds zei ze ’t niet"},
    {"it", "un po' d'acqua", "un po’ d’acqua"},
    {"de", "Hans' Buch", "Hans’ Buch"},
    {"uk", "п'ять", "п’ять"},
    {"it", "dell'\"arte\" povera", "dell’«arte» povera"},
    {"fr", "l'\"ami\"", "l’«" NN "ami" NN "»"},
    {"en", "\"Yes\"---he said", "“Yes”—he said"},
    {"en", "\"The Times\"' editor", "“The Times”’ editor"},
    /* double and nested quotes */
    {"en", "\"Hello,\" she said.", "“Hello,” she said."},
    {"en", "(\"quoted\")", "(“quoted”)"},
    {"en", "\"(quoted)\"", "“(quoted)”"},
    {"en", "\"things that 'aren't proven.' But what?\"",
     "“things that ‘aren’t proven.’ But what?”"},
    {"en", "\"'aren't proven.'\"", "“‘aren’t proven.’”"},
    {"en", "\"He said 'go'\" and left", "“He said ‘go’” and left"},
    {"en", "'She said \"go\" twice'", "‘She said “go” twice’"},
    {"en", "'Yes,' he said, 'the patients' rights.'",
     "‘Yes,’ he said, ‘the patients’ rights.’"},
    {"en", "\"Wait\xE2\x80\x94\" she said", "“Wait—” she said"},
    {"en",
     "she said\xE2\x80\x94\"no\"\xE2\x80\x94"
     "and left",
     "she said—“no”—and left"},
    {"en", "\"'Tis late,\" she said", "“’Tis late,” she said"},
    {"en", "\"...and then\"", "“…and then”"},
    {"en", "\"first\"/\"second\"", "“first”/“second”"},
    {"en", "pre-\"modern\" times", "pre-“modern” times"},
    {"en", "said:\"Go!\"", "said:“Go!”"},
    {"en", "\"It was never closed. \"New speech,\" he said.",
     "“It was never closed. “New speech,” he said."},
    {"en", "\"outer \"inner\" words\"", "“outer ‘inner’ words”"},
    {"en", "\"Born in 1999\" and \"gone\"", "“Born in 1999” and “gone”"},
    {"en", "\"turn to 5\"", "“turn to 5”"},
    {"en", "“already” set, don’t touch ‘it’",
     "“already” set, don’t touch ‘it’"},
    {"en", "\"", "“"},
    {"en", "", ""},
    /* quotes by language */
    {"es", "\"Hola\", dijo 'ella'", "«Hola», dijo “ella”"},
    {"es", "\"Dijo \"hola\" ayer\"", "«Dijo “hola” ayer»"},
    {"es-US", "\"Hola\"", "“Hola”"},
    {"es", "¿\"Qué\"?", "¿«Qué»?"},
    {"de", "\"Ja, 'gut' so\", sagte er", "„Ja, ‚gut‘ so“, sagte er"},
    {"de-CH", "\"Ja\"", "«Ja»"},
    {"it", "\"Ciao\"", "«Ciao»"},
    {"pt", "\"Olá\"", "“Olá”"},
    {"pt-PT", "\"Olá\"", "«Olá»"},
    {"pl", "\"Tak\"", "„Tak”"},
    {"sv", "\"Ja\", sa 'hon'", "”Ja”, sa ’hon’"},
    {"fi", "\"Joo\"", "”Joo”"},
    {"nb", "\"Ja\"", "«Ja»"},
    {"cs", "\"Ano\"", "„Ano“"},
    {"ru", "\"Да, 'так' вот\"", "«Да, „так“ вот»"},
    {"el", "\"Ναι\"", "«Ναι»"},
    {"ja", "彼は\"はい\"と言った", "彼は「はい」と言った"},
    {"zh", "他说\"你好\"。", "他说“你好”。"},
    {"zh-TW", "他說\"你好\"。", "他說「你好」。"},
    {"he", "צה\"ל אמר \"כן\"", "צה״ל אמר ”כן”"},
    {"xx", "\"a\"", "“a”"},
    /* dashes and dots */
    {"en", "a---b", "a—b"},
    {"en", "pages 2--4", "pages 2–4"},
    {"en", "well -- yes", "well – yes"},
    {"en", "use --help here", "use --help here"},
    {"en", "a ---- b", "a ---- b"},
    {"en", "this - that", "this – that"},
    {"ru", "Москва - город", "Москва" NB "— город"},
    {"en", "5 - 3 is 2", "5 - 3 is 2"},
    {"en", "well-known 2026-01-08 555-1234", "well-known 2026-01-08 555-1234"},
    {"en", "for 6-8 weeks", "for 6–8 weeks"},
    {"en", "take 10-20 mg", "take 10–20" NB "mg"},
    {"en", "Wait... what....", "Wait… what…."},
    {"en", "a .. b ..... c", "a .. b ..... c"},
    /* primes */
    {"en", "He is 5'10\" tall", "He is 5′10″ tall"},
    {"en", "\"He is 5'10\" tall,\" she said", "“He is 5′10″ tall,” she said"},
    {"en", "a 6\" cut and a 5' fence", "a 6″ cut and a 5′ fence"},
    {"de-CH", "1'000 Franken", "1’000 Franken"},
    /* addresses */
    {"en", "see https://a.example/it's--\"x\"y now",
     "see https://a.example/it's--\"x\"y now"},
    {"en", "\"https://a.example/x--y,\" he said",
     "“https://a.example/x--y,” he said"},
    {"en", "('www.a.example/it's')", "(‘www.a.example/it's’)"},
    {"fr", "Voir : https://a.example/x?y !",
     "Voir" NN ": https://a.example/x?y" NN "!"},
    {"en", "o'neil@a.example isn't", "o'neil@a.example isn’t"},
    /* spaces */
    {"fr", "Quoi ? Oui ! Non ; \"voilà\" : fin",
     "Quoi" NN "? Oui" NN "! Non" NN "; «" NN "voilà" NN "»" NN ": fin"},
    {"fr", "Quoi? Oui!", "Quoi" NN "? Oui" NN "!"},
    {"fr", "Quoi?! à 10:30", "Quoi" NN "?! à 10:30"},
    {"fr", "« oui »", "«" NN "oui" NN "»"},
    {"fr", "«oui»", "«" NN "oui" NN "»"},
    {"fr-CA", "Quoi? Ceci : cela", "Quoi? Ceci" NN ": cela"},
    {"en", "What ? Yes: no", "What ? Yes: no"},
    {"en", "5 mg daily, 10 km, 5 miles",
     "5" NB "mg daily, 10" NB "km, 5 miles"},
    {"en", "Dr. Lee saw Mrs. Fox", "Dr." NB "Lee saw Mrs." NB "Fox"},
    {"en", "see Fig. 2 and p. 7", "see Fig." NB "2 and p." NB "7"},
    {"pl", "byłem w domu", "byłem w" NB "domu"},
    {"fr", "chez le Dr Martin", "chez le Dr" NB "Martin"},
};

static void
test_examples(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct doc_book *book = doc_new();
        const struct example *e = &examples[i];
        const char *set = xform_smart(book, e->lang, e->typed);
        if (!str_eq(set, e->set)) {
            print_error("%s: %s\n  is  %s\n  not %s\n", e->lang, e->typed, set,
                        e->set);
            wrong++;
        }
        /* What is set already stays. */
        const char *again = xform_smart(book, e->lang, set);
        if (!str_eq(again, set) && e->lang[0] != 'e') {
            print_error("%s: again: %s\n", e->lang, again);
            wrong++;
        }
        doc_free(book);
    }
    assert_int_equal(wrong, 0);
}

struct tree {
    struct doc_book *book;
    struct doc_node *article, *line;
};

static struct tree
tree_new(const char *lang)
{
    struct tree t = {.book = doc_new()};
    t.book->lang = lang;
    t.article = doc_add(t.book, t.book->root, DOC_ARTICLE, NULL);
    t.line = doc_add(t.book, t.article, DOC_PARAGRAPH, NULL);
    return t;
}

static struct doc_node *
add(struct tree *t, enum doc_kind kind, const char *text)
{
    if (kind == DOC_TEXT)
        return doc_add_text(t->book, t->line, text);
    struct doc_node *n = doc_add(t->book, t->line, kind, NULL);
    if (kind == DOC_CODE)
        n->text = text;
    else
        doc_add_text(t->book, n, text);
    return n;
}

static void
expect(struct tree *t, const char *text)
{
    struct diag *d = diag_new();
    xform_typography(t->book, d);
    assert_null(doc_check(t->book));
    assert_string_equal(doc_text(t->book->arena, t->line), text);
    assert_int_equal(diag_count(d, DIAG_NOTE), 0);
    diag_free(d);
    doc_free(t->book);
}

static void
test_quotes_adjoin_elements(void **state)
{
    (void)state;
    struct tree t = tree_new("en");
    add(&t, DOC_TEXT, "\"");
    add(&t, DOC_EMPHASIS, "Hello");
    add(&t, DOC_TEXT, ",\" she said, \"");
    add(&t, DOC_STRONG, "it's");
    add(&t, DOC_TEXT, "\" and '");
    add(&t, DOC_EMPHASIS, "no");
    add(&t, DOC_TEXT, "'");
    expect(&t, "“Hello,” she said, “it’s” and ‘no’");
}

static void
test_marks_inside_elements(void **state)
{
    (void)state;
    struct tree t = tree_new("en");
    add(&t, DOC_EMPHASIS, "\"Hello\"");
    add(&t, DOC_TEXT, "-");
    add(&t, DOC_STRONG, "--");
    add(&t, DOC_TEXT, "yes.");
    add(&t, DOC_STRONG, "..");
    expect(&t, "“Hello”—yes…");
}

static void
test_code_and_addresses_stay(void **state)
{
    (void)state;
    struct tree t = tree_new("en");
    add(&t, DOC_TEXT, "\"");
    add(&t, DOC_CODE, "a--'b'");
    add(&t, DOC_TEXT, "\" \"");
    add(&t, DOC_KEYBOARD, "it's");
    add(&t, DOC_TEXT, "\" ");
    struct doc_node *link = add(&t, DOC_LINK, "a.example/it's--b");
    link->link->href = "https://a.example/it's--b";
    struct doc_node *block = doc_add(t.book, t.article, DOC_CODE_BLOCK, NULL);
    doc_add_text(t.book, block, "\"it's\"");
    doc_add(t.book, t.article, DOC_RULE, NULL);
    struct doc_node *text = block->first;
    struct diag *d = diag_new();
    xform_typography(t.book, d);
    diag_free(d);
    assert_string_equal(text->text, "\"it's\"");
    expect(&t, "“a--'b'” “it's” a.example/it's--b");
}

static void
test_address_in_pieces(void **state)
{
    (void)state;
    struct tree t = tree_new("en");
    add(&t, DOC_TEXT, "It's https:");
    add(&t, DOC_TEXT, "//a.example/it");
    add(&t, DOC_TEXT, "'s--b isn't");
    expect(&t, "It’s https://a.example/it's--b isn’t");
}

static void
test_note_mark_between(void **state)
{
    (void)state;
    struct tree t = tree_new("en");
    add(&t, DOC_TEXT, "\"So it is.");
    doc_add(t.book, t.line, DOC_NOTE_REF, NULL);
    add(&t, DOC_TEXT, "\" Then");
    expect(&t, "“So it is.” Then");
}

static void
test_paragraphs_open_anew(void **state)
{
    (void)state;
    struct tree t = tree_new("de");
    add(&t, DOC_TEXT, "\"Erster Absatz, 'offen");
    struct doc_node *second = doc_add(t.book, t.article, DOC_PARAGRAPH, NULL);
    doc_add_text(t.book, second, "\"Zweiter.\"");
    t.line = second;
    expect(&t, "„Zweiter.“");
}

static void
test_language_within(void **state)
{
    (void)state;
    struct tree t = tree_new("en");
    add(&t, DOC_TEXT, "She said \"");
    add(&t, DOC_SPAN, "\"Quoi ?\"")->lang = "fr";
    add(&t, DOC_TEXT, "\" and left");
    expect(&t, "She said “«" NN "Quoi" NN "?" NN "»” and left");
}

static void
test_quoted_element_gets_marks(void **state)
{
    (void)state;
    struct tree t = tree_new("es");
    add(&t, DOC_TEXT, "Dijo ");
    add(&t, DOC_QUOTED, "hola");
    add(&t, DOC_TEXT, ".");
    expect(&t, "Dijo «hola».");
}

static void
test_items_and_titles(void **state)
{
    (void)state;
    struct tree t = tree_new("en");
    struct doc_node *list = doc_add(t.book, t.article, DOC_LIST, NULL);
    struct doc_node *item = doc_add(t.book, list, DOC_ITEM, NULL);
    doc_add_text(t.book, item, "it's");
    struct doc_node *inner = doc_add(t.book, item, DOC_LIST, NULL);
    struct doc_node *below = doc_add(t.book, inner, DOC_ITEM, NULL);
    doc_add_text(t.book, below, "\"so\"");
    t.article->article->title = "Life's \"end\"";
    t.line = list;
    struct diag *d = diag_new();
    xform_typography(t.book, d);
    diag_free(d);
    assert_string_equal(t.article->article->title, "Life’s “end”");
    expect(&t, "it’s“so”");
}

/* A cheap generator, the same on every machine (Numerical Recipes). */
static uint32_t
draw(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

/* The letters and figures of a text, in order. */
static char *
letters_of(struct arena *a, const char *text)
{
    char *letters = arena_str(a, text), *to = letters;
    for (const char *p = text; *p; p++)
        if ((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9'))
            *to++ = *p;
    *to = '\0';
    return letters;
}

/* Whatever stands beside whatever in whichever elements: the tree holds, all
 * letters stay in their order, and nothing straight is left outside code. */
static void
test_any_text(void **state)
{
    (void)state;
    static const char *const bits[] = {
        "\"",  "'",      "\"'",    "-",      "--",     "...",   " ",
        "a",   "5",      "mg",     "\u00AB", "\u201C", "!",     "?",
        ":",   "\u4F60", "s ",     ",",      ".",      "(",     ") ",
        "90s", "dr. ",   "\u05D0", "\n",     "\u2019", "\u202F"};
    static const char *const langs[] = {"en", "fr", "de", "es", "he",
                                        "ja", "sv", "ru", "pl", "fr-CA"};
    static const enum doc_kind kinds[] = {DOC_EMPHASIS, DOC_STRONG, DOC_SPAN,
                                          DOC_QUOTED, DOC_LINK};
    uint32_t seed = 7;
    for (int i = 0; i < 3000; i++) {
        struct tree t = tree_new(langs[draw(&seed, 10)]);
        struct doc_node *at = t.line;
        for (uint32_t j = draw(&seed, 30); j; j--) {
            uint32_t what = draw(&seed, 12);
            if (what == 0)
                at = doc_add(t.book, at, kinds[draw(&seed, 5)], NULL);
            else if (what == 1 && at != t.line)
                at = at->parent;
            else if (what == 2)
                doc_add(t.book, at, DOC_LINE_BREAK, NULL);
            else
                doc_add_text(t.book, at, bits[draw(&seed, 27)]);
        }
        char *before =
            letters_of(t.book->arena, doc_text(t.book->arena, t.line));
        struct diag *d = diag_new();
        xform_run(t.book, d);
        assert_int_equal(diag_count(d, DIAG_WARNING),
                         diag_count(d, DIAG_ERROR));
        for (size_t k = 0; k < diag_count(d, DIAG_ERROR); k++)
            assert_int_equal(diag_message_at(d, k)->id, DIAG_LINK_DANGLING);
        diag_free(d);
        const char *after = doc_text(t.book->arena, t.line);
        assert_string_equal(letters_of(t.book->arena, after), before);
        assert_null(strpbrk(after, "\"'"));
        doc_free(t.book);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples),
        cmocka_unit_test(test_quotes_adjoin_elements),
        cmocka_unit_test(test_marks_inside_elements),
        cmocka_unit_test(test_code_and_addresses_stay),
        cmocka_unit_test(test_address_in_pieces),
        cmocka_unit_test(test_note_mark_between),
        cmocka_unit_test(test_paragraphs_open_anew),
        cmocka_unit_test(test_language_within),
        cmocka_unit_test(test_quoted_element_gets_marks),
        cmocka_unit_test(test_items_and_titles),
        cmocka_unit_test(test_any_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
