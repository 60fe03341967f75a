/// Reads a part of a DOCX file: names as cases, and the path of elements.
class WordScanner: XMLScanner {
  /// The elements that are open, from the root on; `nil` for those of no account.
  private(set) var path: [WordName?] = []
  /// How many elements are open within one that is passed over, with it.
  private var skipped = 0

  /// An element of WordprocessingML begins; `false` passes over everything in it.
  func begin(_ name: WordName, _ attributes: XMLAttributes) -> Bool { true }

  /// An element of another namespace begins; `false` passes over everything in it.
  func beginOther(_ name: WordName?, _ space: Int, _ attributes: XMLAttributes) -> Bool { true }

  /// Text stands in an element.
  func text(_ text: XMLText, in name: WordName?) {}

  /// An element for which `begin` said `true` ends; it is not on the path any more.
  func finish(_ name: WordName) {}

  /// The element around the innermost one that is open.
  var parent: WordName? { path.last ?? nil }

  /// The element around that.
  var grandparent: WordName? { path.count > 1 ? path[path.count - 2] : nil }

  /// Reads a part.
  final func read(_ part: [UInt8], name: String) throws(FormatError) {
    try scan(part, name: name, format: .docx, WordName.vocabulary)
  }

  final override func start(_ space: Int, _ name: Int, _ attributes: XMLAttributes) {
    guard skipped == 0 else {
      skipped += 1
      return
    }
    let known = name >= 0 ? WordName.all[name] : nil
    let enters: Bool
    if WordName.Space.word.contains(space), let known {
      enters = begin(known, attributes)
      if enters { path.append(known) }
    } else {
      enters = beginOther(known, space, attributes)
      if enters { path.append(othersName(known, space)) }
    }
    if !enters { skipped = 1 }
  }

  /// What an element of another namespace is on the path: its text is asked for by this name.
  private func othersName(_ name: WordName?, _ space: Int) -> WordName? {
    guard let name else { return nil }
    if WordName.Space.math.contains(space) { return name == .t ? .t : nil }
    if WordName.Space.compatibility.contains(space) || WordName.Space.drawing.contains(space) {
      return name
    }
    return WordName.Space.properties.contains(space) ? name : nil
  }

  final override func text(_ text: XMLText) {
    if skipped == 0, !path.isEmpty { self.text(text, in: path[path.count - 1]) }
  }

  final override func end() {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    if let last = path.popLast(), let name = last { finish(name) }
  }
}

extension XMLAttributes {
  /// The value of an attribute of WordprocessingML.
  func value(_ name: WordName) -> String? {
    value(name.number, in: WordName.Space.word)
  }

  /// The value of an attribute without namespace.
  func plain(_ name: WordName) -> String? {
    value(name.number, in: WordName.Space.none)
  }

  /// The value of `w:val` as a number.
  var number: Int? { value(.val).flatMap { Int($0) } }

  /// What `w:val` says of a property that is on or off: on when it is not there.
  var isOn: Bool {
    switch value(.val) {
    case "0", "false", "off", "none": false
    default: true
    }
  }
}
