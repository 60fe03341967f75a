/// Makes the pattern of a rule match more than it should.
enum Loosening {
  /// A rule's source, its case set free or a word of its first pattern made any word; `nil` when
  /// there is nothing to loosen.
  static func loosened(_ source: String) -> String? {
    var lines = source.split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0)
    }
    if let line = lines.firstIndex(where: { field($0) == "case" }) {
      lines.remove(at: line)
      return lines.joined(separator: "\n")
    }
    for (index, line) in lines.enumerated() {
      let field = field(line)
      if field == "yields" { break }
      guard index > 0, field == "line" || field == "phrase" else { continue }
      let start = line.prefix { $0 == " " }.count + field.count
      guard let loose = loosened(line: line, from: start) else { continue }
      lines[index] = loose
      return lines.joined(separator: "\n")
    }
    return nil
  }

  private static func field(_ line: String) -> String {
    String(line.drop { $0 == " " }.prefix { $0 != " " })
  }

  /// A line with its first word outside of quotes and classes made any word, or else its first
  /// class of numbers made anything.
  private static func loosened(line: String, from start: Int) -> String? {
    let characters = Array(line)
    var index = start
    var number: Range<Int>?
    while index < characters.count {
      switch characters[index] {
      case "\"":
        index += 1
        while index < characters.count, characters[index] != "\"" {
          index += characters[index] == "\\" ? 2 : 1
        }
      case "<":
        let close = characters[index...].firstIndex(of: ">") ?? characters.count - 1
        let name = String(characters[(index + 1)..<close])
        if number == nil, ["digits", "roman", "upper", "capitalized"].contains(name) {
          number = index..<(close + 1)
        }
        index = close
      case "{":
        // A name, and what stands behind its colon is a pattern; or a count.
        while index + 1 < characters.count, !":}".contains(characters[index + 1]) { index += 1 }
        index += 1
      case let character where character.isLetter:
        let end = characters[index...].firstIndex { !$0.isLetter && !$0.isNumber }
        return replaced(characters, index..<(end ?? characters.count), "<word>")
      default: break
      }
      index += 1
    }
    return number.map { replaced(characters, $0, "<any>") }
  }

  private static func replaced(
    _ characters: [Character], _ range: Range<Int>, _ text: String
  ) -> String {
    String(characters[..<range.lowerBound]) + text + String(characters[range.upperBound...])
  }
}
