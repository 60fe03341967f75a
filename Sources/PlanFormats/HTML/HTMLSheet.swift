/// What the style sheets of a page say that changes what is read: which letters are printed as
/// capitals, what is not shown, and how the items of lists are marked.
///
/// Selectors of one element, one class, or both are known, and those of the marks before the items
/// of such a list; the others are rare where word processors save pages.
struct HTMLSheet {
  /// What is said of an element; `nil` where nothing is.
  struct Rule {
    /// Whether its letters are printed as capitals.
    var capitals: Bool?
    /// Whether it is not shown.
    var isHidden: Bool?
    /// How its items are marked.
    var listStyle: String?
    /// What is printed before its items.
    var label: HTMLLabel?

    /// Takes what a rule says that counts more.
    fileprivate mutating func take(_ rule: Rule?) {
      guard let rule else { return }
      capitals = rule.capitals ?? capitals
      isHidden = rule.isHidden ?? isHidden
      listStyle = rule.listStyle ?? listStyle
      label = rule.label ?? label
    }

    fileprivate var isEmpty: Bool {
      capitals == nil && isHidden == nil && listStyle == nil && label == nil
    }
  }

  private var rules: [String: Rule] = [:]
  private var count = 0
  /// The classes whose elements some selector shows that is not known: they are shown.
  private var shown: Set<String> = []
  /// The most bytes, rules and classes of an element that are read.
  private static let largest = 1 << 18
  private static let mostRules = 2000
  private static let mostClasses = 8

  /// What the sheets say of an element.
  func rule(_ name: String, classes: String?) -> Rule {
    guard !rules.isEmpty else { return Rule() }
    var rule = rules[name] ?? Rule()
    let classes = (classes ?? "").split(separator: " ").prefix(Self.mostClasses)
    for name in classes { rule.take(rules["." + name]) }
    for other in classes { rule.take(rules[name + "." + other]) }
    // Some pages are hidden until a script has run.
    if name == "body" || name == "html" || classes.contains(where: { shown.contains(String($0)) }) {
      rule.isHidden = nil
    }
    return rule
  }

  /// Reads a style sheet.
  mutating func read(_ sheet: [UInt8]) {
    guard sheet.count <= Self.largest else { return }
    let sheet = Self.withoutComments(sheet)[...]
    var rest = sheet
    while count < Self.mostRules,
      let mark = rest.firstIndex(where: { $0 == 0x7B || $0 == 0x7D || $0 == 0x3B })
    {
      let head = rest[..<mark]
      rest = rest[(mark + 1)...]
      guard sheet[mark] == UInt8(ascii: "{") else { continue }
      let words = Self.words(head)
      if words.first?.hasPrefix("@") == true {
        // What is said of the screen counts as what is said of all.
        let isOfScreen = words.count == 2 && ["screen", "all"].contains(words[1].lowercased())
        if !isOfScreen { rest = Self.behindBlock(rest) }
        continue
      }
      let end = rest.firstIndex(of: UInt8(ascii: "}")) ?? rest.endIndex
      take(rest[..<end], of: head)
      rest = rest[end...].dropFirst()
    }
  }

  private mutating func take(_ declarations: ArraySlice<UInt8>, of selectors: ArraySlice<UInt8>) {
    count += 1
    let style = HTMLStyle(String(decoding: declarations, as: UTF8.self))
    var rule = Rule()
    rule.capitals = style["text-transform"].map { $0 == "uppercase" }
    rule.listStyle = style["list-style-type"] ?? style["list-style"]
    if style["display"] != nil || style["visibility"] != nil { rule.isHidden = style.isHidden }
    for selector in selectors.split(separator: UInt8(ascii: ",")) {
      let words = Self.words(selector)
      var name = words.joined()
      if rule.isHidden == false {
        let classes = name.utf8.split { $0 == 0x2E || $0 == 0x3A || $0 == 0x3E || $0 == 0x23 }
        for part in classes { shown.insert(String(decoding: Array(part), as: UTF8.self)) }
      }
      guard words.count == 1 || name.contains(">") else { continue }
      var told = rule
      if let mark = [">li:before", ">li::before"].first(where: { name.hasSuffix($0) }) {
        name.removeLast(mark.utf8.count)
        told = Rule(label: HTMLLabel(declarations))
      }
      guard !told.isEmpty else { continue }
      // The names of elements have no case, those of classes have.
      let dot = name.firstIndex(of: ".") ?? name.endIndex
      rules[name[..<dot].lowercased() + name[dot...], default: Rule()].take(told)
    }
  }

  /// The words of a selector, without the marks of a comment around the sheet.
  private static func words(_ text: ArraySlice<UInt8>) -> [String] {
    text.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
      .filter { $0 != "<!--" && $0 != "-->" }
  }

  /// What stands behind the block that is open.
  private static func behindBlock(_ sheet: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var depth = 1
    for index in sheet.indices {
      if sheet[index] == UInt8(ascii: "{") { depth += 1 }
      if sheet[index] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return sheet[(index + 1)...] }
    }
    return []
  }

  private static func withoutComments(_ sheet: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isComment = false
    var index = 0
    while index < sheet.count {
      let isPair = index + 1 < sheet.count
      if isPair, sheet[index] == UInt8(ascii: isComment ? "*" : "/"),
        sheet[index + 1] == UInt8(ascii: isComment ? "/" : "*")
      {
        isComment.toggle()
        index += 2
        continue
      }
      if !isComment { result.append(sheet[index]) }
      index += 1
    }
    return result
  }
}
