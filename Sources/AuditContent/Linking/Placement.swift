import AuditModel
import Diagnostics

/// Which documents belong together, by the folders that they lie in.
struct Placement {
  struct MunicipalityFolder {
    var id: String
    /// Index of its `index.md`; nil where there is none that could be read.
    var file: Int?
  }

  struct AuditFolder {
    var id: String
    /// Index into `municipalities`.
    var municipality: Int
    var file: Int
    var replies: [Int] = []
    var followUps: [Int] = []
    /// Whether every id in it is known, so that a reference to another one is wrong.
    var isWhole: Bool
  }

  var site: Int?
  var municipalities: [MunicipalityFolder] = []
  var audits: [AuditFolder] = []
  var pages: [Int] = []
  var glossary: Int?
  /// Audit folders whose audit is left out, or could not be made out: in lower case.
  var drafts: Set<String> = []
  var unreadable: Set<String> = []
  var diagnostics: [Diagnostic] = []

  init(_ documents: [Document], drafts withDrafts: Bool) {
    var municipalityFiles: [String: Int] = [:]
    var auditFiles: [String: Int] = [:]
    var parts: [(folder: String, file: Int, isReply: Bool)] = []
    var unknownMunicipalities: Set<String> = []
    var folder = ""
    var depth = 0
    for (index, document) in documents.enumerated() {
      let path = document.path
      // The documents of a folder stand one after the other.
      if !path.isDirectly(in: folder) {
        folder = splitPath(path).map { String($0.folder) } ?? ""
        depth = path.utf8.count { $0 == UInt8(ascii: "/") }
      }
      let place = document.place.range(in: path)
      switch document.content {
      case .site: site = index
      case .unknown:
        if depth == 1 { unknownMunicipalities.insert(folder) }
        if depth == 2 { unreadable.insert(folder) }
      case .page, .glossary:
        guard depth == 0 else {
          diagnostics.append(
            .misplaced(
              Wording(sv: "Sida i en kommuns mapp", en: "Page in a municipality's folder"),
              Wording(sv: "Flytta filen överst bland innehållet.", en: "Move the file to the top of the content."), at: place))
          continue
        }
        checkName(of: path, at: place)
        if case .glossary = document.content {
          if let first = glossary {
            diagnostics.append(
              .second(
                Wording(sv: "Andra ordlistan", en: "Second glossary"), at: place,
                first: documents[first].place.range(in: documents[first].path),
                cure: Wording(sv: "Lägg orden i en enda ordlista.", en: "Put the words into one glossary.")))
          } else {
            glossary = index
          }
        } else if case .page(let page) = document.content, withDrafts || !page.isDraft {
          pages.append(index)
        }
      case .municipality:
        guard depth == 1, splitPath(path)?.name == "index.md" else {
          diagnostics.append(
            .misplaced(
              Wording(sv: "Kommun utanför sin plats", en: "Municipality out of its place"),
              Wording(
                sv: "Lägg filen som index.md i en mapp med kommunens namn: exempelby/index.md.",
                en: "Put the file as index.md into a folder with the municipality's name: exempelby/index.md."), at: place))
          if depth == 1 { unknownMunicipalities.insert(folder) }
          continue
        }
        if !isID(folder) { diagnostics.append(.badFolderName(folder, at: place)) }
        municipalityFiles[folder] = index
      case .audit(let audit):
        guard depth == 2 else {
          misplacedInAudit(Wording(sv: "Granskning", en: "Audit"), at: place)
          continue
        }
        if let first = auditFiles[folder] {
          unreadable.insert(folder)
          diagnostics.append(
            .second(
              Wording(sv: "Andra granskningen i mappen", en: "Second audit in the folder"), at: place,
              first: documents[first].place.range(in: documents[first].path),
              cure: Wording(sv: "Lägg den i en egen mapp.", en: "Put it into a folder of its own.")))
          continue
        }
        auditFiles[folder] = index
        if audit.isDraft, !withDrafts { drafts.insert(folder) }
        if let name = splitPath(folder)?.name, !isID(String(name)) {
          diagnostics.append(.badFolderName(String(name), at: place))
        }
      case .reply:
        guard depth == 2 else {
          misplacedInAudit(Wording(sv: "Svar", en: "Reply"), at: place)
          continue
        }
        checkName(of: path, at: place)
        parts.append((folder, index, true))
      case .followUp:
        guard depth == 2 else {
          misplacedInAudit(Wording(sv: "Uppföljning", en: "Follow-up"), at: place)
          continue
        }
        checkName(of: path, at: place)
        parts.append((folder, index, false))
      }
    }
    municipalities = municipalityFiles.map { MunicipalityFolder(id: $0.key, file: $0.value) }
    addAudits(auditFiles, parts, documents, unknownMunicipalities: unknownMunicipalities)
  }

  private mutating func addAudits(
    _ files: [String: Int], _ parts: [(folder: String, file: Int, isReply: Bool)], _ documents: [Document],
    unknownMunicipalities: Set<String>
  ) {
    let sorted = files.filter { !drafts.contains($0.key) }.sorted { comesBefore($0.key, $1.key) }
    let known = Set(municipalities.map(\.id))
    var added: Set<String> = []
    for (folder, file) in sorted {
      guard let name = splitPath(folder)?.folder else { continue }
      let id = String(name)
      guard !known.contains(id), added.insert(id).inserted else { continue }
      // Stands in for the one that is missing, so that nothing else need be reported for want of it.
      municipalities.append(MunicipalityFolder(id: id, file: nil))
      if !unknownMunicipalities.contains(id) {
        diagnostics.append(.municipalityMissing(id, at: documents[file].place.range(in: documents[file].path)))
      }
    }
    municipalities.sort { comesBefore($0.id, $1.id) }
    var municipalityIndex: [String: Int] = [:]
    for (index, municipality) in municipalities.enumerated() { municipalityIndex[municipality.id] = index }
    var auditIndex: [String: Int] = [:]
    for (folder, file) in sorted {
      guard let name = splitPath(folder)?.folder, let municipality = municipalityIndex[String(name)] else { continue }
      auditIndex[folder] = audits.count
      let isWhole = documents[file].isWhole && !unreadable.contains(folder)
      audits.append(AuditFolder(id: folder, municipality: municipality, file: file, isWhole: isWhole))
    }
    var reported: Set<String> = []
    var last: (folder: String, audit: Int?) = ("", nil)
    for part in parts {
      if part.folder != last.folder { last = (part.folder, auditIndex[part.folder]) }
      guard let audit = last.audit else {
        let place = documents[part.file].place.range(in: documents[part.file].path)
        if !drafts.contains(part.folder), !unreadable.contains(part.folder), reported.insert(part.folder).inserted {
          diagnostics.append(.auditMissing(part.folder, at: place))
        }
        continue
      }
      if !documents[part.file].isWhole { audits[audit].isWhole = false }
      if part.isReply { audits[audit].replies.append(part.file) } else { audits[audit].followUps.append(part.file) }
    }
  }

  private mutating func misplacedInAudit(_ what: Wording, at place: SourceRange) {
    diagnostics.append(
      .misplaced(
        Wording(sv: "\(what.sv) utanför en gransknings mapp", en: "\(what.en) outside an audit's folder"),
        Wording(
          sv: "Lägg filen i kommunens mapp, i en mapp för granskningen: exempelby/granskning-2024/.",
          en: "Put the file into the municipality's folder, in a folder for the audit: exempelby/granskning-2024/."), at: place))
  }

  /// A document's address is made of its file's name.
  private mutating func checkName(of path: String, at place: SourceRange) {
    let name = path.dropLast(3)
    let last = name[(name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex)...]
    if !isID(String(last)) { diagnostics.append(.badFolderName(String(last), at: place)) }
  }
}

extension String {
  /// Whether a path leads to something in a folder, and not in a folder in it.
  fileprivate func isDirectly(in folder: String) -> Bool {
    let (path, folder) = (utf8, folder.utf8)
    guard path.count > folder.count, path.starts(with: folder) else { return false }
    let rest = path.dropFirst(folder.count)
    if folder.isEmpty { return !rest.contains(UInt8(ascii: "/")) }
    return rest.first == UInt8(ascii: "/") && !rest.dropFirst().contains(UInt8(ascii: "/"))
  }
}
