/// What the style sheets of a page say of letters: which are printed as capitals.
///
/// Selectors of one element, one class, or both are known; the others are rare where word processors
/// save pages.
struct HTMLSheet {
  private var capitals: [String: Bool] = [:]
  /// The most bytes and rules that are read.
  private static let largest = 1 << 18
  private static let mostRules = 2000

  /// Reads a style sheet.
  mutating func read(_ sheet: [UInt8]) {
    guard sheet.count <= Self.largest else { return }
    var rules = 0
    for rule in Self.withoutComments(sheet).split(separator: UInt8(ascii: "}")) {
      rules += 1
      guard rules <= Self.mostRules else { return }
      let parts = rule.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false)
      guard parts.count == 2,
        let transform = HTMLStyle(String(decoding: parts[1], as: UTF8.self))["text-transform"]
      else { continue }
      for selector in parts[0].split(separator: UInt8(ascii: ",")) {
        let words = selector.split { $0 <= 0x20 }.filter { !$0.elementsEqual("<!--".utf8) }
        guard words.count == 1 else { continue }
        let name = String(decoding: words[0], as: UTF8.self)
        // The names of elements have no case, those of classes have.
        let dot = name.firstIndex(of: ".") ?? name.endIndex
        capitals[name[..<dot].lowercased() + name[dot...]] = transform == "uppercase"
      }
    }
  }

  /// Whether the letters of an element are printed as capitals; `nil` when no sheet says.
  func capitals(_ name: String, classes: String?) -> Bool? {
    guard !capitals.isEmpty else { return nil }
    let classes = (classes ?? "").split(separator: " ").prefix(8)
    return classes.lazy.compactMap { capitals[name + "." + $0] }.first
      ?? classes.lazy.compactMap { capitals["." + $0] }.first ?? capitals[name]
  }

  private static func withoutComments(_ sheet: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isComment = false
    var index = 0
    while index < sheet.count {
      let isPair = index + 1 < sheet.count
      if isPair, sheet[index] == UInt8(ascii: isComment ? "*" : "/"),
        sheet[index + 1] == UInt8(ascii: isComment ? "/" : "*")
      {
        isComment.toggle()
        index += 2
        continue
      }
      if !isComment { result.append(sheet[index]) }
      index += 1
    }
    return result
  }
}
