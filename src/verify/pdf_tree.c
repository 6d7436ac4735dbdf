/* SPDX-License-Identifier: MIT */
/* The structure tree as it is in the file (ISO 32000-1, 14.7). */
#include "verify/pdf_tree.h"

#include <stdlib.h>
#include <string.h>

enum { TREE_DEEP = 512, FAULTS_MOST = 300, TYPES_MOST = 4000, ROLES_MOST = 64 };

/* What is still to be read: a kid of an element, or its end. */
struct tree_step {
    struct pdfin_object kid;
    uint32_t parent, page, depth;
    bool end;    /* of `parent` */
    bool direct; /* an MCR or OBJR that is no object of its own: */
    uint32_t owner;
    int64_t mcid;
};

struct tree_reading {
    struct pdfin_tree *t;
    struct arena *arena;
    VEC(struct tree_step) stack;
    uint8_t *seen;
    uint32_t order;
};

static const char *const standard_names[] = {[PDFIN_S_NONE] = "",
#define X(name) [PDFIN_S_##name] = #name,
                                             PDFIN_STANDARD_TYPES(X)
#undef X
};

const char *
pdfin_standard_name(enum pdfin_standard type)
{
    return standard_names[type];
}

enum pdfin_standard
pdfin_standard_of(const char *name)
{
    for (int i = 1; i < PDFIN_S_COUNT; i++)
        if (strcmp(standard_names[i], name) == 0)
            return (enum pdfin_standard)i;
    return PDFIN_S_NONE;
}

static void
tree_fault(struct tree_reading *r, enum pdfin_tree_fault fault,
           uint32_t element, uint32_t number)
{
    if (r->t->faults.n >= FAULTS_MOST)
        return;
    vec_add(r->t->arena, &r->t->faults);
    r->t->faults.at[r->t->faults.n - 1].fault = fault;
    r->t->faults.at[r->t->faults.n - 1].element = element;
    r->t->faults.at[r->t->faults.n - 1].number = number;
}

/* The standard type of a type, by the role map (14.7.3). */
static enum pdfin_standard
map_type(struct tree_reading *r, const char *name, uint32_t element)
{
    struct pdfin *f = r->t->file;
    const struct pdfin_object *roles = pdfin_get(f, r->t->root, "RoleMap");
    for (int i = 0; i < ROLES_MOST; i++) {
        enum pdfin_standard s = pdfin_standard_of(name);
        if (s)
            return s;
        name = pdfin_name(pdfin_get(f, roles, name));
        if (!*name) {
            tree_fault(r, PDFIN_TREE_UNMAPPED, element, 0);
            return PDFIN_S_NONE;
        }
    }
    tree_fault(r, PDFIN_TREE_CIRCULAR, element, 0);
    return PDFIN_S_NONE;
}

/* The index of a type; its standard type beside it. */
static uint16_t
intern_type(struct tree_reading *r, const char *name, uint32_t element)
{
    struct pdfin_tree *t = r->t;
    uintptr_t known = (uintptr_t)map_get(t->type_map, name);
    if (known || t->types.n >= TYPES_MOST)
        return (uint16_t)(known ? known - 1 : 0);
    const char *kept = arena_str(t->arena, name);
    *vec_add(t->arena, &t->types) = kept;
    size_t index = t->types.n - 1;
    map_set(t->type_map, kept, (void *)(index + 1));
    t->type_standards[index] = (uint8_t)map_type(r, kept, element);
    return (uint16_t)index;
}

/* Whose MCID a marked-content reference names. */
static uint32_t
owner_of(const struct pdfin_object *mcr, uint32_t page)
{
    uint32_t own = pdfin_number_of(pdfin_raw(mcr, "Pg"));
    uint32_t stream = pdfin_number_of(pdfin_raw(mcr, "Stm"));
    return stream ? stream : own ? own : page;
}

/* Direct dictionaries live in the cache: of references what they say is kept,
 * for elements all of it. */
static void
take_direct(struct tree_reading *r, struct tree_step *step)
{
    const struct pdfin_object *o = &step->kid, *type = pdfin_raw(o, "Type");
    bool mcr = pdfin_is(type, "MCR");
    if (!mcr && !pdfin_is(type, "OBJR")) {
        r->t->file->keeps = true;
        return;
    }
    step->direct = true;
    step->owner =
        mcr ? owner_of(o, step->page) : pdfin_number_of(pdfin_raw(o, "Obj"));
    step->mcid = mcr ? pdfin_integer(pdfin_get(r->t->file, o, "MCID"), -2) : -1;
    step->kid = pdfin_nothing;
}

/* Puts off what an element holds, the first on top. */
static void
push_kids(struct tree_reading *r, const struct pdfin_object *kids,
          uint32_t parent, uint32_t page, uint32_t depth)
{
    uint32_t n = pdfin_count(kids);
    for (uint32_t i = n; i-- > 0;) {
        struct tree_step step = {
            .parent = parent, .page = page, .depth = depth};
        step.kid = kids->type == PDFIN_ARRAY ? kids->items[i] : *kids;
        if (step.kid.type == PDFIN_DICTIONARY)
            take_direct(r, &step);
        *vec_add(r->arena, &r->stack) = step;
    }
}

static uint8_t
bits_of(const struct pdfin_object *o)
{
    static const char *const keys[] = {"Alt",  "ActualText", "E",
                                       "Lang", "ID",         "A"};
    uint8_t bits = 0;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (pdfin_has(o, keys[i]))
            bits |= (uint8_t)(1 << i);
    return bits;
}

static void
add_element(struct tree_reading *r, const struct tree_step *step,
            const struct pdfin_object *o, uint32_t number)
{
    struct pdfin_tree *t = r->t;
    uint32_t index = (uint32_t)t->elements.n, p = step->parent;
    if (step->depth > TREE_DEEP) {
        tree_fault(r, PDFIN_TREE_DEEP, p, number);
        return;
    }
    if (number && r->seen[number / 8] & 1 << number % 8) {
        tree_fault(r, PDFIN_TREE_TWICE, p, number);
        return;
    }
    if (number)
        r->seen[number / 8] |= (uint8_t)(1 << number % 8);
    uint32_t page = pdfin_number_of(pdfin_raw(o, "Pg"));
    struct pdfin_element *e = vec_add(t->arena, &t->elements);
    *e = (struct pdfin_element){.number = number,
                                .parent = p,
                                .page = page ? page : step->page,
                                .order = r->order++,
                                .has = bits_of(o)};
    page = e->page;
    e->type = intern_type(r, pdfin_name(pdfin_get(t->file, o, "S")), index);
    e->standard = t->type_standards[e->type];
    if (!number) {
        e->direct = (uint32_t)t->direct.n;
        *vec_add(t->arena, &t->direct) = *o;
    }
    uint32_t above =
        p == PDFIN_NO_ELEMENT
            ? pdfin_number_of(pdfin_raw(t->file->catalog, "StructTreeRoot"))
            : t->elements.at[p].number;
    if (pdfin_number_of(pdfin_raw(o, "P")) != above)
        tree_fault(r, PDFIN_TREE_PARENT, index, number);
    *vec_add(r->arena, &r->stack) =
        (struct tree_step){.parent = index, .end = true};
    const struct pdfin_object *kids = pdfin_get(t->file, o, "K");
    /* One kid may be given by reference: keep it, since it has a number. */
    if (kids->type == PDFIN_ARRAY || kids->type == PDFIN_INTEGER)
        push_kids(r, kids, index, page, step->depth + 1);
    else
        push_kids(r, pdfin_raw(o, "K"), index, page, step->depth + 1);
}

static void
add_item(struct tree_reading *r, uint32_t element, uint32_t owner, int64_t mcid)
{
    *vec_add(r->t->arena, &r->t->items) =
        (struct pdfin_tree_item){.element = element,
                                 .owner = owner,
                                 .mcid = (int32_t)mcid,
                                 .order = r->order++};
}

/* A kid that is marked content (14.7.4); or an object, whose MCID is -1. */
static void
add_content(struct tree_reading *r, uint32_t element, uint32_t owner,
            int64_t mcid)
{
    if (element == PDFIN_NO_ELEMENT || mcid < -1 || mcid > INT32_MAX)
        tree_fault(r, PDFIN_TREE_KID, element, 0);
    else if (!owner)
        tree_fault(r, PDFIN_TREE_NO_PAGE, element, 0);
    else
        add_item(r, element, owner, mcid);
}

static void
take_step(struct tree_reading *r, const struct tree_step *step)
{
    struct pdfin *f = r->t->file;
    const struct pdfin_object *o = pdfin_resolve(f, &step->kid);
    const struct pdfin_object *type = pdfin_get(f, o, "Type");
    uint32_t number = pdfin_number_of(&step->kid);
    if (number >= f->count)
        number = 0;
    if (step->direct)
        add_content(r, step->parent, step->owner, step->mcid);
    else if (o->type == PDFIN_INTEGER)
        add_content(r, step->parent, step->page,
                    o->integer < 0 ? -2 : o->integer);
    else if (pdfin_is(type, "MCR"))
        add_content(r, step->parent, owner_of(o, step->page),
                    pdfin_integer(pdfin_get(f, o, "MCID"), -2));
    else if (pdfin_is(type, "OBJR"))
        add_content(r, step->parent, pdfin_number_of(pdfin_raw(o, "Obj")), -1);
    else if (o->type == PDFIN_DICTIONARY && pdfin_has(o, "S"))
        add_element(r, step, o, number);
    else if (o->type == PDFIN_DICTIONARY)
        tree_fault(r, PDFIN_TREE_NO_TYPE, step->parent, number);
    else
        tree_fault(r, PDFIN_TREE_KID, step->parent, number);
}

/* Owner and MCID of an item with its index, for sorting. */
struct tree_place {
    uint32_t owner;
    int32_t mcid;
    uint32_t item;
};

static int
by_owner(const void *a, const void *b)
{
    const struct tree_place *x = a, *y = b;
    if (x->owner != y->owner)
        return x->owner < y->owner ? -1 : 1;
    if (x->mcid != y->mcid)
        return x->mcid < y->mcid ? -1 : 1;
    return x->item < y->item ? -1 : x->item > y->item;
}

static void
index_items(struct pdfin_tree *t)
{
    struct arena *a = arena_new();
    size_t n = t->items.n;
    struct tree_place *places = ARENA_ARRAY(a, struct tree_place, n + 1);
    for (size_t i = 0; i < n; i++)
        places[i] = (struct tree_place){t->items.at[i].owner,
                                        t->items.at[i].mcid, (uint32_t)i};
    qsort(places, n, sizeof *places, by_owner);
    t->by_place = ARENA_ARRAY(t->arena, uint32_t, n + 1);
    for (size_t i = 0; i < n; i++)
        t->by_place[i] = places[i].item;
    arena_free(a);
}

struct pdfin_tree *
pdfin_tree_open(struct pdfin *f)
{
    struct arena *a = arena_new();
    struct pdfin_tree *t = ARENA_NEW(a, struct pdfin_tree);
    struct tree_reading r = {.t = t, .arena = arena_new()};
    t->arena = a;
    t->file = f;
    t->type_map = map_new(a);
    t->type_standards = arena_alloc(a, TYPES_MOST + 1);
    buf_init(&t->texts, BUF_LIMIT_OUTPUT);
    /* The root stays, as the catalog does. */
    uint32_t root = pdfin_number_of(pdfin_raw(f->catalog, "StructTreeRoot"));
    struct pdfin_object *kept = ARENA_NEW(a, struct pdfin_object);
    *kept = root ? pdfin_parse(f, a, root)
                 : *pdfin_raw(f->catalog, "StructTreeRoot");
    t->root = kept;
    r.seen = arena_alloc(r.arena, f->count / 8 + 1);
    const struct pdfin_object *kids = pdfin_get(f, t->root, "K");
    push_kids(&r, kids->type == PDFIN_ARRAY ? kids : pdfin_raw(t->root, "K"),
              PDFIN_NO_ELEMENT, 0, 0);
    while (r.stack.n) {
        struct tree_step step = r.stack.at[--r.stack.n];
        if (!step.end) {
            take_step(&r, &step);
            pdfin_let_go(f);
        } else {
            t->elements.at[step.parent].until = (uint32_t)t->elements.n;
        }
    }
    arena_free(r.arena);
    index_items(t);
    return t;
}

void
pdfin_tree_close(struct pdfin_tree *t)
{
    if (!t)
        return;
    buf_free(&t->texts);
    arena_free(t->arena);
}

struct pdfin_tree_item *
pdfin_tree_find(const struct pdfin_tree *t, uint32_t owner, int64_t mcid)
{
    size_t low = 0, high = t->items.n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const struct pdfin_tree_item *item = &t->items.at[t->by_place[middle]];
        if (item->owner < owner || (item->owner == owner && item->mcid < mcid))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == t->items.n)
        return NULL;
    struct pdfin_tree_item *item = &t->items.at[t->by_place[low]];
    return item->owner == owner && item->mcid == mcid ? item : NULL;
}

const struct pdfin_object *
pdfin_tree_object(const struct pdfin_tree *t, uint32_t element)
{
    const struct pdfin_element *e = &t->elements.at[element];
    return e->number ? pdfin_load(t->file, e->number)
                     : &t->direct.at[e->direct];
}

const char *
pdfin_tree_entry(const struct pdfin_tree *t, struct arena *a, uint32_t element,
                 const char *key)
{
    const struct pdfin_object *o =
        pdfin_get(t->file, pdfin_tree_object(t, element), key);
    return o->type == PDFIN_STRING ? pdfin_text(a, o) : NULL;
}

const struct pdfin_object *
pdfin_tree_attribute(const struct pdfin_tree *t, uint32_t element,
                     const char *owner, const char *key)
{
    struct pdfin *f = t->file;
    if (!(t->elements.at[element].has & PDFIN_HAS_A))
        return &pdfin_nothing;
    const struct pdfin_object *all =
        pdfin_get(f, pdfin_tree_object(t, element), "A");
    for (uint32_t i = 0; i < pdfin_count(all); i++) {
        const struct pdfin_object *a = pdfin_member(f, all, i);
        if (pdfin_is(pdfin_get(f, a, "O"), owner) && pdfin_has(a, key))
            return pdfin_get(f, a, key);
    }
    return &pdfin_nothing;
}

const char *
pdfin_tree_type(const struct pdfin_tree *t, uint32_t element)
{
    return t->types.at[t->elements.at[element].type];
}
