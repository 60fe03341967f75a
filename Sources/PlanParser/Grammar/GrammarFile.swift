/// One file of a grammar: rules and sub-patterns (`*.grammar`) or a word list (`*.list`).
public struct GrammarFile: Sendable {
  /// The file's own name, such as `dates.grammar`.
  public let name: String
  /// The path that messages show.
  public let path: String
  private let content: Content

  private enum Content: Sendable {
    case read([UInt8])
    /// In the program itself, never moved or freed, so that it takes no memory of its own.
    case carried(CarriedBytes)
  }

  /// A file of a grammar; messages show `grammars/NAME` unless another path is given.
  public init(name: String, path: String? = nil, bytes: [UInt8]) {
    self.init(name: name, path: path, content: .read(bytes))
  }

  /// A file that the program carries.
  init(name: String, carried bytes: CarriedBytes) {
    self.init(name: name, path: nil, content: .carried(bytes))
  }

  private init(name: String, path: String?, content: Content) {
    self.name = name
    self.path = path ?? "grammars/" + name
    self.content = content
  }

  /// Its content in UTF-8; that of a file which the program carries is copied.
  public var bytes: [UInt8] {
    switch content {
    case .read(let bytes): bytes
    case .carried(let bytes): bytes.copy
    }
  }

  /// The number of its bytes.
  var count: Int {
    switch content {
    case .read(let bytes): bytes.count
    case .carried(let bytes): bytes.count
    }
  }

  /// A stretch of it as text.
  func text(_ range: Range<Int>) -> String {
    switch content {
    case .read(let bytes): String(decoding: bytes[range], as: UTF8.self)
    case .carried(let bytes): bytes.text(range)
    }
  }

  /// The name without its suffix.
  var stem: String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return name }
    return String(name[..<dot])
  }
}
