package import PlanModel
package import PlanText

extension Grammar {
  /// Reads a plan with the rules traced, and tells how often each rule matched on the way.
  package func observe(
    _ text: CanonicalText, source: Source
  ) -> (plan: Plan, uses: [Int]) {
    let generator = Generator(
      name: "kehoach", version: KehoachVersion.current, grammar: identity)
    var reader = PlanReader(
      text, grammar: self, plan: Plan(source: source, generator: generator), trace: true)
    reader.keepUses()
    var plan = reader.read()
    let uses = reader.takeUses()
    reader.finish()
    Remainder.claim(&plan, text.bytes)
    return (plan, uses)
  }
}
