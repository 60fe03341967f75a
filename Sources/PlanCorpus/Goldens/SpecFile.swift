/// A literate specification: prose with fenced cases, each an input, a lone full stop, and a tree.
package struct SpecFile: Sendable {
  /// What a case shows of its input.
  package enum View: String, CaseIterable, Sendable {
    /// The tree of a fragment: without the diagnostics that every fragment has.
    case fragment = ""
    /// The tree of a whole document, with all diagnostics.
    case document
    /// What each line is.
    case lines
    /// The blocks.
    case blocks
    /// The outline.
    case sections
  }

  /// A case.
  package struct Case: Sendable {
    /// The line of the opening fence, from 1.
    package let line: Int
    /// What is shown of the input.
    package let view: View
    /// The input, with line ends.
    package let input: String
    /// What stands after the lone full stop.
    package let expected: String
    /// The indices of the expected lines in the file.
    let expectedLines: Range<Int>
  }

  /// The cases in order.
  package let cases: [Case]
  private let lines: [Substring]

  /// Reads the cases of a file; `path` is named in errors.
  package init(_ text: String, path: String) throws(CorpusError) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var cases: [Case] = []
    var next = 0
    while next < lines.count {
      guard let fence = Self.fence(lines[next]) else {
        next += 1
        continue
      }
      let (one, end) = try Self.oneCase(lines, from: next, fence: fence, path: path)
      cases.append(one)
      next = end + 1
    }
    self.cases = cases
  }

  /// The file with other trees: `nil` leaves what a case has.
  package func text(expecting trees: [String?]) -> String {
    var output: [Substring] = []
    var next = 0
    for (one, tree) in zip(cases, trees) {
      guard let tree else { continue }
      output += lines[next..<one.expectedLines.lowerBound]
      var added = tree.split(separator: "\n", omittingEmptySubsequences: false)
      if added.last?.isEmpty == true { added.removeLast() }
      output += added
      next = one.expectedLines.upperBound
    }
    output += lines[next...]
    return output.joined(separator: "\n")
  }

  private typealias Fence = (ticks: Int, word: Substring)

  /// Three or more backticks at the start of a line, and the word after them.
  private static func fence(_ line: Substring) -> Fence? {
    let ticks = line.prefix { $0 == "`" }.count
    return ticks >= 3 ? (ticks, line.dropFirst(ticks)) : nil
  }

  private static func oneCase(
    _ lines: [Substring], from start: Int, fence: Fence, path: String
  ) throws(CorpusError) -> (Case, end: Int) {
    guard let view = View(rawValue: String(fence.word)) else {
      throw .specification(
        path: path, line: start + 1,
        message: "no view is called \(fence.word); there is document, lines, blocks, sections")
    }
    guard
      let end = lines[(start + 1)...].firstIndex(where: {
        $0.count >= fence.ticks && $0.allSatisfy { $0 == "`" }
      })
    else {
      throw .specification(path: path, line: start + 1, message: "the fence is not closed")
    }
    guard let dot = lines[start + 1..<end].firstIndex(of: ".") else {
      throw .specification(
        path: path, line: start + 1, message: "a lone full stop must end the input")
    }
    let one = Case(
      line: start + 1, view: view, input: joined(lines[start + 1..<dot]),
      expected: joined(lines[dot + 1..<end]), expectedLines: dot + 1..<end)
    return (one, end)
  }

  private static func joined(_ lines: ArraySlice<Substring>) -> String {
    lines.map { $0 + "\n" }.joined()
  }
}
