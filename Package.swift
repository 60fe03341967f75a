// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "kehoach",
  products: [
    .executable(name: "kehoach", targets: ["kehoach"]),
    .library(
      name: "Kehoach",
      targets: ["PlanModel", "PlanText", "PlanFormats", "PlanParser", "PlanExport"]),
  ],
  dependencies: [
    // Arguments, help texts and usage errors of the command line.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "libicu", path: "Sources/libicu", pkgConfig: "icu-uc",
      providers: [.apt(["libicu-dev"])]),
    .systemLibrary(
      name: "libxml2", path: "Sources/libxml2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]),
    // SHA-256 of documents and grammars.
    .systemLibrary(
      name: "nettle", path: "Sources/nettle", pkgConfig: "nettle",
      providers: [.apt(["nettle-dev"])]),
    .target(name: "CICU", dependencies: ["libicu"]),
    .target(name: "CXML", dependencies: ["libxml2"]),
    .target(name: "CDigest", dependencies: ["nettle"]),
    // Opened when they are first needed, not linked: headers alone of libarchive and SQLite.
    .target(name: "CArchive"),
    .target(name: "CSQLite"),
    // Starts the program again, as a worker of a run over an archive.
    .target(name: "CWorker"),
    // Programs that read what is not read here run behind this wall.
    .target(name: "CProcess"),
    .target(name: "CGrammars"),
    .target(name: "CEncodings"),
    .target(name: "PlanModel", swiftSettings: settings),
    .target(
      name: "PlanText", dependencies: ["PlanModel", "CICU", "CEncodings"],
      swiftSettings: settings),
    .target(
      name: "PlanParser",
      dependencies: ["PlanModel", "PlanText", "CGrammars", "CDigest"],
      swiftSettings: settings),
    .target(
      name: "PlanFormats",
      dependencies: ["PlanModel", "PlanText", "CXML", "CArchive", "CProcess"],
      swiftSettings: settings),
    .target(name: "PlanExport", dependencies: ["PlanModel", "CXML"], swiftSettings: settings),
    .target(
      name: "PlanCorpus",
      dependencies: ["PlanModel", "PlanText", "PlanFormats", "PlanParser", "PlanExport"],
      swiftSettings: settings),
    .target(
      name: "RuleLab",
      dependencies: ["PlanModel", "PlanText", "PlanParser", "PlanExport", "PlanCorpus"],
      swiftSettings: settings),
    .target(
      name: "PlanArchive",
      dependencies: [
        "PlanModel", "PlanText", "PlanParser", "PlanExport", "PlanCorpus", "CArchive", "CSQLite",
        "CWorker",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "kehoach",
      dependencies: [
        "PlanModel", "PlanText", "PlanParser", "PlanExport", "PlanCorpus", "PlanArchive",
        "RuleLab",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // What the tests of several rooms need.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "PlanTextTests", dependencies: ["PlanText", "PlanModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "PlanFormatsTests", dependencies: ["PlanFormats", "PlanText", "PlanModel"],
      swiftSettings: settings),
    .testTarget(
      name: "PlanParserTests", dependencies: ["PlanParser", "PlanText", "PlanModel"],
      swiftSettings: settings),
    .testTarget(
      name: "PlanExportTests", dependencies: ["PlanExport", "PlanModel"], exclude: ["Expected"],
      swiftSettings: settings),
    .testTarget(
      name: "PlanCorpusTests",
      dependencies: [
        "PlanCorpus", "PlanExport", "PlanParser", "PlanText", "PlanModel", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "PlanArchiveTests",
      dependencies: ["PlanArchive", "PlanExport", "CArchive", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "RuleLabTests",
      dependencies: [
        "RuleLab", "PlanCorpus", "PlanExport", "PlanParser", "PlanText", "PlanModel",
        "TestSupport",
      ],
      exclude: ["Expected"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["kehoach", "TestSupport"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
