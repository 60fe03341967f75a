public import PlanModel

/// The plan as an indented tree for people: one line per fact, empty zones left out.
///
/// ```
/// header
///   number "Số: /KH-UBND" blank symbol=KH-UBND
/// body
///   § I [I] purpose "MỤC ĐÍCH"
///     • I.b1 [-] "Phổ biến …"
///     ¶ I.p1 "…"
///     ▦ I.t1 2 columns, 1 row
///       head STT | Nội dung
///       row  1 | …
/// ```
public enum PlanTree {
  /// The tree of a plan.
  ///
  /// - Parameters:
  ///   - width: The number of characters a line may have on a terminal; longer texts are shortened.
  ///     Without it every text stands whole.
  ///   - spans: Whether each fact tells where it stands, as `@12..40`.
  ///   - trace: Whether each fact tells the rule that made it, as `{rule}`.
  public static func write(
    _ plan: Plan, width: Int? = nil, spans: Bool = false, trace: Bool = false
  ) -> String {
    var tree = TreeWriter(width: width, spans: spans, trace: trace)
    tree.header(plan.header)
    tree.zone("preamble", plan.preamble)
    tree.zone("body", plan.body)
    tree.zone("closing", plan.closing)
    tree.signatures(plan.signatures)
    tree.recipients(plan.recipients)
    tree.appendices(plan.appendices)
    tree.footnotes(plan.footnotes)
    tree.furniture(plan.furniture)
    tree.references(plan.references)
    tree.targets(plan.targets)
    tree.tasks(plan.tasks)
    tree.assignments(plan.assignments)
    tree.funding(plan.funding)
    tree.reports(plan.reports)
    tree.links(plan.links)
    tree.diagnostics(plan.diagnostics)
    return tree.text
  }
}
