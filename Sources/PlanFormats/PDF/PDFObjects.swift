/// The objects of a PDF file that stand in it unpacked, found by their marks.
struct PDFObjects {
  private let bytes: [UInt8]
  /// Where each object begins behind its mark, and where the next one stands; the last of a number
  /// counts.
  private var places: [Int: Range<Int>] = [:]

  /// The objects that stand packed in others, with where those stand.
  private var packed: [Int: (place: Int, words: ArraySlice<UInt8>)] = [:]

  /// The longest dictionary that is looked at.
  static let longest = 1 << 16

  /// Finds the objects of a file.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var open: (number: Int, start: Int)?
    var index = 0
    while index + 3 < bytes.count {
      // " obj" behind two numbers.
      guard bytes[index] == 0x6F, bytes[index + 1] == 0x62, bytes[index + 2] == 0x6A,
        let (number, begin) = mark(before: index)
      else {
        index += 1
        continue
      }
      if let open { places[open.number] = open.start..<begin }
      index += 3
      open = (number, index)
    }
    if let open { places[open.number] = open.start..<bytes.count }
  }

  /// The number in a mark such as "12 0 obj", and where the mark begins.
  private func mark(before index: Int) -> (number: Int, begin: Int)? {
    var place = index - 1
    func skip(_ isWanted: (UInt8) -> Bool) -> Int {
      let end = place
      while place >= 0, end - place < 10, isWanted(bytes[place]) { place -= 1 }
      return end - place
    }
    guard skip({ $0 <= 0x20 }) > 0, skip({ (0x30...0x39).contains($0) }) > 0,
      skip({ $0 <= 0x20 }) > 0
    else { return nil }
    let end = place
    guard skip({ (0x30...0x39).contains($0) }) > 0 else { return nil }
    let number = bytes[(place + 1)...end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (number, place + 1)
  }

  /// The numbers of the objects, from the least.
  var numbers: [Int] { places.keys.sorted() }

  /// What an object says in words, without its stream.
  func words(_ number: Int, longest: Int = Self.longest) -> ArraySlice<UInt8>? {
    if let packed = packed[number], packed.place > places[number]?.lowerBound ?? -1 {
      return packed.words
    }
    guard let place = places[number] else { return nil }
    let slice = bytes[place.prefix(longest)]
    let end = slice.indices.first { index in
      slice[index] == 0x73
        ? slice[index...].starts(with: "stream".utf8)
        : slice[index] == 0x65 && slice[index...].starts(with: "endobj".utf8)
    }
    return slice[..<(end ?? slice.endIndex)]
  }

  /// Finds the objects that stand packed in others (ISO 32000-1, 7.5.7).
  mutating func unpack() {
    guard Self.find("/ObjStm", in: bytes[...]) != nil else { return }
    var left = 1 << 26
    for number in numbers {
      guard let place = places[number]?.lowerBound, let words = words(number),
        Self.find("/ObjStm", in: words) != nil,
        let first = Self.value("/First", in: words).flatMap(Self.number),
        let data = stream(number, limit: left), first <= data.count
      else { continue }
      left -= data.count
      let marks = data[..<first].split { $0 <= 0x20 }.compactMap { Self.number($0) }
      for index in stride(from: 0, to: marks.count - 1, by: 2) {
        let start = first + marks[index + 1]
        let end = index + 3 < marks.count ? first + marks[index + 3] : data.count
        guard start <= end, end <= data.count else { continue }
        if let other = packed[marks[index]], other.place > place { continue }
        packed[marks[index]] = (place, data[start..<end])
      }
    }
  }

  /// The number that words begin with.
  private static func number(_ words: ArraySlice<UInt8>) -> Int? {
    let digits = words.prefix { (0x30...0x39).contains($0) }
    guard (1...9).contains(digits.count) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The data of a stream, unpacked; `nil` if it is longer than `limit` or packed in another way.
  func stream(_ number: Int, limit: Int) -> [UInt8]? {
    guard let place = places[number], let words = words(number) else { return nil }
    var start = words.endIndex
    guard bytes[start..<place.upperBound].starts(with: "stream".utf8) else { return nil }
    start += 6
    if start < place.upperBound, bytes[start] == 0x0D { start += 1 }
    if start < place.upperBound, bytes[start] == 0x0A { start += 1 }
    guard Self.find("/DecodeParms", in: words) == nil else { return nil }
    let data = bytes[start..<place.upperBound]
    guard let filter = Self.value("/Filter", in: words) else {
      return Array(data[..<(Self.find("endstream", in: data) ?? data.endIndex)].prefix(limit))
    }
    let name = filter.drop { $0 <= 0x20 || $0 == 0x5B || $0 == 0x2F }
      .prefix { (0x41...0x5A).contains($0 & 0xDF) }
    guard name.elementsEqual("FlateDecode".utf8) || name.elementsEqual("Fl".utf8) else {
      return nil
    }
    return Inflation.unpack(data, limit: limit)
  }

  /// What stands behind a name.
  static func value(_ name: String, in words: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = words
    while let place = find(name, in: rest) {
      rest = rest[(place + name.utf8.count)...]
      guard let next = rest.first else { return nil }
      // "/FontFile2" does not begin with "/Font".
      if !(0x30...0x39).contains(next), !(0x41...0x5A).contains(next & 0xDF) {
        return rest.drop { $0 <= 0x20 }
      }
    }
    return nil
  }

  /// The number of the object that a name stands for, perhaps the first of several.
  static func reference(_ name: String, in words: ArraySlice<UInt8>) -> Int? {
    value(name, in: words).flatMap(reference)
  }

  /// The number of the object that words begin with.
  static func reference(_ words: ArraySlice<UInt8>) -> Int? {
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let numbers = words.drop { $0 <= 0x20 || $0 == 0x5B }
    let digits = numbers.prefix(while: isDigit)
    let rest = numbers[digits.endIndex...].drop { $0 <= 0x20 || isDigit($0) }
    guard (1...9).contains(digits.count), rest.first == 0x52 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Where words stand first.
  static func find(_ words: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let words = Array(words.utf8)
    guard let first = words.first, bytes.count >= words.count else { return nil }
    var index = bytes.startIndex
    while index + words.count <= bytes.endIndex {
      if bytes[index] == first, bytes[index..<index + words.count].elementsEqual(words) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Where words stand last.
  static func findLast(_ words: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let words = Array(words.utf8)
    guard bytes.count >= words.count else { return nil }
    var index = bytes.endIndex - words.count
    while index >= bytes.startIndex {
      if bytes[index..<index + words.count].elementsEqual(words) { return index }
      index -= 1
    }
    return nil
  }
}
