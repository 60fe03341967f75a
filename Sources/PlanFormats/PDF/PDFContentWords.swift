/// The words of a page's content one by one, each with the numbers before it.
struct PDFContentWords {
  private let bytes: [UInt8]
  private var index = 0
  /// The numbers before the word; of many, the last ones.
  private(set) var numbers: [Double] = []
  /// The name before the word.
  private(set) var name: ArraySlice<UInt8>?

  /// How many bytes of text were passed so far.
  private(set) var shown = 0

  /// The words of a content.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next word that can draw.
  mutating func next() -> PDFOperator? {
    clear()
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39, 0x2B, 0x2D, 0x2E: takeNumber()
      case 0x28: skipString()
      case 0x3C:
        index += 1
        // What stands in hexadecimal; "<<" begins a list of names.
        if index < bytes.count, bytes[index] == 0x3C {
          index += 1
        } else {
          let start = index
          skip { $0 != 0x3E }
          shown += (index - start) / 2
        }
      case 0x2F:
        index += 1
        let start = index
        skip(Self.isRegular)
        name = bytes[start..<index]
      case 0x25: skip { $0 != 0x0A && $0 != 0x0D }
      case 0x41...0x5A, 0x61...0x7A, 0x27, 0x22:
        let start = index
        skip(Self.isRegular)
        if let word = PDFOperator(bytes[start..<index]) { return word }
        clear()
      default: index += 1
      }
    }
    return nil
  }

  private mutating func clear() {
    numbers.removeAll(keepingCapacity: true)
    name = nil
  }

  private mutating func skip(_ isWithin: (UInt8) -> Bool) {
    while index < bytes.count, isWithin(bytes[index]) { index += 1 }
  }

  private static func isRegular(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x25, 0x28, 0x29, 0x2F, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D: false
    default: true
    }
  }

  private mutating func skipString() {
    var depth = 0
    let start = index
    defer { shown += index - start - 2 }
    while index < bytes.count {
      switch bytes[index] {
      case 0x5C: index += 1
      case 0x28: depth += 1
      case 0x29: depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { return }
    }
  }

  private mutating func takeNumber() {
    var whole = 0.0
    var part = 0.0
    var place = 1.0
    var isNegative = false
    var isPart = false
    while index < bytes.count {
      switch bytes[index] {
      case 0x2D: isNegative = true
      case 0x2B: break
      case 0x2E: isPart = true
      case 0x30...0x39:
        let digit = Double(bytes[index] - 0x30)
        if isPart {
          place /= 10
          part += digit * place
        } else {
          whole = whole * 10 + digit
        }
      default:
        add(isNegative ? -whole - part : whole + part)
        return
      }
      index += 1
    }
  }

  private mutating func add(_ number: Double) {
    if numbers.count == 64 { numbers.removeFirst(32) }
    numbers.append(max(-1e7, min(1e7, number)))
  }
}
