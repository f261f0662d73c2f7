import AuditContent
import Foundation
import Testing

/// The schemas in the repository say what the program reads. `RECORD_SNAPSHOTS=1` writes them anew.
@Suite(.serialized) struct SchemaTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("templates/schemas")

  @Test(arguments: ContentSchemas.all.map(\.file))
  func theSchemaInTheRepositoryIsTheProgramsOwn(file: String) throws {
    let text = try #require(ContentSchemas.all.first { $0.file == file }?.text)
    let url = Self.folder.appendingPathComponent(file)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    #expect(String(decoding: try Data(contentsOf: url), as: UTF8.self) == text)
  }

  @Test func thereIsASchemaForEveryTypeAndNoOther() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".json") }
    #expect(files.sorted() == ContentSchemas.all.map(\.file))
    #expect(files.count == 7)
  }

  @Test(arguments: ContentSchemas.all.map(\.file))
  func everySchemaIsJSONAndEveryReferenceInItLeadsSomewhere(file: String) throws {
    let text = try #require(ContentSchemas.all.first { $0.file == file }?.text)
    let schema = try JSONDecoder().decode(Schema.self, from: Data(text.utf8))
    let references = text.split(separator: "\"").filter { $0.hasPrefix("#/$defs/") }.map { String($0.dropFirst(8)) }
    #expect(references.filter { schema.definitions?[$0] == nil } == [])
    #expect(schema.properties.values.allSatisfy { !($0.description ?? "").isEmpty })
  }

  private struct Schema: Decodable {
    var properties: [String: Property]
    var definitions: [String: Definition]?
    enum CodingKeys: String, CodingKey {
      case properties
      case definitions = "$defs"
    }
    struct Property: Decodable { var description: String? }
    struct Definition: Decodable { var properties: [String: Property] }
  }
}
