# SPDX-License-Identifier: MIT
# `make help` lists the targets.

VERSION := 0.1.0
PREFIX ?= /usr/local
CC ?= cc
BUILD ?= build
# The test tools' Python: Debian's own, which has the modules they need.
PYTHON ?= $(or $(wildcard /usr/bin/python3),python3)

PACKAGES := pangoft2 pangofc pangocairo cairo cairo-pdf harfbuzz fontconfig \
	glib-2.0 libxml-2.0 libzip yaml-0.1 librsvg-2.0 libjpeg libpng \
	libqrencode zlib
WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wvla -Wundef
CFLAGS ?= -O2 -g
CPPFLAGS += -std=c17 -D_GNU_SOURCE -Isrc -DFASCICLE_VERSION='"$(VERSION)"'
# pkg-config is asked once, and only where something is compiled: it may not
# be installed yet.
LIBS = $(eval LIBS := $(shell pkg-config --libs $(PACKAGES)) \
	-lcmark-gfm-extensions -lcmark-gfm -lhyphen -lm -lpthread)$(LIBS)
# Libraries' headers are not ours to warn about.
SYSTEM = $(eval SYSTEM := $(patsubst -I%,-isystem %,$(shell pkg-config \
	--cflags $(PACKAGES))))$(SYSTEM)
COMPILE = $(CC) $(CPPFLAGS) $(SYSTEM) $(CFLAGS) $(WARNINGS)

SOURCES := $(sort $(wildcard src/*.c src/*/*.c))
HEADERS := $(sort $(wildcard src/*.h src/*/*.h tests/unit/*.[ch] tools/*.c))
OBJECTS := $(SOURCES:%.c=$(BUILD)/obj/%.o)
LIBRARY := $(BUILD)/libfascicle.a
PROGRAM := $(BUILD)/fascicle
# Each tests/unit/test_*.c is one cmocka program. It may include a folder's
# *_int.h to reach what the folder keeps to itself.
UNIT := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(sort \
	$(wildcard tests/unit/test_*.c)))
# What an installed program reads.
DATA := styles fonts hyphen

# V=1 shows the commands.
Q := $(if $(V),,@)
say = $(if $(V),,@echo '  $(1)	$@')
# Targets that set a machine up compile on all its cores.
ALL_CORES = $(MAKE) $(if $(filter -j%,$(MAKEFLAGS)),,-j$$(nproc)) \
	--no-print-directory

all: $(PROGRAM) ## the program, build/fascicle

book: ## install what is missing, build the program, and content/ with it
	@tools/deps book
	@$(ALL_CORES) all
	@mkdir -p $(BUILD)/book
	$(PROGRAM) build -C content -o $(BUILD)/book

check: ## install what tests need, and run every test there is
	@tools/deps check
	@$(ALL_CORES) all $(UNIT) $(BUILD)/manual
	@$(ALL_CORES) BUILD=build/asan $(SANITIZE) all $(UNIT:build/%=build/asan/%)
	@PYTHON=$(PYTHON) tests/run-all $(BUILD)

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
	$(Q)$(COMPILE) -MMD -MP -c -o $@ $<

$(BUILD)/unit/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(COMPILE) -MMD -MP $(LDFLAGS) -o $@ $< $(LIBRARY) $(LIBS) -lcmocka

$(BUILD)/manual: tools/manual.c $(LIBRARY)
	$(call say,CC)
	$(Q)$(COMPILE) $(LDFLAGS) -o $@ $< $(LIBRARY) $(LIBS)

-include $(OBJECTS:.o=.d) $(UNIT:=.d)

unit: $(UNIT) ## the unit tests (one: make unit UNIT=build/unit/test_map)
	@tests/run-unit $(UNIT)

cases: $(PROGRAM) ## the cases of tests/cases (some: make cases CASES=read)
	@$(PYTHON) tests/run $(CASES)

accept: $(PROGRAM) $(BUILD)/manual ## show what goldens differ in, then make them so (CASES=…)
	@$(PYTHON) tests/run --accept $(CASES)
	@$(PYTHON) tests/run-broken --accept $(CASES)
	@tests/run-manual --accept $(BUILD)/manual

pictures: $(PROGRAM) ## those of pages in docs/images
	@mkdir -p $(BUILD)/pictures
	@$(PROGRAM) build print -C content --format png --contact-sheet --spreads \
		--pages 6-7 --resolution 80 -o $(BUILD)/pictures >/dev/null
	@mv $(BUILD)/pictures/slow-light-contact-sheet.png docs/images/spread.png
	@$(PROGRAM) build print -C content --format png --contact-sheet --spreads \
		--pages 1-23 --resolution 20 -o $(BUILD)/pictures >/dev/null
	@mv $(BUILD)/pictures/slow-light-contact-sheet.png \
		docs/images/contact-sheet.png
	@$(PROGRAM) build -C content -o $(BUILD)/pictures >/dev/null
	@cd $(BUILD)/pictures && picture() { $(CURDIR)/tools/picture \
		$(CURDIR)/docs/images/edition-$$1.png $$2 $$3; } && \
		picture handout 55 "handouts/starting-methotrexate.pdf:1 \
			handouts/starting-methotrexate.pdf:4" && \
		picture large 50 "slow-light.pdf:7 slow-light-aph.pdf:7 \
			slow-light-acb.pdf:7" && \
		picture languages 60 two-languages/starting-methotrexate.pdf:2 && \
		picture booklet 60 slow-light-booklet-sheets.pdf:1 && \
		picture press 45 "slow-light-press-inside.pdf:7 \
			slow-light-press-cover.pdf" && \
		picture social 72 slow-light-social.png
	@SOURCE_DATE_EPOCH=1796083200 $(PROGRAM) build ebook -C content \
		--evidence -o $(BUILD)/pictures >/dev/null
	@pdftoppm -r 90 -png -singlefile \
		$(BUILD)/pictures/slow-light.epub.evidence.pdf docs/images/evidence

typography: $(PROGRAM) ## how even lines and pages are: 100 articles, 11/14 pt
	@mkdir -p $(BUILD)/typography
	@tools/corpus 100 $(BUILD)/typography
	@cp tests/typography/fascicle.yaml tests/typography/corpus.css \
		$(BUILD)/typography
	@$(PROGRAM) dump pages -C $(BUILD)/typography \
		>$(BUILD)/typography/pages
	@tools/typography $(BUILD)/typography/pages

SANITIZE := CFLAGS='-O1 -g -fno-omit-frame-pointer \
	-fsanitize=address,undefined -fno-sanitize-recover=undefined'

asan: ## unit tests, cases and broken inputs under ASan and UBSan
	@tools/deps check
	@$(ALL_CORES) BUILD=build/asan $(SANITIZE) all $(UNIT:build/%=build/asan/%)
	@PYTHON=$(PYTHON) tests/run-all --sanitized build/asan

torture: $(PROGRAM) ## pages of extreme articles, four times as large as in check
	@SIZE=4 $(PYTHON) tests/run-torture $(TORTURE)

soak: $(PROGRAM) ## what takes too long for check: thousands of pages, articles and variants
	@SIZE=4 $(PYTHON) tests/run-torture
	@ARTICLES=112 $(PYTHON) tests/run-pdf
	@ARTICLES=500 $(PYTHON) tests/run-readers
	@ARTICLES=1000 $(PYTHON) tests/run-memory
	@RANDOM_EPUBS=1000 $(PYTHON) tests/run-verify-epub

layers: ## every #include against the table of layers
	@tools/layers src

lint: $(LIBRARY) ## formatting, conventions, cppcheck, and clang's warnings
	@tools/deps lint
	@clang-format --dry-run -Werror $(SOURCES) $(HEADERS)
	@BUILD=$(BUILD) tools/conventions
	@cppcheck --quiet --std=c17 --error-exitcode=1 --inline-suppr -Isrc \
		--enable=warning,performance,portability \
		--suppressions-list=tools/cppcheck.txt -j$$(nproc) src
	@printf '%s\n' $(SOURCES) | xargs -P $$(nproc) -n 8 \
		clang -fsyntax-only -Werror $(CPPFLAGS) $(SYSTEM) $(WARNINGS)

install: $(PROGRAM) ## to PREFIX (/usr/local), below DESTDIR
	install -D $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/fascicle
	install -D -m 644 docs/fascicle.1 \
		$(DESTDIR)$(PREFIX)/share/man/man1/fascicle.1
	for file in $$(find $(DATA) -type f); do install -D -m 644 $$file \
		$(DESTDIR)$(PREFIX)/share/fascicle/$$file || exit 1; done

uninstall: ## what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/fascicle
	rm -f $(DESTDIR)$(PREFIX)/share/man/man1/fascicle.1
	rm -rf $(DESTDIR)$(PREFIX)/share/fascicle

dist: ## the sources of the last commit as a .tar.gz in build
	@mkdir -p $(BUILD)
	git archive --prefix=fascicle-$(VERSION)/ \
		-o $(BUILD)/fascicle-$(VERSION).tar.gz HEAD

compile_commands.json: export COMMAND = $(COMPILE)
compile_commands.json: $(SOURCES) Makefile ## for editors and clang tools
	@$(PYTHON) -c 'import json, os, sys; print(json.dumps([dict( \
		directory=os.getcwd(), file=f, command=os.environ["COMMAND"] + \
		" -c " + f) for f in sys.argv[1:]], indent=1))' $(SOURCES) >$@

clean: ## what was built; the test tools of build/node stay
	@[ ! -d $(BUILD) ] || find $(BUILD) -mindepth 1 -maxdepth 1 ! -name node \
		-exec rm -rf {} +
	rm -f compile_commands.json

help: ## this list
	@sed -n 's/^\([a-z_.]*\):[^#]*## \(.*\)/\1\t\2/p' Makefile | expand -t 24

.PHONY: all book check unit cases accept pictures typography asan soak torture \
	layers lint install uninstall dist clean help
.DELETE_ON_ERROR:
