package import PlanCorpus

/// The F1 that each category has reached, in a file of its own.
package struct Baseline: Sendable {
  /// A figure that fell.
  package struct Fall: Sendable, CustomStringConvertible {
    /// The category.
    package let category: Category
    /// What was reached.
    package let floor: Int
    /// What is measured now.
    package let now: Int

    /// The fall on one line.
    package var description: String {
      "\(category.rawValue) fell from \(Baseline.spelt(floor)) to \(Baseline.spelt(now)); "
        + "see what is missing with --show \(category.rawValue)"
    }
  }

  private static let title = "category\tf1"
  /// F1 in thousandths.
  private let floors: [Category: Int]

  /// What a measurement reaches.
  package init(_ measurement: Measurement) {
    var floors: [Category: Int] = [:]
    for category in Category.allCases {
      if let figure = measurement.counts(category).f1 { floors[category] = Self.whole(figure) }
    }
    self.floors = floors
  }

  /// The baseline that a file holds.
  package init(path: String) throws(CorpusError) {
    var floors: [Category: Int] = [:]
    let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
    for (number, line) in text.split(separator: "\n").enumerated() where line != Self.title {
      let cells = line.split(separator: "\t")
      guard cells.count == 2, let category = Category(rawValue: String(cells[0])),
        let figure = Double(String(cells[1]))
      else {
        throw .specification(
          path: path, line: number + 1, message: "a line is a category, a TAB and its F1")
      }
      floors[category] = Self.whole(figure)
    }
    self.floors = floors
  }

  /// The categories in which a measurement is lower.
  package func falls(of measurement: Measurement) -> [Fall] {
    Category.allCases.compactMap { category in
      guard let floor = floors[category] else { return nil }
      let now = measurement.counts(category).f1.map { Self.whole($0) } ?? 0
      return now < floor ? Fall(category: category, floor: floor, now: now) : nil
    }
  }

  /// The file: a line for each category.
  package var text: String {
    var lines = [Self.title]
    for category in Category.allCases {
      guard let floor = floors[category] else { continue }
      lines.append("\(category.rawValue)\t\(Self.spelt(floor))")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func whole(_ figure: Double) -> Int { Int((figure * 1000 + 1e-6).rounded(.down)) }

  private static func spelt(_ thousandths: Int) -> String {
    Figures.three(Double(thousandths) / 1000)
  }
}
