/// The spellings met in a grammar's files, with their keys.
///
/// A grammar says the same few hundred words again and again; only a new spelling is folded.
struct SeenWords {
  private struct Slot {
    var hash: UInt64
    var start: Int32
    var count: Int32
    var key: UInt32
  }

  /// Open addressing; a slot without bytes is empty.
  private var slots = [Slot](
    repeating: Slot(hash: 0, start: 0, count: 0, key: 0), count: 1 << 10)
  private var used = 0
  private var spellings: [UInt8] = []

  /// The key of a word in `bytes`; `make` gives that of a spelling not met before.
  mutating func key(
    of word: Range<Int>, in bytes: [UInt8], make: (String) -> UInt32
  ) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in word { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[slot].count > 0 {
      if slots[slot].hash == hash, isSame(slots[slot], word, bytes) { return slots[slot].key }
      slot = (slot + 1) & (slots.count - 1)
    }
    let key = make(String(decoding: bytes[word], as: UTF8.self))
    slots[slot] = Slot(
      hash: hash, start: Int32(spellings.count), count: Int32(word.count), key: key)
    spellings.append(contentsOf: bytes[word])
    used += 1
    if used * 2 > slots.count { grow() }
    return key
  }

  private func isSame(_ slot: Slot, _ word: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard Int(slot.count) == word.count else { return false }
    for offset in 0..<word.count
    where spellings[Int(slot.start) + offset] != bytes[word.lowerBound + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](
      repeating: Slot(hash: 0, start: 0, count: 0, key: 0), count: old.count * 2)
    for entry in old where entry.count > 0 {
      var slot = Int(truncatingIfNeeded: entry.hash >> 32) & (slots.count - 1)
      while slots[slot].count > 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }
}
