/// The names of columns and the ordinals of rows.
enum TableHead {
  /// One name per column from a head of two rows.
  ///
  /// A cell over two rows stands in both, or is blank in the second; a cell over two columns
  /// is followed by blanks, or the first row is shorter than the second.
  static func merge(_ upper: [String], _ lower: [String]) -> [String] {
    let spread =
      upper.count < lower.count ? TableHead.spread(upper, over: lower) : fill(upper, lower)
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
      if above < upper.count, upper[above] == lower[below] {
        names.append(upper[above])
        above += 1
        below += 1
        continue
      }
      // The run up to the next name that stands in both rows.
      var aboveEnd = above
      var belowEnd = lower.count
      search: while aboveEnd < upper.count {
        for candidate in below..<lower.count where lower[candidate] == upper[aboveEnd] {
          belowEnd = candidate
          break search
        }
        aboveEnd += 1
      }
      let cells = aboveEnd - above
      let columns = belowEnd - below
      if columns == 0 {
        above = max(aboveEnd, above + 1)
        continue
      }
      for column in 0..<columns {
        names.append(cells > 0 ? upper[above + column * cells / columns] : "")
      }
      above = aboveEnd
      below = belowEnd
    }
    return names
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
