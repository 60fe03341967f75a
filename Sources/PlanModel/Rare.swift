/// A value that few of many have: where it is missing it takes one word, and copies share it.
@propertyWrapper
struct Rare<Value: Equatable & Sendable>: Equatable, Sendable {
  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private var box: Box?

  /// The value, if there is one.
  init(wrappedValue: Value?) { box = wrappedValue.map(Box.init) }

  var wrappedValue: Value? {
    get { box?.value }
    set { box = newValue.map(Box.init) }
  }

  static func == (one: Rare, other: Rare) -> Bool {
    one.box === other.box || one.wrappedValue == other.wrappedValue
  }
}
