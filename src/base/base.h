/* SPDX-License-Identifier: MIT */
/* base: what every folder stands on. Any folder may include this header. */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/collate.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/map.h"
#include "base/path.h"
#include "base/ranges.h"
#include "base/region.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/vec.h"

#endif
