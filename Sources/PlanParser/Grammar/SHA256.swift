import CDigest

/// The SHA-256 digest (FIPS 180-4) of some bytes, in lower-case hexadecimal digits.
package func sha256Hex(_ bytes: [UInt8]) -> String { sha256Hex(pieces: [bytes]) }

/// The same of pieces, one after the other.
func sha256Hex(pieces: some Sequence<[UInt8]>) -> String {
  let sum = unsafe cdigest_sha256_begin()
  for piece in pieces { unsafe cdigest_sha256_add(sum, piece, piece.count) }
  let size = Int(CDIGEST_SHA256_SIZE)
  let digest = unsafe [UInt8](unsafeUninitializedCapacity: size) { target, count in
    unsafe cdigest_sha256_end(sum, target.baseAddress)
    count = size
  }
  let digits = Array("0123456789abcdef".utf8)
  var hex: [UInt8] = []
  hex.reserveCapacity(size * 2)
  for byte in digest {
    hex.append(digits[Int(byte >> 4)])
    hex.append(digits[Int(byte & 15)])
  }
  return String(decoding: hex, as: UTF8.self)
}
