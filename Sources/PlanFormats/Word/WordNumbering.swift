/// The automatic numberings of a DOCX file.
struct WordNumbering {
  /// How one level of a numbering is written.
  struct Level {
    /// The number it begins with.
    var start = 1
    var format = NumberFormat.decimal(width: 1)
    /// "%1.%2": the numbers of levels, and what stands around them.
    var text = ""
    /// The level after which it begins anew, from 1; 0 never; `nil` after any higher level.
    var restart: Int?
    /// Whether the numbers of all levels are written as digits.
    var isLegal = false
    /// Whether nothing stands between the label and the text.
    var isGlued = false
    /// The paragraph style that it belongs to.
    var style: String?
    /// The font of its label.
    var font = ""
  }

  /// A numbering as it is defined.
  struct Abstract {
    var levels: [Int: Level] = [:]
    /// The numbering style that defines it in its place.
    var styleLink: String?
    /// The numbering style that it defines.
    var definedStyle: String?
  }

  /// A numbering as paragraphs name it.
  struct Instance {
    var abstract = 0
    /// Levels that begin with another number.
    var starts: [Int: Int] = [:]
    /// Levels that are written otherwise.
    var levels: [Int: Level] = [:]
  }

  /// The deepest level, from 0.
  static let deepest = 8

  /// The definitions by their ids.
  var abstracts: [Int: Abstract] = [:]
  /// The numberings by their ids.
  var instances: [Int: Instance] = [:]

  /// The numberings of a part; of a file without one, none.
  init(_ part: [UInt8]?, name: String) throws(FormatError) {
    guard let part else { return }
    let reader = WordNumberingReader()
    try reader.read(part, name: name)
    self = reader.numbering
  }

  /// No numberings.
  init() {}

  /// The id of the definition that a numbering follows, past links of numbering styles.
  func definition(of instance: Instance) -> Int {
    guard let link = abstracts[instance.abstract]?.styleLink,
      let defined = abstracts.first(where: { $0.value.definedStyle == link })
    else { return instance.abstract }
    return defined.key
  }

  /// The level of a numbering that belongs to a paragraph style.
  func level(of style: String?, in numbering: Int) -> Int? {
    guard let style, let instance = instances[numbering] else { return nil }
    return abstracts[definition(of: instance)]?.levels.first { $0.value.style == style }?.key
  }
}
