/* SPDX-License-Identifier: MIT */
/* Dates as people of a language write them (Unicode CLDR's long form). */
#include "doc/doc.h"

#include <string.h>

/* In a pattern `d`, `M`, `n` and `y` are the day, the month's name or number,
 * and the year, where they stand between braces. */
struct dates {
    const char *tag, *pattern;
    const char *months[12];
};

static const struct dates table[] = {
    {"en",
     "{M} {d}, {y}",
     {"January", "February", "March", "April", "May", "June", "July", "August",
      "September", "October", "November", "December"}},
    {"es",
     "{d} de {M} de {y}",
     {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
      "septiembre", "octubre", "noviembre", "diciembre"}},
    {"de",
     "{d}. {M} {y}",
     {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
      "September", "Oktober", "November", "Dezember"}},
    {"fr",
     "{d} {M} {y}",
     {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
      "septembre", "octobre", "novembre", "décembre"}},
    {"it",
     "{d} {M} {y}",
     {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio",
      "agosto", "settembre", "ottobre", "novembre", "dicembre"}},
    {"pt",
     "{d} de {M} de {y}",
     {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho",
      "agosto", "setembro", "outubro", "novembro", "dezembro"}},
    {"nl",
     "{d} {M} {y}",
     {"januari", "februari", "maart", "april", "mei", "juni", "juli",
      "augustus", "september", "oktober", "november", "december"}},
    {"pl",
     "{d} {M} {y}",
     {"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca",
      "sierpnia", "września", "października", "listopada", "grudnia"}},
    {"sv",
     "{d} {M} {y}",
     {"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti",
      "september", "oktober", "november", "december"}},
    {"da",
     "{d}. {M} {y}",
     {"januar", "februar", "marts", "april", "maj", "juni", "juli", "august",
      "september", "oktober", "november", "december"}},
    {"nb",
     "{d}. {M} {y}",
     {"januar", "februar", "mars", "april", "mai", "juni", "juli", "august",
      "september", "oktober", "november", "desember"}},
    {"fi",
     "{d}. {M} {y}",
     {"tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta",
      "kesäkuuta", "heinäkuuta", "elokuuta", "syyskuuta", "lokakuuta",
      "marraskuuta", "joulukuuta"}},
    {"cs",
     "{d}. {M} {y}",
     {"ledna", "února", "března", "dubna", "května", "června", "července",
      "srpna", "září", "října", "listopadu", "prosince"}},
    {"uk",
     "{d} {M} {y} р.",
     {"січня", "лютого", "березня", "квітня", "травня", "червня", "липня",
      "серпня", "вересня", "жовтня", "листопада", "грудня"}},
    {"ru",
     "{d} {M} {y} г.",
     {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
      "сентября", "октября", "ноября", "декабря"}},
    {"el",
     "{d} {M} {y}",
     {"Ιανουαρίου", "Φεβρουαρίου", "Μαρτίου", "Απριλίου", "Μαΐου", "Ιουνίου",
      "Ιουλίου", "Αυγούστου", "Σεπτεμβρίου", "Οκτωβρίου", "Νοεμβρίου",
      "Δεκεμβρίου"}},
    {"tr",
     "{d} {M} {y}",
     {"Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos",
      "Eylül", "Ekim", "Kasım", "Aralık"}},
    {"ar",
     "{d} {M} {y}",
     {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس",
      "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"}},
    {"he",
     "{d} ב{M} {y}",
     {"ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט",
      "ספטמבר", "אוקטובר", "נובמבר", "דצמבר"}},
    {"fa",
     "{d} {M} {y}",
     {"ژانویهٔ", "فوریهٔ", "مارس", "آوریل", "مهٔ", "ژوئن", "ژوئیهٔ", "اوت",
      "سپتامبر", "اکتبر", "نوامبر", "دسامبر"}},
    {"ur",
     "{d} {M}، {y}",
     {"جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست",
      "ستمبر", "اکتوبر", "نومبر", "دسمبر"}},
    {"th",
     "{d} {M} ค.ศ. {y}",
     {"มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม",
      "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"}},
    {"hi",
     "{d} {M} {y}",
     {"जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर",
      "अक्टूबर", "नवंबर", "दिसंबर"}},
    {"zh", "{y}年{n}月{d}日", {0}},
    {"ja", "{y}年{n}月{d}日", {0}},
    {"ko", "{y}년 {n}월 {d}일", {0}},
    {"vi", "{d} tháng {n}, {y}", {0}},
};

/* English with the day first, outside North America. */
static const char day_first[] = "{d} {M} {y}";

static const struct dates *
dates_of(const char *lang)
{
    size_t n = strcspn(lang, "-_");
    if (n == 2 && strncasecmp(lang, "no", 2) == 0)
        lang = "nb";
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strlen(table[i].tag) == n &&
            strncasecmp(table[i].tag, lang, n) == 0)
            return &table[i];
    return &table[0];
}

static const char *
pattern_of(const struct dates *dates, const char *lang)
{
    static const char *const month_first[] = {"en-US", "en-CA", "en-PH"};
    if (dates != &table[0] || strncasecmp(lang, "en-", 3) != 0)
        return dates->pattern;
    for (size_t i = 0; i < sizeof month_first / sizeof *month_first; i++)
        if (strcasecmp(lang, month_first[i]) == 0)
            return dates->pattern;
    return day_first;
}

static void
add_field(struct buf *b, char field, const struct dates *dates,
          struct date date)
{
    if (field == 'y')
        buf_printf(b, "%d", date.year);
    else if (field == 'n')
        buf_printf(b, "%d", date.month);
    else if (field == 'M')
        buf_str(b, dates->months[date.month - 1]);
    else if (date.day == 1 && strcmp(dates->tag, "fr") == 0)
        buf_str(b, "1er");
    else
        buf_printf(b, "%d", date.day);
}

char *
doc_date(struct arena *a, const char *lang, struct date date)
{
    if (date.month < 1 || date.month > 12)
        return arena_printf(a, "%d", date.year);
    const struct dates *dates = dates_of(lang);
    struct buf b;
    buf_init(&b, BUF_LIMIT_SMALL);
    for (const char *p = pattern_of(dates, lang); *p; p++) {
        if (*p != '{') {
            buf_char(&b, *p);
            continue;
        }
        add_field(&b, p[1], dates, date);
        p += 2;
    }
    char *text = arena_strn(a, b.at, b.n);
    buf_free(&b);
    return text;
}
