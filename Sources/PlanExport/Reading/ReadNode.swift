import PlanModel

extension Node {
  /// The node that a record tells, with all that stands under it.
  init(_ record: Record) throws(ExportError) {
    let type = try record.type()
    self.init(
      type: type, id: try record.text("id"), span: try record.span(),
      extent: try record.optionalSpan("extent"), rule: try record.optionalText("rule"))
    switch type {
    case .section:
      label = try record.optionalText("label")
      text = try record.text("heading")
      role = try record.word("role") as Role
      children = try record.list("children", Node.init)
    case .item:
      label = try record.optionalText("label")
      text = try record.text("text")
      children = try record.list("children", Node.init)
    case .paragraph:
      text = try record.text("text")
      if record.value("children") != nil { children = try record.list("children", Node.init) }
    case .table:
      table = Table(
        columns: try record.texts("columns"), rows: try record.list("rows", TableRow.init))
      if record.value("children") != nil { children = try record.list("children", Node.init) }
    }
  }
}

extension TableRow {
  fileprivate init(_ record: Record) throws(ExportError) {
    let (cells, spans) = try record.cells()
    guard cells.count == spans.count else {
      throw .field(
        path: "spans", problem: "expected a span for each of the \(cells.count) cells",
        record.place)
    }
    self.init(cells: cells, spans: spans, group: try record.flag("group"))
  }
}
