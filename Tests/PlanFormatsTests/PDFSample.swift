/// A small PDF file written by hand: text in Helvetica and lines.
struct PDFSample {
  /// What is drawn on each page, in the words of a content stream.
  var pages: [String]

  /// The words that set a text at a place, counted from the bottom left corner.
  static func text(_ text: String, _ x: Int, _ y: Int) -> String {
    "BT /F 12 Tf 1 0 0 1 \(x) \(y) Tm (\(text)) Tj ET\n"
  }

  /// The words that draw a line.
  static func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int) -> String {
    "\(x1) \(y1) m \(x2) \(y2) l S\n"
  }

  var bytes: [UInt8] { Self.file(objects) }

  /// The file, protected by a password: what opens it is that of no password at all.
  var locked: [UInt8] {
    let key = String(repeating: "ab", count: 32)
    let lock = "<< /Filter /Standard /V 1 /R 2 /O <\(key)> /U <\(key)> /P -4 >>"
    let entries = "/Encrypt \(objects.count + 1) 0 R /ID [<\(key)> <\(key)>] "
    return Self.file(objects + [Array(lock.utf8)], trailer: entries)
  }

  /// The file, with the name of a program that made it.
  func made(by producer: String) -> [UInt8] {
    Self.file(
      objects + [Array("<< /Producer (\(producer)) >>".utf8)],
      trailer: "/Info \(objects.count + 1) 0 R ")
  }

  private var objects: [[UInt8]] {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " "))] >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for (index, page) in pages.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(5 + 2 * index) 0 R "
          + "/Resources << /Font << /F 3 0 R >> >> >>")
      objects.append("<< /Length \(page.utf8.count) >>\nstream\n\(page)endstream")
    }
    return objects.map { Array($0.utf8) }
  }

  /// A file of objects, of which the first is the catalog.
  ///
  /// - Parameters:
  ///   - objects: What each object holds.
  ///   - more: Further entries of the trailer.
  static func file(_ objects: [[UInt8]], trailer more: String = "") -> [UInt8] {
    var file = Array("%PDF-1.4\n".utf8)
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.count)
      file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = file.count
    file += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets {
      let digits = String(offset)
      let zeros = String(repeating: "0", count: 10 - digits.count)
      file += Array("\(zeros)\(digits) 00000 n \n".utf8)
    }
    let trailer =
      "trailer << /Size \(objects.count + 1) /Root 1 0 R \(more)>>\nstartxref\n\(start)\n%%EOF\n"
    return file + Array(trailer.utf8)
  }
}
