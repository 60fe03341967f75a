import CArchive

/// The parts of a document that is a ZIP archive (DOCX, ODT), unpacked within limits.
struct PackedParts {
  /// The parts by their names.
  private(set) var parts: [String: [UInt8]] = [:]

  /// The most bytes that one part may have, unpacked.
  static let partLimit = 128 << 20
  /// The most bytes that all parts read may have, unpacked.
  static let totalLimit = 192 << 20
  /// How many times larger than packed all parts may be, beyond a size that harms nobody.
  ///
  /// Word's XML packs to a tenth; deflate can make a thousandth.
  static let ratioLimit = 200
  /// The size up to which a ratio says nothing.
  static let harmless = 8 << 20
  /// The most entries that are looked at.
  static let entryLimit = 10_000

  /// Unpacks the parts of `bytes` whose names are `wanted`.
  ///
  /// Names are compared and never used as paths, links and folders are passed over; of two parts
  /// with one name the first counts.
  init(
    _ bytes: [UInt8], format: DocumentFormat, wanted: (String) -> Bool
  ) throws(FormatError) {
    let wanted = wanted
    let opened = unsafe bytes.withUnsafeBufferPointer { bytes -> Result<_, FormatError> in
      do throws(FormatError) {
        return .success(try unsafe Self.read(bytes, format: format, wanted: wanted))
      } catch {
        return .failure(error)
      }
    }
    parts = try opened.get()
  }

  /// The part with a name, whatever the case of its letters.
  func part(_ name: String) -> [UInt8]? {
    if let part = parts[name] { return part }
    let lower = name.lowercased()
    return parts.first { $0.key.lowercased() == lower }?.value
  }

  /// The parts of a file that holds them in another way.
  init(_ parts: [String: [UInt8]]) { self.parts = parts }

  /// A name as packages write it: some programs set a "/" before it, or "\\" in its place.
  private static func plain(_ name: String) -> String {
    let name = name.replacing("\\", with: "/")
    return String(name.drop { $0 == "/" })
  }

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, format: DocumentFormat, wanted: (String) -> Bool
  ) throws(FormatError) -> [String: [UInt8]] {
    guard let start = bytes.baseAddress,
      let archive = unsafe carchive_open_memory(start, bytes.count, Int32(CARCHIVE_ZIP))
    else { throw .damaged(format, what: "there is no memory to unpack it") }
    defer { unsafe carchive_close(archive) }
    func problem() -> FormatError {
      let message = unsafe carchive_error(archive).map { unsafe String(cString: $0) }
      let what = message ?? "it is damaged"
      return what.contains("libarchive13")
        ? .missing(format, program: "libarchive", package: "libarchive13")
        : .damaged(format, what: what)
    }
    if unsafe carchive_error(archive) != nil { throw problem() }
    var parts: [String: [UInt8]] = [:]
    var total = 0
    var entries = 0
    while true {
      let next = unsafe carchive_next(archive)
      if next == 0 { return parts }
      guard next > 0 else { throw problem() }
      entries += 1
      guard entries <= entryLimit else {
        throw .tooLarge(format, what: "more than \(entryLimit) parts")
      }
      var length = 0
      let name = unsafe plain(
        String(
          decoding: UnsafeRawBufferPointer(start: carchive_name(archive, &length), count: length),
          as: UTF8.self))
      guard unsafe carchive_type(archive) == Int32(CARCHIVE_FILE), parts[name] == nil,
        wanted(name)
      else { continue }
      let stated = unsafe Int(clamping: carchive_size(archive))
      var part: [UInt8] = []
      part.reserveCapacity(min(max(stated, 0), 4 << 20))
      while true {
        let count = unsafe readPiece(archive, into: &part)
        if count == 0 { break }
        guard count > 0 else { throw problem() }
        total += count
        guard part.count <= partLimit else {
          throw .tooLarge(format, what: "\(name) has more than \(partLimit >> 20) MiB unpacked")
        }
        guard total <= totalLimit else {
          throw .tooLarge(format, what: "its parts have more than \(totalLimit >> 20) MiB unpacked")
        }
        guard total <= harmless || total / ratioLimit <= bytes.count else {
          throw .tooLarge(
            format, what: "\(name) unpacks to more than \(ratioLimit) times the size of the file")
        }
      }
      parts[name] = part
    }
  }

  /// How many bytes are unpacked at a time.
  private static let piece = 1 << 16

  private static func readPiece(_ archive: OpaquePointer, into part: inout [UInt8]) -> Int {
    let more = unsafe [UInt8](unsafeUninitializedCapacity: piece) { target, count in
      guard let start = target.baseAddress else { return }
      let got = unsafe carchive_read(archive, start, piece)
      count = Int(max(0, got))
    }
    guard !more.isEmpty else { return unsafe carchive_error(archive) == nil ? 0 : -1 }
    part += more
    return more.count
  }
}
