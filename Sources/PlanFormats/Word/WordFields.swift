/// The fields of a story that are open: of a field only its result is printed.
struct WordFields {
  private struct Field {
    var code: [UInt8] = []
    var hasResult = false
    /// How many paragraphs are open where it begins.
    var depth = 0
  }

  /// How many fields may stand in each other.
  private static let deepest = 200

  private var open: [Field] = []
  /// Whether the results of page numbers are left out.
  let dropsPageNumbers: Bool

  /// No field is open.
  init(dropsPageNumbers: Bool) { self.dropsPageNumbers = dropsPageNumbers }

  /// Whether text is printed here.
  private(set) var showsText = true

  /// A field begins, ends, or its result begins; `depth` paragraphs are open around it.
  mutating func take(_ type: String?, depth: Int = 0) {
    switch type {
    case "begin":
      if open.count < WordFields.deepest { open.append(Field(depth: depth)) }
    case "separate":
      if let last = open.indices.last { open[last].hasResult = true }
    case "end": _ = open.popLast()
    default: break
    }
    tellShown()
  }

  /// A paragraph ends, `depth` being open with it: a field that began in it and shows no result yet
  /// has lost its end, which would hide the rest of the document.
  mutating func endParagraph(depth: Int) {
    guard open.contains(where: { !$0.hasResult && $0.depth >= depth }) else { return }
    open.removeAll { !$0.hasResult && $0.depth >= depth }
    tellShown()
  }

  private mutating func tellShown() {
    showsText = open.allSatisfy { $0.hasResult && !(dropsPageNumbers && isPageNumber($0.code)) }
  }

  /// A field with its code in one element begins.
  mutating func begin(code: String) {
    open.append(Field(code: Array(code.utf8)))
    take("separate")
  }

  /// More of the code of the innermost field.
  mutating func add(code: XMLText) {
    guard let last = open.indices.last, open[last].code.count < 64 else { return }
    code.append(to: &open[last].code)
  }

  private func isPageNumber(_ code: [UInt8]) -> Bool {
    let word = code.drop { $0 == 0x20 }.prefix { $0 != 0x20 && $0 != 0x5C }
    return ["PAGE", "NUMPAGES", "SECTIONPAGES"].contains(
      String(decoding: word, as: UTF8.self).uppercased())
  }
}
