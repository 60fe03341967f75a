/// Reads `numbering.xml`.
final class WordNumberingReader: WordScanner {
  /// What was read.
  var numbering = WordNumbering()
  private var abstractId: Int?
  private var abstract = WordNumbering.Abstract()
  private var instanceId: Int?
  private var instance = WordNumbering.Instance()
  private var level = WordNumbering.Level()
  private var levelIndex: Int?
  private var overridden: Int?

  override func begin(_ name: WordName, _ attributes: XMLAttributes) -> Bool {
    switch name {
    case .abstractNum:
      abstractId = attributes.value(.abstractNumId).flatMap { Int($0) }
      abstract = WordNumbering.Abstract()
    case .num:
      instanceId = attributes.value(.numId).flatMap { Int($0) }
      instance = WordNumbering.Instance()
    case .abstractNumId: instance.abstract = attributes.number ?? 0
    case .styleLink: abstract.definedStyle = attributes.value(.val)
    case .numStyleLink: abstract.styleLink = attributes.value(.val)
    case .lvlOverride: overridden = attributes.value(.ilvl).flatMap { Int($0) }
    case .startOverride:
      if let overridden, let start = attributes.number { instance.starts[overridden] = start }
    case .lvl:
      level = WordNumbering.Level()
      level.start = 0
      levelIndex = attributes.value(.ilvl).flatMap { Int($0) }
    default:
      if levelIndex != nil { detail(name, attributes) }
    }
    return true
  }

  private func detail(_ name: WordName, _ attributes: XMLAttributes) {
    switch name {
    case .start: level.start = attributes.number ?? 1
    case .numFmt: level.format = format(attributes)
    case .lvlText: level.text = attributes.value(.val) ?? ""
    case .lvlRestart: level.restart = attributes.number
    case .isLgl: level.isLegal = attributes.isOn
    case .suff: level.isGlued = attributes.value(.val) == "nothing"
    case .pStyle: level.style = attributes.value(.val)
    case .lvlPicBulletId: level.format = .bullet
    case .rFonts:
      level.font = attributes.value(.ascii) ?? attributes.value(.hAnsi) ?? level.font
    default: break
    }
  }

  private func format(_ attributes: XMLAttributes) -> NumberFormat {
    switch attributes.value(.val) {
    case "lowerLetter": .letters(upper: false)
    case "upperLetter": .letters(upper: true)
    case "lowerRoman": .roman(upper: false)
    case "upperRoman": .roman(upper: true)
    case "decimalZero": .decimal(width: 2)
    case "bullet": .bullet
    case "none": .none
    case "custom": custom(attributes.value(.format) ?? "")
    default: .decimal(width: 1)
    }
  }

  /// A format that lists its first numbers: "001, 002, 003, ...", "a, b, c, d, đ, e, ...".
  private func custom(_ list: String) -> NumberFormat {
    var texts = list.split(separator: ",").map { part in
      String(part.drop { $0 == " " })
    }
    if texts.last == "..." { texts.removeLast() }
    guard let first = texts.first, !first.isEmpty else { return .decimal(width: 1) }
    if first.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) { return .decimal(width: first.utf8.count) }
    return .listed(texts)
  }

  override func finish(_ name: WordName) {
    switch name {
    case .lvl:
      guard let index = levelIndex, 0...WordNumbering.deepest ~= index else { break }
      if let overridden {
        instance.levels[overridden] = level
      } else {
        abstract.levels[index] = level
      }
      levelIndex = nil
    case .lvlOverride: overridden = nil
    case .abstractNum:
      if let abstractId, numbering.abstracts[abstractId] == nil {
        numbering.abstracts[abstractId] = abstract
      }
      abstractId = nil
    case .num:
      if let instanceId, numbering.instances[instanceId] == nil {
        numbering.instances[instanceId] = instance
      }
      instanceId = nil
    default: break
    }
  }
}
