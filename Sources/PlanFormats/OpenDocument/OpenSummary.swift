/// What an ODT file says of itself: `meta.xml`.
final class OpenSummary: XMLScanner {
  /// The number of pages that the program counted when it saved the file.
  private(set) var pages: Int?
  /// The program that saved it.
  var producer: String? { OpenedDocument.producer(String(decoding: name, as: UTF8.self)) }

  private var name: [UInt8] = []
  private var isInName = false

  /// Reads what there is of a part; a damaged one says nothing.
  init(_ part: [UInt8]?) {
    super.init()
    guard let part else { return }
    do {
      try scan(part, name: "meta.xml", format: .odt, OpenName.vocabulary)
    } catch {
      (name, pages) = ([], nil)
    }
  }

  override func start(_ space: Int, _ name: Int, _ attributes: XMLAttributes) {
    isInName = space == OpenName.Space.meta.rawValue && name == OpenName.generator.index
    if space == OpenName.Space.meta.rawValue, name == OpenName.documentStatistic.index {
      pages = attributes.value(.meta, .pageCount).flatMap { Int($0) }
    }
  }

  override func text(_ text: XMLText) {
    if isInName { text.append(to: &name) }
  }

  override func end() { isInName = false }
}
