import PlanModel
import PlanText

/// The numbered units of a plan, found by what stands above them and by their labels.
struct PlaceIndex {
  /// The ids of the units.
  private(set) var ids: [String] = []
  /// The places of their parents; below zero for a body or an appendix as a whole.
  private var parents: [Int32] = []
  /// By the labels under a parent.
  private var children = HashedPlaces()
  /// By their ids.
  private var places = HashedPlaces()
  /// Of labels with a word ("điều 5"): the unit, or a number below zero when there are several.
  private var named: [String: Int] = [:]

  /// The units of a plan.
  init(_ plan: Plan) {
    add(plan.body, under: PlaceIndex.body)
    for (number, appendix) in plan.appendices.enumerated() {
      add(appendix.body, under: PlaceIndex.appendix(number + 1))
    }
    children.sort()
    places.sort()
  }

  /// The parent of the units at the top of the body.
  static let body = -1

  /// The parent of the units at the top of the appendix with a number, counted from 1.
  static func appendix(_ number: Int) -> Int { -1 - number }

  /// The unit with an id.
  func place(of id: String) -> Int? { places[TextHash(id).value] }

  /// The parent of a unit.
  func parent(of place: Int) -> Int { place < 0 ? place : Int(parents[place]) }

  /// The unit that a label names under another; a label of several parts ("III.3.1") goes down.
  func child(_ word: String, _ label: String, under parent: Int) -> Int? {
    if let place = child(word + " " + label, under: parent) ?? child(label, under: parent) {
      return place
    }
    // "3.1" may stand as "3.1" under "3", or as "1".
    var end = label.endIndex
    while let dot = label[..<end].lastIndex(of: ".") {
      end = dot
      let head = String(label[..<dot])
      let rest = String(label[label.index(after: dot)...])
      guard let place = child(head, under: parent) else { continue }
      if let found = child(label, under: place) { return found }
      if let found = child(word, rest, under: place) { return found }
    }
    return nil
  }

  private func child(_ label: String, under parent: Int) -> Int? {
    children[TextHash(label, under: parent).value]
  }

  /// The only unit of the plan whose label has this word: "điều 5".
  func unit(named label: String) -> Int? {
    guard let place = named[label], place >= 0 else { return nil }
    return place
  }

  private mutating func add(_ nodes: [Node], under parent: Int) {
    for node in nodes where node.type == .section || node.type == .item {
      // What a bullet holds is sought under the unit around it.
      guard let label = node.label?.lowercased(), PlaceIndex.isNumber(label) else {
        add(node.children, under: parent)
        continue
      }
      let place = ids.count
      ids.append(node.id)
      parents.append(Int32(truncatingIfNeeded: parent))
      places.add(TextHash(node.id).value)
      children.add(TextHash(label, under: parent).value)
      if label.utf8.contains(0x20) { named[label] = named[label] == nil ? place : -1 }
      add(node.children, under: place)
    }
  }

  /// Whether a label is a number or a letter: the bullet "o" and other bullets are none.
  private static func isNumber(_ label: String) -> Bool {
    label != "o"
      && label.utf8.contains {
        $0.isDigit || ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0xC4
      }
  }
}

/// The places of some hashes, which are added in the order of the places: half the memory of a
/// dictionary.
private struct HashedPlaces {
  /// The hash of each place.
  private var hashes: [UInt64] = []
  /// The places in the order of their hashes, of one hash in their own.
  private var places: [Int32] = []

  /// Adds the hash of the next place.
  mutating func add(_ hash: UInt64) {
    places.append(Int32(truncatingIfNeeded: hashes.count))
    hashes.append(hash)
  }

  /// Makes places ready to be found.
  mutating func sort() {
    let hashes = hashes
    places.sort { one, other in
      let (left, right) = (hashes[Int(one)], hashes[Int(other)])
      return left != right ? left < right : one < other
    }
  }

  /// The first place with a hash.
  subscript(hash: UInt64) -> Int? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[Int(places[middle])] < hash { low = middle + 1 } else { high = middle }
    }
    guard low < places.count, hashes[Int(places[low])] == hash else { return nil }
    return Int(places[low])
  }
}
