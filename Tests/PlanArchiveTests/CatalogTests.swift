import Foundation
import Testing

@testable import PlanArchive

/// The catalog as a database.
@Suite final class CatalogTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("kehoach-" + UUID().uuidString).path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static let record = CatalogRecord(
    known: CatalogSchema.known.map { _ in .null },
    rows: [
      CatalogRecord.Row(
        table: .assignments, number: 0,
        values: [
          .text("I.1"), .integer(0), .integer(9), .text("Giao Phòng Kinh tế làm đường"),
          .text("Phòng Kinh tế"), .text("lead"),
        ], words: SearchText.indexed("Giao Phòng Kinh tế làm đường"),
        marked: SearchText.marked("Giao Phòng Kinh tế làm đường"), tags: "assignments")
    ])

  private func fill(_ path: String) throws {
    let catalog = try Catalog(path)
    let reading = try catalog.reading(program: "1", grammar: "g", formats: "json")
    #expect(try catalog.reading(program: "1", grammar: "g", formats: "json") == reading)
    let id = try catalog.add(Array("a.txt".utf8))
    let file = FileFacts(modified: 1, bytes: 2)
    for _ in 0..<2 {
      try catalog.tell(
        id, file: file, sha256: "ab", reading: reading, record: Self.record,
        before: catalog.known(Array("a.txt".utf8)))
    }
    let odd = try catalog.add([0x61, 0xFF])
    try catalog.tell(
      odd, file: nil, failure: Outcome.Failure(.missing, "gone"), limits: "", reading: reading,
      before: nil)
    try catalog.finish()
  }

  @Test func whatIsToldTwiceIsThereOnce() throws {
    let path = folder + "/c.sqlite"
    try fill(path)
    let database = try Database(path, readOnly: true)
    #expect(try database.number("SELECT count(*) FROM assignments") == 1)
    #expect(try database.number("SELECT count(*) FROM search") == 1)
    #expect(try database.number("SELECT count(*) FROM overview") == 2)
    #expect(try database.number("SELECT count(*) FROM documents WHERE path = x'61FF'") == 1)
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
  }

  @Test(arguments: [
    ("phong kinh te", 1), ("phòng kinh tế", 1), ("phóng kinh tế", 0), ("duong", 1), ("đường", 1),
    ("kinh phòng", 0), ("\"", 0), ("làm OR (", 0),
  ])
  func wordsAreFound(_ words: String, _ count: Int) throws {
    let path = folder + "/c.sqlite"
    try fill(path)
    var found = 0
    let query = try FindQuery(words: [words], due: nil, kinds: ["assignments"])
    try Finder(path).find(query) { _ in
      found += 1
      return true
    }
    #expect(found == (words == "\"" ? 1 : count))
  }

  @Test func anIndexThatKnowsNoMarksIsAskedAndRenewed() throws {
    let path = folder + "/c.sqlite"
    try fill(path)
    let old = try Database(path, readOnly: false)
    try old.run(
      """
      CREATE VIRTUAL TABLE plain USING fts5 (
        words, tags, tokenize = 'unicode61 remove_diacritics 2');
      INSERT INTO plain (rowid, words, tags) SELECT rowid, words, tags FROM search;
      DROP TABLE search;
      ALTER TABLE plain RENAME TO search;
      PRAGMA user_version = 1;
      """)
    func count(_ words: String) throws -> Int {
      var found = 0
      let query = try FindQuery(words: [words], due: nil, kinds: [])
      try Finder(path).find(query) { _ in
        found += 1
        return true
      }
      return found
    }
    for _ in 0..<2 {
      #expect(try count("phòng kinh tế") == 1)
      #expect(try count("phóng kinh tế") == 0)
      #expect(try count("đường") == 1)
      try Catalog(path).finish()
    }
    #expect(try old.number("PRAGMA user_version") == CatalogSchema.version)
    #expect(try old.number("SELECT count(*) FROM search WHERE search MATCH 'marked : phong1'") == 1)
  }

  @Test func foreignAndNewerDatabasesAreLeftAlone() throws {
    let foreign = folder + "/f.sqlite"
    try Database(foreign, readOnly: false).run("CREATE TABLE t (a)")
    #expect(throws: ArchiveError.self) { try Catalog(foreign) }
    let path = folder + "/c.sqlite"
    try fill(path)
    try Database(path, readOnly: false).run("PRAGMA user_version = 99")
    #expect(throws: ArchiveError.self) { try Catalog(path) }
    #expect(throws: ArchiveError.self) { try Finder(path) }
    #expect(throws: ArchiveError.self) { try Finder(folder + "/none.sqlite") }
  }
}
