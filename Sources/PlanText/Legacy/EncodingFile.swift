internal import CEncodings

/// A file of `encodings/`, cut into the words of its lines.
struct EncodingFile {
  /// The words of each line that is no comment.
  let lines: [[[UInt8]]]

  /// The file of a name; without lines when there is none.
  init(_ name: String) {
    var count = 0
    guard let start = unsafe kehoach_encoding_file(name, &count) else {
      lines = []
      return
    }
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    lines = bytes.split(separator: 0x0A).filter { $0.first != UInt8(ascii: "#") }.map { line in
      line.split { $0 == 0x20 || $0 == 0x09 }.map(Array.init)
    }
  }
}
