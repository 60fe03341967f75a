/// One file of a grammar: rules and sub-patterns (`*.grammar`) or a word list (`*.list`).
public struct GrammarFile: Sendable {
  /// The file's own name, such as `dates.grammar`.
  public let name: String
  /// The path that messages show.
  public let path: String
  /// Its content: UTF-8.
  public let bytes: [UInt8]

  /// A file of a grammar; messages show `grammars/NAME` unless another path is given.
  public init(name: String, path: String? = nil, bytes: [UInt8]) {
    self.name = name
    self.path = path ?? "grammars/" + name
    self.bytes = bytes
  }

  /// The name without its suffix.
  var stem: String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return name }
    return String(name[..<dot])
  }
}
