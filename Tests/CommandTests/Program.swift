import Foundation
import TestSupport

/// The program that was built beside the tests.
struct Program {
  /// What a run gave.
  struct Run {
    var code: Int32
    var output: String
    var errors: String
  }

  /// The path of the program: it stands in the folder of the test bundle.
  static let path: String = {
    let arguments = CommandLine.arguments
    let bundle = arguments.first { $0.hasSuffix(".xctest") } ?? arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent()
      .appendingPathComponent("kehoach").path
  }()

  /// Runs the program to its end; its standard input is a file with the input, or one by its path.
  static func run(
    _ arguments: [String], input: [UInt8] = [], inputPath: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Run {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files, not pipes: nothing blocks, however much is written.
    let output = folder.path + "/output"
    let errors = folder.path + "/errors"
    for file in [output, errors] { try Data().write(to: URL(fileURLWithPath: file)) }
    process.standardInput = try FileHandle(
      forReadingFrom: URL(fileURLWithPath: inputPath ?? folder.file("input", input)))
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    return Run(
      code: process.terminationStatus,
      output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }
}
