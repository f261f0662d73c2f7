import AuditModel
import Checksums
import Diagnostics
import Foundation
import Testing

@testable import SiteRendering

/// What the site tells programs of its open data, held against the data itself.
@Suite struct DataDescriptionTests {
  @Test(arguments: EveryPageTests.sites) func everyColumnHoldsWhatItIsSaidToHold(_ content: String) throws {
    let site = TinySite(contentOfProject: content)
    for table in TableDescription.all(in: site.context) {
      let rows = CSVReader.rows(of: site.bytes(DataFile(table: table.table, format: .csv)))
      let columns = table.columns
      #expect(rows.first == columns.map(\.key), "\(table.name)")
      #expect(columns.allSatisfy { !$0.meaning.isEmpty && !$0.meaning.contains("⟦") }, "\(table.name)")
      for row in rows.dropFirst() {
        for (cell, column) in zip(row, columns) where !cell.isEmpty {
          #expect(column.type.allows(cell), "\(table.name).\(column.key): \(cell)")
        }
      }
    }
  }

  @Test(arguments: EveryPageTests.sites) func whatNamesARowOfAnotherTableNamesOneThatIsThere(_ content: String) throws {
    let site = TinySite(contentOfProject: content)
    let tables = TableDescription.all(in: site.context)
    func cells(_ table: DataFile.Table, _ key: String) throws -> [String] {
      let rows = CSVReader.rows(of: site.bytes(DataFile(table: table, format: .csv)))
      let place = try #require(rows.first?.firstIndex(of: key))
      return rows.dropFirst().map { $0[place] }
    }
    for table in tables {
      if table.hasIDs {
        let ids = try cells(table.table, "id")
        #expect(Set(ids).count == ids.count && !ids.contains(""), "\(table.name)")
      }
      for column in table.columns {
        guard let reference = column.reference else { continue }
        let known = Set(try cells(reference, "id"))
        #expect(try cells(table.table, column.key).allSatisfy { $0.isEmpty || known.contains($0) }, "\(table.name).\(column.key)")
      }
    }
  }

  @Test(arguments: EveryPageTests.sites) func bothDescriptionsNameEveryTableAndColumn(_ content: String) throws {
    let site = TinySite(contentOfProject: content)
    let csvw = try JSONDecoder().decode(CSVW.self, from: Data(site.bytes(of: .description(.csvw))))
    let package = try JSONDecoder().decode(Package.self, from: Data(site.bytes(of: .description(.package))))
    let files = DataFile.all(of: site.insight).filter { $0.format == .csv }
    let paths = files.map { String($0.path(in: site.renderer.plan).dropFirst("data/".count)) }
    #expect(csvw.tables.map(\.url) == paths && package.resources.map(\.path) == paths)
    for (place, file) in files.enumerated() {
      let header = CSVReader.rows(of: site.bytes(file))[0]
      #expect(csvw.tables[place].tableSchema.columns.map(\.titles) == header, "\(file)")
      #expect(package.resources[place].schema.fields.map(\.name) == header, "\(file)")
    }
    #expect(Set(package.resources.map(\.name)).count == paths.count)
    #expect(package.resources.allSatisfy { $0.name.wholeMatch(of: /[a-z0-9._-]+/) != nil })
  }

  @Test func theCatalogueNamesFilesThatAreThereAndWhoGivesThemOut() throws {
    let site = TinySite(contentOfProject: "templates/example/content")
    let root = try #require(XMLNode.parse(site.bytes(of: .description(.catalog))))
    let paths = Set(site.renderer.outputs.map { site.context.baseURL + site.renderer.path(of: $0) })
    let distributions = root.all("dcat:Distribution")
    #expect(distributions.count == 1 + 2 * DataFile.Table.fixed.count)
    for distribution in distributions {
      #expect(paths.contains(distribution.resource("dcat:downloadURL") ?? ""))
      #expect(distribution.resource("dcterms:license") == site.archive.site.licence)
    }
    let sets = root.all("dcat:Dataset")
    let about = { (node: XMLNode) in node.attributes["rdf:about"] }
    let named = { (nodes: [XMLNode], name: String) in
      nodes.flatMap { $0.all(name) }.compactMap { $0.attributes["rdf:resource"] }
    }
    #expect(named(root.all("dcat:Catalog"), "dcat:dataset") == sets.compactMap(about))
    #expect(named(sets, "dcat:distribution") == distributions.compactMap(about))
    let agent = try #require(root.first("foaf:Agent"))
    #expect(agent.first("foaf:name")?.text == "Övningsrevisionen")
    #expect(agent.resource("dcterms:type") == "http://purl.org/adms/publishertype/LocalAuthority")
    #expect(sets.allSatisfy { $0.resource("dcterms:publisher") == about(agent) && $0.resource("dcat:contactPoint") != nil })
    #expect(root.first("vcard:Organization")?.resource("vcard:hasEmail") == "mailto:fraga@example.se")
  }

  @Test func theArchiveHoldsEveryTableAsItIs() throws {
    let site = TinySite(contentOfProject: "content")
    let bytes = site.bytes(of: .description(.archive))
    #expect(bytes == site.bytes(of: .description(.archive)))
    let files = try ZIPReader.files(of: bytes)
    #expect(files.map(\.name).prefix(3) == ["datapackage.json", "csv-metadata.json", "municipalities.csv"])
    #expect(files.count == 2 + DataFile.all(of: site.insight).count / 2)
    for file in files {
      let output = try #require(site.renderer.outputs.first { site.renderer.path(of: $0) == "data/" + file.name }, "\(file.name)")
      #expect(file.bytes == site.bytes(of: output), "\(file.name)")
      #expect(CRC32.checksum(of: file.bytes) == file.checksum, "\(file.name)")
    }
  }

  @Test func nothingLiesInAFolderWhereTheCatalogueIsAFile() {
    let site = TinySite(
      """

      -- datasets/index.md --
      ---
      type: municipality
      name: Övningsköping
      code: "9902"
      ---

      -- datasets/dcat/audit.md --
      ---
      type: audit
      title: Lokaler
      auditor: Revisorerna
      ---

      """)
    let errors = site.diagnostics.filter { $0.code == SitePlan.duplicateAddress }
    #expect(errors.map(\.message.en) == ["/datasets/dcat is already the address of one of the site's own files"])
    #expect(errors.first?.location.path == "datasets/dcat/audit.md")
  }

  private struct CSVW: Decodable {
    var tables: [Table]

    struct Table: Decodable {
      var url: String
      var tableSchema: Schema
    }
    struct Schema: Decodable { var columns: [Column] }
    struct Column: Decodable { var titles: String }
  }

  private struct Package: Decodable {
    var resources: [Resource]

    struct Resource: Decodable {
      var name: String
      var path: String
      var schema: Schema
    }
    struct Schema: Decodable { var fields: [Field] }
    struct Field: Decodable { var name: String }
  }
}

extension DataType {
  fileprivate func allows(_ cell: String) -> Bool {
    switch self {
    case .text, .ids, .texts: true
    case .number: Int(cell) != nil
    case .decimal: cell.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil
    case .flag: cell == "true" || cell == "false"
    case .date: EDTFDate(cell) != nil
    case .page: cell.hasPrefix("https://")
    case .words(let words): words.contains(cell)
    }
  }
}

extension XMLNode {
  fileprivate func resource(_ name: String) -> String? { first(name)?.attributes["rdf:resource"] }
}

/// Reads a ZIP archive of stored files by its directory at the end.
private enum ZIPReader {
  struct File {
    let name: String
    let bytes: [UInt8]
    let checksum: UInt32
  }

  static func files(of bytes: [UInt8]) throws -> [File] {
    func number(_ at: Int, _ size: Int) -> Int { (0..<size).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) } }
    let end = bytes.count - 22
    try #require(number(end, 4) == 0x0605_4B50)
    var at = number(end + 16, 4)
    return try (0..<number(end + 10, 2)).map { _ in
      try #require(number(at, 4) == 0x0201_4B50)
      let nameLength = number(at + 28, 2)
      let name = String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self)
      let local = number(at + 42, 4)
      try #require(number(local, 4) == 0x0403_4B50 && number(local + 8, 2) == 0)
      let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      let file = File(
        name: name, bytes: Array(bytes[start..<(start + number(at + 24, 4))]), checksum: UInt32(number(at + 16, 4)))
      at += 46 + nameLength
      return file
    }
  }
}
