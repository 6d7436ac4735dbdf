/* SPDX-License-Identifier: MIT */
/* proof: whether finished pages, or what a screen shows, keep to a guideline
 * for large or clear print. Pages are judged by the glyphs that stand on them,
 * whatever stylesheets meant.
 *
 * The guidelines, which contradict one another, hence profiles of them:
 *   RNIB       Royal National Institute of Blind People, Clear Print
 *              guidelines (See it Right; checklist of 2017)
 *   UKAAF      UK Association for Accessible Formats, G003 Creating clear
 *              print and large print documents (2019), with MS03, its minimum
 *              standards
 *   APH        American Printing House for the Blind, J. E. Kitchel,
 *              Guidelines for Print Document Design (2004, 2011)
 *   ACB        American Council of the Blind, Best Practices and Guidelines
 *              for Large Print, draft of 2025
 *   NHS AIS    NHS England, Accessible Information Standard (DCB1605): the
 *              size is what the person asked for */
#ifndef PROOF_PROOF_H
#define PROOF_PROOF_H

#include "layout/layout.h"

struct proof_profile;

/* The profile of that name ("aph"), or NULL. */
const struct proof_profile *proof_profile_of(const char *name);

/* The least size of type, where text of `size` is asked for, Pango units; and
 * the least distance of lines, thousandths of their size, if there is one. */
void proof_limits(const struct proof_profile *profile, int size, int *least,
                  int *leading);

struct proof_options {
    const struct proof_profile *profile;
    int size;        /* of the text as it was asked for, Pango units */
    struct place at; /* where the profile was chosen: for what has no place
                        of its own */
    struct style_sheet *sheet; /* by which hints name rules; or NULL */
    struct diag *diag;
};

/* A proof of one book. Each breach becomes an error in the options' diag: one
 * for a rule and a node, at the node's place, with page and words; a rule that
 * is broken in many places is told of in the first of them, and counted. */
struct proof *proof_begin(const struct proof_options *options);

/* A layout_sink, `to` being the struct proof. */
void proof_page(void *to, const struct layout_page *page);

/* For what is shown on a screen: a node with its computed style; `body` is the
 * style of the book's root. */
void proof_node(struct proof *p, const struct doc_node *node,
                const struct style *style, const struct style *body);

/* Tells of what is known only now that all was seen, and frees the proof. */
void proof_end(struct proof *p);

#endif
