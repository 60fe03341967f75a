import CXML

extension PlanJSON {
  /// The JSON Schema (draft 2020-12) of the format.
  public static var schema: String {
    var count = 0
    return unsafe String(schema: cxml_json_schema(&count), count: count)
  }
}

extension PlanXML {
  /// The XML Schema of the format.
  public static var schema: String {
    var count = 0
    return unsafe String(schema: cxml_xml_schema(&count), count: count)
  }

  /// Checks a document by the XML Schema of the format; throws what is wrong, by line.
  ///
  /// Of a document that is wrong throughout, the first 100 faults are told.
  public static func validate(_ bytes: [UInt8]) throws(ExportError) {
    // What is not well formed is told as that.
    _ = try XMLReader.read(bytes)
    let faults = FaultList()
    var count = 0
    let schema = unsafe cxml_xml_schema(&count)
    let isValidated = withExtendedLifetime(faults) {
      unsafe bytes.withUnsafeBytes { bytes in
        unsafe cxml_validate(
          bytes.baseAddress, bytes.count, schema, count,
          Unmanaged.passUnretained(faults).toOpaque()
        ) { faults, line, message in
          guard let faults = unsafe faults else { return }
          unsafe Unmanaged<FaultList>.fromOpaque(faults).takeUnretainedValue().add(
            line, String(cString: message))
        }
      }
    }
    if !faults.faults.isEmpty { throw .schema(faults.faults) }
    if isValidated == 0 { throw .syntax("the document cannot be validated", .line(1)) }
  }
}

/// What the validator has found.
private final class FaultList {
  private(set) var faults: [ExportError.Fault] = []

  func add(_ line: Int, _ message: String) {
    if faults.count < 100 { faults.append(ExportError.Fault(line: line, message: message)) }
  }
}

extension String {
  fileprivate init(schema: UnsafePointer<CChar>, count: Int) {
    self = unsafe String(
      decoding: UnsafeRawBufferPointer(start: schema, count: count), as: UTF8.self)
  }
}
