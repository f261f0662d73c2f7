import AuditModel

/// The open data as a catalogue in RDF/XML, after DCAT-AP-SE 3: what Sveriges dataportal reads at `/datasets/dcat`.
///
/// Every table is a data set with one distribution a format; all of them together are one more, distributed as a ZIP archive.
struct DataCatalog {
  let context: SiteContext
  /// The day of the latest that the data tells of.
  private let latest: Day?

  init(context: SiteContext) {
    self.context = context
    latest = context.insight.news(of: Archive.ids(context.archive.audits), limit: 1).first?.day
  }

  private var site: Site { context.archive.site }
  private var strings: Strings { context.strings }

  func render(into buffer: inout [UInt8]) {
    var xml = XMLBytes(bytes: buffer)
    buffer = []
    let sets = dataSets
    xml.declaration()
    xml.element(
      "rdf:RDF",
      [
        "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "xmlns:dcat": "http://www.w3.org/ns/dcat#",
        "xmlns:dcterms": "http://purl.org/dc/terms/", "xmlns:foaf": "http://xmlns.com/foaf/0.1/",
        "xmlns:vcard": "http://www.w3.org/2006/vcard/ns#",
      ]
    ) { xml in
      xml.element("dcat:Catalog", ["rdf:about": id("catalog")]) { xml in
        words("dcterms:title", site.title, into: &xml)
        words("dcterms:description", site.description ?? strings.text(.dataDescription), into: &xml)
        about(into: &xml)
        xml.empty("foaf:homepage", ["rdf:resource": context.baseURL])
        xml.empty("dcat:themeTaxonomy", ["rdf:resource": "http://publications.europa.eu/resource/authority/data-theme"])
        if let licence = site.licence { xml.empty("dcterms:license", ["rdf:resource": licence]) }
        for set in sets { xml.empty("dcat:dataset", ["rdf:resource": set.id]) }
      }
      agent(into: &xml)
      for set in sets { render(set, into: &xml) }
    }
    buffer = xml.bytes
  }

  private struct DataSet {
    let id: String
    let title: String
    let description: String
    let page: String
    let files: [(id: String, title: String, address: String, mediaType: String)]
  }

  private var dataSets: [DataSet] {
    let page = context.absolute(context.address(.data))
    func file(_ id: String, _ title: String, _ path: String, _ type: String) -> (String, String, String, String) {
      (self.id(id), title, context.baseURL + path, type)
    }
    let all = DataSet(
      id: id("data"), title: strings.text(.dataAllTitle, ["site": .text(site.title)]),
      description: strings.text(.dataAllDescription), page: page,
      files: [file("data-zip", "ZIP", DataDescription.archive.path, "application/zip")])
    return [all]
      + DataFile.Table.fixed.map { table in
        let described = TableDescription(context: context, table: table)
        func path(_ format: DataFile.Format) -> String { DataFile(table: table, format: format).path(in: context.plan) }
        return DataSet(
          id: id(table.name),
          title: strings.text(.dataSetTitle, ["name": .text(described.title), "site": .text(site.title)]),
          description: described.description, page: page + "#" + described.anchor,
          files: [
            file(table.name + "-csv", "CSV", path(.csv), "text/csv"),
            file(table.name + "-json", "JSON", path(.json), "application/json"),
          ])
      }
  }

  private func render(_ set: DataSet, into xml: inout XMLBytes) {
    xml.element("dcat:Dataset", ["rdf:about": set.id]) { xml in
      words("dcterms:title", set.title, into: &xml)
      words("dcterms:description", set.description, into: &xml)
      about(into: &xml)
      for keyword in strings.text(.dataKeywords).split(separator: ",") {
        words("dcat:keyword", String(keyword.drop { $0 == " " }), into: &xml)
      }
      if site.publisher?.email != nil { xml.empty("dcat:contactPoint", ["rdf:resource": id("contact")]) }
      xml.empty("dcat:theme", ["rdf:resource": "http://publications.europa.eu/resource/authority/data-theme/GOVE"])
      xml.empty("dcterms:accessRights", ["rdf:resource": "http://publications.europa.eu/resource/authority/access-right/PUBLIC"])
      xml.empty(
        "dcterms:accrualPeriodicity", ["rdf:resource": "http://publications.europa.eu/resource/authority/frequency/IRREG"])
      xml.empty("dcat:landingPage", ["rdf:resource": set.page])
      for file in set.files { xml.empty("dcat:distribution", ["rdf:resource": file.id]) }
    }
    for file in set.files {
      xml.element("dcat:Distribution", ["rdf:about": file.id]) { xml in
        words("dcterms:title", file.title, into: &xml)
        xml.empty("dcat:accessURL", ["rdf:resource": file.address])
        xml.empty("dcat:downloadURL", ["rdf:resource": file.address])
        xml.line("dcterms:format", file.mediaType)
        if let licence = site.licence { xml.empty("dcterms:license", ["rdf:resource": licence]) }
      }
    }
  }

  /// What a catalogue and a data set both say.
  private func about(into xml: inout XMLBytes) {
    xml.empty("dcterms:publisher", ["rdf:resource": id("publisher")])
    let language = strings.language == "en" ? "ENG" : "SWE"
    xml.empty("dcterms:language", ["rdf:resource": "http://publications.europa.eu/resource/authority/language/" + language])
    xml.line(
      "dcterms:modified", latest.map { EDTFDate($0).description }, ["rdf:datatype": "http://www.w3.org/2001/XMLSchema#date"])
  }

  private func agent(into xml: inout XMLBytes) {
    let name = site.publisher?.name ?? site.title
    xml.element("foaf:Agent", ["rdf:about": id("publisher")]) { xml in
      xml.line("foaf:name", name)
      if let type = site.publisher?.type.flatMap(DataCatalog.publisherType) { xml.empty("dcterms:type", ["rdf:resource": type]) }
      if let website = site.publisher?.website { xml.empty("foaf:homepage", ["rdf:resource": website]) }
    }
    guard let email = site.publisher?.email else { return }
    xml.element("vcard:Organization", ["rdf:about": id("contact")]) { xml in
      xml.line("vcard:fn", name)
      xml.empty("vcard:hasEmail", ["rdf:resource": "mailto:" + email])
    }
  }

  /// The kind of a publisher in the list that the profile names; nil for kinds that it does not know.
  private static func publisherType(_ type: String) -> String? {
    let names = [
      "municipality": "LocalAuthority", "region": "RegionalAuthority", "agency": "NationalAuthority", "company": "Company",
      "association": "NonProfitOrganisation", "university": "Academia-ScientificOrganisation", "person": "PrivateIndividual(s)",
    ]
    return names[type].map { "http://purl.org/adms/publishertype/" + $0 }
  }

  private func words(_ name: StaticString, _ text: String, into xml: inout XMLBytes) {
    xml.line(name, text, ["xml:lang": strings.language])
  }

  private func id(_ name: String) -> String { context.baseURL + DataDescription.catalog.path + "#" + name }
}
