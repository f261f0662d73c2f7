import AuditModel

/// Recommendations whose texts are nearly the same, found by minimum hashes of their pairs of words (Broder's shingles)
/// instead of comparing every two. Takes time in proportion to their number.
struct NearDuplicates {
  /// Each with the one that it is most like: of an earlier audit, or above it in the same. Each at most once.
  private(set) var pairs: [(ID<Recommendation>, ID<Recommendation>)] = []

  /// Hashes a text, and how many of them make a key: texts that are alike to 80 % share one of four keys in 19 of 20 cases.
  private static let bands = 4, rows = 2
  /// The latest of those with the same key that are looked at, so that a phrase that everybody uses costs no more than another.
  private static let candidates = 6
  /// Too short to be the same by anything but chance.
  private static let leastWords = 6

  /// In each audit by itself, or in each municipality between its audits.
  init(_ archive: Archive, inOneAudit: Bool) {
    if inOneAudit {
      for audit in archive.audits where audit.recommendations.count > 1 {
        compare(archive, audit.recommendations, inOneAudit: true)
      }
    } else {
      for town in archive.municipalities.indices {
        let audits = archive.links.audits[ID(town)].sorted { a, b in
          let (first, second) = (archive[a].date?.lastDay.number ?? .min, archive[b].date?.lastDay.number ?? .min)
          return first == second ? a.index < b.index : first < second
        }
        if audits.count > 1 { compare(archive, audits.flatMap { archive[$0].recommendations }, inOneAudit: false) }
      }
    }
  }

  private mutating func compare(_ archive: Archive, _ recommendations: [ID<Recommendation>], inOneAudit: Bool) {
    var seen: [(id: ID<Recommendation>, shingles: [UInt64])] = []
    // Places among those seen.
    var buckets: [UInt64: [Int]] = [:]
    for id in recommendations where archive[id].isCounted {
      let shingles = Self.shingles(archive[id].text)
      guard shingles.count >= Self.leastWords - 1 else { continue }
      let own = seen.count
      seen.append((id, shingles))
      var best: (likeness: Int, place: Int)?
      for key in Self.keys(shingles) {
        for place in buckets[key, default: []].suffix(Self.candidates) where place != own && place != best?.place {
          guard (archive[seen[place].id].audit == archive[id].audit) == inOneAudit else { continue }
          let likeness = Self.likeness(shingles, seen[place].shingles)
          if likeness >= 75, likeness > best?.likeness ?? 0 { best = (likeness, place) }
        }
        buckets[key, default: []].append(own)
      }
      if let best { pairs.append((id, seen[best.place].id)) }
    }
  }

  /// The distinct pairs of neighbouring words as hashes, in order.
  private static func shingles(_ text: String) -> [UInt64] {
    let words = BodyWords(text).words
    guard words.count >= leastWords else { return [] }
    var shingles: [UInt64] = []
    shingles.reserveCapacity(words.count)
    for index in words.indices.dropFirst() { shingles.append(mix(words[index - 1].hash &* 31 &+ words[index].hash)) }
    shingles.sort()
    var distinct = 1
    for index in shingles.indices.dropFirst() where shingles[index] != shingles[distinct - 1] {
      shingles[distinct] = shingles[index]
      distinct += 1
    }
    shingles.removeLast(shingles.count - distinct)
    return shingles
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  private static func keys(_ shingles: [UInt64]) -> [UInt64] {
    (0..<bands).map { band in
      var key = UInt64(band)
      for row in 0..<rows {
        let seed = UInt64(band * rows + row + 1) &* 0xD6E8_FEB8_6659_FD93
        key = mix(key ^ (shingles.lazy.map { mix($0 ^ seed) }.min() ?? 0))
      }
      return key
    }
  }

  /// How many in a hundred of all pairs both have.
  private static func likeness(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var (i, j, shared) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        shared += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let all = a.count + b.count - shared
    return all == 0 ? 0 : shared * 100 / all
  }
}
