/* SPDX-License-Identifier: MIT */
/* What the files of conf/ share. */
#ifndef CONF_CONF_INT_H
#define CONF_CONF_INT_H

#include "conf/conf.h"

/* The index of the key that has the name, or an alias of it; n: none has. */
size_t conf_find_key(const struct conf_key *keys, size_t n, const char *name);

/* The reader of lists of paths and globs inside the publication's folder, into
 * struct conf_strings. */
bool conf_paths_read(struct conf_context *c, const struct conf_value *value,
                     void *into, const struct conf_key *key);

/* languages.c: the readers of one or several language tags, into struct
 * conf_strings, and of the key “part-titles”. */
bool conf_languages_read(struct conf_context *c, const struct conf_value *value,
                         void *into, const struct conf_key *key);
bool conf_part_titles_read(struct conf_context *c,
                           const struct conf_value *value, void *into,
                           const struct conf_key *key);

/* When all keys are read: settles the languages, checks that texts and editions
 * are in them, and lets the manifest speak the main one. */
void conf_languages_settle(struct conf_context *c, struct conf_manifest *m);

/* Puts the language's texts where those of the manifest's own language stand.
 */
void conf_manifest_speak(struct arena *a, struct conf_manifest *m,
                         const char *lang);

/* texts.c: the reader of the kind CONF_TEXTS. */
bool conf_texts_read(struct conf_context *c, const struct conf_value *value,
                     void *into, const struct conf_key *key);

/* The reader of the key “press”, into struct conf_press. */
bool conf_press_read(struct conf_context *c, const struct conf_value *value,
                     void *into, const struct conf_key *key);

/* Appends an edition with its defaults. */
void conf_edition_add(struct conf_context *c, struct conf_manifest *m,
                      const char *name, enum conf_output format);

/* The reader of the key “editions”. */
bool conf_editions_read(struct conf_context *c, const struct conf_value *value,
                        void *into, const struct conf_key *key);

/* twin.c: looks at the editions that others take their pages from. `named` is
 * the map of all editions, also of those that could not be read. */
bool conf_twins_check(struct conf_context *c, struct conf_manifest *m,
                      const struct conf_value *named);

/* paper.c: readers of sizes, into struct conf_size, and of the thickness of a
 * leaf, into an int. */
bool conf_size_read(struct conf_context *c, const struct conf_value *value,
                    void *into, const struct conf_key *key);
bool conf_paper_read(struct conf_context *c, const struct conf_value *value,
                     void *into, const struct conf_key *key);

/* Whether the edition's keys about sheets go together. */
bool conf_press_check(struct conf_context *c,
                      const struct conf_edition *edition);
bool conf_impose_check(struct conf_context *c,
                       const struct conf_edition *edition);

/* profile.c: the values of the key “profile”, in the order of enum
 * conf_profile; the reader of “type-size”, into an int; and whether the two go
 * together. */
extern const char *const conf_profiles[];
bool conf_type_size_read(struct conf_context *c, const struct conf_value *value,
                         void *into, const struct conf_key *key);
bool conf_profile_check(struct conf_context *c, const struct conf_edition *e);

/* The reader of an edition's key “pdf”, into struct conf_claims. */
bool conf_pdf_read(struct conf_context *c, const struct conf_value *value,
                   void *into, const struct conf_key *key);

/* The readers of the manifest's keys “evaluator”, into struct conf_evaluator,
 * and “exemption”, into an int. */
bool conf_evaluator_read(struct conf_context *c, const struct conf_value *value,
                         void *into, const struct conf_key *key);
bool conf_exemption_read(struct conf_context *c, const struct conf_value *value,
                         void *into, const struct conf_key *key);

/* series.c: the reader of the key “series”, into struct conf_series. */
bool conf_series_read(struct conf_context *c, const struct conf_value *value,
                      void *into, const struct conf_key *key);

#endif
