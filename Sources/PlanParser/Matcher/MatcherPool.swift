import Synchronization

/// What matchers worked out that are not in use, so that the next parse need not do it again.
///
/// It holds no grammar, which holds it.
final class MatcherPool: Sendable {
  private let idle = Mutex<[Matcher.Memory]>([])

  /// What was worked out before, if it is idle.
  func take() -> Matcher.Memory? { idle.withLock { $0.popLast() } }

  /// Keeps what was worked out for the next parse.
  func give(_ memory: Matcher.Memory) { idle.withLock { $0.append(memory) } }
}

extension Grammar {
  /// A matcher of this grammar, one that was given back if there is one.
  package func takeMatcher() -> Matcher {
    var matcher = Matcher(compiled, memory: compiled.matchers.take() ?? Matcher.Memory(compiled))
    matcher.muted = muted
    return matcher
  }

  /// Gives a matcher back for the next parse.
  package func give(_ matcher: consuming Matcher) { compiled.matchers.give(matcher.memory) }
}
