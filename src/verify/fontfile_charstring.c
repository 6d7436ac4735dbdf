/* SPDX-License-Identifier: MIT */
/* The width at the head of a Type 2 charstring (Technical Note 5177). The
 * first operator that clears the stack tells by the number of its arguments
 * whether a width stands before them. */
#include "verify/fontfile_int.h"

enum {
    STACK_MOST = 48,
    CALLS_MOST = 10, /* as the note limits them */
    STEPS_MOST = 100000,
    OP_HSTEM = 1,
    OP_VSTEM = 3,
    OP_VMOVETO = 4,
    OP_CALLSUBR = 10,
    OP_RETURN = 11,
    OP_ESCAPE = 12,
    OP_ENDCHAR = 14,
    OP_HSTEMHM = 18,
    OP_HINTMASK = 19,
    OP_CNTRMASK = 20,
    OP_RMOVETO = 21,
    OP_HMOVETO = 22,
    OP_VSTEMHM = 23,
    OP_CALLGSUBR = 29
};

struct frame {
    const uint8_t *at, *end;
};

struct machine {
    const struct charstring_subrs *subrs;
    struct frame frames[CALLS_MOST + 1];
    size_t depth; /* of the frame that runs */
    double stack[STACK_MOST];
    size_t n;
};

const uint8_t *
cff_number(const uint8_t *p, const uint8_t *end, double *value)
{
    size_t left = (size_t)(end - p);
    if (*p >= 32 && *p <= 246) {
        *value = *p - 139;
        return p + 1;
    }
    if (*p >= 247 && *p <= 254 && left >= 2) {
        *value = *p <= 250 ? (*p - 247) * 256 + p[1] + 108
                           : -(*p - 251) * 256 - p[1] - 108;
        return p + 2;
    }
    if (*p == 28 && left >= 3) {
        *value = (int16_t)fontfile_u16(p + 1);
        return p + 3;
    }
    return NULL;
}

/* A number of 32 bits, half of them its fraction, or a shorter one. */
static const uint8_t *
read_number(const uint8_t *p, const uint8_t *end, double *value)
{
    if (*p != 255)
        return cff_number(p, end, value);
    if (end - p < 5)
        return NULL;
    *value = (int32_t)fontfile_u32(p + 1) / 65536.0;
    return p + 5;
}

/* Goes into the subroutine that the stack's top names (clause 4.7). */
static bool
call(struct machine *m, const uint8_t *index)
{
    uint32_t count = cff_index_count(index, m->subrs->end);
    int bias = count < 1240 ? 107 : count < 33900 ? 1131 : 32768;
    size_t n = 0;
    if (!m->n || m->depth == CALLS_MOST)
        return false;
    int number = (int)m->stack[--m->n] + bias;
    const uint8_t *at = number < 0 ? NULL
                                   : cff_index_entry(index, m->subrs->end,
                                                     (uint32_t)number, &n);
    if (at)
        m->frames[++m->depth] = (struct frame){at, at + n};
    return at != NULL;
}

/* How many arguments the operator takes: -1: an even number, -2: it is none
 * that may come first. */
static int
arguments_of(int op)
{
    switch (op) {
    case OP_HSTEM:
    case OP_VSTEM:
    case OP_HSTEMHM:
    case OP_VSTEMHM:
    case OP_HINTMASK:
    case OP_CNTRMASK:
        return -1;
    case OP_VMOVETO:
    case OP_HMOVETO:
        return 1;
    case OP_RMOVETO:
        return 2;
    case OP_ENDCHAR:
        return 0;
    default:
        return -2;
    }
}

static int
take_width(const struct machine *m, int op, double *width)
{
    int wanted = arguments_of(op);
    bool has = wanted == -1 ? m->n % 2 != 0 : (int)m->n > wanted;
    if (wanted == -2)
        return -1;
    if (op == OP_ENDCHAR && m->n == 4) /* of an accented letter, no width */
        has = false;
    if (has)
        *width = m->stack[0];
    return has;
}

int
charstring_width(const uint8_t *at, size_t n,
                 const struct charstring_subrs *subrs, double *width)
{
    struct machine m = {.subrs = subrs, .frames = {{at, at + n}}};
    for (int steps = 0; steps < STEPS_MOST; steps++) {
        struct frame *f = &m.frames[m.depth];
        if (f->at >= f->end)
            return -1;
        if (*f->at >= 32 || *f->at == 28) {
            double value = 0;
            f->at = read_number(f->at, f->end, &value);
            if (!f->at || m.n == STACK_MOST)
                return -1;
            m.stack[m.n++] = value;
            continue;
        }
        int op = *f->at++;
        if (op == OP_CALLSUBR || op == OP_CALLGSUBR) {
            if (!call(&m, op == OP_CALLSUBR ? subrs->local : subrs->global))
                return -1;
        } else if (op == OP_RETURN && m.depth) {
            m.depth--;
        } else {
            return take_width(&m, op, width);
        }
    }
    return -1;
}
