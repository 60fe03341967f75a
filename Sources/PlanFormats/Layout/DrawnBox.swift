/// A dark area of a page whose edges are parallel to its axes: a line, or a cell that is filled.
struct DrawnBox: Equatable, Sendable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  /// Whether it is a line more than an area.
  var isThin: Bool { min(right - left, bottom - top) < 4 }

  /// The box as it stands out by a width on all sides.
  func widened(by width: Double) -> DrawnBox {
    DrawnBox(
      left: left - width, top: top - width, right: right + width, bottom: bottom + width)
  }

  /// Whether a point lies in it.
  func holds(_ x: Double, _ y: Double) -> Bool {
    x >= left && x <= right && y >= top && y <= bottom
  }

  /// The part of it that lies in another; `nil` if there is none.
  func part(in other: DrawnBox) -> DrawnBox? {
    let part = DrawnBox(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
    return part.left <= part.right && part.top <= part.bottom ? part : nil
  }
}
