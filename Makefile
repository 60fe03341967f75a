# make demo      build the program and show what it makes of some plans
# make test      everything that is checked before a change lands
# make install   the program into PREFIX/bin

PREFIX ?= /usr/local
BUILD := swift build -c release --static-swift-stdlib --product kehoach
SAMPLE := corpus/plans/commune-macadamia/input.txt

.DEFAULT_GOAL := demo
.PHONY: demo build deps test install clean

deps:
	@scripts/install-deps

build: deps
	$(BUILD)

demo: build
	@scripts/demo "$$($(BUILD) --show-bin-path)/kehoach" $(SAMPLE)

test: deps
	@scripts/check

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$$($(BUILD) --show-bin-path)/kehoach" "$(DESTDIR)$(PREFIX)/bin/kehoach"
	@echo "installed $(DESTDIR)$(PREFIX)/bin/kehoach"

clean:
	swift package clean
