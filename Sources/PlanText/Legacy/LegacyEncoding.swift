/// An encoding that Vietnamese was written in before Unicode.
///
/// Its characters come as bytes, or as the Western characters that stand at the same places of a
/// font: "KÕ ho¹ch" is TCVN3 and "UÛY BAN" VNI.
public enum LegacyEncoding: String, CaseIterable, Sendable {
  /// TCVN 5712:1993, table VN3, of the ".Vn" fonts (ABC).
  case tcvn3 = "TCVN3"
  /// The code of the "VNI-" fonts: a mark stands after its vowel.
  case vni = "VNI"
  /// Microsoft's code page: tone marks stand after their vowels.
  case windows1258 = "windows-1258"
  /// RFC 1456.
  case viscii = "VISCII"
  /// The code of the "VPS" fonts.
  case vps = "VPS"
  /// UTF-8 whose bytes somebody took for characters of windows-1252.
  case utf8 = "UTF-8 as windows-1252"

  /// The file of `encodings/` with its table; `nil` for the one that needs none.
  var file: String? {
    switch self {
    case .tcvn3: "tcvn3.tsv"
    case .vni: "vni.tsv"
    case .windows1258: "windows-1258.tsv"
    case .viscii: "viscii.tsv"
    case .vps: "vps.tsv"
    case .utf8: nil
    }
  }
}
