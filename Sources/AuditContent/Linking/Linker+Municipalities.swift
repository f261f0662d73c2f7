import AuditModel
import Diagnostics

extension Linker {
  /// Enters municipalities and the names of their boards.
  mutating func enterMunicipalities() {
    for folder in placement.municipalities {
      var document = MunicipalityDocument()
      var isWhole = false
      if let file = folder.file, case .municipality(let read) = documents[file].content {
        document = read
        isWhole = documents[file].isWhole
      }
      var town = Town(id: folder.id, document: document, file: folder.file, isWhole: isWhole)
      if let file = folder.file { enterBoards(of: &town, file) }
      townIndex[folded(folder.id)] = towns.count
      towns.append(town)
    }
  }

  /// Enters a municipality's boards, sorted by id, under all their names; ids go before names.
  private mutating func enterBoards(of town: inout Town, _ file: Int) {
    var entries: [(id: Reference, entry: BoardEntry)] = []
    var first: [String: Place] = [:]
    for entry in town.document.boards {
      guard let id = entry.id else { continue }
      let key = folded(id.value)
      if key == folded(town.id) {
        diagnostics.append(.boardNamedAsMunicipality(id.value, at: place(id.place, in: file)))
      } else if let other = first[key] {
        diagnostics.append(.duplicateID(id.value, at: place(id.place, in: file), first: place(other, in: file)))
        continue
      }
      first[key] = id.place
      entries.append((id, entry))
    }
    entries.sort { comesBefore($0.id.value, $1.id.value) }
    town.document.boards = entries.map(\.entry)
    let start = boards.count
    for (offset, element) in entries.enumerated() {
      town.boards[folded(element.id.value)] = start + offset
      town.boardIDs.append(element.id.value)
      // Its references are linked when all boards are known.
      boards.append(
        Board(
          id: town.id + "/" + element.id.value, shortID: element.id.value, municipality: ID(towns.count),
          name: element.entry.name,
          kind: ID(0), body: element.entry.body, aliases: element.entry.aliases, from: element.entry.from?.value,
          to: element.entry.to?.value, origin: origin(element.id.place, in: file)))
    }
    for (offset, element) in entries.enumerated() {
      for name in [element.entry.name] + element.entry.aliases where !name.isEmpty {
        let key = folded(name)
        guard let other = town.boards[key] else {
          town.boards[key] = start + offset
          continue
        }
        // A name that is another board's id means that board.
        if other != start + offset, first[key] == nil { town.boards[key] = -1 }
      }
    }
  }

  mutating func linkMunicipalities() {
    for (index, town) in towns.enumerated() {
      var ids: [ID<Board>] = []
      for entry in town.document.boards {
        guard let id = entry.id, let file = town.file, let number = town.boards[folded(id.value)] else { continue }
        ids.append(ID(number))
        boards[number].kind = kind(entry.kind, file)
        boards[number].successor = entry.successor.flatMap { board($0, index, file) }
      }
      municipalities.append(
        Municipality(
          id: town.id, name: town.document.name.isEmpty ? town.id : town.document.name, shortName: town.document.shortName,
          code: town.document.code?.value ?? "", county: town.document.county, website: town.document.website, boards: ids,
          body: town.file.map { body(of: $0) } ?? Body(file: 0, start: 0, isEmpty: true),
          formerly: town.document.formerly.map(\.value),
          origin: town.file.map { origin(nil, in: $0) } ?? Origin(file: 0, lower: 0, upper: 0)))
    }
  }

  private mutating func kind(_ reference: Reference?, _ file: Int) -> ID<BoardKind> {
    if let reference {
      if let index = kindIndex[folded(reference.value)] { return ID(index) }
      if siteIsWhole {
        let ids = boardKinds.map(\.id)
        diagnostics.append(
          .unknown(
            .unknownBoardKind, reference.value, kind: Wording(sv: "board-kind i site.yaml", en: "board-kind in site.yaml"),
            near: nearMiss(of: reference.value, among: ids), among: ids, at: place(reference.place, in: file),
            addedUnder: "board-kinds"))
      }
    }
    // Stands in, so that later stages can go on; nothing is published.
    if boardKinds.isEmpty { boardKinds.append(BoardKind(id: "okand", name: "–")) }
    return ID(0)
  }
}
