/* SPDX-License-Identifier: MIT */
/* Texts that stand for a picture or name a link's goal, and say nothing (WCAG
 * 2.1, success criteria 1.1.1 and 2.4.4). */
#include "read/read_int.h"

#include <string.h>

enum { LONG_ALT = 250, LONG_URL = 40 };

/* What stands there while nobody has described the picture. */
static const char *const empty_words[] = {
    "image",   "picture",  "photo",       "photograph", "graphic", "figure",
    "icon",    "alt",      "alttext",     "todo",       "tbd",     "untitled",
    "spacer",  "logo",     "chart",       "imagen",     "foto",    "bild",
    "grafik",  "immagine", "imagem",      "afbeelding", "obraz",   "kuva",
    "billede", "bilde",    "placeholder",
};

/* Screen readers say that it is an image. */
static const char *const openings[] = {
    "image of ",     "an image of ",    "picture of ",    "a picture of ",
    "graphic of ",   "imagen de ",      "una imagen de ", "bild von ",
    "ein bild von ", "image de ",       "une image de ",  "immagine di ",
    "imagem de ",    "afbeelding van ",
};

/* How cameras and programs name files. */
static const char *const file_stems[] = {
    "img",   "dsc",     "dscn",   "dscf",     "pict", "screenshot", "image",
    "photo", "picture", "figure", "untitled", "scan", "pxl"};

static bool
has_image_extension(const char *text)
{
    static const char *const extensions[] = {".jpg", ".jpeg", ".png", ".svg",
                                             ".gif", ".webp", ".tif", ".tiff"};
    size_t n = strlen(text);
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
        size_t tail = strlen(extensions[i]);
        if (n > tail && str_eq_nocase(text + n - tail, extensions[i]))
            return !strchr(text, ' ');
    }
    return false;
}

/* "IMG_1234", "photo-2", "DSC00417" */
static bool
is_camera_name(const char *text)
{
    for (size_t i = 0; i < sizeof file_stems / sizeof *file_stems; i++) {
        size_t n = strlen(file_stems[i]);
        if (strncasecmp(text, file_stems[i], n) != 0)
            continue;
        const char *rest = text + n;
        if (*rest && !rest[strspn(rest, "0123456789-_~()")] &&
            strpbrk(rest, "0123456789"))
            return true;
    }
    return false;
}

static bool
is_file_name(struct arena *a, const char *alt, const char *src)
{
    const char *stem = path_stem(a, src);
    bool several = strpbrk(stem, "-_0123456789") != NULL;
    return has_image_extension(alt) || is_camera_name(alt) ||
           (several && str_eq_nocase(alt, stem));
}

static bool
says_nothing(struct arena *a, const char *alt)
{
    const char *loose = read_loose(a, alt);
    if (!*loose)
        return true;
    for (size_t i = 0; i < sizeof empty_words / sizeof *empty_words; i++)
        if (str_eq(loose, empty_words[i]))
            return true;
    return false;
}

static const char *
opening_of(const char *alt)
{
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        if (strncasecmp(alt, openings[i], strlen(openings[i])) == 0)
            return openings[i];
    return NULL;
}

static size_t
count_characters(const char *text)
{
    size_t n = 0;
    for (const char *p = text, *end = text + strlen(text); p < end; n++)
        utf8_next(&p, end);
    return n;
}

static void
tell_alt(struct reader *r, struct place at, const char *what, const char *hint)
{
    diag_at(r->diag, at, DIAG_ALT_SUSPICIOUS, "the alt text %s", what);
    diag_hint(r->diag, "%s", hint);
}

/* `caption` may be NULL. */
static void
check_alt(struct reader *r, struct doc_image *image, const char *caption,
          struct place at)
{
    static const char tell[] =
        "say what somebody would miss who can't see the picture";
    struct arena *a = r->scratch;
    const char *alt = image->alt;
    if (image->decorative || !alt)
        return;
    size_t n = count_characters(alt);
    const char *opening = opening_of(alt);
    image->doubtful = true;
    if (is_file_name(a, alt, image->src ? image->src : ""))
        tell_alt(r, at, "is a file's name", tell);
    else if (says_nothing(a, alt))
        tell_alt(r, at, arena_printf(a, "“%s” says nothing", alt), tell);
    else if (caption && str_eq(read_loose(a, alt), read_loose(a, caption)))
        tell_alt(r, at, "is the caption, which would be read twice",
                 "describe the picture in one, explain it in the other");
    else if (opening)
        tell_alt(r, at,
                 arena_printf(a, "begins with “%s”, which is said anyway",
                              str_trim(a, opening)),
                 "begin with what is to be seen");
    else if (n > LONG_ALT)
        tell_alt(
            r, at,
            arena_printf(a, "has %zu characters, more than %d", n, LONG_ALT),
            "nobody can stop and go back in it: say what counts, and put "
            "the rest into the text");
    else
        image->doubtful = false;
}

static const char *
caption_of(struct arena *a, const struct doc_node *image)
{
    const struct doc_node *figure = doc_above(image, DOC_FIGURE);
    if (figure)
        doc_each_child (child, figure)
            if (child->kind == DOC_CAPTION)
                return doc_text(a, child);
    return image->image->title;
}

/* Words that name no goal, in the languages of generated pages. */
static const struct {
    const char *lang, *words;
} vague[] = {
    {"en", "here|click here|this|this link|this page|link|more|read more|"
           "learn more|see here"},
    {"es", "aquí|haga clic aquí|haz clic aquí|pulse aquí|este enlace|enlace|"
           "más|leer más|ver más"},
    {"de", "hier|hier klicken|klicken Sie hier|dieser Link|Link|mehr|"
           "weiterlesen|mehr erfahren"},
    {"fr", "ici|cliquez ici|ce lien|lien|plus|lire la suite|en savoir plus"},
    {"it", "qui|clicca qui|questo link|link|leggi di più|continua"},
    {"pt", "aqui|clique aqui|este link|link|leia mais|saiba mais"},
    {"nl", "hier|klik hier|deze link|link|lees meer|meer"},
    {"pl", "tutaj|kliknij tutaj|link|więcej|czytaj więcej"},
    {"sv", "här|klicka här|länk|läs mer|mer"},
    {"da", "her|klik her|link|læs mere|mere"},
    {"nb", "her|klikk her|lenke|les mer|mer"},
    {"fi", "tästä|täältä|täällä|linkki|lue lisää|lisää"},
    {"cs", "zde|klikněte zde|odkaz|více|číst dál"},
    {"uk", "тут|натисніть тут|посилання|докладніше|далі"},
    {"ru", "здесь|тут|нажмите здесь|ссылка|подробнее|далее|читать далее"},
    {"el", "εδώ|κάντε κλικ εδώ|σύνδεσμος|περισσότερα"},
    {"tr", "buraya|burada|buraya tıklayın|bağlantı|devamı"},
    {"ar", "هنا|اضغط هنا|انقر هنا|الرابط|المزيد"},
    {"he", "כאן|לחצו כאן|קישור|עוד"},
    {"fa", "اینجا|پیوند|بیشتر|اینجا کلیک کنید"},
    {"ur", "یہاں|یہاں کلک کریں|لنک|مزید"},
    {"hi", "यहाँ|यहां|यहाँ क्लिक करें|लिंक|और पढ़ें"},
    {"zh", "这里|点击这里|此处|链接|更多|這裡|點擊這裡|連結"},
    {"ja", "こちら|ここ|ここをクリック|リンク|続きを読む|詳細"},
    {"ko", "여기|여기를 클릭|링크|더 보기"},
    {"th", "ที่นี่|คลิกที่นี่|ลิงก์|อ่านต่อ"},
    {"vi", "đây|tại đây|nhấn vào đây|liên kết|xem thêm"},
};

static const char *
vague_words(const char *lang)
{
    size_t n = strcspn(lang, "-_");
    if (n == 2 && strncasecmp(lang, "no", 2) == 0)
        lang = "nb";
    for (size_t i = 0; i < sizeof vague / sizeof *vague; i++)
        if (n == 2 && strncasecmp(lang, vague[i].lang, 2) == 0)
            return vague[i].words;
    return vague[0].words;
}

static bool
is_vague(struct arena *a, const char *lang, const char *text)
{
    const char *loose = read_loose(a, text);
    for (const char *p = vague_words(lang); *p;) {
        size_t n = strcspn(p, "|");
        if (str_eq(loose, read_loose(a, arena_strn(a, p, n))))
            return true;
        p += n + (p[n] == '|');
    }
    return false;
}

/* A web address of some length as its own link, which is spelt out letter by
 * letter; sources and notes give them as printed references do. */
static bool
is_bare_url(const struct doc_node *link, const char *text)
{
    const char *href = link->link->href ? link->link->href : "";
    const char *behind = strstr(href, "://");
    if (strlen(text) <= LONG_URL || strpbrk(text, " \n"))
        return false;
    for (const struct doc_node *n = link; n; n = n->parent)
        if (n->kind == DOC_NOTE || doc_has_class(n, "article-sources"))
            return false;
    return str_eq(text, href) || (behind && str_eq(text, behind + 3));
}

/* The only thing that a link without words holds, or NULL. */
static const struct doc_node *
picture_in(const struct doc_node *link)
{
    const struct doc_node *found = NULL;
    for (const struct doc_node *n = link; n; n = doc_next(n, link))
        if (n->kind == DOC_IMAGE && (!found || !n->image->decorative))
            found = n;
    return found;
}

/* What such a link says is its picture's description (WCAG 2.1, failure F89).
 */
static void
check_linked_picture(struct reader *r, const struct doc_node *picture)
{
    if (!picture || !picture->image->decorative)
        return;
    picture->image->doubtful = true;
    diag_at(r->diag, doc_place(picture), DIAG_ALT_SUSPICIOUS,
            "the image is all that its link has, and is called decorative");
    diag_hint(r->diag, "say in its alt text where the link leads; an EPUB has "
                       "no link without words");
}

static void
check_link(struct reader *r, const struct doc_node *link)
{
    const struct doc_node *picture = picture_in(link);
    const char *text = str_trim(r->scratch, doc_text(r->scratch, link));
    if (!*text)
        check_linked_picture(r, picture);
    if (!*text || picture)
        return;
    if (is_vague(r->scratch, doc_lang(r->book, link), text))
        diag_at(r->diag, doc_place(link), DIAG_LINK_TEXT,
                "the link “%s” does not say where it leads", text);
    else if (is_bare_url(link, text))
        diag_at(r->diag, doc_place(link), DIAG_LINK_TEXT,
                "a long address is the link's text: it is read out letter by "
                "letter");
    else
        return;
    diag_hint(r->diag, "link the words that name what is there");
}

void
read_check_texts(struct reader *r, const struct doc_node *article,
                 struct place featured_at)
{
    struct doc_article *data = article->article;
    if (data->image.src)
        check_alt(r, &data->image, data->image_credit, featured_at);
    for (const struct doc_node *n = article; n; n = doc_next(n, article)) {
        if (n->kind == DOC_IMAGE)
            check_alt(r, n->image, caption_of(r->scratch, n), doc_place(n));
        else if (n->kind == DOC_LINK)
            check_link(r, n);
    }
}
