import Foundation
import PlanCorpus
import PlanParser

/// The repository that the tests stand in, and its grammar.
enum Repository {
  /// The folder of the package.
  static let folder: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }()

  /// The grammar in the program, compiled once for all tests.
  static let grammar: Grammar = {
    do {
      return try Grammar.embedded()
    } catch {
      fatalError("the embedded grammar does not compile: \(error)")
    }
  }()

  /// The corpus.
  static let corpus = Corpus(folder: folder + "/corpus", grammar: grammar)

  /// The text of a file of the repository.
  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
  }

  /// The files of a folder of the repository with an ending, at any depth.
  static func files(in path: String, ending: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder + "/" + path)
    return (all?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(ending) }.map { path + "/" + $0 }.sorted()
  }
}
