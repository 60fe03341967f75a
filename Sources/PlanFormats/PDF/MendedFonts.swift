/// Mends the fonts of PDF files that tell letters as blanks: some writers give a map to characters
/// that names a blank for letters the font itself names right.
///
/// Nothing is guessed: the table of the embedded font counts, and without one the order of its
/// glyphs if all letters that are told stand in the order of ASCII.
enum MendedFonts {
  private static let longest = 1 << 26
  private static let mostFonts = 200
  private static let mapLimit = 1 << 20
  private static let fontLimit = 1 << 24

  /// A file with its maps mended, as an update behind what it has; `nil` when there is nothing to
  /// mend.
  static func mend(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count < longest, PDFObjects.find("/ToUnicode", in: bytes[...]) != nil else {
      return nil
    }
    let objects = PDFObjects(bytes)
    var maps: [Int: [UInt8]] = [:]
    for number in objects.numbers {
      guard maps.count < mostFonts else { break }
      guard let font = objects.words(number), PDFObjects.find("/Type0", in: font) != nil,
        PDFObjects.find("/Identity-H", in: font) != nil,
        let map = PDFObjects.reference("/ToUnicode", in: font), maps[map] == nil,
        let told = objects.stream(map, limit: mapLimit)
      else { continue }
      // A blank has a code of its own, as the one that does not break has.
      let characters = CharacterMap(told)
      guard characters.blanks.count > 1 else { continue }
      let named = named(characters, by: font, objects)
      if !named.isEmpty { maps[map] = mended(told, named) }
    }
    return maps.isEmpty ? nil : updated(bytes, maps)
  }

  /// The characters of the codes that a map tells as blanks, by the font itself.
  private static func named(
    _ map: CharacterMap, by font: ArraySlice<UInt8>, _ objects: PDFObjects
  ) -> [(code: Int, scalar: UInt32)] {
    guard let descendants = PDFObjects.value("/DescendantFonts", in: font) else { return [] }
    var words = font
    if let number = PDFObjects.reference(descendants), let found = objects.words(number) {
      words = found
      // The list of fonts may be an object of its own.
      if PDFObjects.find("/CIDFontType2", in: words) == nil,
        let inner = PDFObjects.reference(words), let found = objects.words(inner)
      {
        words = found
      }
    }
    guard PDFObjects.find("/CIDFontType2", in: words) != nil,
      PDFObjects.value("/CIDToGIDMap", in: words)?.starts(with: "/Identity".utf8) ?? true,
      let descriptor = PDFObjects.reference("/FontDescriptor", in: words),
      let description = objects.words(descriptor),
      let file = PDFObjects.reference("/FontFile2", in: description),
      let program = objects.stream(file, limit: fontLimit)
    else { return [] }
    if let characters = FontCharacters(program) {
      return map.blanks.sorted().compactMap { code in
        characters.scalars[code].map { (code, $0) }
      }
    }
    guard let shift = map.shift else { return [] }
    return map.blanks.sorted().compactMap { code in
      let value = code + shift
      return (0x21...0x7E).contains(value) ? (code, UInt32(value)) : nil
    }
  }

  /// A map with some codes told once more: the last time counts.
  private static func mended(
    _ map: [UInt8], _ named: [(code: Int, scalar: UInt32)]
  ) -> [UInt8] {
    let end = PDFObjects.findLast("endcmap", in: map[...]) ?? map.count
    var mended = Array(map[..<end])
    for start in stride(from: 0, to: named.count, by: 100) {
      let part = named[start..<min(start + 100, named.count)]
      mended += "\n\(part.count) beginbfchar\n".utf8
      for (code, scalar) in part {
        let units = Unicode.Scalar(scalar).map { String(Character($0)).utf16.map { hex(Int($0)) } }
        mended += "<\(hex(code))> <\((units ?? []).joined())>\n".utf8
      }
      mended += "endbfchar\n".utf8
    }
    return mended + map[end...]
  }

  private static func hex(_ value: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// A file with some objects replaced, by an update at its end.
  private static func updated(_ bytes: [UInt8], _ streams: [Int: [UInt8]]) -> [UInt8]? {
    guard PDFObjects.find("/Encrypt", in: bytes[...]) == nil,
      let start = PDFObjects.findLast("startxref", in: bytes[...]),
      let root = last("/Root", in: bytes).flatMap(PDFObjects.reference),
      let size = last("/Size", in: bytes).flatMap(number),
      let before = number(bytes[(start + 9)...].drop { $0 <= 0x20 })
    else { return nil }
    var file = bytes + [0x0A]
    var places: [(number: Int, place: Int)] = []
    for (number, stream) in streams.sorted(by: { $0.key < $1.key }) {
      places.append((number, file.count))
      file += "\(number) 0 obj\n<< /Length \(stream.count) >>\nstream\n".utf8
      file += stream
      file += "\nendstream\nendobj\n".utf8
    }
    let table = file.count
    file += "xref\n".utf8
    for (number, place) in places {
      let digits = String(place)
      file +=
        "\(number) 1\n\(String(repeating: "0", count: max(0, 10 - digits.count)))\(digits)".utf8
      file += " 00000 n \n".utf8
    }
    let info =
      last("/Info", in: bytes).flatMap(PDFObjects.reference)
      .map { "/Info \($0) 0 R " } ?? ""
    file += "trailer\n<< /Size \(size) /Root \(root) 0 R \(info)/Prev \(before) >>\n".utf8
    file += "startxref\n\(table)\n%%EOF\n".utf8
    return file
  }

  /// What stands behind a name where it stands last.
  private static func last(_ name: String, in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    PDFObjects.findLast(name, in: bytes[...]).flatMap { PDFObjects.value(name, in: bytes[$0...]) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    guard (1...9).contains(digits.count) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
