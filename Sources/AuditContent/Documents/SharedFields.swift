import AuditModel

/// Keys that several types of document have.
extension Field where Target: Sendable {
  /// Looked at before anything else is read.
  static func type(_ word: String) -> Field {
    Field(leftAlone: "type", required: true, "Vad dokumentet är.", schema: .choice([word]))
  }

  static func formerly(_ path: any WritableKeyPath<Target, [Reference]> & Sendable) -> Field {
    Field("formerly", .list(.reference), "Sidans tidigare adresser, från /; de leder vidare hit.") { $0[keyPath: path] = $1 }
  }

  static func draft(_ path: any WritableKeyPath<Target, Bool> & Sendable) -> Field {
    Field("draft", .boolean, "true för ett utkast, som inte kommer med på webbplatsen.") { $0[keyPath: path] = $1 }
  }

  static func signed(_ path: any WritableKeyPath<Target, [Signatory]> & Sendable) -> Field {
    Field("signed", .list(.object(SignatoryEntry.self)), "De som har undertecknat.") { target, entries in
      target[keyPath: path] = entries.map { Signatory(name: $0.name, role: $0.role) }
    }
  }

  static func sources(_ path: any WritableKeyPath<Target, [SourceReference]> & Sendable) -> Field {
    Field("sources", .list(.object(SourceReference.self)), "Dokumenten som sidan bygger på.") { $0[keyPath: path] = $1 }
  }

  static func inferred(_ path: any WritableKeyPath<Target, [InferenceEntry]> & Sendable) -> Field {
    Field("inferred", .entries(.text), "Uppgifter som har räknats ut och inte lästs: namn och skäl.") { target, entries in
      target[keyPath: path] = entries.map { InferenceEntry(field: $0.key, reason: $0.value) }
    }
  }
}

struct InferenceEntry: Sendable, Equatable {
  var field: Reference
  var reason: String
}

struct SignatoryEntry: Shaped {
  var name = ""
  var role: String?

  static let shape = Shape<SignatoryEntry>(
    "signatory", sv: "signed", en: "signed",
    [
      Field("name", .text, required: true, "Namnet.") { $0.name = $1 },
      Field("role", .text, "Uppdraget eller titeln.") { $0.role = $1 },
    ])
}

/// A document that a page stands on, as it was written.
struct SourceReference: Shaped {
  var title = ""
  /// Where the title stands.
  var place: Place?
  var file: Reference?
  var url: String?
  var transcription: Transcription?
  var pages: String?

  static let shape = Shape<SourceReference>(
    "source", sv: "källan", en: "the source",
    [
      Field("title", .reference, required: true, "Dokumentets titel.") { ($0.title, $0.place) = ($1.value, $1.place) },
      Field("file", .reference, "En fil i samma mapp.") { $0.file = $1 },
      Field("url", .webAddress, "En adress på webben.") { $0.url = $1 },
      Field("transcription", .choice, "Hur texten har återgetts.") { $0.transcription = $1 },
      Field("pages", .text, "Sidorna, till exempel 1-2.") { $0.pages = $1 },
    ])
}

/// A decision, as it was written.
struct DecisionEntry: Shaped {
  var body: Reference?
  var date: Marked<EDTFDate>?
  var paragraph: String?
  var reference: String?

  static let shape = Shape<DecisionEntry>(
    "decision", sv: "beslutet", en: "the decision",
    [
      Field("body", .reference, "Nämnden som beslutade.") { $0.body = $1 },
      Field("date", .date, "När den beslutade.") { $0.date = $1 },
      Field("paragraph", .text, "Paragrafen i protokollet, till exempel § 12.") { $0.paragraph = $1 },
      Field("reference", .text, "Diarienumret.") { $0.reference = $1 },
    ])
}
