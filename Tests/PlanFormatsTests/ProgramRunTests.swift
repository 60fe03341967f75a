import Foundation
import Testing

@testable import PlanFormats

@Suite struct ProgramRunTests {
  private func run(
    _ script: String, seconds: UInt32 = 20, output: Int = 1 << 20
  ) throws -> Result<[UInt8], ProgramFailure> {
    let folder = try TemporaryFolder(for: .pdf)
    let run = ProgramRun(
      program: "/bin/sh", arguments: ["-c", script],
      limits: .init(seconds: seconds, output: output))
    return ProgramRun.printed(by: [run], in: folder)[0]
  }

  @Test func whatAProgramPrintsIsGiven() throws {
    #expect(try run("printf abc").get() == Array("abc".utf8))
    #expect(try run("head -c 300000 /dev/zero").get().count == 300_000)
  }

  @Test func itsEnvironmentIsSmallAndItsInputEmpty() throws {
    let names = String(decoding: try run("env; cat").get(), as: UTF8.self)
      .split(separator: "\n").compactMap { $0.split(separator: "=").first.map(String.init) }
    let allowed: Set = [
      "PATH", "LC_ALL", "OMP_THREAD_LIMIT", "SAL_USE_VCLPLUGIN", "HOME", "TMPDIR", "PWD", "_",
      "SHLVL", "OLDPWD", "TESSDATA_PREFIX",
    ]
    #expect(allowed.isSuperset(of: names), "\(names)")
  }

  @Test func failuresAreTold() throws {
    #expect(throws: ProgramFailure.stopped(status: 3, words: "why\n")) {
      try run("echo why >&2; exit 3").get()
    }
    #expect(throws: ProgramFailure.late(seconds: 1)) { try run("sleep 60", seconds: 1).get() }
    #expect(throws: ProgramFailure.loud(bytes: 1000)) { try run("yes", output: 1000).get() }
    #expect(throws: ProgramFailure.killed(signal: 11, words: "")) {
      try run("kill -SEGV $$").get()
    }
    let folder = try TemporaryFolder(for: .pdf)
    let missing = ProgramRun(program: "/nowhere/to/be/found", arguments: [])
    #expect(ProgramRun.printed(by: [missing], in: folder)[0] == .failure(.unstarted))
  }

  /// Errors without end fill no memory and keep no deadline from coming.
  @Test func endlessErrorsEnd() throws {
    #expect(throws: ProgramFailure.late(seconds: 1)) { try run("yes >&2", seconds: 1).get() }
  }

  @Test func childrenEndWithTheProgram() throws {
    let printed = try run("sleep 300 >/dev/null 2>&1 & echo $!; exit 0").get()
    let child = try #require(
      Int32(String(decoding: printed, as: UTF8.self).trimmingCharacters(in: .newlines)))
    // Nobody may have waited for it yet: then it is a zombie.
    var state = ""
    for _ in 0..<200 {
      let status = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
      state =
        status?.split(separator: ")").last?.split(separator: " ").first.map(String.init) ?? "Z"
      if state == "Z" { break }
      usleep(10_000)
    }
    #expect(state == "Z")
  }

  @Test func severalRunSideBySide() throws {
    let folder = try TemporaryFolder(for: .pdf)
    let runs = (0..<3).map {
      ProgramRun(program: "/bin/sh", arguments: ["-c", "head -c 200000 /dev/zero; exit \($0)"])
    }
    let results = ProgramRun.printed(by: runs, in: folder)
    #expect(try results[0].get().count == 200_000)
    #expect(results[1] == .failure(.stopped(status: 1, words: "")))
    #expect(results[2] == .failure(.stopped(status: 2, words: "")))
  }

  @Test func itsFolderGoes() throws {
    var path = ""
    do {
      let folder = try TemporaryFolder(for: .pdf)
      path = folder.path
      _ = try folder.write([1, 2, 3], as: "x", of: .pdf)
      #expect(folder.read("x", limit: 3) == [1, 2, 3])
      #expect(folder.read("x", limit: 2) == nil)
      #expect(FileManager.default.fileExists(atPath: path))
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
