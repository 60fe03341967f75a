/// The numbering of a list, as a browser prints it.
struct HTMLList {
  private(set) var format: NumberFormat
  private var bullet: String
  private var next: Int
  /// What a style sheet prints before its items.
  private let printed: HTMLLabel?
  /// Whether its first number is told, and whether an item stands in it.
  private let isStarted: Bool
  private(set) var hasItems = false

  /// A list that begins, `depth` lists of its kind around it.
  init(
    isOrdered: Bool, depth: Int, _ attributes: [String: String], _ style: HTMLStyle,
    _ rule: HTMLSheet.Rule
  ) {
    printed = rule.label
    let start = attributes["start"].flatMap { Int($0) }
    next = start ?? 1
    isStarted = start != nil
    bullet = ["•", "◦"].indices.contains(depth) ? ["•", "◦"][depth] : "▪"
    format = isOrdered ? .decimal(width: 1) : .bullet
    take(attributes["type"], style, rule)
  }

  /// The label of an item that begins; `nil` for none.
  mutating func label(
    _ attributes: [String: String], _ style: HTMLStyle, _ rule: HTMLSheet.Rule,
    _ counters: inout [String: Int]
  ) -> FlowLabel? {
    hasItems = true
    if let value = attributes["value"].flatMap({ Int($0) }) { next = value }
    var item = self
    item.take(attributes["type"], style, rule)
    next = next < 1_000_000 ? next + 1 : next
    if let printed { return printed.text(item.next, &counters) }
    switch item.format {
    case .none: return nil
    case .bullet: return FlowLabel(text: item.bullet, gap: true, yields: true)
    default:
      return FlowLabel(text: item.format.text(item.next) + ".", gap: true, yields: true)
    }
  }

  /// Goes on with the count of a list that ended, unless it tells its own first number.
  mutating func resume(_ ended: HTMLList?) {
    guard let ended, !isStarted, !hasItems, ended.format == format else { return }
    next = ended.next
  }

  private mutating func take(
    _ type: String?, _ style: HTMLStyle, _ rule: HTMLSheet.Rule
  ) {
    switch type {
    case "1": format = .decimal(width: 1)
    case "a": format = .columns(upper: false)
    case "A": format = .columns(upper: true)
    case "i": format = .roman(upper: false)
    case "I": format = .roman(upper: true)
    default: break
    }
    let told = style["list-style-type"] ?? style["list-style"] ?? rule.listStyle ?? ""
    let words = told.utf8.split(separator: 0x20)
      .map { String(decoding: Array($0), as: UTF8.self) }
    for word in words {
      switch word {
      case "disc": (format, bullet) = (.bullet, "•")
      case "circle": (format, bullet) = (.bullet, "◦")
      case "square": (format, bullet) = (.bullet, "▪")
      default: format = Self.named[word] ?? format
      }
    }
  }

  /// The format that a style names; decimal when it names none that is known.
  static func format(_ name: String) -> NumberFormat { named[name] ?? .decimal(width: 1) }

  private static let named: [String: NumberFormat] = [
    "none": .none, "decimal": .decimal(width: 1), "decimal-leading-zero": .decimal(width: 2),
    "lower-alpha": .columns(upper: false), "lower-latin": .columns(upper: false),
    "upper-alpha": .columns(upper: true), "upper-latin": .columns(upper: true),
    "lower-roman": .roman(upper: false), "upper-roman": .roman(upper: true),
  ]
}
