import CXML

/// Reads a part of a document that is XML: a class for each kind of part says what it keeps.
///
/// Nothing outside of the part is read, document type declarations are refused, nesting is
/// limited.
class XMLScanner {
  /// How deep elements may be nested: a table within tables and text boxes takes a dozen each.
  private static let deepest = 600

  /// What the reader itself found wrong; the scan stops at the next element.
  var fault: FormatError?

  /// An element begins; the numbers are those of the vocabulary, -1 for others.
  func start(_ space: Int, _ name: Int, _ attributes: XMLAttributes) {}

  /// A piece of text stands in the innermost element.
  func text(_ text: XMLText) {}

  /// The innermost element ends.
  func end() {}

  /// Reads a part to its end.
  ///
  /// - Parameters:
  ///   - part: The bytes of the part.
  ///   - name: Its name, for messages.
  ///   - format: The format of the document that it is a part of.
  final func scan(
    _ part: [UInt8], name: String, format: DocumentFormat, _ vocabulary: XMLVocabulary
  ) throws(FormatError) {
    var fault = cxml_fault()
    let isRead = withExtendedLifetime(self) {
      unsafe part.withUnsafeBytes { bytes in
        var words = unsafe vocabulary.raw
        var scanner = unsafe self.scanner
        return unsafe cxml_scan(
          bytes.baseAddress, bytes.count, &words, XMLScanner.deepest, &scanner, &fault)
      }
    }
    if let fault = self.fault { throw fault }
    if isRead == 0 {
      let message = unsafe withUnsafeBytes(of: fault.message) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      throw .damaged(format, what: "\(name), line \(fault.line): \(message)")
    }
  }

  private var scanner: cxml_scanner {
    unsafe cxml_scanner(
      context: Unmanaged.passUnretained(self).toOpaque(),
      start: { context, space, name, attributes, count in
        unsafe XMLScanner.at(context)?.start(
          Int(space), Int(name), XMLAttributes(attributes, count: count))
      },
      text: { context, text, count in
        unsafe XMLScanner.at(context)?.text(
          XMLText(UnsafeRawBufferPointer(start: text, count: count)))
      },
      end: { context in unsafe XMLScanner.at(context)?.end() },
      stops: { context in unsafe XMLScanner.at(context)?.fault == nil ? 0 : 1 })
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> XMLScanner? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<XMLScanner>.fromOpaque(context).takeUnretainedValue()
  }
}
