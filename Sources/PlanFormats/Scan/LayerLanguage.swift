import PlanText

/// What the characters of a page's text layer are: those of Vietnamese, or what a scanner that knows no
/// Vietnamese, or a font that does not tell its characters, left in their place.
struct LayerLanguage {
  /// The fewest letters that tell something.
  private static let least = 200
  /// Of how many letters one has a mark in what is hardly Vietnamese; real text has one in four.
  private static let unmarked = 25

  private var letters = 0
  private var marked = 0
  private var signs = 0
  /// The signs of words that are none: with codes of no character, letters of two scripts, or signs
  /// where letters were.
  private var broken = 0

  /// Counts the words of a page.
  init(_ words: [PlacedWord]) {
    for word in words { add(word.text) }
  }

  /// Whether there are enough letters to tell.
  var isTold: Bool { letters >= Self.least }
  /// Whether next to no letter has a mark.
  var isUnmarked: Bool { isTold && marked * Self.unmarked < letters }
  /// Whether many words are none.
  var isBroken: Bool { isTold && broken * 10 > signs * 3 }

  private mutating func add(_ text: String) {
    var length = 0
    var own = 0
    var latin = 0
    var strange = 0
    var isInside = false
    var gap = 0
    for scalar in text.unicodeScalars {
      length += 1
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A:
        latin += 1
        own += 1
        if isInside { strange += gap }
        (isInside, gap) = (true, 0)
      case 0xC0...0x24F, 0x1E00...0x1EFF, 0x300...0x36F:
        marked += 1
        latin += 1
        own += 1
        if isInside { strange += gap }
        (isInside, gap) = (true, 0)
      case 0x3F, 0x25, 0x3C...0x3E, 0x5B...0x60, 0x7B...0x7E:
        // "T?NH", "r_ka=q"
        gap += 1
        isInside = true
      case 0...0x1F, 0x7F...0x9F, 0xE000...0xF8FF, 0xFFFD:
        own += 1
        strange += 1
      case 0x370...0x1DFF, 0x3040...0xD7FF:
        own += 1
        // A letter of another script beside Latin ones.
        if latin > 0 { strange += 1 }
      default: break
      }
    }
    letters += own
    signs += length
    if strange > 0 { broken += length }
  }

  // MARK: Words

  /// How many words of a page there are, how many are syllables with a mark, and how many are such
  /// without.
  static func syllables(_ bytes: [UInt8]) -> (words: Int, marked: Int, bare: Int) {
    var count = (words: 0, marked: 0, bare: 0)
    for word in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace) {
      let letters = word.filter(\.isLetter)
      guard letters.unicodeScalars.count >= 2 else { continue }
      count.words += 1
      guard letters.count + 1 >= word.count, Syllables.isOne(letters) else { continue }
      if letters.utf8.contains(where: { $0 >= 0x80 }) {
        count.marked += 1
      } else {
        count.bare += 1
      }
    }
    return count
  }
}

extension TextLayer {
  /// The places of pages whose text layer is no Vietnamese: what they print has to be recognised.
  ///
  /// - Parameters:
  ///   - pages: The pages, with their words.
  ///   - drawn: What draws them, as far as that can be read.
  static func foreign(_ pages: [PlacedPage], _ drawn: inout PDFPages?) -> Set<Int> {
    var foreign: Set<Int> = []
    var good = 0
    for index in pages.indices {
      let language = LayerLanguage(pages[index].words)
      guard language.isTold else { continue }
      if isForeign(pages[index], language, &drawn) { foreign.insert(index) } else { good += 1 }
    }
    // Few words tell little; pages of one file have one layer.
    guard !foreign.isEmpty, good == 0 else { return foreign }
    for index in pages.indices where !foreign.contains(index) {
      let count = LayerLanguage.syllables(text(pages[index]))
      if count.words > 0, count.marked == 0 { foreign.insert(index) }
    }
    return foreign
  }

  private static func isForeign(
    _ page: PlacedPage, _ language: LayerLanguage, _ drawn: inout PDFPages?
  ) -> Bool {
    guard language.isBroken || language.isUnmarked else { return false }
    let count = LayerLanguage.syllables(text(page))
    // Fonts of the years before Unicode are told by the text itself.
    guard count.marked * 5 < count.words * 2 else { return false }
    if language.isBroken { return true }
    // Text without marks that is printed so has no picture of itself behind it; English is no
    // syllables.
    return count.bare * 5 > count.words * 2 && isPicture(page, &drawn)
  }

  /// Whether a picture lies behind all of a page's words.
  static func isPicture(_ page: PlacedPage, _ drawn: inout PDFPages?) -> Bool {
    guard let drawing = drawn?.drawing(on: page) else { return false }
    return drawing.pictures.contains { picture in
      page.words.count { picture.holds($0.middle, $0.centre) } * 10 > page.words.count * 9
    }
  }

  /// The text of a page in Unicode, as it is told of old fonts.
  private static func text(_ page: PlacedPage) -> [UInt8] {
    var lines = StyledLines()
    for row in WordRow.rows(of: page.words) {
      lines.append(
        SymbolFont.plain(Array(row.words.map(\.text).joined(separator: " ").utf8)), LineStyle(),
        beginsPage: false)
    }
    return (try? CanonicalText(lines, encoding: "UTF-8"))?.bytes ?? []
  }
}
