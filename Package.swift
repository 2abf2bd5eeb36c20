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
    // libmicrohttpd, which speaks HTTP.
    .systemLibrary(
      name: "CMicroHTTPD", pkgConfig: "libmicrohttpd",
      providers: [.apt(["libmicrohttpd-dev"])]),
    // Source files, spans and diagnostics: what every stage shares.
    stage("Diagnosing"),
    // Bytes → fingerprints, by which a build knows what has changed, and SHA-256 for readers.
    stage("Hashing", ["CXXHash", "CNettle"]),
    // Content folder → Library. The only importer of the C libraries.
    stage("Reading", ["Diagnosing", "Hashing", "CCmarkGFM", "CYAML"]),
    // Table × mapping → the text of reports.
    stage("Importing", ["Diagnosing", "Reading"]),
    // Library, week → Edition → Comparison: who leads each row, and who wins.
    stage("Comparing", ["Diagnosing", "Hashing", "Reading"]),
    // Template text → checked, specialised Template. Knows nothing of vendors.
    stage("Templating", ["Diagnosing", "Hashing"]),
    // Edition → SitePlan: which pages there are, and where.
    stage("Planning", ["Diagnosing", "Reading", "Comparing"]),
    // Plan × templates → the bytes of one page.
    stage(
      "Rendering", ["Diagnosing", "Hashing", "Reading", "Comparing", "Templating", "Planning"]),
    // Pages → output folder.
    stage("Writing", ["Diagnosing", "Hashing", "Reading", "Planning", "Rendering"]),
    // Week → the hashes of what its site is made of and of what comes out.
    stage(
      "Freezing", ["Diagnosing", "Hashing", "Reading", "Comparing", "Planning", "Rendering"]),
    // Address → the bytes of one page, over HTTP, kept up to date.
    .target(
      name: "Previewing",
      dependencies: [
        "Diagnosing", "Hashing", "Reading", "Comparing", "Planning", "Rendering", "CMicroHTTPD",
      ],
      exclude: ["Browser"], swiftSettings: strict, plugins: ["EmbedFiles"]),
    // Flags → commands → exit code; carries the default theme.
    .executableTarget(
      name: "versus",
      dependencies: [
        "Diagnosing", "Reading", "Importing", "Comparing", "Templating", "Planning", "Rendering",
        "Writing", "Previewing", "Freezing",
      ],
      swiftSettings: strict, plugins: ["EmbedFiles"]),

    // Puts the theme, the starter site and the preview's script inside the binary.
    .executableTarget(name: "embed-files", swiftSettings: strict),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),

    tests("DiagnosingTests", ["Diagnosing"]),
    // Sites in folders of their own, for the tests.
    .target(
      name: "TestSites", dependencies: ["Diagnosing", "Reading"], path: "Tests/TestSites",
      swiftSettings: strict),
    tests("ReadingTests", ["Diagnosing", "Reading", "TestSites"]),
    tests("ImportingTests", ["Diagnosing", "Reading", "Importing", "TestSites"]),
    tests("ComparingTests", ["Diagnosing", "Reading", "Comparing", "TestSites"]),
    tests(
      "PlanningTests", ["Diagnosing", "Reading", "Comparing", "Planning", "TestSites"]),
    tests(
      "RenderingTests",
      ["Diagnosing", "Reading", "Comparing", "Planning", "Rendering", "TestSites"]),
    tests("TemplatingTests", ["Diagnosing", "Templating"], fixtures: ["Fixtures"]),
    tests(
      "PreviewingTests",
      [
        "Diagnosing", "Reading", "Comparing", "Planning", "Rendering", "Previewing", "TestSites",
      ]),
    tests(
      "CommandLineTests",
      [
        "versus", "Diagnosing", "Reading", "Comparing", "Planning", "Rendering", "Previewing",
        "TestSites",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
