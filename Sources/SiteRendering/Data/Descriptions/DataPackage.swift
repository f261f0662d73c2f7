import AuditModel
import Diagnostics

/// The tables as a Frictionless data package (version 1 of the specification, which its tools read).
struct DataPackage {
  let context: SiteContext

  private var site: Site { context.archive.site }

  var json: JSONValue {
    let name = slug(site.title)
    var members: [(key: String, value: JSONValue)] = [
      ("profile", "tabular-data-package"),
      ("name", .string(name.isEmpty ? "data" : name)),
      ("title", .string(site.title)),
      ("description", .string(context.strings.text(.dataDescription) + " " + context.strings.word("data", "formula-note"))),
      ("homepage", .string(context.absolute(context.address(.data)))),
    ]
    if let licence = site.licence {
      let known: [(String, JSONValue)] = DataPackage.licenceName(licence).map { [("name", .string($0))] } ?? []
      members.append(("licenses", .array([.object(known + [("path", .string(licence))])])))
    }
    if let publisher = site.publisher {
      members.append(("contributors", .array([.object([("title", .string(publisher.name)), ("role", "publisher")])])))
    }
    members.append(("resources", .array(TableDescription.all(in: context).map(resource))))
    return .object(members)
  }

  /// Its name at opendefinition.org.
  private static func licenceName(_ address: String) -> String? {
    if address.contains("publicdomain/zero/1.0") { return "CC0-1.0" }
    if address.contains("licenses/by/4.0") { return "CC-BY-4.0" }
    return nil
  }

  private func resource(_ table: TableDescription) -> JSONValue {
    let columns = table.columns
    let fields = columns.map { field($0, isID: table.hasIDs && $0.key == "id") }
    var schema: [(key: String, value: JSONValue)] = [("fields", .array(fields))]
    if table.hasIDs { schema.append(("primaryKey", "id")) }
    let keys = columns.compactMap { column in
      column.reference.map { reference in
        let name = TableDescription(context: context, table: reference).name
        return JSONValue.object([
          ("fields", .string(column.key)), ("reference", .object([("resource", .string(name)), ("fields", "id")])),
        ])
      }
    }
    if !keys.isEmpty { schema.append(("foreignKeys", .array(keys))) }
    return .object([
      ("profile", "tabular-data-resource"), ("name", .string(DataPackage.name(table))), ("path", .string(table.name + ".csv")),
      ("title", .string(table.title)), ("description", .string(table.description)), ("format", "csv"), ("mediatype", "text/csv"),
      ("encoding", "utf-8"), ("schema", .object(schema)),
    ])
  }

  /// The name of a resource has no slashes.
  private static func name(_ table: TableDescription) -> String {
    String(decoding: table.name.utf8.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
  }

  private func field(_ column: TableDescription.Column, isID: Bool) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [("name", .string(column.key))]
    switch column.type {
    case .text, .date, .ids, .texts: members.append(("type", "string"))
    case .number: members.append(("type", "integer"))
    case .decimal: members.append(("type", "number"))
    case .flag: members.append(("type", "boolean"))
    case .page: members += [("type", "string"), ("format", "uri")]
    case .words(let words):
      members += [("type", "string"), ("constraints", .object([("enum", .array(words.map { .string($0) }))]))]
    }
    members.append(("description", .string(column.meaning)))
    if isID { members.append(("constraints", .object([("required", true), ("unique", true)]))) }
    return .object(members)
  }
}
