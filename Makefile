# SPDX-License-Identifier: MIT
# `make help` lists the targets.

VERSION := 0.1.0
PREFIX ?= /usr/local
CC ?= cc
BUILD ?= build

PACKAGES := pangoft2 pangofc pangocairo cairo cairo-pdf harfbuzz fontconfig \
	glib-2.0 libxml-2.0 libzip libfyaml librsvg-2.0 libjpeg libpng zlib
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

all: $(PROGRAM) ## the program, build/fascicle

$(PROGRAM): $(BUILD)/obj/src/main.o $(LIBRARY)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(LIBRARY): $(filter-out $(BUILD)/obj/src/main.o,$(OBJECTS))
	rm -f $@
	ar rcs $@ $^

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(SYSTEM) $(CFLAGS) $(WARNINGS) -MMD -MP -c -o $@ $<

-include $(OBJECTS:.o=.d)

layers: ## every #include against the table of layers
	tools/layers src

clean: ## what was built
	rm -rf $(BUILD)

help: ## this list
	@sed -n 's/^\([a-z_. -]*\):[^#]*## \(.*\)/\1\t\2/p' Makefile | \
		expand -t 24

.PHONY: all layers clean help
.DELETE_ON_ERROR:
