/// One fault of a grammar file: where it stands, what is wrong and what would be right.
public struct GrammarError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path of the file.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column in characters, from 1.
  public let column: Int
  /// The fact, then the remedy.
  public let message: String

  /// The fault as `grammars/dates.grammar:14:12: unknown field …`.
  public var description: String { "\(file):\(line):\(column): \(message)" }

  init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// A fault at a byte of a file.
  init(_ file: GrammarFile, at offset: Int, _ message: String) {
    var line = 1
    var column = 1
    for byte in file.bytes.prefix(max(offset, 0)) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        // The bytes that continue a character are no columns of their own.
        column += 1
      }
    }
    self.init(file: file.path, line: line, column: column, message: Self.shortened(message))
  }

  /// A message that repeats no more of the file than tells what is meant.
  private static func shortened(_ message: String) -> String {
    guard message.utf8.count > mostOfMessage else { return message }
    let words = message.split(separator: " ", omittingEmptySubsequences: false).map { word in
      // The last two characters may be a quotation mark and what follows it.
      word.utf8.count > mostOfWord ? "\(word.prefix(40))…\(word.suffix(2))" : String(word)
    }
    let text = words.joined(separator: " ")
    guard text.utf8.count > mostOfMessage * 4 else { return text }
    return "\(text.prefix(mostOfMessage * 2))…"
  }

  /// A shorter message is told as it is.
  private static let mostOfMessage = 200
  /// A path of a file may be longer than a word.
  private static let mostOfWord = 100
}
