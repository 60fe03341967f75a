import CArchive
import TestSupport
import Testing

/// The wall before libarchive, by its own words.
@Suite struct CArchiveTests {
  private static let letter = Array("Kế hoạch trồng cây\n".utf8)

  /// Everything that a reader tells, entry by entry, and its last error.
  private static func walk(
    _ bytes: [UInt8], piece: Int = 7, formats: Int = CARCHIVE_ZIP | CARCHIVE_TAR
  ) -> (entries: [String], error: String?) {
    unsafe bytes.withUnsafeBufferPointer { source in
      let reader = unsafe carchive_open_memory(source.baseAddress, source.count, Int32(formats))
      defer { unsafe carchive_close(reader) }
      var entries: [String] = []
      var error: String?
      guard unsafe carchive_error(reader) == nil else {
        return unsafe ([], String(cString: carchive_error(reader)))
      }
      while true {
        let code = unsafe carchive_next(reader)
        if code < 0 { error = unsafe String(cString: carchive_error(reader)) }
        guard code == 1 else { return (entries, error) }
        var length = 0
        let start = unsafe carchive_name(reader, &length)
        let name = unsafe UnsafeRawBufferPointer(start: start, count: length)
        var data: [UInt8] = []
        var room = [UInt8](repeating: 0, count: piece)
        while true {
          let count = unsafe carchive_read(reader, &room, piece)
          if count < 0 { error = unsafe String(cString: carchive_error(reader)) }
          guard count > 0 else { break }
          data += room[..<Int(count)]
        }
        entries.append(
          unsafe String(decoding: name, as: UTF8.self) + " \(carchive_type(reader))"
            + " \(carchive_size(reader)) " + String(decoding: data, as: UTF8.self))
      }
    }
  }

  @Test func aZipIsReadEntryByEntry() {
    let file = PackedSample.zip([("xã/đề án.txt", Self.letter), ("b.txt", []), ("c", [65])])
    let (entries, error) = Self.walk(file)
    #expect(error == nil)
    #expect(entries == ["xã/đề án.txt 1 26 Kế hoạch trồng cây\n", "b.txt 1 0 ", "c 1 1 A"])
  }

  @Test func aTarIsReadEntryByEntry() {
    let file = PackedSample.tar([
      ("xã/", [], nil), ("xã/đề án.txt", Self.letter, nil), ("l", [], "xã"),
    ])
    let (entries, error) = Self.walk(file)
    #expect(error == nil)
    #expect(entries == ["xã/ 2 0 ", "xã/đề án.txt 1 26 Kế hoạch trồng cây\n", "l 3 0 "])
  }

  @Test func onlyTheFormatsAskedForAreRead() {
    let zip = PackedSample.zip([("a", [65])])
    #expect(Self.walk(zip, formats: CARCHIVE_TAR).error != nil)
    #expect(Self.walk(zip, formats: CARCHIVE_ZIP).error == nil)
  }

  @Test func whatIsNotPackedIsRefused() {
    for bytes in [Self.letter, [], [0x50, 0x4B, 3, 4], [0x1F, 0x8B, 8]] {
      let (entries, error) = Self.walk(bytes)
      #expect(entries.isEmpty)
      let message = error ?? ""
      #expect(message.first?.isLowercase == true && !message.hasSuffix("."), "\(message)")
    }
  }

  @Test func aDamagedByteNeverEndsTheProgram() {
    let zip = PackedSample.zip([("a.txt", Self.letter), ("b.txt", Self.letter)])
    let tar = PackedSample.tar([("a.txt", Self.letter, nil), ("b.txt", Self.letter, nil)])
    for file in [zip, Array(tar.prefix(1_600))] {
      for place in file.indices {
        var damaged = file
        damaged[place] ^= 0x55
        let (entries, _) = Self.walk(damaged, piece: 64)
        #expect(entries.count <= 4)
        #expect(Self.walk(Array(file.prefix(place)), piece: 64).entries.count <= 2)
      }
    }
  }

  @Test func aReaderIsClosedAtAnyByte() {
    let file = PackedSample.zip([("a", [UInt8](repeating: 65, count: 5_000))])
    unsafe file.withUnsafeBufferPointer { source in
      let reader = unsafe carchive_open_memory(source.baseAddress, source.count, 1)
      var room = [UInt8](repeating: 0, count: 100)
      #expect(unsafe carchive_next(reader) == 1)
      #expect(unsafe carchive_read(reader, &room, 100) == 100)
      unsafe carchive_close(reader)
    }
  }
}
