// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A stage of the pipeline; it may import only what stands above it.
func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one stage.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], fixtures: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: fixtures, swiftSettings: strict)
}

let package = Package(
  name: "versus",
  products: [.executable(name: "versus", targets: ["versus"])],
  targets: [
    // cmark-gfm, which turns Markdown into HTML.
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    // libyaml, which parses front matter and YAML files.
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // xxHash, which fingerprints assets and what pages are made of.
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    // nettle, which has the SHA-256 of snapshots.
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    // ICU, which writes names of any script in ASCII.
    .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    // librsvg, which draws the pictures of shared pages. It is opened only when one is made.
    .systemLibrary(name: "CRSVG"),
    // libdeflate, brotli and zstd, which compress files. They are opened only for that.
    .systemLibrary(name: "CCompression"),
    // libmicrohttpd, which speaks HTTP.
    .systemLibrary(
      name: "CMicroHTTPD", pkgConfig: "libmicrohttpd",
      providers: [.apt(["libmicrohttpd-dev"])]),
    // The machine: files and folders, threads, exact numbers as text.
    stage("System"),
    // SVG → PNG.
    stage("Drawing", ["System", "CRSVG"]),
    // Bytes → fewer bytes, in the forms that browsers accept.
    stage("Compressing", ["CCompression"]),
    // Source files, spans and diagnostics: what every stage shares.
    stage("Diagnosing", ["System"]),
    // Bytes → fingerprints, by which a build knows what has changed, and SHA-256 for readers.
    stage("Hashing", ["System", "CXXHash", "CNettle"]),
    // YAML → nodes with places; Markdown → HTML. The only importer of both C libraries.
    stage("Markup", ["System", "Diagnosing", "Hashing", "CCmarkGFM", "CYAML"]),
    // The types of what a publisher writes: sites, categories, reports, articles.
    stage("Content", ["System", "Diagnosing", "Hashing", "Markup", "CICU"]),
    // Content folder → Library, which exists only if it is valid.
    stage("Reading", ["System", "Diagnosing", "Hashing", "Markup", "Content"]),
    // Table × mapping → the text of reports.
    stage("Importing", ["System", "Diagnosing", "Markup", "Content", "Reading"]),
    // Library, week → Edition → Comparison: who leads each row, and who wins.
    stage("Comparing", ["System", "Diagnosing", "Hashing", "Markup", "Content"]),
    // Template text → checked, specialised Template. Knows nothing of vendors.
    stage("Templating", ["System", "Diagnosing", "Hashing", "Markup"]),
    // Edition → SitePlan: which pages there are, and where.
    stage("Planning", ["System", "Diagnosing", "Markup", "Content", "Comparing"]),
    // Edition, plan and words → the values that templates see, one file a kind of page.
    stage(
      "Presenting",
      [
        "System", "Diagnosing", "Hashing", "Markup", "Content", "Comparing", "Templating",
        "Planning",
      ]),
    // Two vendors and a few facts → the bytes of their comparison.
    stage(
      "Pairing",
      [
        "System", "Diagnosing", "Hashing", "Markup", "Content", "Comparing", "Templating",
        "Planning", "Presenting",
      ]),
    // Plan → the files for machines: feeds, sitemaps, open data.
    stage(
      "Syndicating",
      [
        "System", "Diagnosing", "Hashing", "Markup", "Content", "Comparing", "Templating",
        "Planning", "Presenting", "Pairing", "Drawing", "Compressing",
      ]),
    // Plan × theme → the bytes of any page or file of the site.
    stage(
      "Rendering",
      [
        "System", "Diagnosing", "Hashing", "Markup", "Content", "Reading", "Comparing",
        "Templating", "Planning", "Presenting", "Pairing", "Syndicating",
      ]),
    // Comparisons → the parts from which a host puts them together, and the programs that do it.
    .target(
      name: "Packing",
      dependencies: [
        "System", "Diagnosing", "Hashing", "Markup", "Content", "Comparing", "Templating",
        "Planning", "Pairing", "Syndicating", "Rendering",
      ],
      exclude: ["Host"], swiftSettings: strict, plugins: ["EmbedFiles"]),
    // Pages → output folder.
    stage(
      "Writing",
      [
        "System", "Diagnosing", "Hashing", "Markup", "Content", "Comparing", "Planning", "Pairing",
        "Rendering", "Compressing",
      ]),
    // Week → the hashes of what its site is made of and of what comes out.
    stage(
      "Freezing",
      [
        "System", "Diagnosing", "Hashing", "Markup", "Content", "Comparing", "Planning", "Pairing",
        "Rendering",
      ]),
    // Output folder → host, as a release that can be taken back.
    stage("Publishing", ["System", "Hashing", "Content"]),
    // Address → the bytes of one page, over HTTP, kept up to date.
    .target(
      name: "Previewing",
      dependencies: [
        "System", "Diagnosing", "Hashing", "Markup", "Content", "Reading", "Comparing", "Planning",
        "Rendering", "Compressing", "CMicroHTTPD",
      ],
      exclude: ["Browser"], swiftSettings: strict, plugins: ["EmbedFiles"]),
    // Flags → commands → exit code; carries the default theme.
    .executableTarget(
      name: "versus",
      dependencies: [
        "System", "Diagnosing", "Hashing", "Markup", "Content", "Reading", "Importing",
        "Comparing", "Templating", "Planning", "Presenting", "Pairing", "Rendering", "Packing",
        "Writing", "Previewing", "Freezing", "Drawing", "Publishing",
      ],
      swiftSettings: strict, plugins: ["EmbedFiles"]),

    // Puts the theme, the starter site and the preview's script inside the binary.
    .executableTarget(name: "embed-files", swiftSettings: strict),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),

    // The seeds of random tests, and their one generator.
    .target(name: "TestSeeds", path: "Tests/TestSeeds", swiftSettings: strict),
    // Sites in folders of their own, for the tests, and the program run on them.
    .target(
      name: "TestSites",
      dependencies: [
        "System", "Diagnosing", "Markup", "Content", "Reading", "Comparing", "Planning",
        "Rendering", "TestSeeds",
      ],
      path: "Tests/TestSites", swiftSettings: strict),
    tests("DiagnosingTests", ["System", "Diagnosing"]),
    tests("HashingTests", ["Hashing"]),
    tests("MarkupTests", ["System", "Diagnosing", "Markup", "TestSeeds"]),
    tests(
      "ReadingTests",
      ["System", "Diagnosing", "Markup", "Content", "Reading", "TestSeeds", "TestSites"]),
    tests(
      "ImportingTests",
      ["System", "Diagnosing", "Markup", "Content", "Reading", "Importing", "TestSites"]),
    tests(
      "ComparingTests",
      [
        "System", "Diagnosing", "Markup", "Content", "Reading", "Comparing", "TestSeeds",
        "TestSites",
      ]),
    tests(
      "PlanningTests",
      [
        "System", "Diagnosing", "Markup", "Content", "Reading", "Comparing", "Planning",
        "TestSeeds", "TestSites",
      ]),
    tests(
      "TemplatingTests", ["System", "Diagnosing", "Markup", "Templating", "TestSeeds"],
      fixtures: ["Fixtures"]),
    tests(
      "RenderingTests",
      [
        "System", "Diagnosing", "Markup", "Content", "Reading", "Comparing", "Templating",
        "Planning", "Pairing", "Rendering", "TestSeeds", "TestSites",
      ]),
    tests("SyndicatingTests", ["System", "Compressing", "Syndicating", "TestSeeds", "TestSites"]),
    tests(
      "PackingTests",
      [
        "System", "Diagnosing", "Content", "Comparing", "Planning", "Rendering", "Packing",
        "TestSeeds", "TestSites",
      ]),
    tests("WritingTests", ["System", "Hashing", "Rendering", "Writing", "TestSites"]),
    tests(
      "FreezingTests",
      [
        "System", "Diagnosing", "Hashing", "Content", "Reading", "Rendering", "Freezing",
        "TestSites",
      ]),
    tests("PublishingTests", ["System", "Hashing", "Content", "Publishing", "TestSites"]),
    tests(
      "PreviewingTests",
      [
        "System", "Diagnosing", "Markup", "Content", "Reading", "Comparing", "Planning",
        "Rendering", "Previewing", "TestSites",
      ]),
    tests(
      "CommandLineTests",
      [
        "versus", "System", "Drawing", "Diagnosing", "Markup", "Content", "Reading", "Comparing",
        "Planning",
        "Rendering", "Previewing", "TestSeeds", "TestSites",
      ]),
    // Changes whole sites at random; see Fuzzing/README.md.
    .executableTarget(
      name: "fuzz-sites",
      dependencies: [
        "System", "Diagnosing", "Markup", "Content", "Reading", "Importing", "Comparing",
        "Planning", "Rendering", "Writing", "Previewing", "Publishing", "TestSeeds", "TestSites",
      ],
      path: "Fuzzing/Sites", swiftSettings: strict),
    // The documents, compared with the code that they speak of.
    tests("ProjectTests", ["versus", "Diagnosing", "TestSites"]),
  ],
  swiftLanguageModes: [.v6]
)
