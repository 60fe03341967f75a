/// The names of captures, sub-patterns and lists, each with a number.
struct NameTable {
  private(set) var names: [String] = []
  private var numbers: [String: Int32] = [:]

  /// The number of a name; a new one if it has none.
  mutating func number(of name: String) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }

  subscript(_ number: Int32) -> String { names[Int(number)] }
}
