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
    self.init(file: file.path, line: line, column: column, message: message)
  }
}
