import PlanModel
import PlanText

/// Reads the documents that a plan refers to (văn bản viện dẫn).
extension PlanReader {
  /// What is known before the first leaf is read.
  mutating func referenceReading() -> ReferenceReading {
    var reading = ReferenceReading(own: plan.header)
    reading.ownIssuer = ownIssuer()
    reading.hasTable = ([plan.body] + plan.appendices.map(\.body)).contains { hasTable($0) }
    return reading
  }

  /// Whether a table stands among some nodes or below them.
  private func hasTable(_ nodes: [Node]) -> Bool {
    // By their places: each node would be copied.
    nodes.indices.contains { nodes[$0].type == .table || hasTable(nodes[$0].children) }
  }

  /// Reads the references out of the leaves.
  mutating func readReferences(_ leaves: FactLeaves, _ reading: inout ReferenceReading) {
    var parts = DocumentParts()
    var titles = leaves.titles[...]
    for (place, leaf) in zip(leaves.indices, leaves.all) {
      while let title = titles.first, title.before <= place {
        readDocuments(title.leaf, &parts, &reading)
        titles.removeFirst()
      }
      noteCaller(leaf, &reading)
      noteKinds(leaf, &reading)
      readPlaces(leaf, leaves, &reading.places)
      readParts(leaf, into: &parts)
      if !parts.announced.isEmpty { readAnnounced(leaf, parts, hasTable: reading.hasTable) }
      if parts.isEmpty { continue }
      reading.beginLeaf()
      readReferences(leaf, parts, &reading)
      readShortNames(leaf, parts, &reading)
    }
    for title in titles { readDocuments(title.leaf, &parts, &reading) }
  }

  /// Reads the references of footnotes, and what all leaves together tell.
  mutating func finishReferences(_ reading: inout ReferenceReading) {
    readFootnoteReferences(&reading)
    resolveBareNumbers(&reading)
    resolveShortNames(&reading)
    reading.ledger.finish()
    plan.references = inOrder(reading.ledger.references, alone: reading.alone)
    tellConflicts(reading.ledger)
  }

  /// The words that tell the document's own issuer from others.
  private mutating func ownIssuer() -> [String] {
    guard let span = plan.header.issuer.span, let text = plan.header.issuer.text else { return [] }
    // The span of a name over two lines of two columns holds words of the other column.
    var rest = text.utf8[...]
    let tokens = allTokens(span).filter { token in
      if rest.first == UInt8(ascii: " ") { rest = rest.dropFirst() }
      let word = bytes[Int(token.start)..<Int(token.end)]
      guard rest.starts(with: word) else { return false }
      rest = rest.dropFirst(word.count)
      return true
    }
    return issuerWords(tokens, 0..<tokens.count)
  }

  /// Finds what tells of documents in a leaf.
  func readParts(_ leaf: FactLeaf, into parts: inout DocumentParts) {
    parts.clear()
    guard
      leaf.tells(.documentKind) || leaf.tells(.appendixAnnounced)
        || leaf.tells(.documentCongress) || leaf.tells(.documentProgramme)
        // What else tells a part of a document says nothing where no document is named.
        || leaf.tells(.documentPart)
          && leaf.matches.contains(where: {
            meaning($0) == .documentPart && grammar.compiled.documentParts[$0] == .number
          })
    else { return }
    for match in leaf.matches {
      switch meaning(match) {
      case .documentKind: parts.kinds.append(match)
      case .documentPart:
        if let part = grammar.compiled.documentParts[match] { parts.add(match, part) }
      case .documentCongress, .documentProgramme: parts.named.append(match)
      case .appendixAnnounced: parts.announced.append(match)
      case .act where value("kind", of: match) == nil: parts.addAct(at: match.start)
      default: continue
      }
    }
  }

  /// Tells of documents with two dates or issuers, once for each.
  private mutating func tellConflicts(_ ledger: ReferenceLedger) {
    var told: Set<Int> = []
    for conflict in ledger.conflicts where told.insert(conflict.reference).inserted {
      let reference = ledger.references[conflict.reference]
      let what = conflict.isDate ? "dates" : "issuers"
      diagnose(
        .referenceConflict, .document, .warning,
        "\"\(reference.number ?? reference.kind)\" has two \(what), \"\(conflict.values.0)\" and "
          + "\"\(conflict.values.1)\", find out which is right",
        conflict.mention.span, node: conflict.mention.node)
    }
  }
}

/// What is known while the references of a document are read.
struct ReferenceReading {
  /// The documents met so far.
  var ledger = ReferenceLedger()
  /// The key of the document's own number, and of its symbol alone.
  let ownKey: String?
  let ownSymbol: String?
  /// The words that tell the document's own issuer from others.
  var ownIssuer: [String] = []
  /// Whether the plan has a table, which may be the list that it announces.
  var hasTable = false
  /// Numbers without a symbol ("Nghị quyết 57"), to be resolved in the end.
  var bare: [BareNumber] = []
  /// Where the documents begin that are told by such numbers alone.
  var alone: Set<Int> = []
  /// Names that the text defines.
  var shortNames: [(text: String, first: ArraySlice<UInt8>, reference: Int)] = []
  /// The kind and the issuer of the numbers that a colon lists: "các Nghị định của Chính phủ: số …".
  var list: (kind: RuleMatch, issuer: Range<Int>?)?
  /// The part of those numbers that stands for the issuer.
  var listCode: String?
  /// Documents without an issuer that may be joined with the next, where they end, and the part of
  /// their numbers that stands for the issuer.
  var open: [(reference: Int, end: Int, issuerCode: String)] = []
  /// The document before that does not tell what it is about, and where it ends.
  var untold: (reference: Int, end: Int, kind: String)?
  /// Where the name of a document ends that running text told without a number.
  var namedEnd: Int?
  /// Who wrote the document before, where its name stands before it, and where that document ends.
  var written: (issuer: Range<Int>, end: Int)?
  /// Where the name of a law ends that amends those named in it.
  var amendedEnd = 0
  /// The documents that the leaf names, by their first tokens.
  var recent: [(reference: Int, start: Int, kind: String)] = []
  /// The spans of all mentions begin here; a short name is not told twice.
  var starts: Set<Int> = []

  /// The units of the plan, once a place in it was named.
  var places: PlaceIndex?
  /// The leaves in which footnotes may be called.
  var callers: [Caller] = []
  /// Where names may stand that the text defines.
  var kinds: [KindPlace] = []

  /// A leaf in which a footnote may be called.
  struct Caller {
    /// From its first token to its last.
    var span: ByteSpan
    /// Its node.
    var node: String
  }

  /// Where the kind of a document is named.
  struct KindPlace {
    /// The offset of its first token.
    var start: Int
    /// Where its leaf stands.
    var leaf: ByteSpan
    /// The node of the leaf.
    var node: String
  }

  /// Forgets what only the leaf before told.
  mutating func beginLeaf() {
    recent = []
    amendedEnd = 0
    written = nil
    untold = nil
    namedEnd = nil
    list = nil
    listCode = nil
    open = []
  }

  /// Nothing read yet of the document with this head.
  init(own header: Header) {
    ownSymbol = header.number.symbol.map(DocumentNumber.key)
    guard let sequence = header.number.sequence, let symbol = header.number.symbol else {
      ownKey = nil
      return
    }
    ownKey = DocumentNumber.key(sequence + symbol)
  }
}
