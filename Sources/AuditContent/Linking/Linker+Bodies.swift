import AuditModel
import Diagnostics

extension Linker {
  /// Checks the links of every body that will be shown, and tells which subjects they lead to.
  mutating func linkBodies(_ pages: [Page], _ glossary: Glossary?, _ subjects: SubjectIndex) -> [Mention] {
    var mentions: [(file: Int, mention: Mention)] = []
    var seen: Set<Subject> = []
    func add(_ from: Subject, _ body: Body) {
      let file = Int(body.file)
      seen.removeAll(keepingCapacity: true)
      for link in documents[file].links {
        switch subjects.resolve(link.destination, in: documents[file].path) {
        case .subject(let to) where !link.isImage:
          if to != from, seen.insert(to).inserted { mentions.append((file, Mention(from: from, to: to))) }
        case .attachment(let path) where link.isImage && !Attachment.isPicture(path) && !path.hasSuffix(".csv"),
          .external(let path) where link.isImage:
          diagnostics.append(.noPicture(path, at: SourceRange(path: documents[file].path, link.range)))
        case .external(let address) where !namesWebsite(address):
          diagnostics.append(.badAddress(address, in: .web, at: SourceRange(path: documents[file].path, link.range)))
        case .attachment, .external, .fragment: continue
        case .subject, .unknown:
          if leadsToDraft(link.destination, in: file) { continue }
          let place = SourceRange(path: documents[file].path, link.range)
          diagnostics.append(
            .unknownLink(link.destination, near: near(link, in: file, subjects), isImage: link.isImage, at: place))
        }
      }
    }
    for (index, municipality) in municipalities.enumerated() where towns[index].file != nil {
      add(.municipality(ID(index)), municipality.body)
    }
    for index in audits.indices { add(.audit(ID(index)), audits[index].body) }
    for index in replies.indices { add(.reply(ID(index)), replies[index].body) }
    for index in followUps.indices { add(.followUp(ID(index)), followUps[index].body) }
    for (index, page) in pages.enumerated() { add(.page(ID(index)), page.body) }
    if let body = glossary?.body { add(.glossary, body) }
    return mentions.enumerated().sorted { ($0.element.file, $0.offset) < ($1.element.file, $1.offset) }.map(\.element.mention)
  }

  /// Whether a link leads to a document that is left out, or that could not be read: neither is the link's fault.
  private func leadsToDraft(_ destination: String, in file: Int) -> Bool {
    var path = folded(destination)
    if path.hasSuffix(".md") { path.removeLast(3) }
    let folder = splitPath(documents[file].path).map { String($0.folder) } ?? ""
    for candidate in [path, folded(folder) + "/" + path, splitPath(path).map { String($0.folder) } ?? ""] {
      if leftOut.contains(candidate) || auditIndex[candidate] == -1 { return true }
    }
    return false
  }

  /// What a link was probably meant to lead to, among what lies near: the folder's files, the municipality's boards and audits.
  private func near(_ link: BodyLink, in file: Int, _ subjects: SubjectIndex) -> String? {
    let folder = splitPath(documents[file].path).map { $0.folder + "/" } ?? ""
    if let name = fileNear(link.destination, in: String(folder)) { return name }
    if link.isImage { return nil }
    let town = folder.split(separator: "/").first.flatMap { townIndex[folded($0)] }
    if !link.destination.contains("/") {
      if let audit = auditIndex[folded(folder.dropLast())], audit >= 0,
        let id = nearMiss(of: link.destination, among: recommendationIDs(of: audit))
      {
        return id
      }
      if let town, let id = nearMiss(of: link.destination, among: towns[town].boardIDs) { return id }
      return nearMiss(of: link.destination, among: towns.map(\.id))
    }
    guard let (parent, name) = splitPath(link.destination) else { return nil }
    if let town = townIndex[folded(parent)]
      ?? nearMiss(of: String(parent), among: towns.map(\.id)).flatMap({ townIndex[folded($0)] })
    {
      let id = towns[town].id
      if let audit = auditNear(id + "/" + name, town) { return audit }
      return nearMiss(of: String(name), among: towns[town].boardIDs).map { id + "/" + $0 }
    }
    guard let audit = auditIndex[folded(parent)] ?? auditNear(String(parent), town ?? 0).flatMap({ auditIndex[folded($0)] }),
      audit >= 0
    else { return nil }
    let folderID = placement.audits[audit].id
    let files = placement.audits[audit].replies + placement.audits[audit].followUps
    let names = recommendationIDs(of: audit) + files.compactMap { splitPath(id(of: $0)).map { String($0.name) } }
    if let same = names.first(where: { folded($0) == folded(name) }) { return folderID + "/" + same }
    return nearMiss(of: String(name), among: names).map { folderID + "/" + $0 }
  }

  private func recommendationIDs(of audit: Int) -> [String] {
    audits[audit].recommendations.map { recommendations[Int($0.index)].shortID }
  }
}
