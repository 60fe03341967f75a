/// The names of columns and the ordinals of rows.
enum TableHead {
  /// One name per column from a head of two rows.
  ///
  /// A cell over two rows stands in both, or is blank in the second; a cell over two columns
  /// is followed by blanks, or the first row is shorter than the second.
  static func merge(_ upper: [String], _ lower: [String]) -> [String] {
    let spread =
      upper.count < lower.count
      ? divide(upper, over: lower) ?? TableHead.spread(upper, over: lower) : fill(upper, lower)
    var names: [String] = []
    for index in 0..<max(spread.count, lower.count) {
      let above = index < spread.count ? spread[index] : ""
      let below = index < lower.count ? lower[index] : ""
      if below.isEmpty || above == below {
        names.append(above)
      } else if above.isEmpty {
        names.append(below)
      } else {
        names.append(above + ": " + below)
      }
    }
    return names
  }

  /// Lays a short first row over a second that is blank under each cell of two rows: the other
  /// cells divide the names that stand between the blanks, in order; `nil` when the second row has
  /// no blanks, or the numbers do not fit.
  static func divide(_ upper: [String], over lower: [String]) -> [String]? {
    let blanks = lower.count(where: \.isEmpty)
    let spanning = upper.count - blanks
    guard blanks > 0, spanning > 0 else { return nil }
    // Years are of one cell, words of another.
    var runs: [(length: Int, kind: Bool)] = []
    var wide: [Int] = []
    for (index, name) in lower.enumerated() where !name.isEmpty {
      let isAdjacent = index > 0 && !lower[index - 1].isEmpty
      let kind = name.utf8.allSatisfy { $0 < 58 }
      if !isAdjacent { wide.append(0) }
      if isAdjacent, runs[runs.count - 1].kind == kind {
        runs[runs.count - 1].length += 1
      } else {
        runs.append((1, kind))
      }
      wide[wide.count - 1] += 1
    }
    let named = lower.count - blanks
    var lengths: [Int]
    if wide.count == spanning {
      lengths = wide
    } else if runs.count == spanning {
      lengths = runs.map(\.length)
    } else if wide.count == 1, named % spanning == 0 {
      lengths = Array(repeating: named / spanning, count: spanning)
    } else {
      return nil
    }
    var names: [String] = []
    var above = upper[...]
    var left = 0
    var current = ""
    for name in lower {
      if name.isEmpty {
        names.append(above.popFirst() ?? "")
        continue
      }
      if left == 0 {
        current = above.popFirst() ?? ""
        left = lengths.removeFirst()
      }
      left -= 1
      names.append(current)
    }
    return names
  }

  /// Repeats the name of a cell over several columns in the blanks after it.
  private static func fill(_ upper: [String], _ lower: [String]) -> [String] {
    var names = upper
    for index in names.indices.dropFirst() where names[index].isEmpty {
      if index < lower.count, !lower[index].isEmpty { names[index] = names[index - 1] }
    }
    return names
  }

  /// Lays a short first row over a long second: equal names hold the ends, what is between is
  /// dealt out evenly.
  private static func spread(_ upper: [String], over lower: [String]) -> [String] {
    var names: [String] = []
    var above = 0
    var below = 0
    while below < lower.count {
      if above < upper.count, upper[above] == lower[below], !lower[below].isEmpty {
        names.append(upper[above])
        above += 1
        below += 1
        continue
      }
      // The run up to the next name that stands in both rows.
      var aboveEnd = above
      var belowEnd = lower.count
      search: while aboveEnd < upper.count {
        for candidate in below..<lower.count
        where lower[candidate] == upper[aboveEnd] && !lower[candidate].isEmpty {
          belowEnd = candidate
          break search
        }
        aboveEnd += 1
      }
      let cells = aboveEnd - above
      let columns = belowEnd - below
      if columns == 0 {
        add(upper[above..<max(aboveEnd, above + 1)], toLastOf: &names)
        above = max(aboveEnd, above + 1)
        continue
      }
      for column in 0..<columns {
        let from = column * cells / columns
        // More names than columns: some columns have several.
        let to = cells == 0 ? from : max(from + 1, (column + 1) * cells / columns)
        names.append(joined(upper[(above + from)..<(above + to)]))
      }
      above = aboveEnd
      below = belowEnd
    }
    add(upper[min(above, upper.count)...], toLastOf: &names)
    return names
  }

  /// A name that has no column of its own is part of the one before it: none is lost.
  private static func add(_ cells: ArraySlice<String>, toLastOf names: inout [String]) {
    let name = joined(cells)
    if name.isEmpty { return }
    if let last = names.last {
      names[names.count - 1] = last.isEmpty ? name : last + " " + name
    } else {
      names.append(name)
    }
  }

  private static func joined(_ cells: ArraySlice<String>) -> String {
    cells.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// An ordinal without its closing marks: "1." is "1".
  static func ordinal(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    while let last = bytes.last, last == 0x2E || last == 0x29 || last == 0x20 || last == 0x2F {
      bytes.removeLast()
    }
    return bytes
  }
}
