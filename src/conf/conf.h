/* SPDX-License-Identifier: MIT */
/* conf: YAML with positions, tables of typed keys, the manifest. */
#ifndef CONF_CONF_H
#define CONF_CONF_H

#include "base/base.h"

enum conf_type { CONF_NULL, CONF_SCALAR, CONF_LIST, CONF_MAP };

struct conf_value {
    enum conf_type type;
    struct place at;
    const char *text; /* SCALAR: as YAML's core schema would read a string */
    bool quoted;      /* SCALAR: quoted or a block, hence a string */
    struct conf_pair *pairs;   /* MAP */
    struct conf_value **items; /* LIST */
    size_t n;                  /* pairs or items */
};

struct conf_pair {
    const char *key;
    struct place key_at;
    struct conf_value *value;
};

/* Reads one YAML 1.2 document. Places are in `file`, lines counted from
 * `first_line`. Syntax errors and duplicate keys become messages. NULL where
 * there is no document to work with; an empty one is CONF_NULL. */
struct conf_value *conf_parse(struct arena *a, struct diag *d, const char *file,
                              const char *text, size_t n, uint32_t first_line);

/* How the value of a key is read, and into what. */
enum conf_kind {
    CONF_STRING,  /* const char * */
    CONF_BOOL,    /* bool */
    CONF_INT,     /* int, `least` to `most` */
    CONF_DATE,    /* struct date */
    CONF_STRINGS, /* struct conf_strings; one scalar is a list of one */
    CONF_CHOICE,  /* int: the index into `choices` */
    CONF_LENGTH,  /* int, Pango units: 6in, 152mm, 12pt, 1cm, 96px */
    CONF_TEXTS,   /* struct conf_texts: a text, or a map of language tags */
    CONF_CUSTOM   /* `read` does it */
};

struct conf_strings {
    const char **at;
    struct place *places;
    size_t n;
};

/* A text in a language; `lang` NULL: in whatever language. */
struct conf_text {
    const char *lang, *text;
    struct place at;
};

struct conf_texts {
    struct conf_text *at;
    size_t n;
};

struct conf_context {
    struct arena *arena;
    struct diag *diag;
};

/* One key: the program reads by it, the manual is printed from it. */
struct conf_key {
    const char *name;
    const char *aliases; /* other tools' names, parted by spaces; or NULL */
    enum conf_kind kind;
    size_t offset;              /* of the field in the struct */
    const char *const *choices; /* CHOICE: ended with NULL */
    int least, most;            /* INT */
    bool (*read)(struct conf_context *c, const struct conf_value *value,
                 void *into, const struct conf_key *key);
    size_t place;      /* offset of a struct place that is told where the value
                          stands; 0: none */
    unsigned only;     /* of an edition: the formats that it says something of,
                          1 << CONF_EPUB | …; 0: all */
    const char *takes; /* CUSTOM: what a value is, for the manual */
    const char *help;  /* a phrase for the manual */
    const char *example; /* YAML of a value, for the manual */
};

/* Reads a map into a struct by a table. Unknown keys and wrong types become
 * messages with a suggestion; a key that stands there under its name and an
 * alias too is a duplicate. False where anything was wrong. `seen`, when not
 * NULL, has room for n places and gets that of each key's value. */
bool conf_read(struct conf_context *c, const struct conf_value *map,
               const struct conf_key *keys, size_t n, void *into,
               struct place *seen);

/* Reads one value as its key says; `into` is the field itself.
 * Null leaves the field as it was. */
bool conf_read_value(struct conf_context *c, const struct conf_value *value,
                     void *into, const struct conf_key *key);

/* A CSS length ("6in", "12.5pt", "10mm", "96px", "1pc") in Pango units. */
bool conf_length(const char *text, int *units);

enum conf_output { CONF_EPUB, CONF_PDF, CONF_PNG };

/* What an output of an edition holds. */
enum conf_each { CONF_EACH_BOOK, CONF_EACH_ARTICLE };

/* The most that an edition can be asked to fit on. */
enum { CONF_MOST_FIT = 99 };

/* How an article and its translation stand beside each other. */
enum conf_parallel {
    CONF_PARALLEL_NONE,
    CONF_PARALLEL_COLUMNS,
    CONF_PARALLEL_PAGES
};

/* Dots an inch that pictures of pages can have. */
enum { CONF_LEAST_DPI = 10, CONF_MOST_DPI = 1200 };

/* AUTO: as the language is written. */
enum conf_direction { CONF_DIRECTION_AUTO, CONF_LTR, CONF_RTL };

/* Guidelines for large and clear print. */
enum conf_profile {
    CONF_NO_PROFILE,
    CONF_CLEAR_PRINT,
    CONF_LARGE_PRINT,
    CONF_APH,
    CONF_ACB_2025,
    CONF_NHS_AIS
};

/* Of PDF/A; A_NONE: none. */
enum conf_archive { CONF_A_NONE, CONF_A_2A, CONF_A_2U, CONF_A_3A };

/* What a PDF keeps to and says so: PDF/UA-1 where `accessible`. */
struct conf_claims {
    bool accessible;
    int archive; /* enum conf_archive */
};

/* Of a page or a sheet, in Pango units. */
struct conf_size {
    int width, height;
};

/* How pages are put on sheets of paper. */
enum conf_impose {
    CONF_IMPOSE_NOT,
    CONF_IMPOSE_BOOKLET,
    CONF_IMPOSE_2_UP,
    CONF_IMPOSE_4_UP
};

/* What a PNG shows. */
enum conf_picture {
    CONF_PICTURE_PAGES,
    CONF_PICTURE_COVER,
    CONF_PICTURE_SOCIAL,
    CONF_PICTURE_WRAP
};

/* How a print shop mixes black, and how it binds. */
enum conf_black { CONF_BLACK_PURE, CONF_BLACK_RICH };
enum conf_binding { CONF_GLUED, CONF_STAPLED };

/* Files for a print shop. */
struct conf_press {
    bool on;
    int bleed;   /* Pango units; -1: as the stylesheet says */
    int marks;   /* bits of style's enum style_marks; -1: likewise */
    int black;   /* enum conf_black */
    int binding; /* enum conf_binding */
};

struct conf_edition {
    const char *name;
    struct place at;
    int format;        /* enum conf_output */
    const char *style; /* a path in the publication, or NULL: the
                          program's own story.css */
    struct place style_at;
    int each; /* enum conf_each */
    struct place each_at;
    struct conf_strings articles;  /* globs or paths, as the manifest's; none:
                                      those of the publication */
    struct conf_strings languages; /* that it is made in; none: in each of the
                                      publication's */
    int parallel;                  /* enum conf_parallel */
    struct place parallel_at;
    struct conf_size page;   /* 0: the stylesheet's */
    struct conf_press press; /* PDF */
    struct place press_at;
    int impose; /* PDF: enum conf_impose */
    struct place impose_at;
    struct conf_size sheet; /* PDF: the paper in the printer; 0: as usual */
    struct place sheet_at;
    int paper; /* PDF: how thick a leaf is, in Pango units */
    struct place paper_at;
    bool embed_fonts;   /* EPUB: `fonts: embed` */
    const char *output; /* file name without folder, with {slug}
                           where each article has one; NULL: made */
    int profile;        /* enum conf_profile */
    struct place profile_at;
    int type_size; /* of the text, Pango units; 0: not given */
    struct place type_size_at;
    struct place output_at;
    bool cover;
    int picture; /* PNG: enum conf_picture */
    struct place picture_at;
    int resolution; /* PNG: dots an inch; 0: as it is usual */
    struct place resolution_at;
    bool spreads, contact_sheet; /* PNG: two pages a picture; all on one */
    struct ranges pages;         /* PNG: counted from 1; none: all */
    struct place pages_at;
    struct conf_claims pdf;   /* PDF: PDF/UA-1 and A-2a unless told otherwise */
    bool evidence;            /* beside the output, what was checked in it */
    struct place evidence_at; /* line 0: as the publication says */
    const char *identifier;   /* PDF: what names it for ever, or NULL */
    int fit; /* PDF, PNG: the most pages it may have; 0: as many as it has */
    struct place fit_at;
    const char *pages_from; /* EPUB: the PDF edition whose pages it marks, or
                               NULL */
    struct place pages_from_at;
};

enum conf_wcag { CONF_WCAG_20, CONF_WCAG_21, CONF_WCAG_22 };
enum conf_level { CONF_LEVEL_A, CONF_LEVEL_AA };

/* Who evaluated the accessibility of a publication's EPUBs, against what. */
struct conf_evaluator {
    const char *name; /* NULL: nobody did */
    const char *credential, *report;
    struct date date; /* year 0: not said */
    int wcag;         /* enum conf_wcag */
    int level;        /* enum conf_level */
    struct place at;
};

/* Why a publication need not be accessible (European Accessibility Act). */
enum conf_exemption {
    CONF_EXEMPT_NOT,
    CONF_EXEMPT_MICROENTERPRISE,
    CONF_EXEMPT_BURDEN,
    CONF_EXEMPT_ALTERATION
};

/* As metadata and manifests have it: "eaa-microenterprise". */
const char *conf_exemption_name(int exemption);

enum conf_index { CONF_INDEX_NONE, CONF_INDEX_TAGS };

/* The series that a publication is a volume of. */
struct conf_series {
    const char *title;  /* NULL: of none */
    const char *number; /* "3", "2.1", or NULL */
};

/* What a manifest says once or in each language. */
struct conf_by_language {
    struct conf_texts title, subtitle, description, publisher, rights, contact,
        site, disclaimer;
    struct map *part_titles; /* key → struct conf_texts * */
};

struct conf_manifest {
    const char *dir;  /* of the publication; paths are in it */
    const char *file; /* path of the manifest; NULL: there is none */
    const char *title, *subtitle, *description; /* in its language */
    const char *language;          /* the main one: first of `languages` */
    struct conf_strings languages; /* at least one */
    bool language_given;           /* "en" is a guess */
    struct conf_by_language texts;
    struct conf_strings authors;
    const char *publisher, *identifier, *rights, *contact, *site;
    struct date published;
    int index; /* enum conf_index */
    struct place index_at;
    struct conf_strings articles; /* globs or paths, relative to `dir` */
    const char *sort;  /* a front-matter key, "-key" for descending, or
                          NULL: as listed */
    const char *parts; /* a front-matter key ("category"), or NULL */
    struct place sort_at, parts_at;
    struct map *part_titles; /* key → const char *, in its language */
    int contents; /* the level of headings down to which the contents go; 1:
                     parts and articles alone; 0: no contents */
    int outline;  /* the same for bookmarks and navigation; 0: not said */
    struct conf_strings numbers; /* the same */
    struct conf_strings lists;   /* "figures", "tables" */
    struct conf_strings assets;  /* folders for paths that start with / */
    struct conf_strings fonts;   /* folders and files with faces: in `dir`, or
                                    absolute */
    const char *cover;           /* a path in `dir`, or NULL: drawn */
    struct place cover_at;
    const char *logo; /* likewise, the organisation's; or NULL */
    struct place logo_at;
    struct conf_series series;
    bool drafts, evidence;
    struct conf_evaluator evaluator;
    int exemption; /* enum conf_exemption */
    int direction; /* enum conf_direction: in which its pages go */
    VEC(struct conf_edition) editions;
    struct place at; /* of the title key, else the file's start */
};

/* Reads `path`. The result is as complete as could be; problems are in the
 * context's diag. Without any edition named there are two, "ebook" (EPUB) and
 * "print" (PDF). */
struct conf_manifest *conf_manifest_read(struct conf_context *c,
                                         const char *path);

/* A manifest for articles without one: no title (read_book makes it from the
 * first article), default editions. `dir` is the publication's folder. */
struct conf_manifest *conf_manifest_bare(struct conf_context *c,
                                         const char *dir);

/* The manifest as the language's editions have it: with the texts of that
 * language and an identifier of its own; for the main one, itself. */
const struct conf_manifest *conf_manifest_in(struct arena *a,
                                             const struct conf_manifest *m,
                                             const char *lang);

/* What names one of a publication's articles where it is published alone: a URN
 * made from the publication's identifier and the article's slug. */
const char *conf_article_identifier(struct arena *a,
                                    const struct conf_manifest *m,
                                    const char *slug);

/* The identifier of a publication that names none: a URN that stays the same
 * as long as publisher (or NULL) and title do. */
const char *conf_identifier(struct arena *a, const char *publisher,
                            const char *title);

/* Sets a key of the edition as "key=value" says, the value as YAML has it, in
 * the context's arena. `takes` is told whether the key says something of the
 * edition's format; nothing is done where not. False where a message says what
 * is wrong; messages are at the setting itself. */
bool conf_edition_set(struct conf_context *c, struct conf_edition *edition,
                      const char *setting, bool *takes);

/* Says which of an edition's languages are not among the publication's, and
 * drops them; of the others those of the publication take the place. */
void conf_edition_check_languages(struct conf_context *c,
                                  const struct conf_manifest *m,
                                  struct conf_edition *e);

/* Whether the keys of an edition go together, once all are set. */
bool conf_edition_check(struct conf_context *c, struct conf_edition *edition);

/* The manifest's edition of the name, or NULL. */
const struct conf_edition *conf_edition_named(const struct conf_manifest *m,
                                              const char *name);

/* Whether a size is measured in inches: in eighths of them. */
bool conf_in_inches(struct conf_size size);

/* The bleed of pages of a size: 3 mm, or an eighth of an inch where they are
 * measured in such. */
int conf_usual_bleed(struct conf_size page);

/* Whether two editions are made of the same books: of the same articles
 * together, or of articles each alone. */
bool conf_same_book(const struct conf_edition *one,
                    const struct conf_edition *other);

/* The name of an enum conf_profile. */
const char *conf_profile_name(int profile);

/* The size of an edition's text, Pango units: what is asked for, or what its
 * profile usually has; 0: that of its stylesheet. */
int conf_profile_size(const struct conf_edition *e);

/* What names a PDF edition for ever: its own identifier, or a URN made from
 * the publication's and the edition's name; without a manifest, what names the
 * publication (NULL where its title comes from an article). */
const char *conf_edition_identifier(struct arena *a,
                                    const struct conf_manifest *m,
                                    const struct conf_edition *e);

/* The sheet that pages of a size and a language are usually printed on,
 * upright: Letter or A4 as the page is of that kind, else as the region prints.
 */
struct conf_size conf_usual_sheet(const char *lang, struct conf_size page);

/* What paper of a size is called, "Letter", or NULL. */
const char *conf_paper_name(struct conf_size sheet);

/* The reader of a language tag, into const char *. */
bool conf_language_read(struct conf_context *c, const struct conf_value *value,
                        void *into, const struct conf_key *key);

/* Whether the text is a BCP 47 tag as to its form. */
bool conf_is_language(const char *tag);

/* Whether one of the tags says no more than the other begins with: es and
 * es-MX are the same language, es-ES and es-MX are not (RFC 4647, 3.3.1). */
bool conf_same_language(const char *one, const char *other);

/* The one of the languages that the tag is of: the same tag if it is there,
 * else the first that is the same language; or NULL. */
const char *conf_language_among(const struct conf_strings *languages,
                                const char *tag);

/* The text for the language, else the one for whatever language, or NULL. */
const char *conf_text_in(const struct conf_texts *texts, const char *lang);

/* The same with its language; for want of one, the text in the other language,
 * or the first there is; NULL where there is none at all. */
const struct conf_text *conf_text_for(const struct conf_texts *texts,
                                      const char *lang, const char *otherwise);

/* The tables, for the manual. */
extern const struct conf_key conf_evaluator_keys[];
extern const size_t conf_evaluator_key_count;
extern const struct conf_key conf_series_keys[];
extern const size_t conf_series_key_count;
extern const struct conf_key conf_manifest_keys[], conf_edition_keys[],
    conf_pdf_keys[], conf_press_keys[];
extern const size_t conf_manifest_key_count, conf_edition_key_count,
    conf_pdf_key_count, conf_press_key_count;

#endif
