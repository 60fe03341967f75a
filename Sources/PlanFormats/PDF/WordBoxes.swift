/// What `pdftotext -bbox` prints: what the file tells of itself, and for each page the boxes of its
/// words, as elements of XHTML, one on a line.
struct WordBoxes {
  /// The pages with their words.
  private(set) var pages: [PlacedPage] = []
  /// The program that made the file.
  private(set) var producer: String?

  /// Reads what was printed.
  init(_ bytes: [UInt8]) {
    for row in bytes.split(separator: 0x0A) {
      let line = row.drop { $0 == 0x20 }
      if line.starts(with: "<word ".utf8) {
        add(line)
      } else if line.starts(with: "<page ".utf8) {
        let size = Self.numbers(line, 2)
        guard size.count == 2 else { continue }
        pages.append(PlacedPage(number: pages.count + 1, width: size[0], height: size[1]))
      } else if line.starts(with: Self.producerMark.utf8), pages.isEmpty {
        let value = line.dropFirst(Self.producerMark.utf8.count).prefix { $0 != 0x22 }
        producer = OpenedDocument.producer(Self.text(value))
      }
    }
  }

  private static let producerMark = "<meta name=\"Producer\" content=\""

  private mutating func add(_ line: ArraySlice<UInt8>) {
    let places = Self.numbers(line, 4)
    guard let page = pages.indices.last, places.count == 4,
      let start = line.firstIndex(of: 0x3E), let end = line.lastIndex(of: 0x3C), start < end
    else { return }
    let text = line[(start + 1)..<end].filter { $0 > 0x20 && $0 != 0x7F }
    let (width, height) = (places[2] - places[0], places[3] - places[1])
    guard !text.isEmpty, width >= 0, height > 0 else { return }
    let word = PlacedWord(
      left: places[0], top: places[1], right: places[2], bottom: places[3],
      text: Self.text(text[...]))
    guard !word.text.allSatisfy(\.isWhitespace) else { return }
    pages[page].words.append(word)
  }

  /// The numbers that stand in quotation marks at the beginning of an element, in hundredths.
  private static func numbers(_ line: ArraySlice<UInt8>, _ count: Int) -> [Double] {
    var numbers: [Double] = []
    var index = line.startIndex
    while numbers.count < count, index < line.endIndex {
      defer { index += 1 }
      guard line[index] == 0x22 else { continue }
      var value = 0
      var places: Int?
      var isNegative = false
      index += 1
      while index < line.endIndex, line[index] != 0x22 {
        switch line[index] {
        case 0x2D: isNegative = true
        case 0x2E: places = 0
        case 0x30...0x39 where places ?? 0 < 3 && value < 1_000_000_000_000:
          value = value * 10 + Int(line[index] - 0x30)
          places = places.map { $0 + 1 }
        case 0x30...0x39: break
        default: return []
        }
        index += 1
      }
      for _ in (places ?? 0)..<3 { value *= 10 }
      guard value < 10_000_000_000 else { return [] }
      numbers.append(Double((isNegative ? -value - 5 : value + 5) / 10) / 100)
    }
    return numbers
  }

  /// A text whose marks are written as entities.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(0x26) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let rest = bytes[index...]
      let entity = bytes[index] == 0x26 ? entities.first { rest.starts(with: $0.name) } : nil
      text.append(entity?.mark ?? bytes[index])
      index += entity?.name.count ?? 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let entities: [(name: [UInt8], mark: UInt8)] = [
    (Array("&amp;".utf8), 0x26), (Array("&lt;".utf8), 0x3C), (Array("&gt;".utf8), 0x3E),
    (Array("&quot;".utf8), 0x22), (Array("&apos;".utf8), 0x27), (Array("&#39;".utf8), 0x27),
  ]
}
