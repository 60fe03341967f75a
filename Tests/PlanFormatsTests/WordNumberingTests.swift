import PlanFormats
import Testing

/// Automatic numbers of DOCX files, as Word prints them.
@Suite struct WordNumberingTests {
  private static func level(
    _ index: Int, _ format: String, _ text: String, _ more: String = "", start: Int = 1
  ) -> String {
    "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"\(start)\"/><w:numFmt w:val=\"\(format)\"/>"
      + "<w:lvlText w:val=\"\(text)\"/>\(more)</w:lvl>"
  }

  private static func definition(_ id: Int, _ levels: String...) -> String {
    "<w:abstractNum w:abstractNumId=\"\(id)\">\(levels.joined())</w:abstractNum>"
  }

  private static func instance(_ id: Int, _ definition: Int, _ more: String = "") -> String {
    "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(definition)\"/>\(more)</w:num>"
  }

  private func labels(_ numbering: String, _ paragraphs: [(Int, Int)]) throws -> [String] {
    let body = paragraphs.map { WordSample.numbered("x", $0.0, level: $0.1) }
    return try WordSample(body: body.joined(), numbering: numbering).lines()
      .map { String($0.dropLast(2)) }
  }

  private static let outline = definition(
    0, level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "decimal", "%2.%3."),
    level(3, "lowerLetter", "%4)"))

  @Test func levelsBeginAnewUnderTheNext() throws {
    let numbering = Self.outline + Self.instance(1, 0)
    let found = try labels(
      numbering, [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 3), (1, 0), (1, 1)])
    #expect(found == ["I.", "1.", "1.1.", "1.2.", "2.", "2.1.", "a)", "II.", "1."])
  }

  @Test func numberingsOfOneDefinitionCountOnUnlessTheyBeginAnew() throws {
    let override =
      "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
    let numbering =
      Self.outline + Self.instance(1, 0) + Self.instance(2, 0) + Self.instance(3, 0, override)
    #expect(
      try labels(numbering, [(1, 0), (2, 0), (3, 0), (3, 0)]) == ["I.", "II.", "I.", "II."])
  }

  @Test func aLevelMayNeverBeginAnew() throws {
    let numbering =
      Self.definition(
        0, Self.level(0, "upperRoman", "%1."),
        Self.level(1, "decimal", "%2.", "<w:lvlRestart w:val=\"0\"/>"))
      + Self.instance(1, 0)
    #expect(try labels(numbering, [(1, 0), (1, 1), (1, 0), (1, 1)]) == ["I.", "1.", "II.", "2."])
  }

  @Test(arguments: [
    ("decimal", 12, "12"), ("decimalZero", 7, "07"), ("lowerLetter", 4, "d"),
    ("upperLetter", 28, "BB"), ("lowerRoman", 9, "ix"), ("upperRoman", 14, "XIV"),
  ])
  func formats(_ format: String, _ number: Int, _ label: String) throws {
    let numbering =
      Self.definition(0, Self.level(0, format, "%1.", start: number)) + Self.instance(1, 0)
    #expect(try labels(numbering, [(1, 0)]) == [label + "."])
  }

  @Test func lettersAreThoseThatTheDocumentLists() throws {
    let level =
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"4\"/><w:numFmt w:val=\"custom\" "
      + "w:format=\"a, b, c, d, đ, e, ...\"/><w:lvlText w:val=\"%1)\"/></w:lvl>"
    let numbering = Self.definition(0, level) + Self.instance(1, 0)
    #expect(try labels(numbering, [(1, 0), (1, 0), (1, 0)]) == ["d)", "đ)", "e)"])
  }

  @Test func legalNumbersAreDigits() throws {
    let numbering =
      Self.definition(
        0, Self.level(0, "upperRoman", "%1."), Self.level(1, "decimal", "%1.%2.", "<w:isLgl/>"))
      + Self.instance(1, 0)
    #expect(try labels(numbering, [(1, 0), (1, 0), (1, 1)]) == ["I.", "II.", "2.1."])
  }

  @Test(arguments: [
    ("-", "Times New Roman", "-"), ("\u{F0B7}", "Symbol", "•"), ("\u{F0A7}", "Wingdings", "▪"),
    ("\u{F0D8}", "Wingdings", "➢"), ("o", "Courier New", "◦"), ("\u{F02D}", "Symbol", "-"),
    ("\u{F0EE}", "Wingdings", "•"),
  ])
  func bulletsArePlainMarks(_ text: String, _ font: String, _ mark: String) throws {
    let run = "<w:rPr><w:rFonts w:ascii=\"\(font)\"/></w:rPr>"
    let numbering =
      Self.definition(0, Self.level(0, "bullet", text, run)) + Self.instance(1, 0)
    #expect(try labels(numbering, [(1, 0), (1, 0)]) == [mark, mark])
  }

  @Test func stylesBringTheirLevel() throws {
    let numbering =
      Self.definition(
        0, Self.level(0, "upperRoman", "%1."),
        Self.level(1, "decimal", "%2.", "<w:pStyle w:val=\"muc\"/>")) + Self.instance(1, 0)
    let sample = WordSample(
      body: WordSample.numbered("Một") + WordSample.paragraph("Hai", "<w:pStyle w:val=\"muc\"/>")
        + WordSample.paragraph(
          "Ba", "<w:pStyle w:val=\"muc\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
      styles: "<w:style w:type=\"paragraph\" w:styleId=\"muc\"><w:pPr><w:numPr>"
        + "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>",
      numbering: numbering)
    #expect(try sample.lines() == ["I. Một", "1. Hai", "Ba"])
  }

  @Test func aNumberingStyleDefinesForOthers() throws {
    let numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"s\"/></w:abstractNum>"
      + "<w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"s\"/>"
      + Self.level(0, "lowerLetter", "%1)") + "</w:abstractNum>" + Self.instance(1, 0)
    #expect(try labels(numbering, [(1, 0), (1, 0)]) == ["a)", "b)"])
  }

  @Test func aNumberStandsInACellOfItsOwn() throws {
    let numbering = Self.definition(0, Self.level(0, "decimal", "%1")) + Self.instance(1, 0)
    let table = WordSample.table(
      (1...2).map { _ in
        [WordSample.numbered(""), WordSample.paragraph("Việc")]
      }, ruled: true)
    let sample = WordSample(body: table, numbering: numbering)
    #expect(try sample.lines() == ["1\tViệc", "2\tViệc"])
  }
}
