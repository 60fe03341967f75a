/// The styles of an ODT file.
struct OpenStyles {
  /// A style as the file has it; `nil` where nothing is said.
  struct Style {
    var parent: String?
    var centred: Bool?
    var beginsPage: Bool?
    var endsPage: Bool?
    var outlineLevel: Int?
    var bold: Bool?
    var italic: Bool?
    var capitals: Bool?
    var hidden: Bool?
    /// In half-points.
    var size: Int?
    var font: String?
    /// How many sides of a cell have a line.
    var drawnSides: Int?

    /// This style where `more`, which is based on it, says nothing.
    func overridden(by more: Style) -> Style {
      Style(
        parent: more.parent, centred: more.centred ?? centred,
        // A page that begins with a heading of one style does not begin with each of its heirs.
        beginsPage: more.beginsPage ?? beginsPage, endsPage: more.endsPage ?? endsPage,
        outlineLevel: more.outlineLevel ?? outlineLevel, bold: more.bold ?? bold,
        italic: more.italic ?? italic, capitals: more.capitals ?? capitals,
        hidden: more.hidden ?? hidden, size: more.size ?? size, font: more.font ?? font,
        drawnSides: more.drawnSides ?? drawnSides)
    }
  }

  /// A family and a name, or a family alone for what holds for all of it.
  struct Key: Hashable {
    var family: String
    var name: String
  }

  /// How many styles may be based on one another.
  private static let deepest = 32

  /// The styles by family and name.
  var styles: [Key: Style] = [:]
  /// The lists by name; the numbering of headings has the name "".
  var lists: [String: OpenListStyle] = [:]
  private var resolved: [Key: Style] = [:]

  /// Notes a style.
  mutating func add(_ style: Style, family: String, name: String) {
    styles[Key(family: family, name: name)] = style
  }

  /// A style with all that it inherits; where styles are based on one another in a circle, what is
  /// met first.
  mutating func style(_ family: String, _ name: String?) -> Style {
    let key = Key(family: family, name: name ?? "")
    if let known = resolved[key] { return known }
    var chain: [Style] = []
    var next = name
    while let current = next, chain.count < OpenStyles.deepest,
      let style = styles[Key(family: family, name: current)]
    {
      chain.append(style)
      next = style.parent
    }
    var whole = styles[Key(family: family, name: "")] ?? Style()
    for style in chain.reversed() { whole = whole.overridden(by: style) }
    resolved[key] = whole
    return whole
  }
}

/// How the levels of a list of an ODT file are written.
struct OpenListStyle {
  /// One level.
  struct Level {
    var format = NumberFormat.none
    var prefix = ""
    var suffix = ""
    /// How many levels are shown, its own the last.
    var shown = 1
    /// "%1%.%2%.": the whole label, where it is given.
    var pattern: String?
    var start = 1
    var bullet = ""
    /// Whether nothing stands between the label and the text.
    var isGlued = false
  }

  /// The levels, from 1.
  var levels: [Int: Level] = [:]
}
