/// Packed files made byte by byte, so that no other program is needed to test reading them.
package enum PackedSample {
  /// A ZIP file whose entries are stored as they are.
  package static func zip(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let name = Array(entry.name.utf8)
      let size = little(UInt32(entry.bytes.count))
      // Version 2.0, names in UTF-8, stored, 2026-01-01.
      let facts: [UInt8] =
        [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0x5C] + little(crc32(entry.bytes)) + size + size
        + [UInt8(name.count), 0, 0, 0]
      let place = little(UInt32(file.count))
      file += [0x50, 0x4B, 3, 4] + facts + name + entry.bytes
      directory += [0x50, 0x4B, 1, 2, 20, 0] + facts + [UInt8](repeating: 0, count: 10)
      directory += place + name
    }
    let count = [UInt8(entries.count), 0]
    let end = little(UInt32(directory.count)) + little(UInt32(file.count))
    return file + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + end + [0, 0]
  }

  /// A tar file; a name that ends with a slash is a folder, one with `link` a symbolic link.
  package static func tar(_ entries: [(name: String, bytes: [UInt8], link: String?)]) -> [UInt8] {
    var file: [UInt8] = []
    for entry in entries {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at place: Int) {
        for (index, byte) in text.utf8.enumerated() { header[place + index] = byte }
      }
      put(entry.name, at: 0)
      put("0000644", at: 100)
      put(octal(entry.bytes.count), at: 124)
      put("14000000000", at: 136)
      put("        ", at: 148)
      put(entry.link != nil ? "2" : entry.name.hasSuffix("/") ? "5" : "0", at: 156)
      put(entry.link ?? "", at: 157)
      put("ustar\u{0}00", at: 257)
      let sum = header.reduce(0) { $0 + Int($1) }
      put(String(octal(sum).suffix(6)) + "\u{0} ", at: 148)
      file += header + entry.bytes
      file += [UInt8](repeating: 0, count: (512 - file.count % 512) % 512)
    }
    return file + [UInt8](repeating: 0, count: 1_024)
  }

  private static func octal(_ value: Int) -> String {
    let digits = String(value, radix: 8)
    return String(repeating: "0", count: 11 - digits.count) + digits
  }

  private static func little(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
