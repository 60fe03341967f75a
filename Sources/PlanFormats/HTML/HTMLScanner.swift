import CXML

/// Reads a page by libxml2: a class says what is made of it.
///
/// Nothing outside of the page is read, and nesting is limited.
class HTMLScanner {
  /// How deep elements may be nested.
  static let deepest = 1000

  /// An element begins.
  func start(_ name: String, _ attributes: [String: String]) {}

  /// A piece of text stands in the innermost element.
  func text(_ text: [UInt8]) {}

  /// The innermost element ends.
  func end(_ name: String) {}

  /// Reads a page in UTF-8 to its end.
  final func scan(_ source: [UInt8]) throws(FormatError) {
    let page = HTMLScanner.withListsApart(source)
    var fault = cxml_fault()
    let isRead = withExtendedLifetime(self) {
      unsafe page.withUnsafeBytes { bytes in
        var handler = unsafe self.handler
        return unsafe cxml_read_html(
          bytes.baseAddress, bytes.count, HTMLScanner.deepest, &handler, &fault)
      }
    }
    guard isRead == 0 else { return }
    let message = unsafe withUnsafeBytes(of: fault.message) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    throw .tooLarge(.html, what: "line \(fault.line): \(message)")
  }

  private var handler: cxml_html_handler {
    unsafe cxml_html_handler(
      context: Unmanaged.passUnretained(self).toOpaque(),
      start: { context, name, attributes in
        unsafe HTMLScanner.at(context)?.start(
          String(cString: name), HTMLScanner.attributes(attributes))
      },
      text: { context, text, count in
        unsafe HTMLScanner.at(context)?.text(
          Array(UnsafeRawBufferPointer(start: text, count: count)))
      },
      end: { context, name in unsafe HTMLScanner.at(context)?.end(String(cString: name)) })
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> HTMLScanner? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<HTMLScanner>.fromOpaque(context).takeUnretainedValue()
  }

  /// Names and values that come in turn.
  private static func attributes(
    _ list: UnsafePointer<UnsafePointer<CChar>?>?
  ) -> [String: String] {
    guard var next = unsafe list else { return [:] }
    var result: [String: String] = [:]
    while let name = unsafe next[0], result.count < 64 {
      let value = unsafe next[1].map { unsafe String(cString: $0) } ?? ""
      result[unsafe String(cString: name).lowercased()] = value
      unsafe next += 2
    }
    return result
  }

  /// A page whose "ul" is called "dir", another name of such a list: libxml2 takes "<ul>" right
  /// behind "<ol>" (a level that a word processor skipped) for the end of the list around it.
  private static func withListsApart(_ page: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(page.count + page.count / 64)
    for (index, byte) in page.enumerated() {
      let isName = byte | 0x20 == UInt8(ascii: "u") && namesList(page, at: index)
      let isRest = byte | 0x20 == UInt8(ascii: "l") && index > 0 && namesList(page, at: index - 1)
      if isName { result += "dir".utf8 } else if !isRest { result.append(byte) }
    }
    return result
  }

  /// Whether the name "ul" of a tag stands at an index.
  private static func namesList(_ page: [UInt8], at index: Int) -> Bool {
    guard index > 0, index + 2 < page.count, page[index] | 0x20 == UInt8(ascii: "u"),
      page[index + 1] | 0x20 == UInt8(ascii: "l")
    else { return false }
    let opens = page[index - 1] == UInt8(ascii: "<")
    let closes =
      index > 1 && page[index - 1] == UInt8(ascii: "/") && page[index - 2] == UInt8(ascii: "<")
    let after = page[index + 2]
    return (opens || closes) && (after <= 0x20 || after == UInt8(ascii: ">"))
  }
}
