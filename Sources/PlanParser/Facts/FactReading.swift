/// What the readers of facts know of a plan from one of its parts to the next.
struct FactReading {
  /// What the title says of the years of the plan.
  var title = TitleTimes()
  /// The documents that were named.
  var references: ReferenceReading
  /// The targets and what stands above them.
  var targets = TargetReading()
  /// The lines that open the lists of orders in which a leaf stands, the outermost first.
  var orders: [OrderLine] = []
  /// The bodies that headings charge with duties.
  var duties = AssignmentContext()
  /// The bodies that headings charge with reports, and the lists of these.
  var reports = ReportReading()
  /// The damaged words that were told.
  var misreadings = MisreadingReport()
}

/// The years that the title of a document states.
struct TitleTimes {
  /// The one year that it states.
  var year: Int?
  /// The last year that it states.
  var last: Int?
}
