/// Where the plan of each input goes.
package enum OutputPlan {
  /// Why a set of inputs cannot go to a place.
  package enum Refusal: Error, Equatable, Sendable {
    /// Two inputs would be written to one file.
    case sameName(String, String, output: String)
    /// A plan would take the place of a document.
    case overwrites(String)
  }

  /// A file in `folder` for each input, named after it.
  package static func files(
    for inputs: [String], in folder: String, format: OutputFormat
  ) throws(Refusal) -> [String] {
    var taken: [String: String] = [:]
    var outputs: [String] = []
    for input in inputs {
      let stem = input == DocumentReader.standardInput ? "stdin" : Path.stem(input)
      let output = Path.join(folder, stem + "." + format.rawValue)
      if let other = taken[output] { throw .sameName(other, input, output: output) }
      taken[output] = input
      outputs.append(output)
    }
    return outputs
  }

  /// Refuses places at which one of the inputs stands, under this name or another.
  package static func check(_ outputs: [String], for inputs: [String]) throws(Refusal) {
    let documents = Set(
      inputs.compactMap {
        $0 == DocumentReader.standardInput ? FileIdentity.standardInput : FileIdentity($0)
      })
    for output in outputs {
      guard let place = FileIdentity(output), place.isFile else { continue }
      if documents.contains(place) { throw .overwrites(output) }
    }
  }
}

extension OutputPlan.Refusal: CustomStringConvertible {
  /// The fact and the remedy.
  package var description: String {
    switch self {
    case .sameName(let one, let other, let output):
      "\(one) and \(other) would both be written to \(output); "
        + "give the files different names, or convert them in two runs"
    case .overwrites(let output):
      "\(output) would be overwritten by its own plan; choose another -o"
    }
  }
}
