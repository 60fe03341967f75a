public import PlanModel

/// The JSON of the format `kehoach-plan/1`.
public enum PlanJSON {
  /// Writes a plan as one JSON document with a closing line end.
  ///
  /// - Parameters:
  ///   - trace: Whether every node and fact carries `rule`, the grammar rule that made it.
  ///   - pretty: Whether each node, row and fact has a line of its own, indented by two spaces;
  ///     otherwise the document is one line, as JSON Lines has it.
  ///   - sink: Takes the bytes, piece by piece; no piece is much longer than 64 KiB. What it throws
  ///     ends the writing.
  public static func write<Failure: Error>(
    _ plan: Plan, trace: Bool = false, pretty: Bool = true,
    to sink: (_ piece: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try ByteOutput.to(sink) { output in
      var writer = JSONWriter(trace: trace, pretty: pretty, output: output)
      writer.tell(plan)
      writer.output.byte(UInt8(ascii: "\n"))
      return writer.output
    }
  }

  /// Adds the JSON of a plan to `bytes`.
  public static func write(
    _ plan: Plan, trace: Bool = false, pretty: Bool = true, into bytes: inout [UInt8]
  ) {
    write(plan, trace: trace, pretty: pretty) { bytes += $0 }
  }

  /// Reads a plan back.
  ///
  /// Fields that the format does not know are passed over, since one may be added to it.
  public static func read(_ bytes: [UInt8]) throws(ExportError) -> Plan {
    var reader = JSONReader(bytes)
    return try Plan(Record(reader.document()))
  }

  /// Reads any JSON document as a tree of fields.
  package static func fields(_ bytes: [UInt8]) throws(ExportError) -> Field {
    var reader = JSONReader(bytes)
    return try reader.document()
  }
}
