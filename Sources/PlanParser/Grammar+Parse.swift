public import PlanModel
public import PlanText

extension Grammar {
  /// Reads a plan out of a text; any text gives a plan and diagnostics.
  ///
  /// - Parameters:
  ///   - text: The canonical text.
  ///   - source: The file it was read from, told in the plan as given.
  ///   - trace: Whether nodes and facts tell the rules that made them.
  /// - Returns: The plan, its spans in UTF-8 bytes of `text`.
  public func parse(_ text: CanonicalText, source: Source, trace: Bool = false) -> Plan {
    let generator = Generator(
      name: "kehoach", version: KehoachVersion.current, grammar: identity)
    var reader = PlanReader(
      text, grammar: self, plan: Plan(source: source, generator: generator), trace: trace)
    var plan = reader.read()
    reader.finish()
    Remainder.claim(&plan, text.bytes)
    return plan
  }
}
