/// Finds by how much the lines of a scanned page are turned.
///
/// The lower edges of letters and lines are counted by row for many slopes: where the slope is
/// that of the page, they fall into few rows.
enum SkewFinder {
  private static let steepest = 0.09
  private static let coarse = 0.003
  private static let fine = 0.0004

  /// How far lines sink for each point to the right; 0 when no slope stands out.
  static func slope(of image: GrayImage) -> Double {
    let edges = edges(of: image)
    guard edges.rows.count + edges.columns.count >= 200 else { return 0 }
    func best(_ slopes: [Double]) -> (slope: Double, score: Double, mean: Double) {
      var best = (slope: 0.0, score: -1.0)
      var sum = 0.0
      for slope in slopes {
        let score = score(edges.rows, slope) + score(edges.columns, -slope)
        sum += score
        if score > best.score { best = (slope, score) }
      }
      return (best.slope, best.score, sum / Double(slopes.count))
    }
    func range(_ middle: Double, _ width: Double, _ step: Double) -> [Double] {
      let count = Int((width / step).rounded())
      return (-count...count).map { middle + Double($0) * step }
    }
    let first = best(range(0, steepest, coarse))
    guard first.score > 1.15 * first.mean else { return 0 }
    return best(range(first.slope, coarse, fine)).slope
  }

  private struct Point {
    var along: Int32
    var across: Int32
  }

  /// The lower and right edges of what is dark, on a coarser grid.
  private static func edges(of image: GrayImage) -> (rows: [Point], columns: [Point]) {
    let step = max(1, image.width / 800)
    var rows: [Point] = []
    var columns: [Point] = []
    for y in stride(from: 0, to: image.height - step, by: step) {
      for x in stride(from: 0, to: image.width - step, by: step) where image.isDark(x, y) {
        let (along, across) = (Int32(x / step), Int32(y / step))
        if !image.isDark(x, y + step) { rows.append(Point(along: along, across: across)) }
        if !image.isDark(x + step, y) { columns.append(Point(along: across, across: along)) }
      }
    }
    return (rows, columns)
  }

  /// How much points gather in few rows when they are set level by a slope.
  private static func score(_ points: [Point], _ slope: Double) -> Double {
    var rows = [Int](repeating: 0, count: 4096)
    let factor = Int(slope * 65536)
    for point in points {
      let row = (Int(point.across) << 16 - Int(point.along) * factor) >> 16 + 1024
      if rows.indices.contains(row) { rows[row] += 1 }
    }
    return rows.reduce(0) { $0 + Double($1 * $1) }
  }
}
