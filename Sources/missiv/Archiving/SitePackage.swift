import ArgumentParser
import AuditContent
import AuditModel
import Checksums
import Diagnostics
import Dispatch
import SitePublishing
import SiteRendering
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The archive package of a site: the pages as they would be published now, what they are made of, and what tells how to read
/// them.
struct SitePackage {
  let pipeline: Pipeline
  let renderer: SiteRenderer
  let archive: Archive
  let day: Day

  static let site = "webbplats/", content = "kallor/content/", templates = "kallor/templates/"

  /// What was written.
  struct Report {
    let files: Int
    let size: Int
    let digest: SHA256.Digest
    /// The manifest of the site in the package.
    let manifest: [UInt8]
  }

  /// Nil where there is too little to make pages of.
  init?(_ pipeline: Pipeline) {
    guard let renderer = pipeline.renderer, let archive = pipeline.archive, let insight = pipeline.insight else { return nil }
    (self.pipeline, self.renderer, self.archive, self.day) = (pipeline, renderer, archive, insight.asOf)
  }

  /// The package's name: whose site it is, and the day that its pages show.
  var name: String {
    let address = archive.site.baseURL
    let host = address.firstRange(of: "://").map { address[$0.upperBound...].prefix { $0 != "/" && $0 != ":" } } ?? ""
    let isPlain =
      !host.isEmpty
      && host.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"), UInt8(ascii: "."):
          true
        default: false
        }
      }
    return (isPlain && host.first != "." ? String(host) : "webbplats") + "-" + day.text
  }

  func write(to path: String) throws(Failure) -> Report {
    var writer = try PackageWriter(path, folder: name, day: day)
    let sources = pipeline.content.publishedFiles(attachments: archive.attachments)
    let templates = try ownTemplates()
    try writer.describe(Bag.declaration, Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8))
    let readme = PackageReadme(
      site: archive.site, day: day, name: name, audits: archive.audits.count, hasTemplates: !templates.isEmpty,
      paths: renderer.outputs.map { renderer.path(of: $0) } + sources + templates)
    try writer.describe("LASMIG.txt", Array(readme.swedish.utf8))
    try writer.describe("README.txt", Array(readme.english.utf8))
    let manifest = try addSite(to: &writer)
    for file in sources { try writer.copy(join(pipeline.options.contentFolder, file), to: SitePackage.content + file) }
    for file in templates { try writer.copy(join(pipeline.options.templatesFolder, file), to: SitePackage.templates + file) }
    try pipeline.requireNoLosses()
    let files = writer.payload.count
    let (digest, size) = try writer.finish(info)
    return Report(files: files, size: size, digest: digest, manifest: manifest)
  }

  private var info: [(label: String, value: String)] {
    var info = [("External-Identifier", archive.site.baseURL), ("External-Description", archive.site.title)]
    if let publisher = archive.site.publisher { info.append(("Source-Organization", publisher.name)) }
    return info + [("Site-As-Of", day.text), ("Bag-Software-Agent", "Missiv \(Missiv.configuration.version)")]
  }

  /// The site's own theme, where it has one.
  private func ownTemplates() throws(Failure) -> [String] {
    let folder = pipeline.options.templatesFolder
    guard FileSystem.isFolder(folder), FileSystem.realPath(folder) != Theme.builtInFolder().flatMap(FileSystem.realPath) else {
      return []
    }
    guard let files = FileSystem.files(below: folder) else {
      throw Failure.unreadable(folder, errno)
    }
    // What the loader of themes passes over is no template.
    return files.filter { !$0.hasPrefix("example/") && !$0.hasPrefix("schemas/") }
  }

  /// Adds all files of the site, as `missiv build` would write them; their manifest.
  private func addSite(to writer: inout PackageWriter) throws(Failure) -> [UInt8] {
    var entries: [Manifest.Entry] = []
    let outputs = renderer.outputs.map { (path: renderer.path(of: $0), output: $0) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let batch = max(1, pipeline.jobs) * 16
    for start in stride(from: 0, to: outputs.count, by: batch) {
      let part = outputs[start..<min(start + batch, outputs.count)]
      let rendered = Mutex([[UInt8]](repeating: [], count: part.count))
      DispatchQueue.concurrentPerform(iterations: part.count) { index in
        var bytes: [UInt8] = []
        renderer.render(part[part.startIndex + index].output, into: &bytes)
        rendered.withLock { $0[index] = bytes }
      }
      for ((path, _), bytes) in zip(part, rendered.withLock { $0 }) {
        entries.append(Manifest.Entry(path: path, digest: try writer.add(SitePackage.site + path, bytes)))
      }
    }
    let files = index(renderer, jobs: pipeline.jobs).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (path, bytes) in files {
      entries.append(Manifest.Entry(path: path, digest: try writer.add(SitePackage.site + path, bytes)))
    }
    for attachment in archive.attachments {
      let path = SitePlan.attachmentPath(attachment.path)
      let digest = try writer.copy(join(pipeline.options.contentFolder, attachment.path), to: SitePackage.site + path)
      entries.append(Manifest.Entry(path: path, digest: digest))
    }
    let manifest = Manifest(entries: entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }).bytes
    try writer.add(SitePackage.site + Manifest.path, manifest)
    return manifest
  }
}

extension Day {
  /// `2026-11-21`.
  var text: String { EDTFDate(self).description }
}
