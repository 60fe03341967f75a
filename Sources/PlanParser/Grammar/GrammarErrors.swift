/// All faults of a grammar's files, in the order of files and lines.
public struct GrammarErrors: Error, Sendable, CustomStringConvertible {
  /// The faults; never empty.
  public let errors: [GrammarError]

  /// One fault a line.
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
