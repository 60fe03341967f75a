/// What a DOCX file says of itself: `docProps/app.xml`.
final class WordSummary: WordScanner {
  /// The number of pages that the program counted when it saved the file.
  var pages: Int? { Int(String(decoding: told[.pages] ?? [], as: UTF8.self)) }
  /// The program that saved it, with its version.
  var producer: String? {
    let words = (told[.application] ?? []) + [0x20] + (told[.appVersion] ?? [])
    return told[.application] == nil
      ? nil : OpenedDocument.producer(String(decoding: words, as: UTF8.self))
  }

  private var told: [WordName: [UInt8]] = [:]

  /// Reads what there is of a part; a damaged one says nothing.
  init(_ part: [UInt8]?) {
    super.init()
    guard let part else { return }
    do { try read(part, name: "docProps/app.xml") } catch { told = [:] }
  }

  override func text(_ text: XMLText, in name: WordName?) {
    switch name {
    case .pages?, .application?, .appVersion?:
      if let name { text.append(to: &told[name, default: []]) }
    default: break
    }
  }
}
