/// A DOCX file that is one XML file (Flat OPC): its parts stand in it one after another.
enum FlatPackage {
  /// Whether a file is one, told by its first element.
  static func isSigned(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1 << 10)
    return ByteText.contains(head, "<?xml") && ByteText.contains(head, "<pkg:package")
  }

  /// Takes the text out of the bytes of a file.
  static func open(_ bytes: [UInt8]) throws(FormatError) -> OpenedDocument {
    try WordDocument.open(PackedParts(parts(of: bytes)), in: [])
  }

  /// The parts that are XML, by their names.
  private static func parts(of bytes: [UInt8]) -> [String: [UInt8]] {
    let all = bytes[...]
    var parts: [String: [UInt8]] = [:]
    var place = 0
    while parts.count < PackedParts.entryLimit,
      let begin = ByteText.find("<pkg:part ", in: all, from: place),
      let tagEnd = ByteText.find(">", in: all, from: begin)
    {
      let end = ByteText.find("</pkg:part>", in: all, from: tagEnd) ?? bytes.count
      place = end
      guard let name = name(in: all[begin..<tagEnd]),
        let data = ByteText.find("<pkg:xmlData", in: all[..<end], from: tagEnd),
        let start = ByteText.find(">", in: all[..<end], from: data),
        let stop = ByteText.find("</pkg:xmlData>", in: all[..<end], from: start),
        parts[name] == nil
      else { continue }
      parts[name] = Array(bytes[(start + 1)..<stop])
    }
    return parts
  }

  /// The name that the tag of a part tells, without the "/" that it begins with.
  private static func name(in tag: ArraySlice<UInt8>) -> String? {
    guard let key = ByteText.find("pkg:name=\"", in: tag, from: tag.startIndex) else { return nil }
    let name = tag[(key + 10)...].prefix { $0 != UInt8(ascii: "\"") }
    return String(decoding: name.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)
  }
}
