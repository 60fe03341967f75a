/// Reads the elements of an ODT part that define styles.
struct OpenStyleReader {
  private var family = ""
  private var name = ""
  private var style = OpenStyles.Style()
  private var listName: String?
  private var list = OpenListStyle()
  private var level: Int?
  private var last: Last?

  /// What was defined last.
  private enum Last {
    case style(OpenStyles.Style, family: String, name: String)
    case list(OpenListStyle, name: String)
  }

  /// An element begins.
  mutating func begin(
    _ space: OpenName.Space?, _ element: OpenName, _ attributes: XMLAttributes
  ) {
    switch element {
    case .style, .defaultStyle:
      family = attributes.value(.style, .family) ?? ""
      name = element == .style ? attributes.value(.style, .name) ?? "" : ""
      style = OpenStyles.Style()
      style.parent = attributes.value(.style, .parentStyleName)
      style.outlineLevel = attributes.value(.style, .defaultOutlineLevel).flatMap { Int($0) }
      if let page = attributes.value(.style, .masterPageName), !page.isEmpty {
        style.beginsPage = true
      }
    case .paragraphProperties:
      if let align = attributes.value(.fo, .textAlign) { style.centred = align == "center" }
      if let before = attributes.value(.fo, .breakBefore) { style.beginsPage = before == "page" }
      if let after = attributes.value(.fo, .breakAfter) { style.endsPage = after == "page" }
    case .textProperties: letters(attributes)
    case .cellProperties: borders(attributes)
    case .listStyle, .outlineStyle:
      listName = element == .listStyle ? attributes.value(.style, .name) ?? "-" : ""
      list = OpenListStyle()
    case .levelNumber, .levelBullet, .levelImage, .outlineLevelStyle: level(element, attributes)
    case .labelAlignment:
      if let level, attributes.value(.text, .labelFollowedBy) == "nothing" {
        list.levels[level]?.isGlued = true
      }
    default: break
    }
  }

  /// An element ends; what it defined goes to `styles`.
  mutating func end(_ element: OpenName, into styles: inout OpenStyles) {
    last = nil
    switch element {
    case .style, .defaultStyle: last = .style(style, family: family, name: name)
    case .listStyle, .outlineStyle:
      if let listName { last = .list(list, name: listName) }
      listName = nil
    case .levelNumber, .levelBullet, .levelImage, .outlineLevelStyle: level = nil
    default: break
    }
    repeatLast(into: &styles)
  }

  /// Puts what was defined last into further styles.
  func repeatLast(into styles: inout OpenStyles) {
    switch last {
    case .style(let style, let family, let name): styles.add(style, family: family, name: name)
    case .list(let list, let name): styles.lists[name] = list
    case nil: break
    }
  }

  // MARK: Properties

  private mutating func letters(_ attributes: XMLAttributes) {
    guard level == nil else { return }
    if let weight = attributes.value(.fo, .fontWeight) {
      style.bold = weight == "bold" || (Int(weight) ?? 0) >= 600
    }
    if let slant = attributes.value(.fo, .fontStyle) { style.italic = slant != "normal" }
    if let size = attributes.value(.fo, .fontSize), size.hasSuffix("pt"),
      let points = Double(size.dropLast(2)), points > 0, points < 2_000
    {
      style.size = Int(points * 2)
    }
    if let transform = attributes.value(.fo, .textTransform) {
      style.capitals = transform == "uppercase"
    }
    if let display = attributes.value(.text, .display) { style.hidden = display == "none" }
    style.font =
      attributes.value(.style, .fontName) ?? attributes.value(.fo, .fontFamily) ?? style.font
  }

  private mutating func borders(_ attributes: XMLAttributes) {
    func isDrawn(_ name: OpenName) -> Bool? {
      attributes.value(.fo, name).map { !$0.isEmpty && !$0.hasPrefix("none") }
    }
    if let all = isDrawn(.border) { style.drawnSides = all ? 4 : 0 }
    let sides = [OpenName.borderTop, .borderBottom, .borderLeft, .borderRight].compactMap(isDrawn)
    if !sides.isEmpty { style.drawnSides = sides.count { $0 } }
  }

  private mutating func level(_ element: OpenName, _ attributes: XMLAttributes) {
    guard let index = attributes.value(.text, .level).flatMap({ Int($0) }),
      1...OpenCounters.deepest ~= index
    else { return }
    level = index
    var form = OpenListStyle.Level()
    form.prefix = attributes.value(.style, .numPrefix) ?? ""
    form.suffix = attributes.value(.style, .numSuffix) ?? ""
    form.shown = attributes.value(.text, .displayLevels).flatMap { Int($0) } ?? 1
    form.start = attributes.value(.text, .startValue).flatMap { Int($0) } ?? 1
    form.pattern = attributes.value(.loext, .numListFormat)
    switch element {
    case .levelBullet:
      form.format = .bullet
      form.bullet = attributes.value(.text, .bulletChar) ?? ""
      // A bullet stands for itself: what the pattern says of it is prefix and suffix.
      form.pattern = nil
      if form.suffix == form.bullet { form.suffix = "" }
    case .levelImage:
      form.format = .bullet
      form.bullet = "\u{2022}"
    default:
      let isSynced = attributes.value(.style, .letterSync) == "true"
      form.format = format(attributes.value(.style, .numFormat) ?? "", isSynced)
    }
    list.levels[index] = form
  }

  private func format(_ text: String, _ isSynced: Bool) -> NumberFormat {
    switch text {
    case "": .none
    case "a": isSynced ? .letters(upper: false) : .columns(upper: false)
    case "A": isSynced ? .letters(upper: true) : .columns(upper: true)
    case "i": .roman(upper: false)
    case "I": .roman(upper: true)
    default: listed(text) ?? .decimal(width: text.hasPrefix("0") ? text.utf8.count : 1)
    }
  }

  /// A format that lists its first letters: "a, b, c, d, đ, ...".
  private func listed(_ text: String) -> NumberFormat? {
    var texts = text.split(separator: ",").map { String($0.drop { $0 == " " }) }
    guard texts.count > 2 else { return nil }
    if texts.last == "..." { texts.removeLast() }
    return .listed(texts)
  }
}
