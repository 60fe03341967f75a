/// How the space that a content draws in lies on the page (ISO 32000-1, 8.3.3).
struct PDFMatrix: Equatable {
  /// A point of a page.
  struct Point: Equatable {
    var x: Double
    var y: Double
  }

  private var a = 1.0
  private var b = 0.0
  private var c = 0.0
  private var d = 1.0
  private var e = 0.0
  private var f = 0.0

  /// The space of the page itself.
  init() {}

  /// A matrix out of its six numbers.
  init(_ numbers: ArraySlice<Double>) {
    let numbers = Array(numbers)
    guard numbers.count == 6 else { return }
    (a, b, c) = (numbers[0], numbers[1], numbers[2])
    (d, e, f) = (numbers[3], numbers[4], numbers[5])
  }

  /// This matrix within a space that has one.
  func within(_ other: PDFMatrix) -> PDFMatrix {
    var product = PDFMatrix()
    product.a = a * other.a + b * other.c
    product.b = a * other.b + b * other.d
    product.c = c * other.a + d * other.c
    product.d = c * other.b + d * other.d
    product.e = e * other.a + f * other.c + other.e
    product.f = e * other.b + f * other.d + other.f
    return product
  }

  /// Where a point of the space lies on the page.
  func moved(_ x: Double, _ y: Double) -> Point {
    Point(x: a * x + c * y + e, y: b * x + d * y + f)
  }

  /// How much larger the page shows what is drawn.
  var scale: Double { abs(a * d - b * c).squareRoot() }
}
