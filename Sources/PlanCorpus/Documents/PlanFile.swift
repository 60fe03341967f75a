import PlanExport
import PlanModel

/// A plan that was written before, in JSON or XML.
package enum PlanFile {
  /// What a file holds, told by its first mark.
  package enum Form: String, Sendable {
    case json = "JSON"
    case xml = "XML"
  }

  /// Whether a file holds a plan of the format, and why not.
  package enum Verdict: Sendable {
    case valid(Form)
    case invalid(String)
  }

  /// Reads a plan back, and an XML plan against its schema too.
  package static func validate(_ bytes: [UInt8]) -> Verdict {
    do throws(ExportError) {
      switch form(bytes) {
      case .json:
        _ = try PlanJSON.read(bytes)
        return .valid(.json)
      case .xml:
        try PlanXML.validate(bytes)
        _ = try PlanXML.read(bytes)
        return .valid(.xml)
      case nil:
        return .invalid("neither JSON nor XML; a plan begins with { or <")
      }
    } catch {
      return .invalid(lowered(error.description))
    }
  }

  /// A message of libxml2, which begins with a capital, as ours are written.
  private static func lowered(_ message: String) -> String {
    let second = message.dropFirst().first
    guard second?.isLowercase == true else { return message }
    return message.prefix(1).lowercased() + message.dropFirst()
  }

  private static func form(_ bytes: [UInt8]) -> Form? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes.starts(with: mark) ? mark.count : 0
    let first = bytes[start...].first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    switch first {
    case UInt8(ascii: "{"): return .json
    case UInt8(ascii: "<"): return .xml
    default: return nil
    }
  }
}
