# `make site` publishes content/ into public/; `make test` runs everything.
# SwiftPM remembers the theme's files; touching the manifest lets it see one that was removed.
.PHONY: site test preview bench format install clean

PREFIX ?= /usr/local
VERSUS = .build/release/versus

site:
	@Scripts/setup build
	@touch Package.swift
	swift build -c release --product versus
	$(VERSUS) build
	@echo "Look at it with: make preview"

test:
	@Scripts/setup build
	@Scripts/setup test
	swift format lint --strict --recursive Package.swift Sources Plugins Tests
	@touch Package.swift
	swift build
	swift test
	.venv/bin/python Tests/Site/run .build/debug/versus

preview:
	@Scripts/setup build
	swift build -c release --product versus
	$(VERSUS) serve

bench:
	@Scripts/setup bench
	@touch Package.swift
	swift build -c release --product versus
	.venv/bin/python Benchmarks/run $(VERSUS) $(BENCH)

format:
	swift format --in-place --recursive Package.swift Sources Plugins Tests

install:
	swift build -c release --product versus --static-swift-stdlib
	install -D $(VERSUS) $(DESTDIR)$(PREFIX)/bin/versus
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(VERSUS) completion bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/versus
	$(VERSUS) completion zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_versus
	$(VERSUS) completion fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/versus.fish

clean:
	rm -rf .build .versus public/*
