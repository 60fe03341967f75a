/// The pages of a PDF file in their order, as far as they can be read without its other parts.
struct PDFPages {
  /// A page: its box, and what its content is.
  struct Page {
    /// The corner of the page that is left and low, and its size.
    var left = 0.0
    var low = 0.0
    var width = 0.0
    var height = 0.0
    /// The numbers of the streams that draw it.
    var contents: [Int] = []
    /// What its content names.
    var resources: ArraySlice<UInt8>?
  }

  private let objects: PDFObjects
  /// The pages; `nil` for one that is turned or told in another way.
  private(set) var pages: [Page?] = []
  private static let deepest = 32
  private static let contentLimit = 1 << 24
  private static let mostPictures = 500
  /// How many bytes of content may be unpacked yet: many pages may have one content.
  private var left = 1 << 27

  /// Reads the tree of pages; `nil` if it cannot be followed or the file is encrypted.
  init?(_ bytes: [UInt8]) {
    guard PDFObjects.find("/Encrypt", in: bytes[...]) == nil,
      let root = PDFObjects.findLast("/Root", in: bytes[...]),
      let catalog = PDFObjects.reference("/Root", in: bytes[root...].prefix(64))
    else { return nil }
    var objects = PDFObjects(bytes)
    objects.unpack()
    self.objects = objects
    guard let words = objects.words(catalog), let tree = PDFObjects.reference("/Pages", in: words)
    else { return nil }
    var seen: Set<Int> = []
    guard add(tree, Inherited(), depth: 0, &seen) else { return nil }
  }

  /// What the pages of a branch have in common.
  private struct Inherited {
    var box: [Double]?
    var isTurned = false
    var resources: ArraySlice<UInt8>?
  }

  private mutating func add(
    _ number: Int, _ above: Inherited, depth: Int, _ seen: inout Set<Int>
  ) -> Bool {
    guard depth < Self.deepest, pages.count <= PDFDocument.pageLimit,
      seen.insert(number).inserted, let words = objects.words(number)
    else { return false }
    var own = above
    if let box = value("/MediaBox", in: words) { own.box = Self.numbers(box) }
    if let turn = PDFObjects.value("/Rotate", in: words) {
      own.isTurned = !turn.starts(with: [0x30]) || turn.dropFirst().first == 0x2E
    }
    if let resources = value("/Resources", in: words) { own.resources = resources }
    guard let kids = PDFObjects.value("/Kids", in: words) else {
      pages.append(page(words, own))
      return true
    }
    for kid in references(kids) {
      guard add(kid, own, depth: depth + 1, &seen) else { return false }
    }
    return true
  }

  private func page(_ words: ArraySlice<UInt8>, _ own: Inherited) -> Page? {
    guard !own.isTurned, let box = own.box, box.count == 4,
      PDFObjects.value("/UserUnit", in: words) == nil
    else { return nil }
    var contents: [Int] = []
    if let value = PDFObjects.value("/Contents", in: words) { contents = references(value) }
    return Page(
      left: min(box[0], box[2]), low: min(box[1], box[3]), width: abs(box[2] - box[0]),
      height: abs(box[3] - box[1]), contents: contents, resources: own.resources)
  }

  /// The names of the pictures of a page (and not of the forms, which draw as pages do).
  func pictures(_ page: Page) -> Set<ArraySlice<UInt8>> {
    guard let resources = page.resources, let named = value("/XObject", in: resources),
      named.starts(with: [0x3C, 0x3C])
    else { return [] }
    let end = PDFObjects.find(">>", in: named) ?? named.endIndex
    var pictures: Set<ArraySlice<UInt8>> = []
    for entry in named[(named.startIndex + 2)..<end].split(separator: 0x2F)
      .prefix(Self.mostPictures)
    {
      let name = entry.prefix { $0 > 0x20 }
      guard let number = PDFObjects.reference(entry[name.endIndex...]),
        let words = objects.words(number, longest: 1 << 10),
        PDFObjects.value("/Subtype", in: words)?.starts(with: "/Image".utf8) == true
      else { continue }
      pictures.insert(name)
    }
    return pictures
  }

  /// What stands behind a name, or in the object that stands for it.
  private func value(_ name: String, in words: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let value = PDFObjects.value(name, in: words) else { return nil }
    guard let number = PDFObjects.reference(value), value.first != 0x5B else { return value }
    return objects.words(number)?.drop { $0 <= 0x20 }
  }

  /// What draws a page, unpacked; `nil` if a part of it is packed in another way.
  mutating func content(_ page: Page) -> [UInt8]? {
    var content: [UInt8] = []
    for number in page.contents {
      let limit = min(left, Self.contentLimit - content.count)
      guard limit > 0, let part = objects.stream(number, limit: limit) else { return nil }
      left -= part.count + 1
      content += part
      content.append(0x0A)
    }
    return content
  }

  /// The numbers of the objects that a value names: one, a list, or one that is a list.
  private func references(_ value: ArraySlice<UInt8>) -> [Int] {
    if value.first == 0x5B { return Self.list(value.dropFirst()) }
    guard let number = PDFObjects.reference(value) else { return [] }
    if let words = objects.words(number)?.drop(while: { $0 <= 0x20 }), words.first == 0x5B {
      return Self.list(words.dropFirst())
    }
    return [number]
  }

  private static func list(_ words: ArraySlice<UInt8>) -> [Int] {
    words.prefix { $0 != 0x5D }.split(separator: 0x52).compactMap {
      PDFObjects.reference($0 + [0x52])
    }
  }

  private static func numbers(_ value: ArraySlice<UInt8>) -> [Double]? {
    guard value.first == 0x5B else { return nil }
    return value.dropFirst().prefix { $0 != 0x5D }.split { $0 <= 0x20 }.compactMap {
      Double(String(decoding: $0, as: UTF8.self))
    }
  }
}
