/// A rule of a grammar: what it is called, what it matches on, and what a match means.
package struct Rule: Sendable {
  /// Whether a rule reads a whole line or finds a phrase in a block.
  package enum Kind: String, Sendable {
    case line
    case phrase
  }

  /// Its name, unique over all files.
  package let id: String
  /// The index of its file in `Grammar.files`.
  package let file: Int
  /// The line on which it begins in that file, from 1.
  package let line: Int
  /// The part of a document it belongs to: the name of its file without suffix.
  package let area: String
  /// What it reads.
  package let kind: Kind
  /// What a match tells the parser.
  package let meaning: Meaning
  /// What the rule adds to its meaning (`comparator=ge`).
  package let values: RuleValues

  /// The bytes of the rule in its file.
  package let source: Range<Int>
  /// Whether its first syllable must begin with a capital.
  let capital: Bool
  /// Whether a pattern of it holds `...`, so that the first end found is the right one.
  let lazy: Bool

  /// What matching asks of a rule, kept apart from its texts: a few bytes for each.
  struct Traits: Sendable {
    let kind: Kind
    let meaning: Meaning
    let capital: Bool
    let lazy: Bool
    /// Whether its pattern names a part.
    let captures: Bool

    /// Whether more than its words tells where it matches.
    var isOpen: Bool { capital || lazy }
  }

  /// A text that the rule must match, or must not.
  package struct Example: Sendable {
    /// True for a `refuse` line.
    package let refused: Bool
    /// Its line in the file, from 1.
    package let line: Int
    /// The bytes after the field's name.
    let source: Range<Int>
  }
}
