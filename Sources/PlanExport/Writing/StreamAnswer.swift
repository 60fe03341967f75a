package import PlanModel

/// A line of JSON that answers a request: the plan, or why there is none.
package enum StreamAnswer {
  /// Writes `{"id":…,"plan":{…}}`, piece by piece.
  package static func write<Failure: Error>(
    id: String, _ plan: Plan, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try sink(Array("{\"id\":\(id),\"plan\":".utf8))
    try ByteOutput.to(sink) { output in
      var writer = JSONWriter(trace: false, pretty: false, output: output)
      writer.tell(plan)
      return writer.output
    }
    try sink(Array("}\n".utf8))
  }

  /// The line `{"id":…,"line":…,"error":{"code":…,"message":…}}`.
  package static func failure(
    id: String, line: Int, code: String, message: String
  ) -> [UInt8] {
    let error = "{\"code\":\(spelled(code)),\"message\":\(spelled(message))}"
    return Array("{\"id\":\(id),\"line\":\(line),\"error\":\(error)}\n".utf8)
  }

  /// A text as JSON spells it.
  package static func spelled(_ text: String) -> String {
    var bytes: [UInt8] = []
    ByteOutput.to({ bytes += $0 }) { output in
      var writer = JSONWriter(trace: false, pretty: false, output: output)
      writer.string(text)
      return writer.output
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
