import AuditModel
import Diagnostics

/// The tables as *Metadata Vocabulary for Tabular Data* (W3C, 2015) describes them: a group of tables, each with its columns.
struct CSVWMetadata {
  let context: SiteContext

  private var site: Site { context.archive.site }

  var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("@context", .array(["http://www.w3.org/ns/csvw", .object([("@language", .string(context.strings.language))])])),
      ("dc:title", .string(site.title)),
      ("dc:description", .string(context.strings.text(.dataDescription) + " " + context.strings.word("data", "formula-note"))),
    ]
    if let licence = site.licence { members.append(("dc:license", .object([("@id", .string(licence))]))) }
    if let publisher = site.publisher { members.append(("dc:publisher", .string(publisher.name))) }
    members.append(("tables", .array(TableDescription.all(in: context).map(table))))
    return .object(members)
  }

  private func table(_ table: TableDescription) -> JSONValue {
    let columns = table.columns
    let described = columns.map { column($0, isID: table.hasIDs && $0.key == "id") }
    var schema: [(key: String, value: JSONValue)] = [("columns", .array(described))]
    if table.hasIDs { schema.append(("primaryKey", "id")) }
    let keys = columns.compactMap { column in
      column.reference.map { reference in
        let file = TableDescription(context: context, table: reference).name + ".csv"
        return JSONValue.object([
          ("columnReference", .string(column.key)),
          ("reference", .object([("resource", .string(file)), ("columnReference", "id")])),
        ])
      }
    }
    if !keys.isEmpty { schema.append(("foreignKeys", .array(keys))) }
    return .object([
      ("url", .string(table.name + ".csv")), ("dc:title", .string(table.title)),
      ("dc:description", .string(table.description)), ("tableSchema", .object(schema)),
    ])
  }

  private func column(_ column: TableDescription.Column, isID: Bool) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = []
    // A name is for addresses and so has no signs; without one, it is made from the title.
    if column.key.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }) {
      members.append(("name", .string(column.key)))
    }
    members += [
      ("titles", .string(column.key)), ("dc:description", .string(column.meaning)), ("datatype", datatype(column.type)),
    ]
    if let separator = column.type.separator { members.append(("separator", .string(separator))) }
    if isID { members.append(("required", true)) }
    return .object(members)
  }

  private func datatype(_ type: DataType) -> JSONValue {
    switch type {
    // Dates are EDTF, which the data types of XML Schema do not know.
    case .text, .date, .ids, .texts: "string"
    case .number: "integer"
    case .decimal: "decimal"
    case .flag: .object([("base", "boolean"), ("format", "true|false")])
    case .page: "anyURI"
    case .words(let words): .object([("base", "string"), ("format", .string(words.joined(separator: "|")))])
    }
  }
}
