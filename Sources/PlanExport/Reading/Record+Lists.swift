import PlanModel

extension Record {
  /// A list of texts.
  func texts(_ name: String) throws(ExportError) -> [String] {
    try entries(name) { (field) throws(ExportError) in try field.text() }
  }

  /// A list of records.
  func list<Value>(
    _ name: String, _ read: (Record) throws(ExportError) -> Value
  ) throws(ExportError) -> [Value] {
    try entries(name) { (field) throws(ExportError) in try read(Record(field)) }
  }

  /// A list of records that may be absent.
  func optionalList<Value>(
    _ name: String, _ read: (Record) throws(ExportError) -> Value
  ) throws(ExportError) -> [Value] {
    value(name) == nil ? [] : try list(name, read)
  }

  /// The cells of a row and where they stand.
  func cells() throws(ExportError) -> (cells: [String], spans: [ByteSpan]) {
    if value("spans") != nil {
      let spans = try entries("spans") { (field) throws(ExportError) in try field.span() }
      return (try texts("cells"), spans)
    }
    let cells = try entries("cells") { (field) throws(ExportError) in
      // In JSON the spans have a list of their own, which is missing.
      guard case .element = field.content else { throw missing("spans") }
      return (text: try field.text(), span: try Record(field).span())
    }
    return (cells.map(\.text), cells.map(\.span))
  }

  private func entries<Value>(
    _ name: String, _ read: (Field) throws(ExportError) -> Value
  ) throws(ExportError) -> [Value] {
    let entries = try self.read(name) { (field) throws(ExportError) in try field.entries() }
    var values: [Value] = []
    values.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      do throws(ExportError) { values.append(try read(entry)) } catch {
        throw error.under("\(name)[\(index)]")
      }
    }
    return values
  }
}

/// An enumeration whose cases are words of the format.
typealias FormatWord = CaseIterable & RawRepresentable<String>

extension CaseIterable where Self: RawRepresentable<String> {
  /// The words, for a message: "increase or decrease".
  static var words: String {
    let words = allCases.map(\.rawValue)
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension Field {
  /// The value as a word of a closed list.
  func word<Word: FormatWord>() throws(ExportError) -> Word {
    if case .text(let text) = content, let word = Word(rawValue: text) { return word }
    throw expected(Word.words)
  }

  /// The value as an exact number.
  func decimal() throws(ExportError) -> ExactDecimal {
    switch content {
    case .number(let spelling), .text(let spelling):
      if let value = ExactDecimal(numeral: spelling) { return value }
      throw expected("a number of at most 18 digits")
    default: throw expected("a number")
    }
  }
}

extension ExactDecimal {
  /// The furthest that a number's digits may stand from its point.
  private static let farthest = 1000

  /// A number as JSON spells it, with an exponent if need be; `nil` when it does not fit exactly.
  init?(numeral: String) {
    var mantissa = numeral[...]
    var scale = 0
    if let mark = numeral.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      guard let exponent = Int(numeral[numeral.index(after: mark)...]),
        exponent.magnitude <= Self.farthest
      else { return nil }
      scale = -exponent
      mantissa = numeral[..<mark]
    }
    var digits = 0
    var afterPoint = false
    let negative = mantissa.first == "-"
    if negative { mantissa.removeFirst() }
    if mantissa.contains(".") {
      while mantissa.last == "0" { mantissa.removeLast() }
    }
    guard mantissa.utf8.contains(where: { $0 != UInt8(ascii: ".") }) else { return nil }
    for byte in mantissa.utf8 {
      switch byte {
      case UInt8(ascii: ".") where !afterPoint: afterPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int(byte) - 48
        let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(negative ? -digit : digit)
        if overflow || carry { return nil }
        digits = sum
        if afterPoint { scale += 1 }
      default: return nil
      }
    }
    if digits == 0 { scale = 0 }
    while scale < 0 {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      digits = product
      scale += 1
    }
    guard scale <= Self.farthest else { return nil }
    self.init(digits: digits, scale: scale)
  }
}
