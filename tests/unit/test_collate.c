/* SPDX-License-Identifier: MIT */
/* The order of words by language, each list as CLDR's collation (42) has it
 * and as a reader of the language looks words up. */
#include <string.h>

#include "unit.h"

static void
test_order(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *words; /* in order, parted by "|" */
    } lists[] = {
        {"en", "æther|apple|Apple|naïve|résumé|zebra"},
        {"en", "12 steps|100 days|B2|B12|self help|self-help|selfish"},
        {"en", "★ star|done|“don’t”|go|Ωmega|яма"},
        {"es-MX", "árbol|arbusto|chico|cielo|Cielo|niña|nube|ñandú|oso|zorro"},
        {"sv", "apa|zebra|åka|Åsa|äta|över"},
        {"da", "aben|zebra|æble|øl|å"},
        {"de", "Apfel|Äpfel|Ofen|öl|straff|Strasse|Straße|über|Uhr|Zebra"},
        {"pl",
         "ac|ąb|cena|ćma|lodz|łódź|oset|ósmy|sowa|śnieg|zebra|źrebię|żaba"},
        {"cs", "cena|čaj|hrad|chata|chochol|ibis|rok|řeka|sen|šest|zebra|žába"},
        {"hr", "cvijet|čaj|ćup|dug|džep|đak|luk|ljeto|nos|nuz|njuška"},
        {"hu", "cukor|csak|dal|dzsem|gazda|gyar|oreg|öt|sor|szabo|zebra|zsir"},
        {"tr", "cam|çay|göl|ılık|Isparta|ihtiyar|iz|İzmir|sen|şeker|uzak|üzüm"},
        {"vi", "an|ăn|âm|ầm|ẩm|ấm|ậm|da|đá|on|ốm|ôn|ở|ơn|uống|ưa|ứng"},
        {"ru", "ёж|ежи|ель|ива|йод|юла|яма|zebra"},
        {"uk", "гора|ґанок|еко|єдність|ива|іва|їва|йод"},
        {"el", "αλφα|άλφα|Ελλάδα|σοφός|ύπνος|ψάρι|ωμέγα"},
        {"fa", "بابا|پدر|تاب|جان|چای|زن|ژاله|کتاب|گل|لب|نان|وای|هوا|یک"},
        {"ar", "اسم|بيت|تمر|قلم|كتاب"},
        {"he", "אבא|בית|כלב|ספר|שמש|תפוח"},
        {"hi", "अनार|आम|इमली|कमल|किताब|खाना|गाय"},
        {"th", "กา|เกาะ|ไก่|ขา|แขก|คน|งา|ใจ|โต๊ะ"},
        {"ko", "가나|가방|각|까치|나비|다리|하늘|apple"},
        {"ja", "がくせい|かさ|カメラ|きつね|きっぷ|さくら|はは|ばば|ぱぱ"},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const char *before = "", *word_before = "";
        for (char *word = strtok(arena_str(a, lists[i].words), "|"); word;
             word = strtok(NULL, "|")) {
            const char *key = collate_key(a, lists[i].lang, word);
            if (strcmp(before, key) >= 0)
                fail_msg("%s: “%s” does not come before “%s”", lists[i].lang,
                         word_before, word);
            before = key;
            word_before = word;
        }
    }
    arena_free(a);
}

static void
test_initials(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *text, *initial;
    } cases[] = {
        {"en", "élan", "E"},      {"en", "“quoted”", "Q"},
        {"en", "2 steps", "0–9"}, {"en", "★", "#"},
        {"en", "", "#"},          {"en", "薬", ""},
        {"es", "ñandú", "Ñ"},     {"en", "ñandú", "N"},
        {"cs", "Chata", "Ch"},    {"cs", "cena", "C"},
        {"cs", "12 chat", "0–9"}, {"hu", "dzsem", "Dzs"},
        {"hu", "szabo", "Sz"},    {"tr", "iz", "İ"},
        {"tr", "Isparta", "I"},   {"de", "ßa", "S"},
        {"vi", "ốm", "Ô"},        {"el", "άλφα", "Α"},
        {"ru", "ёж", "Е"},        {"ja", "がくせい", "か"},
        {"ja", "ファ", "は"},     {"ko", "까치", "ㄱ"},
        {"th", "ไก่", "ก"},        {"ka", "კატა", "კ"},
        {"he", "ספר", "ס"},       {"ar", "أحمد", "ا"},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(collate_initial(a, cases[i].lang, cases[i].text),
                            cases[i].initial);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_initials),
    };
    return RUN_TESTS(tests);
}
