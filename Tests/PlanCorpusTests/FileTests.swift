import Foundation
import PlanCorpus
import TestSupport
import Testing

/// Reading and writing at the edge.
@Suite struct FileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 200_000]) func aFileIsReadWhole(_ size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
    #expect(try FileSystem.read(folder.file("x", bytes)) == bytes)
  }

  @Test func aPipeIsReadWhole() throws {
    // Its size is not known beforehand: /proc files say 0.
    #expect(try !FileSystem.read("/proc/self/status").isEmpty)
  }

  @Test func aFileAboveTheLimitIsRefused() throws {
    let path = try folder.file("x", [UInt8](repeating: 1, count: 100))
    #expect(try FileSystem.read(path, limit: 100).count == 100)
    let error = #expect(throws: CorpusError.self) { try FileSystem.read(path, limit: 99) }
    guard case .tooLarge(path, 99)? = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
  }

  @Test func whatNeverEndsIsRefusedAtTheLimit() throws {
    #expect(throws: CorpusError.self) { try FileSystem.read("/dev/zero", limit: 1 << 20) }
    #expect(throws: CorpusError.self) { try FileSystem.read("/dev/zero", limit: 0) }
    #expect(try FileSystem.read("/proc/self/status", limit: 1 << 20).count > 100)
  }

  @Test func mistakesSayWhatToDo() throws {
    let missing = #expect(throws: CorpusError.self) { try FileSystem.read(folder.path + "/no") }
    #expect(missing?.description.contains("no such file") == true)
    let isFolder = #expect(throws: CorpusError.self) { try FileSystem.read(folder.path) }
    #expect(isFolder?.description.contains("this is a folder") == true)
  }

  @Test func whatIsNotCommittedLeavesNothing() throws {
    let path = try folder.file("plan.json", "old")
    do {
      var file = try OutputFile(path)
      try file.write(Array("half a pl".utf8))
    }
    #expect(try names() == ["plan.json"])
    #expect(try FileSystem.read(path) == Array("old".utf8))
  }

  @Test func whatIsCommittedStandsWhole() throws {
    let path = try folder.file("plan.json", "old")
    var file = try OutputFile(path)
    try file.write(Array("new ".utf8))
    try file.write(Array("plan".utf8))
    try file.commit()
    #expect(try names() == ["plan.json"])
    #expect(try FileSystem.read(path) == Array("new plan".utf8))
  }

  @Test func aPlaceThatIsNoFileIsWrittenTo() throws {
    try OutputFile.write(Array("x".utf8), to: "/dev/null")
    #expect(throws: CorpusError.self) { try OutputFile.write([1], to: folder.path) }
    #expect(throws: CorpusError.self) { try OutputFile.write([1], to: folder.path + "/no/x") }
  }

  @Test func namesAreSortedByBytes() throws {
    for name in ["b", "a", "Đ", ".hidden", "B"] { _ = try folder.file(name, "") }
    #expect(try FileSystem.names(in: folder.path) == ["B", "a", "b", "Đ"])
  }

  @Test(arguments: [
    ("a/b.txt", "b.txt", "b", "txt"), ("b", "b", "b", ""), (".b", ".b", ".b", ""),
    ("a.b/c.D.MD", "c.D.MD", "c.D", "md"), ("/", "/", "/", ""), ("a/", "a", "a", ""),
  ])
  func pathsHaveParts(_ path: String, _ name: String, _ stem: String, _ ending: String) {
    #expect(Path.name(path) == name)
    #expect(Path.stem(path) == stem)
    #expect(Path.fileExtension(path) == ending)
  }

  @Test func aLineIsNamedAfterAColon() throws {
    #expect(LinePlace("plan.txt:12").path == "plan.txt")
    #expect(LinePlace("plan.txt:12").line == 12)
    #expect(LinePlace("plan.txt").line == nil)
    #expect(LinePlace("plan.txt:x").path == "plan.txt:x")
    #expect(LinePlace("plan.txt:0").line == nil)
    #expect(LinePlace("plan.txt:99999999999999999999").line == nil)
    let odd = try folder.file("plan:7", "")
    #expect(LinePlace(odd).path == odd)
    #expect(LinePlace(odd).line == nil)
  }

  @Test func outputsAreNamedAfterInputs() throws {
    #expect(
      try OutputPlan.files(for: ["x/a.txt", "-", "b.c.md"], in: "out", format: .json)
        == ["out/a.json", "out/stdin.json", "out/b.c.json"])
    #expect(
      throws: OutputPlan.Refusal.sameName("x/a.txt", "y/a.md", output: "out/a.xml")
    ) { try OutputPlan.files(for: ["x/a.txt", "y/a.md"], in: "out", format: .xml) }
  }
}
