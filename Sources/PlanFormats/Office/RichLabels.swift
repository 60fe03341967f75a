/// The labels of RTF files as they are printed.
///
/// Who writes lists says twice how a paragraph is numbered: as text that other programs may print, and
/// by a list that soffice counts anew. What was printed is the text; lists may be damaged or lost.
extension RichText {
  /// A part of a file and what stands in its place.
  struct Edit {
    var range: Range<Int>
    var text: [UInt8]
  }

  /// A file in which the printed labels of paragraphs are their text, and no list numbers these.
  static func withLabels(_ bytes: [UInt8]) -> [UInt8] {
    var edits: [Edit] = []
    /// Where the paragraph that is read names its list.
    var lists: [Range<Int>] = []
    var isLabelled = false
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "{"), let end = labelEnd(at: index, in: bytes, isLabelled) {
        if bytes[index + 2] != UInt8(ascii: "*") {
          edits += lists.map { Edit(range: $0, text: Array("\\ls0".utf8)) }
          lists = []
          isLabelled = true
          edits.append(Edit(range: index..<end, text: label(bytes[index..<end])))
        } else {
          edits.append(Edit(range: index..<end, text: []))
        }
        index = end
        continue
      }
      guard let word = ControlWord(bytes[...], at: index) else {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      if word.name == Array("ls".utf8) {
        if isLabelled {
          edits.append(Edit(range: index..<word.end, text: Array("\\ls0".utf8)))
        } else {
          lists.append(index..<word.end)
        }
      } else if paragraphEnds.contains(word.name) {
        lists = []
        isLabelled = false
      }
      let binary = binaryLength(at: index, in: bytes)
      index = binary > 0 ? index + 2 + binary : word.end
    }
    return applying(edits.sorted { $0.range.lowerBound < $1.range.lowerBound }, to: bytes)
  }

  /// The words that end a paragraph.
  private static let paragraphEnds = Set(
    ["par", "cell", "nestcell", "row", "sect"].map { Array($0.utf8) })
  /// The words of a label that set its letters or are letters; all others set its paragraph.
  private static let letterWords = Set(
    ["f", "u", "uc", "loch", "hich", "dbch", "emdash", "endash", "bullet"].map { Array($0.utf8) })

  /// The end of the group at a place when it is a printed label, or tells how old lists are counted
  /// behind one.
  private static func labelEnd(
    at start: Int, in bytes: [UInt8], _ isLabelled: Bool
  ) -> Int? {
    let openings = isLabelled ? ["{\\*\\pn\\"] : ["{\\listtext", "{\\pntext"]
    guard openings.contains(where: { bytes[start...].starts(with: $0.utf8) }) else { return nil }
    return groupEnd(from: start, in: bytes)
  }

  /// What a group prints as a label, with a blank behind it, and that no list counts its paragraph.
  private static func label(_ group: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var isPrinted = false
    var index = group.startIndex
    while index < group.endIndex {
      if let word = ControlWord(group, at: index) {
        if letterWords.contains(word.name) {
          let isLetter = word.name == Array("u".utf8)
          text += group[index..<word.end]
          // What stood between it and the next letter may be gone.
          if !isLetter, text.last != UInt8(ascii: " ") { text.append(UInt8(ascii: " ")) }
          isPrinted = isPrinted || isLetter || word.name.count > 4
        }
        index = word.end
        continue
      }
      let isSymbol = group[index] == UInt8(ascii: "\\")
      let end = min(index + (isSymbol ? 2 : 1), group.endIndex)
      isPrinted = isPrinted || isSymbol || group[index] > 32 && group[index] < 123
      text += group[index..<end]
      index = end
    }
    return isPrinted
      ? text + Array(" \\ls0 ".utf8) : Array("\\ls0 ".utf8)
  }

  /// A file with its parts changed, of which none lies within another.
  static func applying(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
    guard !edits.isEmpty else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var kept = 0
    for edit in edits {
      result += bytes[kept..<edit.range.lowerBound]
      result += edit.text
      kept = edit.range.upperBound
    }
    return result + bytes[kept...]
  }
}

/// A control word of RTF: "\ls12 ".
struct ControlWord {
  /// Its letters.
  var name: [UInt8]
  /// Where it ends, with the blank that belongs to it.
  var end: Int

  /// The word that stands at a place, if one does.
  init?(_ bytes: ArraySlice<UInt8>, at start: Int) {
    guard bytes[start] == UInt8(ascii: "\\") else { return nil }
    var end = start + 1
    while end < bytes.endIndex, bytes[end] >= 97, bytes[end] <= 122 { end += 1 }
    guard end > start + 1 else { return nil }
    name = Array(bytes[(start + 1)..<end])
    if end < bytes.endIndex, bytes[end] == UInt8(ascii: "-") { end += 1 }
    while end < bytes.endIndex, bytes[end] >= 48, bytes[end] <= 57 { end += 1 }
    if end < bytes.endIndex, bytes[end] == UInt8(ascii: " ") { end += 1 }
    self.end = end
  }
}
