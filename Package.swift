// swift-tools-version: 6.2

import PackageDescription

/// Strict settings, declared once and applied to every Swift target below.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

let package = Package(
  name: "churn-postmortem",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "postmortem", targets: ["postmortem"]),
    .library(
      name: "ChurnPostmortem",
      targets: [
        "Evidence", "Answers", "Settings", "PostmortemModel", "Drafting", "Templating", "Reporting",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CCmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(name: "CTemplates"),
    .target(name: "CVocabulary"),
    .target(name: "Evidence"),
    .target(name: "Markup", dependencies: ["CCmark", "Evidence"]),
    .target(name: "JSONText", dependencies: ["Evidence"]),
    .target(name: "Answers", dependencies: [yams, "JSONText", "Evidence"]),
    .target(name: "PostmortemModel", dependencies: ["JSONText", "Evidence"]),
    .target(name: "Settings", dependencies: ["Answers", "PostmortemModel", "Evidence"]),
    .target(name: "Language"),
    .target(name: "Chronology", dependencies: ["PostmortemModel", "Evidence"]),
    .target(
      name: "Drafting",
      dependencies: [
        "Markup", "Answers", "Settings", "PostmortemModel", "Evidence", "Language", "Chronology",
        "CVocabulary",
      ]),
    .target(name: "Templating", dependencies: ["Evidence"]),
    .target(
      name: "Reporting", dependencies: ["PostmortemModel", "Templating", "CTemplates", "Evidence"]),
    .target(
      name: "Corrections",
      dependencies: [
        "Markup", "Chronology", "Reporting", "JSONText", "PostmortemModel", "Evidence",
      ]),
    .target(name: "CSystem"),
    .target(
      name: "Portfolio", dependencies: [grdb, "PostmortemModel", "Evidence", "CTemplates"]),
    .target(
      name: "Workspace",
      dependencies: [
        "Portfolio", "Drafting", "Corrections", "Reporting", "Templating", "Answers", "Settings",
        "PostmortemModel", "Language", "JSONText", "Evidence", "CTemplates", "CSystem",
      ]),
    .target(
      name: "PostmortemCommand",
      dependencies: [
        "Workspace", "Reporting", "PostmortemModel", "Language", "Evidence", argumentParser,
      ]),
    .executableTarget(name: "postmortem", dependencies: ["PostmortemCommand"]),
    .executableTarget(
      name: "note-features",
      dependencies: ["Answers", "Drafting", "Evidence", "PostmortemModel"],
      path: "Training/note-features"),
    .target(
      name: "TestSupport", dependencies: ["PostmortemModel", "Evidence"], path: "Tests/TestSupport"),
    .executableTarget(
      name: "render-batch", dependencies: ["Reporting", "PostmortemModel", "Evidence"],
      path: "Tests/RenderBatch"),
    .executableTarget(
      name: "benchmark",
      dependencies: ["Reporting", "Drafting", "PostmortemModel", "Evidence", "CCmark"],
      path: "Tests/Benchmark"),
    .testTarget(
      name: "EvidenceTests", dependencies: ["Evidence", "TestSupport"]),
    .testTarget(
      name: "MarkupTests", dependencies: ["Markup", "Evidence", "TestSupport"]),
    .testTarget(
      name: "AnswersTests", dependencies: ["Answers", "Evidence", "TestSupport"]),
    .testTarget(
      name: "SettingsTests", dependencies: ["Settings", "PostmortemModel", "Evidence"]),
    .testTarget(
      name: "PostmortemModelTests", dependencies: ["PostmortemModel", "Evidence", "TestSupport"],
      exclude: ["Goldens"]),
    .testTarget(
      name: "LanguageTests", dependencies: ["Language", "TestSupport"]),
    .testTarget(
      name: "ChronologyTests", dependencies: ["Chronology", "PostmortemModel", "TestSupport"]),
    .testTarget(
      name: "DraftingTests",
      dependencies: [
        "Drafting", "Answers", "Settings", "PostmortemModel", "Evidence", "TestSupport",
      ]),
    .testTarget(
      name: "TemplatingTests", dependencies: ["Templating", "Evidence", "TestSupport"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "Templating", "PostmortemModel", "Markup", "Evidence", "TestSupport",
      ]),
    .testTarget(
      name: "CorrectionsTests",
      dependencies: [
        "Corrections", "Workspace", "Reporting", "PostmortemModel", "Evidence", "TestSupport",
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "WorkspaceTests",
      dependencies: [
        "Workspace", "Portfolio", "Answers", "Drafting", "Reporting", "PostmortemModel",
        "Evidence", "Settings", "TestSupport",
      ]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "PostmortemCommand", "postmortem", "Workspace", "Reporting", "PostmortemModel",
        "Evidence", "TestSupport",
      ],
      exclude: ["transcripts"]),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["TestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

for target in package.targets
where target.type != .system && !["CTemplates", "CVocabulary", "CSystem"].contains(target.name) {
  target.swiftSettings = strict
}
