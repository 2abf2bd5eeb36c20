# `make site` publishes content/ into public/; `make test` runs everything.
# SwiftPM remembers the theme's files; touching the manifest lets it see one that was removed.
.PHONY: site test docs gallery fuzz sanitize preview faults bounds bench bench-serve bench-packed bench-publish packed format install install-files deb try-deb dist image try-image switches clean help

PREFIX ?= /usr/local
MINUTES ?= 5
SEED ?=
VERSUS = .build/release/versus
# With Swift's libraries inside, where the toolchain has them so: it starts in half the time, and runs
# where no Swift is installed.
STATIC = $(wildcard $(dir $(realpath $(shell command -v swift)))../lib/swift_static/linux/libswiftCore.a)
RELEASE = swift build -c release --product versus $(if $(STATIC),--static-swift-stdlib)

site: ## build versus and publish content/ into public/
	@Scripts/setup build
	@touch Package.swift
	$(RELEASE)
	$(VERSUS) build
	@echo "Look at it with: make preview"

test: ## run all tests
	@Scripts/setup build
	@Scripts/setup test
	swift format lint --strict --recursive Package.swift Sources Plugins Tests Fuzzing
	@touch Package.swift
	swift build
	swift test
	.venv/bin/python Tests/Site/run .build/debug/versus
	.build/debug/fuzz-sites 30 $(SEED)

docs: ## build the documentation as a site in .build/docs
	@Scripts/setup docs
	.venv/bin/mkdocs build --strict
	@echo "Look at it with: .venv/bin/mkdocs serve"

fuzz: ## look for input that traps; MINUTES=5 for how long, SEED=1 to repeat
	@Scripts/setup build
	swift build -c release --product fuzz-sites
	.build/release/fuzz-sites $$(($(MINUTES) * 30)) $(SEED)
	SEED=$(SEED) Fuzzing/harnesses $$(($(MINUTES) * 6))

sanitize: ## run the unit tests under the address and the thread sanitizer, each built anew
	@Scripts/setup build
	@# The leak detector does not see through the tagged pointers of enums: every static table would be a leak.
	VERSUS_TEST_SEEDS=2 ASAN_OPTIONS=detect_leaks=0 swift test --sanitize=address --scratch-path .build/address
	VERSUS_TEST_SEEDS=2 swift test --sanitize=thread --scratch-path .build/thread

preview: ## serve a live preview on http://127.0.0.1:8080/
	@Scripts/setup build
	$(RELEASE)
	$(VERSUS) serve

faults: ## make every system call that writes fail in turn; takes an hour and a half
	swift build --build-tests
	$(RELEASE)
	VERSUS_BINARY=$(VERSUS) VERSUS_FAULTS=all swift test --skip-build --no-parallel --filter FaultTests

switches: ## read a site through 100 publishes and 100 rollbacks, and kill publish at random moments
	@Scripts/setup test
	swift build
	.venv/bin/python Tests/Site/switches.py .build/debug/versus 100

bench: ## measure against Hugo and a raw writer; BENCH=--quick for a try
	@Scripts/setup bench
	@touch Package.swift
	$(RELEASE)
	.venv/bin/python Benchmarks/run $(VERSUS) $(BENCH)

gallery: ## take the pictures of docs/gallery again; SHEETS=folder for all pages in all ways
	@Scripts/setup test
	@touch Package.swift
	$(RELEASE)
	.venv/bin/python Scripts/gallery $(VERSUS) $(SHEETS)

bounds: ## measure inputs at the edge of each bound
	$(RELEASE)
	Benchmarks/bounds $(VERSUS)

bench-serve: ## measure the preview; BENCH='--sizes 6,100' for other sizes
	@Scripts/setup test
	@Scripts/setup bench
	@touch Package.swift
	$(RELEASE)
	.venv/bin/python Benchmarks/serve $(VERSUS) $(BENCH)

bench-packed: ## measure packed sites, and compare 10,000 pages; BENCH='--sizes 100,200' for other sizes
	@Scripts/setup test
	@Scripts/setup bench
	@touch Package.swift
	$(RELEASE)
	Benchmarks/packed $(VERSUS) $(BENCH)

bench-publish: ## measure a week of publishing: ten changed reports of 1,000; BENCH='--vendors 200' for other sizes
	@Scripts/setup test
	@Scripts/setup bench
	@touch Package.swift
	$(RELEASE)
	.venv/bin/python Benchmarks/publish $(VERSUS) $(BENCH)

packed: ## compare the handler of packed sites with the engine, over 15,000 random templates
	swift build --build-tests
	VERSUS_PACKED_SEEDS=100 swift test --skip-build --filter 'PackedProgramTests|PackingTests'

format: ## format the Swift sources
	swift format --in-place --recursive Package.swift Sources Plugins Tests Fuzzing

install: ## install versus, its completions and manual pages below PREFIX (/usr/local)
	swift build -c release --product versus --static-swift-stdlib
	$(MAKE) install-files

# Of a binary that is built: VERSUS says which.
install-files:
	install -D $(VERSUS) $(DESTDIR)$(PREFIX)/bin/versus
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(VERSUS) completion bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/versus
	$(VERSUS) completion zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_versus
	$(VERSUS) completion fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/versus.fish
	install -d $(DESTDIR)$(PREFIX)/share/man/man1
	$(VERSUS) help --man > $(DESTDIR)$(PREFIX)/share/man/man1/versus.1
	for command in $$($(VERSUS) help | sed -n 's/^  versus \([a-z]*\) .*/\1/p'); do \
	  $(VERSUS) help --man $$command > $(DESTDIR)$(PREFIX)/share/man/man1/versus-$$command.1 || exit; \
	done

deb: ## make a Debian package, versus.deb
	@Scripts/setup deb
	rm -rf .build/deb
	$(MAKE) install DESTDIR=.build/deb PREFIX=/usr
	Scripts/deb .build/deb "$$($(VERSUS) version | grep -o '[0-9][0-9.]*' | head -n 1)" versus.deb

try-deb: deb ## look at that package with lintian, and use it in a clean root; needs root
	Scripts/try-deb versus.deb

dist: ## make the files of a release in dist/: an archive, the Debian package, what is inside, checksums
	@Scripts/setup deb
	rm -rf .build/dist dist
	$(MAKE) install DESTDIR=.build/dist PREFIX=/usr
	Scripts/dist .build/dist "$$($(VERSUS) version | grep -o '[0-9][0-9.]*' | head -n 1)" dist
	Scripts/try-dist dist

image: deb ## make a container image, versus-image.tar, of Debian's packages alone; WITH=rclone adds some; needs root
	@Scripts/setup image
	Scripts/image versus.deb versus-image.tar $(WITH)

try-image: image ## run that image as nobody, to build and publish content/
	Scripts/try-image versus-image.tar $(VERSUS)

clean: ## remove what was built and published
	rm -rf .build .versus public/*

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.* ## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12
