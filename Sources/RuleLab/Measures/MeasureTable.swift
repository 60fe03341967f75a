/// A measurement as tables for people.
package enum MeasureTable {
  /// All of it: categories, fields, strata, documents.
  package static func text(_ measurement: Measurement) -> String {
    var text = categories(measurement)
    text += "\n" + fields(measurement)
    let strata = strata(measurement)
    if !strata.isEmpty { text += "\n" + strata }
    return text + "\n" + documents(measurement)
  }

  private static func categories(_ measurement: Measurement) -> String {
    var text = row("category", ["P", "R", "F1", "95 of 100", "soft F1", "gold"])
    for category in Category.allCases {
      let counts = measurement.counts(category)
      let range = Bootstrap.interval(measurement, category).map {
        "\(Figures.three($0.lowerBound))-\(Figures.three($0.upperBound))"
      }
      text += row(
        category.rawValue + (category.isInMean ? "" : " *"),
        [
          Figures.three(counts.precision), Figures.three(counts.recall), Figures.three(counts.f1),
          range ?? "-", Figures.three(measurement.softCounts(category).f1), String(counts.gold),
        ])
    }
    text += row("mean F1", ["", "", Figures.three(measurement.mean), "", "", ""])
    return text + "* not in the mean\n"
  }

  private static func fields(_ measurement: Measurement) -> String {
    var text = row("field", ["P", "R", "F1", "", "", "gold"])
    for category in Category.allCases {
      for (name, counts) in measurement.fields(category) {
        text += row(
          category.rawValue + " " + name,
          [
            Figures.three(counts.precision), Figures.three(counts.recall),
            Figures.three(counts.f1), "", "", String(counts.gold),
          ])
      }
    }
    return text
  }

  private static func strata(_ measurement: Measurement) -> String {
    let strata = measurement.strata
    if strata.isEmpty { return "" }
    var text = row("stratum", ["documents", "", "mean F1"])
    for (name, part) in strata {
      text += row(name, [String(part.documents.count), "", Figures.three(part.mean)])
    }
    return text
  }

  private static func documents(_ measurement: Measurement) -> String {
    var text = row("document", ["", "", "mean F1"]).replacingLineEnd(with: "   below 1\n")
    for document in measurement.documents {
      let low = Category.allCases.compactMap { category -> String? in
        guard let figure = document.tallies[category]?.counts.f1, figure < 1 else { return nil }
        return "\(category.rawValue) \(Figures.three(figure))"
      }
      text += row(document.name, ["", "", Figures.three(document.mean)])
        .replacingLineEnd(with: "   " + low.joined(separator: ", ") + "\n")
    }
    return text
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    let widths = [9, 7, 8, 12, 8, 7]
    var line = Figures.left(name, 34)
    for (cell, width) in zip(cells, widths) { line += Figures.right(cell, width) }
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }
}

extension String {
  fileprivate func replacingLineEnd(with end: String) -> String {
    var line = dropLast() + end.dropLast()
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }
}
