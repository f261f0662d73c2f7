import AuditModel
import Checksums
import Diagnostics
import ZIPFiles

/// A file that tells programs what the open data is, or holds all of it.
public enum DataDescription: Sendable, Hashable, CaseIterable {
  /// The tables and their columns as *Tabular Data on the Web* has it, where its readers look for it.
  case csvw
  /// The same as a Frictionless data package.
  case package
  /// The catalogue that dataportal.se reads, where it looks for it (DCAT-AP-SE).
  case catalog
  /// All tables as CSV, with both descriptions of them.
  case archive

  var path: String {
    switch self {
    case .csvw: "data/csv-metadata.json"
    case .package: "data/datapackage.json"
    case .catalog: "datasets/dcat"
    case .archive: "data/data.zip"
    }
  }

  /// - Parameter drain: takes what is there from time to time, and empties the buffer.
  func render(_ context: SiteContext, into buffer: inout [UInt8], drain: (inout [UInt8]) -> Void = { _ in }) {
    switch self {
    case .csvw: buffer += CSVWMetadata(context: context).json.bytes
    case .package: buffer += DataPackage(context: context).json.bytes
    case .catalog: DataCatalog(context: context).render(into: &buffer)
    case .archive: renderArchive(context, into: &buffer, drain: drain)
    }
  }

  private func renderArchive(_ context: SiteContext, into buffer: inout [UInt8], drain: (inout [UInt8]) -> Void) {
    let (year, month, day) = context.insight.asOf.components
    var directory = ZIPDirectory(year: year, month: month, day: day)
    // In pieces, since what stands before a file tells of all of it.
    func add(_ path: String, _ render: (inout [UInt8], _ drain: (inout [UInt8]) -> Void) -> Void) {
      var pieces: [[UInt8]] = []
      var size = 0
      var checksum = CRC32()
      func take(_ bytes: inout [UInt8]) {
        bytes.withUnsafeBytes { checksum.update($0) }
        size += bytes.count
        pieces.append(bytes)
        bytes = []
      }
      var rest: [UInt8] = []
      render(&rest, take)
      take(&rest)
      buffer += directory.header(of: String(path.dropFirst("data/".utf8.count)), size: size, checksum: checksum.checksum)
      for piece in pieces {
        buffer += piece
        drain(&buffer)
      }
    }
    for description in [DataDescription.package, .csvw] {
      add(description.path) { description.render(context, into: &$0, drain: $1) }
    }
    for file in DataFile.all(of: context.insight) where file.format == .csv {
      add(file.path(in: context.plan)) { file.render(context, into: &$0, drain: $1) }
    }
    buffer += directory.end()
  }
}
