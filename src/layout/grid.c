/* SPDX-License-Identifier: MIT */
/* The grid of baselines. */
#include "layout/flow.h"

void
flow_to_grid(struct layout *l, struct flow *flow)
{
    (void)l, (void)flow;
}
