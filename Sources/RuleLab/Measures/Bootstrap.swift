/// How far a figure would move with other documents of the same kind (Efron, 1979).
package enum Bootstrap {
  /// How often documents are drawn.
  private static let draws = 1000

  /// The range in which F1 lies in 95 of 100 draws of as many documents; `nil` without documents.
  package static func interval(
    _ measurement: Measurement, _ category: Category, seed: UInt64 = 1
  ) -> ClosedRange<Double>? {
    let counts = measurement.documents.map { $0.tallies[category]?.counts ?? Counts() }
    var random = SeededRandom(seed: seed)
    var figures: [Double] = []
    figures.reserveCapacity(draws)
    for _ in 0..<draws {
      var sum = Counts()
      for _ in counts.indices { sum += counts[random.below(counts.count)] }
      if let figure = sum.f1 { figures.append(figure) }
    }
    figures.sort()
    guard !figures.isEmpty else { return nil }
    let tail = figures.count / 40
    return figures[tail]...figures[figures.count - 1 - tail]
  }
}
