import Foundation

/// A folder that is gone after the test.
package final class TemporaryFolder {
  /// Where it is.
  package let path: String

  /// Makes it.
  package init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("kehoach-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  /// A file in it.
  package func file(_ name: String, _ text: String) throws -> String {
    try file(name, Array(text.utf8))
  }

  /// A file in it.
  package func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let place = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: place))
    return place
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
