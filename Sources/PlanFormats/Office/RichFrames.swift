/// Tables in the text boxes of RTF files.
///
/// Who saves a head or an ending that floats writes it as a table in a text box. soffice tells the
/// cells of such a table one below the other, and runs the paragraphs of each together.
extension RichText {
  /// A file in whose text boxes the paragraphs of cells stand outside of tables.
  static func withOpenFrames(_ bytes: [UInt8]) -> [UInt8] {
    var edits: [Edit] = []
    var index = 0
    while let frame = ByteText.find(frameOpening, in: bytes[...], from: index) {
      index = frame + frameOpening.utf8.count
      guard let end = groupEnd(from: frame, in: bytes) else { break }
      edits += opened(frame..<end, in: bytes)
      index = end
    }
    return applying(edits, to: bytes)
  }

  private static let frameOpening = "{\\shptxt"
  /// The words that set the rows of a table and its cells.
  private static let rowWords = Set(["trowd", "cellx", "intbl", "row"].map { Array($0.utf8) })
  private static let cellEnd = Array("cell".utf8)

  /// What takes the tables out of a text box: the ends of its cells end paragraphs.
  private static func opened(_ frame: Range<Int>, in bytes: [UInt8]) -> [Edit] {
    var edits: [Edit] = []
    var index = frame.lowerBound
    while index < frame.upperBound {
      guard let word = ControlWord(bytes[frame], at: index) else {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      if rowWords.contains(word.name) {
        // The word before ends here, too.
        edits.append(Edit(range: index..<word.end, text: Array("{}".utf8)))
      } else if word.name == cellEnd {
        edits.append(Edit(range: index..<word.end, text: Array("\\par ".utf8)))
      }
      let binary = binaryLength(at: index, in: bytes)
      index = binary > 0 ? index + 2 + binary : word.end
    }
    return edits
  }
}
