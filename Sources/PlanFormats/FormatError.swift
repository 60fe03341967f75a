public import PlanText

/// Why a document's text cannot be taken out of its bytes.
public enum FormatError: Error, Equatable, Sendable {
  /// The bytes are no text that can be decoded.
  case text(TextError)
  /// The file does not hold what its format demands; `what` says what and where.
  case damaged(DocumentFormat, what: String)
  /// The file can only be read with a password.
  case locked(DocumentFormat)
  /// The document would take more than a limit allows; `what` names the limit and its size.
  case tooLarge(DocumentFormat, what: String)
  /// A program or library that reads this format is not installed; `package` is Debian's name.
  case missing(DocumentFormat, program: String, package: String)
  /// A program that reads this format failed; `what` is what it said.
  case failed(DocumentFormat, program: String, what: String)
}

extension FormatError {
  /// The same of a file of another format, which was read by way of this one.
  func told(of format: DocumentFormat) -> FormatError {
    switch self {
    case .text: self
    case .damaged(_, let what): .damaged(format, what: what)
    case .locked: .locked(format)
    case .tooLarge(_, let what): .tooLarge(format, what: what)
    case .missing(_, let program, let package):
      .missing(format, program: program, package: package)
    case .failed(_, let program, let what): .failed(format, program: program, what: what)
    }
  }
}

extension FormatError: CustomStringConvertible {
  /// The fact, then the remedy.
  public var description: String {
    switch self {
    case .text(.binary(.zip, _)):
      "a ZIP file that holds no document, or is cut off; fetch the whole file again, or unpack it"
    case .text(.binary(.gzip, _)):
      "a gzip file; unpack it"
    case .text(.binary(.unknown, let offset)):
      "a binary file of no format that is read (control bytes at offset \(offset)); "
        + "save the document as text, DOCX, ODT, PDF, RTF or HTML"
    case .text(let error):
      error.description
    case .damaged(let format, let what):
      "a damaged \(format.rawValue) file (\(what)); fetch the whole file again, "
        + "or open it in an office program and save it anew"
    case .locked(let format):
      "the \(format.rawValue) file is protected by a password; save it without one"
    case .tooLarge(let format, let what):
      "the \(format.rawValue) file is larger than is read (\(what)); split it into documents"
    case .missing(let format, let program, let package):
      "\(program), which reads \(format.rawValue) files, is not installed; "
        + "install it with: apt-get install \(package)"
    case .failed(let format, let program, let what):
      "\(program) could not read the \(format.rawValue) file (\(what)); "
        + "open it in an office program and save it anew"
    }
  }
}
