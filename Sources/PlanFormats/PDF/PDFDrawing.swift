/// What the content of a page draws in dark along its axes: lines, thin areas, and dark areas.
///
/// It follows the words of ISO 32000-1, 8.2 that draw, and gives up where it cannot tell what is
/// drawn: pictures, forms, shadings and colours that are named.
struct PDFDrawing {
  /// The areas, in points of the page's own space (from its bottom).
  private(set) var boxes: [DrawnBox] = []
  /// Where pictures stand.
  private(set) var pictures: [DrawnBox] = []
  /// Whether something is drawn that is neither a line along an axis nor a box: perhaps letters.
  private(set) var hasShapes = false
  /// How many bytes of text are shown.
  private(set) var shown = 0

  private static let mostBoxes = 20_000
  private static let mostPoints = 20_000
  private static let deepest = 200

  /// What `q` keeps and `Q` brings back.
  private struct State {
    var matrix = PDFMatrix()
    var clip = DrawnBox(left: -1e6, top: -1e6, right: 1e6, bottom: 1e6)
    var lineWidth = 1.0
    /// Whether what is filled and stroked is dark; `nil` when that is not known.
    var fill: Bool? = true
    var stroke: Bool? = true
  }

  /// A run of points that are drawn one after the other.
  private struct Outline {
    var points: [PDFMatrix.Point]
    var isClosed = false

    /// Whether all its edges are parallel to the axes.
    var isUpright: Bool {
      zip(points, points.dropFirst() + points.prefix(1)).allSatisfy {
        abs($0.x - $1.x) < 0.5 || abs($0.y - $1.y) < 0.5
      }
    }
  }

  private var state = State()
  private var kept: [State] = []
  private var path: [Outline] = []
  private var pointCount = 0
  private var clips = false

  /// Follows a content; `nil` if it draws what is not understood.
  ///
  /// - Parameters:
  ///   - content: The content of a page.
  ///   - isPicture: Whether a name stands for a picture.
  init?(_ content: [UInt8], isPicture: (ArraySlice<UInt8>) -> Bool) {
    var words = PDFContentWords(content)
    while let word = words.next() {
      if word == .object {
        guard let name = words.name, isPicture(name) else { return nil }
        addPicture()
      } else {
        guard draw(word, words.numbers, hasName: words.name != nil) else { return nil }
      }
      guard boxes.count < Self.mostBoxes, pointCount < Self.mostPoints else { return nil }
    }
    shown = words.shown
  }

  /// The drawing as seen from a corner of the page, from its top down.
  func placed(left: Double, top: Double) -> PDFDrawing {
    func placed(_ box: DrawnBox) -> DrawnBox {
      DrawnBox(
        left: box.left - left, top: top - box.bottom, right: box.right - left,
        bottom: top - box.top)
    }
    var drawing = self
    drawing.boxes = boxes.map(placed)
    drawing.pictures = pictures.map(placed)
    return drawing
  }

  /// Does what a word says.
  ///
  /// - Returns: `false` for one that draws what is not understood.
  private mutating func draw(_ word: PDFOperator, _ numbers: [Double], hasName: Bool) -> Bool {
    switch word {
    case .save:
      guard kept.count < Self.deepest else { return false }
      kept.append(state)
    case .restore: state = kept.popLast() ?? state
    case .matrix: state.matrix = PDFMatrix(numbers.suffix(6)).within(state.matrix)
    case .lineWidth: state.lineWidth = numbers.last ?? state.lineWidth
    case .move: if let point = point(numbers) { open(point) }
    case .line, .curve, .curveFromHere, .curveToThere:
      if let point = point(numbers) { add(point) }
    case .close: close()
    case .box: addBox(numbers)
    case .clip, .clipEvenOdd: clips = true
    case .end: return paint(fill: false, stroke: false)
    case .stroke: return paint(fill: false, stroke: true)
    case .closeStroke:
      close()
      return paint(fill: false, stroke: true)
    case .fill, .fillOld, .fillEvenOdd: return paint(fill: true, stroke: false)
    case .fillStroke, .fillStrokeEvenOdd: return paint(fill: true, stroke: true)
    case .closeFillStroke, .closeFillStrokeEvenOdd:
      close()
      return paint(fill: true, stroke: true)
    case .fillGrey: state.fill = Self.isDark(numbers, 1)
    case .fillRed: state.fill = Self.isDark(numbers, 3)
    case .fillInk: state.fill = Self.isDark(numbers, 4)
    case .strokeGrey: state.stroke = Self.isDark(numbers, 1)
    case .strokeRed: state.stroke = Self.isDark(numbers, 3)
    case .strokeInk: state.stroke = Self.isDark(numbers, 4)
    case .fillSpace: state.fill = true
    case .strokeSpace: state.stroke = true
    // One part alone may be ink as well as light.
    case .fillColour, .fillNamedColour:
      state.fill = Self.isDark(numbers, hasName || numbers.count < 3 ? 0 : numbers.count)
    case .strokeColour, .strokeNamedColour:
      state.stroke = Self.isDark(numbers, hasName || numbers.count < 3 ? 0 : numbers.count)
    case .object, .shading, .inlineImage: return false
    }
    return true
  }

  /// Takes note of where a picture stands: it fills the unit of its space.
  private mutating func addPicture() {
    let corners = [(0.0, 0.0), (1, 0), (0, 1), (1, 1)].map { state.matrix.moved($0.0, $0.1) }
    if let seen = Self.box(corners)?.part(in: state.clip) { pictures.append(seen) }
  }

  /// Whether a colour of so many parts is dark; `nil` when it is none of the usual ones.
  private static func isDark(_ numbers: [Double], _ count: Int) -> Bool? {
    guard numbers.count >= count else { return nil }
    let parts = Array(numbers.suffix(count))
    switch count {
    case 1: return parts[0] < 0.75
    case 3: return 0.3 * parts[0] + 0.59 * parts[1] + 0.11 * parts[2] < 0.75
    case 4: return 0.3 * parts[0] + 0.59 * parts[1] + 0.11 * parts[2] + parts[3] > 0.25
    default: return nil
    }
  }

  private func point(_ numbers: [Double]) -> PDFMatrix.Point? {
    guard numbers.count >= 2 else { return nil }
    return state.matrix.moved(numbers[numbers.count - 2], numbers[numbers.count - 1])
  }

  private mutating func open(_ point: PDFMatrix.Point) {
    path.append(Outline(points: [point]))
    pointCount += 1
  }

  private mutating func add(_ point: PDFMatrix.Point) {
    guard let last = path.indices.last else { return open(point) }
    if path[last].isClosed { return path.append(Outline(points: [path[last].points[0], point])) }
    path[last].points.append(point)
    pointCount += 1
  }

  private mutating func close() {
    if let last = path.indices.last { path[last].isClosed = true }
  }

  private mutating func addBox(_ numbers: [Double]) {
    guard numbers.count >= 4 else { return }
    let (x, y) = (numbers[numbers.count - 4], numbers[numbers.count - 3])
    let (right, top) = (x + numbers[numbers.count - 2], y + numbers[numbers.count - 1])
    let corners = [(x, y), (right, y), (right, top), (x, top)]
    path.append(
      Outline(points: corners.map { state.matrix.moved($0.0, $0.1) }, isClosed: true))
    pointCount += 4
  }

  /// Draws the path and forgets it.
  private mutating func paint(fill: Bool, stroke: Bool) -> Bool {
    defer {
      (path, pointCount, clips) = ([], 0, false)
    }
    if fill, state.fill != false {
      for outline in path {
        guard let box = Self.box(outline.points) else { continue }
        // A large area that is no box is a drawing.
        guard box.isThin || outline.isUpright else {
          hasShapes = true
          continue
        }
        guard take(box, state.fill) else { return false }
      }
    }
    if stroke, state.stroke != false {
      let half = state.lineWidth * state.matrix.scale / 2
      for outline in path {
        let ends = outline.points.dropFirst() + outline.points.prefix(outline.isClosed ? 1 : 0)
        for (start, end) in zip(outline.points, ends) {
          guard abs(start.x - end.x) < 0.5 || abs(start.y - end.y) < 0.5,
            let box = Self.box([start, end])
          else {
            hasShapes = true
            continue
          }
          guard take(box.widened(by: half), state.stroke) else { return false }
        }
      }
    }
    if clips, let box = Self.box(path.flatMap(\.points)) {
      state.clip = state.clip.part(in: box) ?? DrawnBox(left: 0, top: 0, right: 0, bottom: 0)
    }
    return true
  }

  /// The box around points.
  private static func box(_ points: [PDFMatrix.Point]) -> DrawnBox? {
    guard let first = points.first else { return nil }
    return points.reduce(DrawnBox(left: first.x, top: first.y, right: first.x, bottom: first.y)) {
      DrawnBox(
        left: min($0.left, $1.x), top: min($0.top, $1.y), right: max($0.right, $1.x),
        bottom: max($0.bottom, $1.y))
    }
  }

  /// Takes an area as far as it is seen.
  ///
  /// - Returns: `false` if nobody knows how dark it is.
  private mutating func take(_ box: DrawnBox, _ isDark: Bool?) -> Bool {
    guard let seen = box.part(in: state.clip) else { return true }
    guard isDark != nil else { return false }
    boxes.append(seen)
    return true
  }
}
