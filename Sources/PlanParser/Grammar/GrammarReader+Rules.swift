extension GrammarReader {
  /// What a field of a rule says.
  private enum Field: String, CaseIterable {
    case line, phrase, `case`, yields, example, refuse

    private static let spellings = allCases.map { (Array($0.rawValue.utf8), $0) }

    /// The field of a name.
    init?(_ name: ArraySlice<UInt8>) {
      for (spelling, field) in Self.spellings where name.elementsEqual(spelling) {
        self = field
        return
      }
      return nil
    }
  }

  private static let meanings = Dictionary(
    uniqueKeysWithValues: Meaning.allCases.map { ($0.rawValue, $0) })

  /// Reads a rule and the fields under it.
  mutating func readRule(_ line: Line, _ text: ByteCursor) {
    var text = text
    let place = Place(file: file, offset: text.index)
    guard let id = takeName("rule", &text) else {
      skipIndented()
      return
    }
    text.skipBlanks()
    var rule = RuleDraft(id: id, place: place, line: line.number)
    rule.end = line.end
    if text.index < text.end {
      report(text.index, "nothing may follow a rule's name; its fields stand indented under it")
      rule.faulty = true
    }
    sawGap = false
    let firstReference = references.count
    while let field = takeField() {
      readField(field, of: &rule)
      rule.end = field.end
    }
    rule.lazy = sawGap
    rule.references = firstReference..<references.count
    finish(rule)
  }

  /// Notes what a rule lacks.
  private mutating func finish(_ rule: RuleDraft) {
    rules.append(rule)
    guard !rule.faulty else { return }
    if rule.roots.isEmpty {
      report(rule.place, "rule \"\(rule.id)\" has no \"line\" or \"phrase\"; say what it matches")
    }
    if rule.meaning == nil {
      report(rule.place, "rule \"\(rule.id)\" has no \"yields\"; say what a match means")
    }
    if !rule.hasExample {
      report(rule.place, "rule \"\(rule.id)\" has no \"example\"; give a text that it matches")
    }
  }

  private mutating func readField(_ line: Line, of rule: inout RuleDraft) {
    var text = ByteCursor(bytes: bytes, index: line.start, end: line.end)
    let name = text.word()
    let before = errors.count
    switch Field(bytes[name]) {
    case .line: readRulePattern(.line, &text, of: &rule)
    case .phrase: readRulePattern(.phrase, &text, of: &rule)
    case .case: readCase(&text, of: &rule)
    case .yields: readYields(&text, of: &rule)
    case .example:
      rule.hasExample = true
      if looksAtExamples { checkExample(refused: false, &text) }
    case .refuse:
      if looksAtExamples { checkExample(refused: true, &text) }
    case nil:
      let field = text.text(name)
      report(
        line.start,
        "unknown field \"\(field)\"" + suggestion(field, Field.allCases.map(\.rawValue)))
    }
    if errors.count > before { rule.faulty = true }
  }

  private mutating func readRulePattern(
    _ kind: Rule.Kind, _ text: inout ByteCursor, of rule: inout RuleDraft
  ) {
    text.skipBlanks()
    if let other = rule.kind, other != kind {
      report(
        text.index,
        "rule \"\(rule.id)\" matches a \(other.rawValue) already; make a second rule of this")
      return
    }
    rule.kind = kind
    do {
      rule.roots.append(try readPattern(&text))
    } catch {
      report(error.offset, error.message)
    }
  }

  private mutating func readCase(_ text: inout ByteCursor, of rule: inout RuleDraft) {
    text.skipBlanks()
    let start = text.index
    if rule.hasCase {
      report(start, "a rule has one \"case\"")
      return
    }
    rule.hasCase = true
    let word = text.text(text.name())
    text.skipBlanks()
    switch word {
    case "upper" where text.index == text.end: rule.upper = true
    case "capital" where text.index == text.end: rule.capital = true
    default: report(start, "write \"case upper\" or \"case capital\"")
    }
  }

  private mutating func readYields(_ text: inout ByteCursor, of rule: inout RuleDraft) {
    text.skipBlanks()
    let start = text.index
    if rule.meaning != nil {
      report(start, "a rule yields one meaning")
      return
    }
    let word = text.text(text.word())
    guard let meaning = Self.meanings[word] else {
      report(
        start,
        word.isEmpty
          ? "say what a match means, as in \"yields number\""
          : "unknown meaning \"\(word)\"" + suggestion(word, Meaning.allCases.map(\.rawValue)))
      return
    }
    rule.meaning = meaning
    do {
      for (key, value, place) in try readValues(&text) {
        if !rule.values.add(key, value) {
          report(place, "\"\(key)\" has a value already")
        }
      }
    } catch {
      report(error.offset, error.message)
    }
  }

  /// Reports an example that cannot be read; what it captures is read when the examples are run.
  private mutating func checkExample(refused: Bool, _ text: inout ByteCursor) {
    text.skipBlanks()
    guard text.quoted() != nil else {
      report(text.index, "an example is a text in quotes")
      return
    }
    do {
      let captures = try readValues(&text)
      if refused, let first = captures.first {
        report(first.place, "a text that is refused captures nothing")
      }
    } catch {
      report(error.offset, error.message)
    }
  }
}

extension GrammarReader {
  /// The examples of a rule of the only file, in order.
  mutating func examples(of rule: Rule) -> [Rule.Example] {
    open(rule)
    var examples: [Rule.Example] = []
    while let line = takeField() {
      var text = ByteCursor(bytes: bytes, index: line.start, end: line.end)
      let field = Field(bytes[text.word()])
      guard field == .example || field == .refuse else { continue }
      text.skipBlanks()
      examples.append(
        Rule.Example(
          refused: field == .refuse, line: line.number, source: text.index..<text.end))
    }
    return examples
  }
}

/// One `key=value` of a field.
typealias FieldValue = (key: String, value: String, place: Int)

/// Reads the `key=value key="a value"` that end a field.
func readValues(_ text: inout ByteCursor) throws(PatternFault) -> [FieldValue] {
  var values: [FieldValue] = []
  text.skipBlanks()
  while text.index < text.end {
    let start = text.index
    let key = text.name()
    guard !key.isEmpty, text.take(UInt8(ascii: "=")) else {
      throw PatternFault(offset: start, message: "write name=value or name=\"a value\"")
    }
    if text.byte == UInt8(ascii: "\"") {
      guard let range = text.quoted() else {
        throw PatternFault(offset: text.index, message: "the quotes are never closed on this line")
      }
      values.append(
        (text.text(key), String(decoding: text.unescaped(range), as: UTF8.self), start))
    } else {
      values.append((text.text(key), text.text(text.word()), start))
    }
    text.skipBlanks()
  }
  return values
}
