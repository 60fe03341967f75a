import Foundation

/// The files beside the tests that say what the sample plan is written as.
enum Expected {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Expected")

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }
}
