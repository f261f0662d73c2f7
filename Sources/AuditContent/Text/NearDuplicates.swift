import AuditModel

/// Recommendations whose texts are nearly the same, found by minimum hashes of their pairs of words (Broder's shingles) instead of
/// comparing every two. Takes time in proportion to their number.
struct NearDuplicates {
  /// Each with the one that it is most like: of an earlier audit, or above it in the same. Each at most once.
  private(set) var pairs: [(ID<Recommendation>, ID<Recommendation>)] = []

  /// Hashes a text, and how many of them make a key: texts that are alike to 80 % share one of four keys in 19 of 20 cases.
  private static let bands = 4, rows = 2
  /// The latest of those with the same key that are looked at, so that a phrase that everybody uses costs no more than another.
  private static let candidates = 6
  /// Too short to be the same by anything but chance.
  private static let leastWords = 6

  init(_ archive: Archive, inOneAudit: Bool) {
    let order = inOneAudit ? Array(archive.recommendations.indices) : Self.byDate(archive)
    var buckets: [UInt64: [Int32]] = [:]
    buckets.reserveCapacity(inOneAudit ? 256 : order.count * Self.bands)
    var audit: ID<Audit>?
    for index in order {
      let recommendation = archive.recommendations[index]
      guard recommendation.isCounted else { continue }
      if inOneAudit, recommendation.audit != audit {
        buckets.removeAll(keepingCapacity: true)
        audit = recommendation.audit
        if archive[recommendation.audit].recommendations.count < 2 { continue }
      }
      let shingles = Self.shingles(recommendation.text)
      guard shingles.count >= Self.leastWords - 1 else { continue }
      let place = UInt64(inOneAudit ? 0 : archive[recommendation.audit].municipality.index + 1)
      var best: (likeness: Int, index: Int)?
      for key in Self.keys(shingles, place) {
        for other in buckets[key, default: []].suffix(Self.candidates) where Int(other) != best?.index {
          let earlier = archive.recommendations[Int(other)]
          guard (earlier.audit == recommendation.audit) == inOneAudit else { continue }
          let likeness = Self.likeness(shingles, Self.shingles(earlier.text))
          if likeness >= 75, likeness > best?.likeness ?? 0 { best = (likeness, Int(other)) }
        }
        buckets[key, default: []].append(Int32(index))
      }
      if let best { pairs.append((ID(index), ID(best.index))) }
    }
  }

  /// The recommendations by their audits' dates; those of audits without one first.
  private static func byDate(_ archive: Archive) -> [Int] {
    archive.recommendations.indices.map { index in
      (archive[archive.recommendations[index].audit].date?.lastDay.number ?? .min, index)
    }
    .sorted { $0 < $1 }.map(\.1)
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

  private static func keys(_ shingles: [UInt64], _ place: UInt64) -> [UInt64] {
    (0..<bands).map { band in
      var key = place &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(band)
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
