/// Why a document in one of the project's own formats cannot be read.
public enum ExportError: Error, Equatable, Sendable {
  /// It is no JSON or no XML at all, or it goes beyond a limit.
  case syntax(String, Place)
  /// A field is not what the format says.
  case field(path: String, problem: String, Place)
  /// The schema says otherwise, in as many places.
  case schema([Fault])

  /// Where in a document something was met.
  public enum Place: Hashable, Sendable {
    /// An offset in bytes, in JSON.
    case byte(Int)
    /// A line number from 1, in XML.
    case line(Int)
  }

  /// What a schema validator has to say of one line.
  public struct Fault: Hashable, Sendable {
    /// The line number, from 1.
    public var line: Int
    /// What is wrong there.
    public var message: String

    /// A fault from its parts.
    public init(line: Int, message: String) {
      self.line = line
      self.message = message
    }
  }
}

extension ExportError: CustomStringConvertible {
  /// One line per fault: "body[2].span: expected two integers at byte 4711".
  public var description: String {
    switch self {
    case .syntax(let message, let place): "\(message) at \(place)"
    case .field("", let problem, let place): "\(problem) at \(place)"
    case .field(let path, let problem, let place): "\(path): \(problem) at \(place)"
    case .schema(let faults):
      faults.map { "\($0.message) at line \($0.line)" }.joined(separator: "\n")
    }
  }
}

extension ExportError.Place: CustomStringConvertible {
  /// "byte 4711", "line 12".
  public var description: String {
    switch self {
    case .byte(let offset): "byte \(offset)"
    case .line(let number): "line \(number)"
    }
  }
}

extension ExportError {
  /// The same error, seen from the field or list entry `step` that holds it.
  func under(_ step: String) -> ExportError {
    guard case .field(let path, let problem, let place) = self else { return self }
    return .field(path: path.isEmpty ? step : step + "." + path, problem: problem, place)
  }
}
