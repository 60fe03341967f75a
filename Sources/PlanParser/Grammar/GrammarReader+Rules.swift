extension GrammarReader {
  private static let fields = ["line", "phrase", "case", "yields", "example", "refuse"]
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
    if !rule.examples.contains(where: { !$0.refused }) {
      report(rule.place, "rule \"\(rule.id)\" has no \"example\"; give a text that it matches")
    }
  }

  private mutating func readField(_ line: Line, of rule: inout RuleDraft) {
    var text = ByteCursor(bytes: bytes, index: line.start, end: line.end)
    let field = text.text(text.word())
    text.skipBlanks()
    let before = errors.count
    switch field {
    case "line", "phrase": readRulePattern(field == "line" ? .line : .phrase, &text, of: &rule)
    case "case": readCase(&text, of: &rule)
    case "yields": readYields(&text, of: &rule)
    case "example", "refuse": readExample(field == "refuse", line.number, &text, of: &rule)
    default:
      report(line.start, "unknown field \"\(field)\"" + suggestion(field, Self.fields))
    }
    if errors.count > before { rule.faulty = true }
  }

  private mutating func readRulePattern(
    _ kind: Rule.Kind, _ text: inout ByteCursor, of rule: inout RuleDraft
  ) {
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

  private mutating func readExample(
    _ refused: Bool, _ number: Int, _ text: inout ByteCursor, of rule: inout RuleDraft
  ) {
    rule.examples.append(
      Rule.Example(refused: refused, line: number, source: text.index..<text.end))
    if looksAtExamples { checkExample(refused, &text) }
  }

  /// Reports an example that cannot be read; what it captures is read when the examples are run.
  private mutating func checkExample(_ refused: Bool, _ text: inout ByteCursor) {
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
