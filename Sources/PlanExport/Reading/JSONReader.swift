/// Reads JSON (RFC 8259) as a tree of fields.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A mark of the byte order says nothing in UTF-8, and is allowed to be there.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The one value of the document.
  mutating func document() throws(ExportError) -> Field {
    let value = try value(depth: 0)
    skipBlanks()
    guard position == bytes.count else { throw syntax("expected the end of the document") }
    return value
  }

  private mutating func value(depth: Int) throws(ExportError) -> Field {
    skipBlanks()
    let place = ExportError.Place.byte(position)
    switch peek {
    case UInt8(ascii: "{"): return Field(content: .record(try fields(depth: depth)), place: place)
    case UInt8(ascii: "["): return Field(content: .list(try entries(depth: depth)), place: place)
    case UInt8(ascii: "\""): return Field(content: .text(try string()), place: place)
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return Field(content: .number(try number()), place: place)
    case UInt8(ascii: "t"):
      try word("true")
      return Field(content: .flag(true), place: place)
    case UInt8(ascii: "f"):
      try word("false")
      return Field(content: .flag(false), place: place)
    case UInt8(ascii: "n"):
      try word("null")
      return Field(content: .null, place: place)
    default: throw syntax("expected a value")
    }
  }

  private mutating func fields(
    depth: Int
  ) throws(ExportError) -> [(name: String, value: Field)] {
    try enter(depth)
    var fields: [(name: String, value: Field)] = []
    if take(UInt8(ascii: "}")) { return fields }
    repeat {
      skipBlanks()
      guard peek == UInt8(ascii: "\"") else { throw syntax("expected a field's name") }
      let name = try string()
      guard take(UInt8(ascii: ":")) else { throw syntax("expected \":\"") }
      fields.append((name, try value(depth: depth + 1)))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw syntax("expected \",\" or \"}\"") }
    return fields
  }

  private mutating func entries(depth: Int) throws(ExportError) -> [Field] {
    try enter(depth)
    var entries: [Field] = []
    if take(UInt8(ascii: "]")) { return entries }
    repeat {
      entries.append(try value(depth: depth + 1))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw syntax("expected \",\" or \"]\"") }
    return entries
  }

  private mutating func enter(_ depth: Int) throws(ExportError) {
    guard depth < Field.deepestNesting else {
      throw syntax("more than \(Field.deepestNesting) levels of nesting")
    }
    position += 1
  }

  private mutating func word(_ word: StaticString) throws(ExportError) {
    let end = position + word.utf8CodeUnitCount
    let matches = word.withUTF8Buffer { letters in
      unsafe end <= bytes.count && bytes[position..<end].elementsEqual(letters)
    }
    guard matches else { throw syntax("expected \(word)") }
    position = end
  }

  private mutating func number() throws(ExportError) -> String {
    let start = position
    if peek == UInt8(ascii: "-") { position += 1 }
    let whole = digits()
    guard whole > 0 else { throw syntax("expected a digit") }
    guard whole == 1 || bytes[position - whole] != UInt8(ascii: "0") else {
      throw .syntax("a number that begins with 0", .byte(start))
    }
    if peek == UInt8(ascii: ".") {
      position += 1
      guard digits() > 0 else { throw syntax("expected a digit") }
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      position += 1
      if peek == UInt8(ascii: "-") || peek == UInt8(ascii: "+") { position += 1 }
      guard digits() > 0 else { throw syntax("expected a digit") }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = peek, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { position += 1 }
    return position - start
  }

  private mutating func string() throws(ExportError) -> String {
    position += 1
    let start = position
    var decoded: [UInt8]?
    var runStart = position
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        let run = bytes[runStart..<position]
        position += 1
        let text =
          if let decoded { String(validating: decoded + run, as: UTF8.self) } else {
            String(validating: run, as: UTF8.self)
          }
        guard let text else { throw .syntax("text that is not UTF-8", .byte(start)) }
        return text
      case UInt8(ascii: "\\"):
        var before = decoded.take() ?? []
        before += bytes[runStart..<position]
        before.append(contentsOf: String(try escape()).utf8)
        decoded = consume before
        runStart = position
      case 0..<0x20: throw syntax("a control character that is not escaped")
      default: position += 1
      }
    }
    throw .syntax("a text without its closing quotation mark", .byte(start - 1))
  }

  private mutating func escape() throws(ExportError) -> Unicode.Scalar {
    position += 1
    let letter = peek
    position += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let high = try codeUnit()
      if let scalar = Unicode.Scalar(high) { return scalar }
      guard UTF16.isLeadSurrogate(high), take2(UInt8(ascii: "\\"), UInt8(ascii: "u")) else {
        throw syntax("half of a surrogate pair")
      }
      let low = try codeUnit()
      guard UTF16.isTrailSurrogate(low),
        let scalar = Unicode.Scalar(0x10000 + (UInt32(high) & 0x3FF) << 10 + UInt32(low) & 0x3FF)
      else { throw syntax("half of a surrogate pair") }
      return scalar
    default:
      position -= 1
      throw syntax("no escape of JSON")
    }
  }

  private mutating func codeUnit() throws(ExportError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw syntax("expected four hexadecimal digits")
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard peek == byte else { return false }
    position += 1
    return true
  }

  private mutating func take2(_ first: UInt8, _ second: UInt8) -> Bool {
    guard position + 1 < bytes.count, bytes[position] == first, bytes[position + 1] == second else {
      return false
    }
    position += 2
    return true
  }

  private func syntax(_ message: String) -> ExportError {
    .syntax(position < bytes.count ? message : message + ", found the end", .byte(position))
  }
}
