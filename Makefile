# SPDX-License-Identifier: MIT
# `make help` lists the targets.

VERSION := 0.1.0
PREFIX ?= /usr/local
CC ?= cc
BUILD ?= build

PACKAGES := pangoft2 pangofc pangocairo cairo cairo-pdf harfbuzz fontconfig \
	glib-2.0 libxml-2.0 libzip yaml-0.1 librsvg-2.0 libjpeg libpng zlib
WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wvla -Wundef
CFLAGS ?= -O2 -g
CPPFLAGS += -std=c17 -D_GNU_SOURCE -Isrc -DFASCICLE_VERSION='"$(VERSION)"'
LIBS = $(shell pkg-config --libs $(PACKAGES)) -lcmark-gfm-extensions \
	-lcmark-gfm -lhyphen -lm -lpthread
# Libraries' headers are not ours to warn about.
SYSTEM = $(patsubst -I%,-isystem %,$(shell pkg-config --cflags $(PACKAGES)))

SOURCES := $(sort $(wildcard src/*.c src/*/*.c))
OBJECTS := $(SOURCES:%.c=$(BUILD)/obj/%.o)
LIBRARY := $(BUILD)/libfascicle.a
PROGRAM := $(BUILD)/fascicle

# V=1 shows the commands.
Q := $(if $(V),,@)
say = $(if $(V),,@echo '  $(1)	$@')

all: $(PROGRAM) ## the program, build/fascicle

$(PROGRAM): $(BUILD)/obj/src/main.o $(LIBRARY)
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(LIBRARY): $(filter-out $(BUILD)/obj/src/main.o,$(OBJECTS))
	$(call say,AR)
	$(Q)rm -f $@
	$(Q)ar rcs $@ $^

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(CPPFLAGS) $(SYSTEM) $(CFLAGS) $(WARNINGS) -MMD -MP -c -o $@ $<

-include $(OBJECTS:.o=.d)

# Each tests/unit/test_*.c is one cmocka program. It may include a folder's
# *_int.h to reach what the folder keeps to itself.
UNIT := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(sort \
	$(wildcard tests/unit/test_*.c)))

$(BUILD)/unit/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(CPPFLAGS) $(SYSTEM) $(CFLAGS) $(WARNINGS) -MMD -MP $(LDFLAGS) \
		-o $@ $< $(LIBRARY) $(LIBS) -lcmocka

-include $(UNIT:=.d)

unit: $(UNIT) ## the unit tests (one: make unit UNIT=build/unit/test_map)
	@tests/run-unit $(UNIT)

layers: ## every #include against the table of layers
	tools/layers src

clean: ## what was built
	rm -rf $(BUILD)

help: ## this list
	@sed -n 's/^\([a-z_. -]*\):[^#]*## \(.*\)/\1\t\2/p' Makefile | \
		expand -t 24

.PHONY: all unit layers clean help
.DELETE_ON_ERROR:
