/* SPDX-License-Identifier: MIT */
/* What every unit test includes: cmocka and the headers it wants before it. */
#ifndef UNIT_H
#define UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/base.h"

#define RUN_TESTS(tests) cmocka_run_group_tests_name(__FILE__, tests, 0, 0)

#endif
