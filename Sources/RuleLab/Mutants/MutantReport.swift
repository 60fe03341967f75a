/// Who saw the faults that were put into rules.
package enum MutantReport {
  /// A line for each kind of fault, the share of rules of which every fault is seen, and what
  /// nobody saw.
  package static func text(_ results: [MutantRun.Result]) -> String {
    var text = Figures.left("fault", 10)
    for witness in MutantRun.Witness.allCases { text += Figures.right(witness.rawValue, 10) }
    text += Figures.right("seen", 9) + "\n"
    for fault in RuleMutant.Fault.allCases {
      text += row(fault.rawValue, results.filter { $0.mutant.fault == fault })
    }
    text += row("all", results)
    let rules = Set(results.map(\.mutant.rule))
    let blind = Set(results.filter { $0.witness == .nobody }.map(\.mutant.rule))
    let seen = rules.count - blind.count
    text +=
      "\nof \(rules.count) rules, every fault of \(seen) is seen: \(percent(seen, rules.count))\n"
    for result in results where result.witness == .nobody {
      let pattern = result.mutant.pattern.map { ", pattern \($0)" } ?? ""
      text += "not seen: \(result.mutant.fault.rawValue) \(result.mutant.rule)\(pattern)\n"
    }
    return text
  }

  private static func row(_ name: String, _ results: [MutantRun.Result]) -> String {
    var text = Figures.left(name, 10)
    for witness in MutantRun.Witness.allCases {
      text += Figures.right(String(results.count { $0.witness == witness }), 10)
    }
    let seen = results.count { $0.witness != .nobody }
    return text + Figures.right(percent(seen, results.count), 9) + "\n"
  }

  /// A share with one digit, rounded down.
  private static func percent(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let thousandths = part * 1000 / whole
    return "\(thousandths / 10).\(thousandths % 10) %"
  }
}
