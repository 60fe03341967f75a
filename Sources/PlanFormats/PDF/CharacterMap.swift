/// The map of a font from codes to characters (ToUnicode), as far as it tells blanks.
struct CharacterMap {
  /// The codes that it tells a blank or nothing.
  private(set) var blanks: Set<Int> = []
  /// By how much the codes of ASCII letters are less than the letters, where all are by as much.
  private(set) var shift: Int?

  private static let mostCodes = 200_000

  /// Reads a map.
  init(_ bytes: [UInt8]) {
    var shifts: [Int: Int] = [:]
    var told = 0
    func tell(_ code: Int, _ scalars: [UInt32]) {
      told += 1
      if scalars.allSatisfy(FontCharacters.isBlank) {
        blanks.insert(code)
      } else {
        blanks.remove(code)
        if scalars.count == 1, scalars[0] < 0x7F, UInt8(scalars[0]) & 0xDF > 0x40 {
          shifts[Int(scalars[0]) - code, default: 0] += 1
        }
      }
    }
    var parts: [Part] = []
    var isRange = false
    var isInside = false
    for part in Self.parts(bytes) {
      guard told < Self.mostCodes else { break }
      if case .word(let word) = part {
        isRange = word == "beginbfrange"
        isInside = isRange || word == "beginbfchar"
        parts = []
        continue
      }
      guard isInside else { continue }
      parts.append(part)
      guard parts.count == (isRange ? 3 : 2) else { continue }
      defer { parts = [] }
      guard case .code(let first) = parts[0] else { continue }
      let code = Self.number(first)
      guard isRange else {
        if case .code(let units) = parts[1] { tell(code, Self.scalars(units)) }
        continue
      }
      guard case .code(let last) = parts[1] else { continue }
      let count = Self.number(last) - code
      guard (0..<0x10000).contains(count) else { continue }
      switch parts[2] {
      case .code(let units):
        var scalars = Self.scalars(units)
        for step in 0...count {
          tell(code + step, scalars)
          if let last = scalars.indices.last, scalars[last] < 0x10FFFF { scalars[last] += 1 }
        }
      case .list(let list):
        for (step, units) in list.prefix(count + 1).enumerated() {
          tell(code + step, Self.scalars(units))
        }
      case .word: break
      }
    }
    if shifts.count == 1, let (shift, count) = shifts.first, count >= 8 { self.shift = shift }
  }

  /// A part of a map: a word, the bytes of a code, or several.
  private enum Part {
    case word(String)
    case code([UInt8])
    case list([[UInt8]])
  }

  private static func parts(_ bytes: [UInt8]) -> [Part] {
    var parts: [Part] = []
    var list: [[UInt8]]?
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x3C:
        guard index < bytes.count, bytes[index] != 0x3C else {
          index += 1
          continue
        }
        let digits = bytes[index...].prefix { $0 != 0x3E }
        index = digits.endIndex + 1
        let code = hex(digits)
        if list == nil { parts.append(.code(code)) } else { list?.append(code) }
      case 0x5B: list = []
      case 0x5D:
        if let list { parts.append(.list(list)) }
        list = nil
      case 0x41...0x5A, 0x61...0x7A:
        let word = bytes[(index - 1)...].prefix { (0x41...0x5A).contains($0 & 0xDF) }
        index = word.endIndex
        parts.append(.word(String(decoding: word, as: UTF8.self)))
      default: break
      }
    }
    return parts
  }

  private static func hex(_ digits: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var half: UInt8?
    for digit in digits {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x41...0x46, 0x61...0x66: value = digit & 0xDF - 0x37
      default: continue
      }
      if let first = half { bytes.append(first << 4 | value) }
      half = half == nil ? value : nil
    }
    return bytes
  }

  private static func number(_ bytes: [UInt8]) -> Int {
    bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  /// The characters of UTF-16 units.
  private static func scalars(_ bytes: [UInt8]) -> [UInt32] {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return String(decoding: units, as: UTF16.self).unicodeScalars.map(\.value)
  }
}
