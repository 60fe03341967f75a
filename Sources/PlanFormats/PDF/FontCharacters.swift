/// The characters of the glyphs of a TrueType font, by its own table (cmap).
struct FontCharacters {
  /// For each glyph its character; glyphs that are a blank have none.
  private(set) var scalars: [Int: UInt32] = [:]

  private static let mostCharacters = 100_000

  /// Reads a font; `nil` if it has no table of Unicode characters.
  init?(_ font: [UInt8]) {
    func number(_ place: Int, _ size: Int) -> Int? {
      guard place >= 0, place + size <= font.count else { return nil }
      return font[place..<place + size].reduce(0) { $0 << 8 | Int($1) }
    }
    guard let tableCount = number(4, 2) else { return nil }
    var start: Int?
    for table in 0..<tableCount {
      let place = 12 + 16 * table
      guard let name = number(place, 4), let offset = number(place + 8, 4) else { return nil }
      if name == 0x636D_6170 { start = offset }
    }
    guard let start, let count = number(start + 2, 2) else { return nil }
    for entry in 0..<count {
      let place = start + 4 + 8 * entry
      guard let platform = number(place, 2), let encoding = number(place + 2, 2),
        let offset = number(place + 4, 4)
      else { return nil }
      guard platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10)) else { continue }
      let table = start + offset
      switch number(table, 2) {
      case 4: addSegments(table, number)
      case 12: addGroups(table, number)
      default: continue
      }
    }
    let blanks = scalars.filter { Self.isBlank($0.value) }.keys
    for glyph in blanks { scalars[glyph] = nil }
    guard !scalars.isEmpty else { return nil }
  }

  /// Whether a character has nothing to see, or no meaning of its own.
  static func isBlank(_ value: UInt32) -> Bool {
    switch value {
    case 0...0x20, 0x7F...0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x3000, 0xE000...0xF8FF,
      0xFEFF, 0xFFFD...0xFFFF:
      true
    default: Unicode.Scalar(value) == nil
    }
  }

  private mutating func add(_ glyph: Int, _ value: Int) {
    guard glyph > 0, value > 0, value < 0x110000 else { return }
    let value = UInt32(value)
    // A glyph of several characters: a blank stays one, else the first counts.
    if let known = scalars[glyph], Self.isBlank(known) || known <= value { return }
    scalars[glyph] = value
  }

  private mutating func addSegments(_ table: Int, _ number: (Int, Int) -> Int?) {
    guard let double = number(table + 6, 2) else { return }
    var total = 0
    for segment in stride(from: 0, to: double, by: 2) {
      let ends = table + 14 + segment
      let starts = ends + double + 2
      guard let end = number(ends, 2), let start = number(starts, 2),
        let delta = number(starts + double, 2), let offset = number(starts + 2 * double, 2)
      else { return }
      guard start <= end else { continue }
      total += end - start
      guard total < Self.mostCharacters else { return }
      for value in start...end where value != 0xFFFF {
        if offset == 0 {
          add((value + delta) & 0xFFFF, value)
        } else if let glyph = number(starts + 2 * double + offset + 2 * (value - start), 2),
          glyph != 0
        {
          add((glyph + delta) & 0xFFFF, value)
        }
      }
    }
  }

  private mutating func addGroups(_ table: Int, _ number: (Int, Int) -> Int?) {
    guard let count = number(table + 12, 4) else { return }
    var total = 0
    for group in 0..<min(count, Self.mostCharacters) {
      let place = table + 16 + 12 * group
      guard let start = number(place, 4), let end = number(place + 4, 4),
        let glyph = number(place + 8, 4), start <= end
      else { return }
      total += end - start
      guard total < Self.mostCharacters else { return }
      for value in start...end { add(glyph + value - start, value) }
    }
  }
}
