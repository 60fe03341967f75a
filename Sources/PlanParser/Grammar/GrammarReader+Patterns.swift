import PlanText

/// What is wrong with a pattern, and at which byte.
struct PatternFault: Error {
  var offset: Int
  var message: String
}

extension GrammarReader {
  /// How often a part may at most be repeated by number, and how deep brackets may nest.
  private static var mostRepeats: Int { 256 }
  private static var deepest: Int { 32 }

  /// Reads the pattern that fills the cursor's stretch and gives its root.
  mutating func readPattern(_ text: inout ByteCursor) throws(PatternFault) -> Int32 {
    let root = try readAlternatives(&text, depth: 0)
    if text.index < text.end {
      let mark = Character(Unicode.Scalar(text.byte))
      throw PatternFault(
        offset: text.index, message: "\"\(mark)\" closes nothing; a mark of the document is quoted")
    }
    return root
  }

  /// `a b | c`, up to a closing mark or the end.
  private mutating func readAlternatives(
    _ text: inout ByteCursor, depth: Int
  ) throws(PatternFault) -> Int32 {
    guard depth <= Self.deepest else {
      throw PatternFault(
        offset: text.index, message: "brackets nest more than \(Self.deepest) deep; name the parts")
    }
    let first = try readSequence(&text, depth: depth)
    guard text.byte == UInt8(ascii: "|") else { return first }
    let root = tree.add(.alternatives, child: first)
    var last = first
    while text.take(UInt8(ascii: "|")) {
      let more = try readSequence(&text, depth: depth)
      tree.link(last, to: more)
      last = more
    }
    return root
  }

  private mutating func readSequence(
    _ text: inout ByteCursor, depth: Int
  ) throws(PatternFault) -> Int32 {
    var first = PatternTree.none
    var last = PatternTree.none
    while true {
      text.skipBlanks()
      if text.index >= text.end || Self.closes(text.byte) { break }
      var item = try readAtom(&text, depth: depth)
      item = try readRepeats(&text, of: item)
      if first == PatternTree.none { first = item } else { tree.link(last, to: item) }
      last = item
    }
    guard first != PatternTree.none else {
      throw PatternFault(
        offset: min(text.index, max(bytes.count - 1, 0)),
        message: "nothing to match here; write a word, a {capture} or a <class>")
    }
    // Most hold one part, which needs nothing around it unless that tells it from its neighbours.
    if first == last, tree[first].kind.standsAlone { return first }
    return tree.add(.sequence, child: first)
  }

  private static func closes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "|") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "}")
      || byte == UInt8(ascii: ">")
  }

  private mutating func readAtom(
    _ text: inout ByteCursor, depth: Int
  ) throws(PatternFault) -> Int32 {
    let start = text.index
    switch text.byte {
    case UInt8(ascii: "("):
      text.index += 1
      let inner = try readAlternatives(&text, depth: depth + 1)
      guard text.take(UInt8(ascii: ")")) else {
        throw PatternFault(offset: start, message: "\"(\" is never closed; write \")\"")
      }
      return inner
    case UInt8(ascii: "\""): return try readQuoted(&text, depth: depth)
    case UInt8(ascii: "{"): return try readCapture(&text, depth: depth)
    case UInt8(ascii: "<"): return try readReference(&text)
    case UInt8(ascii: "~"):
      text.index += 1
      return tree.add(.glue)
    case UInt8(ascii: "^"):
      text.index += 1
      return tree.add(.blockStart)
    case UInt8(ascii: "$"):
      text.index += 1
      return tree.add(.blockEnd)
    case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      let mark = Character(Unicode.Scalar(text.byte))
      throw PatternFault(
        offset: start,
        message: "\"\(mark)\" has nothing before it to repeat; a mark of the document is quoted")
    default: return try readBareWord(&text)
    }
  }

  /// `?`, `*`, `+` and `{2,4}` behind a part.
  private mutating func readRepeats(
    _ text: inout ByteCursor, of item: Int32
  ) throws(PatternFault) -> Int32 {
    var bounds: (Int32, Int16)?
    switch text.byte {
    case UInt8(ascii: "?"): bounds = (0, 1)
    case UInt8(ascii: "*"): bounds = (0, PatternTree.unbounded)
    case UInt8(ascii: "+"): bounds = (1, PatternTree.unbounded)
    default: break
    }
    if bounds != nil { text.index += 1 }
    if text.byte == UInt8(ascii: "{"), text.byte(after: 1).isDigit {
      bounds = try readBounds(&text)
    }
    guard let (least, most) = bounds else { return item }
    switch tree[item].kind {
    case .glue, .gap, .blockStart, .blockEnd:
      throw PatternFault(
        offset: text.index - 1, message: "only what matches words can be repeated")
    default: return tree.add(.repeated, a: least, b: most, child: item)
    }
  }

  private func readBounds(_ text: inout ByteCursor) throws(PatternFault) -> (Int32, Int16) {
    let start = text.index
    text.index += 1
    let least = text.number()
    let most = text.take(UInt8(ascii: ",")) ? text.number() : least
    guard let least, let most, text.take(UInt8(ascii: "}")), least <= most, most > 0,
      most <= Self.mostRepeats
    else {
      throw PatternFault(
        offset: start,
        message: "write how often as {2,4} or {3}, at most \(Self.mostRepeats) times")
    }
    return (Int32(least), Int16(most))
  }

  /// `{name}` or `{name: pattern}`.
  private mutating func readCapture(
    _ text: inout ByteCursor, depth: Int
  ) throws(PatternFault) -> Int32 {
    let start = text.index
    text.index += 1
    text.skipBlanks()
    let nameStart = text.index
    let name = text.name()
    guard !name.isEmpty else {
      throw PatternFault(offset: nameStart, message: "a capture needs a name: {name}")
    }
    let word = text.text(name)
    let number = names.number(of: word)
    text.skipBlanks()
    let inner: Int32
    if text.take(UInt8(ascii: ":")) {
      inner = try readAlternatives(&text, depth: depth + 1)
    } else {
      inner = refer(word, number, at: nameStart, braces: true)
    }
    guard text.take(UInt8(ascii: "}")) else {
      throw PatternFault(offset: start, message: "\"{\" is never closed; write \"}\"")
    }
    return tree.add(.capture, a: number, child: inner)
  }

  /// `<name>`.
  private mutating func readReference(_ text: inout ByteCursor) throws(PatternFault) -> Int32 {
    let start = text.index
    text.index += 1
    let name = text.name()
    guard !name.isEmpty, text.take(UInt8(ascii: ">")) else {
      throw PatternFault(
        offset: start, message: "write <name>; the mark \"<\" of the document is quoted")
    }
    let word = text.text(name)
    return refer(word, names.number(of: word), at: start + 1, braces: false)
  }

  private mutating func refer(
    _ word: String, _ number: Int32, at offset: Int, braces: Bool
  ) -> Int32 {
    if let tokenClass = TokenClass.named(word) {
      return tree.add(.tokenClass, a: tokenClass.rawValue)
    }
    references.append(
      Reference(name: number, place: Place(file: file, offset: offset), braces: braces))
    return tree.add(.reference, a: number)
  }

  // MARK: Words

  private mutating func readBareWord(_ text: inout ByteCursor) throws(PatternFault) -> Int32 {
    let start = text.index
    func isGap(_ text: ByteCursor) -> Bool {
      text.byte == UInt8(ascii: ".") && text.byte(after: 1) == UInt8(ascii: ".")
        && text.byte(after: 2) == UInt8(ascii: ".")
    }
    if isGap(text) {
      text.index += 3
      sawGap = true
      return tree.add(.gap)
    }
    while text.index < text.end, !Self.endsWord(text.byte), !isGap(text) { text.index += 1 }
    let (first, last) = readLiterals(start..<text.index)
    guard first != PatternTree.none else {
      throw PatternFault(offset: start, message: "no word stands here")
    }
    return first == last ? first : tree.add(.sequence, child: first)
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...UInt8(ascii: " "), UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\""), UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "$"),
      UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "#"):
      true
    default: false
    }
  }

  /// `"text with {captures}"`.
  private mutating func readQuoted(
    _ text: inout ByteCursor, depth: Int
  ) throws(PatternFault) -> Int32 {
    let start = text.index
    var first = PatternTree.none
    var last = PatternTree.none
    func append(_ items: (first: Int32, last: Int32), _ tree: inout PatternTree) {
      guard items.first != PatternTree.none else { return }
      if first == PatternTree.none { first = items.first } else { tree.link(last, to: items.first) }
      last = items.last
    }
    text.index += 1
    var segment = text.index
    while true {
      switch text.byte {
      case 0, UInt8(ascii: "\n"):
        throw PatternFault(offset: start, message: "the quotes are never closed on this line")
      case UInt8(ascii: "\""):
        append(readLiterals(segment..<text.index), &tree)
        text.index += 1
        guard first != PatternTree.none else {
          throw PatternFault(offset: start, message: "the quotes hold no word")
        }
        return first == last ? first : tree.add(.sequence, child: first)
      case UInt8(ascii: "\\"):
        // The mark after it stands for itself.
        append(readLiterals(segment..<text.index), &tree)
        segment = text.index + 1
        text.index = min(text.index + 2, text.end)
      case UInt8(ascii: "{"):
        append(readLiterals(segment..<text.index), &tree)
        var item = try readCapture(&text, depth: depth)
        item = try readRepeats(&text, of: item)
        append((item, item), &tree)
        segment = text.index
      default: text.index += 1
      }
    }
  }

  /// Adds a literal for each word and mark of a stretch; gives the first and the last.
  private mutating func readLiterals(_ range: Range<Int>) -> (first: Int32, last: Int32) {
    // Most are one word that was met before.
    if let word = seenWord(range) {
      let node = addLiteral(word)
      return (node, node)
    }
    var first = PatternTree.none
    var last = PatternTree.none
    cut(range)
    for word in words {
      let node = addLiteral(word)
      if first == PatternTree.none { first = node } else { tree.link(last, to: node) }
      last = node
    }
    return (first, last)
  }

  private mutating func addLiteral(_ word: WordList.Word) -> Int32 {
    tree.add(.literal, a: Int32(bitPattern: word.key), b: word.isSyllable ? 1 : 0)
  }
}
