import PlanModel

/// What the ledger is told and what it finds wrong.
extension ReferenceLedger {
  /// A document as one place of the text names it.
  struct Citation {
    /// The kind as it is written in normal case.
    var kind: String
    /// The number and symbol.
    var number: DocumentNumber?
    /// The date in Extended Date/Time Format.
    var date: String?
    /// Who issued it, and the words that tell one issuer from another.
    var issuer: String?
    var issuerWords: [String] = []
    /// What it is about.
    var subject: String?
    /// What it is about, without the word that says so, in small letters: what documents are joined by
    /// where one mention has no number.
    var topic: String?
    /// What tells it from others of its kind where it has no number, if that is neither its subject
    /// nor its issuer.
    var name: String?
    /// Whether the kind is a word for any document.
    var isGeneric = false
    /// Whether it is a law, whose subject is its name.
    var isLaw = false
    /// The programme that it is, and its years where they are told.
    var programme: (name: String, years: String?)?
    /// Whether it is named in the title or the preamble.
    var isBasis: Bool
    /// Where.
    var mention: Mention
    /// The rule that found it.
    var rule: String?
  }

  /// Two statements about one document that cannot both be right.
  struct Conflict {
    /// The place of the document among the references.
    var reference: Int
    /// What was stated first and what differs from it.
    var values: (String, String)
    /// Whether dates differ, and not issuers.
    var isDate: Bool
    /// Where the second was stated.
    var mention: Mention
  }
}
