import Foundation
import PlanText
import TestSupport
import Testing

@testable import PlanFormats

/// Damaged DOCX and ODT files give lines or a clear error, never anything else.
@Suite struct DocumentMutationTests {
  private static let twins: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path + "/corpus/twins"
  }()

  private func file(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(Self.twins)/\(name)")))
  }

  /// Opens bytes, which may fail; what opens has a style for each line.
  private func open(_ bytes: [UInt8], _ seed: UInt64) {
    guard let opened = try? OpenedDocument(bytes) else { return }
    let isWhole = opened.text.styles.isEmpty || opened.text.styles.count == opened.text.lines.count
    #expect(isWhole, "seed \(seed)")
  }

  @Test(arguments: ["party-supervision/plan.docx", "draft-beach/plan.odt"])
  func damagedFiles(_ name: String) throws {
    let bytes = try file(name)
    for seed in 0..<1_500 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      open(random.damaged(bytes), seed)
    }
  }

  @Test(arguments: [
    ("facts-highland-economy/plan.docx", DocumentFormat.docx), ("draft-beach/plan.odt", .odt),
    ("draft-beach/plan.docx", .docx), ("facts-highland-economy/plan.odt", .odt),
  ])
  func damagedParts(_ name: String, _ format: DocumentFormat) throws {
    let parts = try PackedParts(file(name), format: format) { _ in true }.parts
      .filter { $0.key.hasSuffix(".xml") || $0.key.hasSuffix(".rels") || $0.key == "mimetype" }
      .sorted { ($0.key == "mimetype" ? "" : $0.key) < ($1.key == "mimetype" ? "" : $1.key) }
    for seed in 0..<800 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      let chosen = random.below(parts.count)
      let entries = parts.enumerated().map { index, part in
        let isText = ["word/document.xml", "content.xml"].contains(part.key)
        guard index == chosen || isText, part.key != "mimetype" else {
          return (name: part.key, bytes: part.value)
        }
        let damaged =
          random.below(4) == 0 ? random.damaged(part.value) : random.rearranged(part.value)
        return (name: part.key, bytes: damaged)
      }
      open(PackedSample.zip(entries), seed)
    }
  }
}
