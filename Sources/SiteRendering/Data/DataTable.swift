import AuditModel

/// A table of open data: its columns, each with what stands in it, and its rows. CSV and JSON are two printers of it.
struct DataTable<Row> {
  let columns: [DataColumn<Row>]
  /// Hands out the rows one after the other, so that a large table need not be in memory.
  let rows: (SiteContext, (Row) -> Void) -> Void

  /// - Parameter drain: takes what is there from time to time, and empties the buffer.
  func print(
    as format: DataFile.Format, _ context: SiteContext, into buffer: inout [UInt8], drain: (inout [UInt8]) -> Void
  ) {
    switch format {
    case .csv: printCSV(context, into: &buffer, drain)
    case .json: printJSON(context, into: &buffer, drain)
    }
  }

  /// So many bytes are collected.
  private static var pieceSize: Int { 1 << 18 }

  private func printCSV(_ context: SiteContext, into buffer: inout [UInt8], _ drain: (inout [UInt8]) -> Void) {
    var csv = CSVBytes(bytes: buffer)
    buffer = []
    for column in columns { csv.cell(.text(column.key), context) }
    csv.endRow()
    rows(context) { row in
      for column in columns { csv.cell(column.value(row, context), context) }
      csv.endRow()
      if csv.bytes.count > Self.pieceSize { drain(&csv.bytes) }
    }
    buffer = csv.bytes
  }

  private func printJSON(_ context: SiteContext, into buffer: inout [UInt8], _ drain: (inout [UInt8]) -> Void) {
    var json = JSONBytes(bytes: buffer)
    buffer = []
    // What stands before each value is the same in every row.
    let heads = columns.map { column in
      var head = JSONBytes()
      head.string(column.key)
      head.bytes.append(UInt8(ascii: ":"))
      return head.bytes
    }
    json.bytes.append(UInt8(ascii: "["))
    var isFirst = true
    rows(context) { row in
      if !isFirst { json.bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      json.bytes.append(UInt8(ascii: "\n"))
      for (place, column) in columns.enumerated() {
        json.bytes.append(place == 0 ? UInt8(ascii: "{") : UInt8(ascii: ","))
        json.bytes += heads[place]
        json.value(column.value(row, context), context)
      }
      json.bytes.append(UInt8(ascii: "}"))
      if json.bytes.count > Self.pieceSize { drain(&json.bytes) }
    }
    json.bytes += "\n]\n".utf8
    buffer = json.bytes
  }
}

/// A column of a table of open data: the header in CSV and key in JSON, and the value of a row.
struct DataColumn<Row> {
  let key: String
  let type: DataType
  /// The table whose `id` it names one of.
  let reference: DataFile.Table?
  let value: (Row, SiteContext) -> DataValue

  init(_ key: String, _ type: DataType, of table: DataFile.Table? = nil, _ value: @escaping (Row, SiteContext) -> DataValue) {
    self.key = key
    self.type = type
    self.reference = table
    self.value = value
  }
}

/// What may stand in a column of a table of open data, or nothing.
enum DataType: Equatable {
  case text, number, decimal, flag, date, ids, texts, page
  /// One of these stable names.
  case words([String])

  static func word<Word: CaseIterable & RawRepresentable<String>>(_ words: Word.Type) -> DataType {
    .words(words.allCases.map(\.rawValue))
  }

  /// What separates the entries of a list in a cell of CSV; nil where it is no list.
  var separator: String? {
    switch self {
    case .ids: " "
    case .texts: "; "
    default: nil
    }
  }
}

/// What stands in a cell of a table of open data.
enum DataValue {
  /// Not known, or there is none.
  case empty
  case text(String)
  case number(Int)
  case decimal(DecimalNumber)
  case flag(Bool)
  /// In the notation of EDTF, with its doubt.
  case date(EDTFDate)
  /// Ids or other stable names: separated by a space in CSV.
  case ids([String])
  /// Texts that may hold spaces: separated by `; ` in CSV.
  case texts([String])
  /// The full address of a page.
  case page(SitePage)

  init(_ text: String?) { self = text.map { .text($0) } ?? .empty }
  init(_ number: Int?) { self = number.map { .number($0) } ?? .empty }
  init(_ date: EDTFDate?) { self = date.map { .date($0) } ?? .empty }
}
