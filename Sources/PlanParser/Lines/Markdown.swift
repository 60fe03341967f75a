import PlanModel

/// Whether a document uses markdown.
enum Markdown {
  /// Whether bold marks, heading marks or table bars stand in some line.
  static func isUsed(_ lines: [Line], _ bytes: [UInt8]) -> Bool {
    for line in lines {
      if line.heading > 0 || line.bold || line.pipe { return true }
      let content = bytes[line.raw.start..<line.raw.end]
      var previous: UInt8 = 0
      var stars = 0
      for byte in content {
        if byte == UInt8(ascii: "*"), previous == byte { stars += 1 }
        previous = byte
      }
      // One pair opens, one closes; a row of stars is a rule.
      if stars == 2 || stars == 4 { return true }
    }
    return false
  }
}
