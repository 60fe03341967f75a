import CXML

/// Reads XML as a tree of fields: gathers what libxml2 tells of a document.
final class XMLReader {
  /// An element that has begun and not ended.
  private struct Open {
    var element: Field.Element
    var line: Int
    /// Whether it is in the namespace of the format.
    var known: Bool
  }

  private var path: [Open] = []
  private var root: Field?
  private var rootLine = 1
  private var fault: ExportError?

  /// The root element of a document.
  static func read(_ bytes: [UInt8]) throws(ExportError) -> Field {
    let reader = XMLReader()
    let problem = reader.parse(bytes)
    if let problem = reader.fault ?? problem { throw problem }
    guard let root = reader.root, case .element(let element) = root.content, element.name == "plan"
    else {
      throw .field(
        path: "", problem: "expected <plan xmlns=\"\(XMLWriter.namespace)\">",
        .line(reader.rootLine))
    }
    return root
  }

  private func parse(_ bytes: [UInt8]) -> ExportError? {
    var fault = cxml_fault()
    let isRead = withExtendedLifetime(self) {
      unsafe bytes.withUnsafeBytes { bytes in
        var handler = unsafe handler
        return unsafe cxml_read(
          bytes.baseAddress, bytes.count, "\(XMLWriter.namespace)", Field.deepestNesting, &handler,
          &fault)
      }
    }
    return isRead == 0 ? ExportError(fault) : nil
  }

  private var handler: cxml_handler {
    unsafe cxml_handler(
      context: Unmanaged.passUnretained(self).toOpaque(),
      start: { reader, name, count, known, line in
        unsafe XMLReader.at(reader)?.start(
          String(bytes: name, count: count), line: line, known: known != 0)
      },
      attribute: { reader, name, count, value, valueCount in
        unsafe XMLReader.at(reader)?.attribute(
          String(bytes: name, count: count), String(bytes: value, count: valueCount))
      },
      text: { reader, text, count in
        unsafe XMLReader.at(reader)?.text(String(bytes: text, count: count))
      },
      end: { reader in unsafe XMLReader.at(reader)?.end() })
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> XMLReader? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<XMLReader>.fromOpaque(context).takeUnretainedValue()
  }

  private func start(_ name: String, line: Int, known: Bool) {
    if path.isEmpty { rootLine = line }
    path.append(Open(element: Field.Element(name: name), line: line, known: known))
  }

  private func attribute(_ name: String, _ value: String) {
    guard !path.isEmpty else { return }
    let meant = meant(value, line: path[path.count - 1].line)
    path[path.count - 1].element.attributes.append((name, meant))
  }

  private func text(_ text: String) {
    // Blanks between elements are no text of the format.
    guard !path.isEmpty, path[path.count - 1].element.children.isEmpty else { return }
    path[path.count - 1].element.text += text
  }

  private func end() {
    guard var open = path.popLast(), open.known else { return }
    open.element.text =
      open.element.children.isEmpty ? meant(open.element.text, line: open.line) : ""
    let field = Field(content: .element(open.element), place: .line(open.line))
    if path.isEmpty {
      root = field
    } else {
      path[path.count - 1].element.children.append(field)
    }
  }

  private func meant(_ text: String, line: Int) -> String {
    if let meant = text.withoutXMLEscapes { return meant }
    fault = fault ?? .syntax("expected four hexadecimal digits after \u{241B}", .line(line))
    return ""
  }
}

extension String {
  /// A text that libxml2 tells, which it has made sure is UTF-8.
  fileprivate init(bytes: UnsafePointer<CChar>, count: Int) {
    self = unsafe String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}

extension ExportError {
  fileprivate init(_ fault: cxml_fault) {
    let message = unsafe withUnsafeBytes(of: fault.message) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    self = .syntax(message, .line(fault.line))
  }
}
