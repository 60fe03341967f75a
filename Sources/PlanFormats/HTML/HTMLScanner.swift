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
  final func scan(_ page: [UInt8]) throws(FormatError) {
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
}
