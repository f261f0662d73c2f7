import ArgumentParser
import AuditContent
import Diagnostics
import SiteRendering

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A content folder in one text, each file after a line `-- path --`, as the tests write them.
struct FolderText {
  var files: [(path: [UInt8], lines: [[UInt8]])] = []

  init(_ bytes: some Collection<UInt8>) {
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.count > 6, line.starts(with: "-- ".utf8), line.suffix(3).elementsEqual(" --".utf8) {
        files.append((Array(line.dropFirst(3).dropLast(3)), []))
      } else if !files.isEmpty {
        files[files.count - 1].lines.append(Array(line))
      }
    }
  }

  var bytes: [UInt8] {
    files.reduce(into: []) { bytes, file in
      bytes += Array("-- ".utf8) + file.path + Array(" --\n".utf8)
      bytes += file.lines.joined(separator: [0x0A])
      bytes.append(0x0A)
    }
  }
}

/// The whole way from a folder to the bytes of every page, on a disk in memory where there is one.
func tryFolder(_ bytes: UnsafeRawBufferPointer) {
  let folder = FuzzedFolder.shared
  let files = folder.write(FolderText(bytes))
  guard let theme = FuzzedFolder.theme, let options = try? SiteOptions.parse(["--site", folder.path, "--jobs", "1"]) else {
    fatalError("the theme is not found")
  }
  let content = ParsedContent(SourceTree.load(options.contentFolder), jobs: 1)
  let pipeline = Pipeline(options, content, theme, includesDrafts: true)
  let diagnostics = pipeline.diagnostics
  for diagnostic in diagnostics {
    for place in [diagnostic.location] + diagnostic.notes.map(\.location) {
      let size = files[place.path] ?? 0
      let isOurs = files[place.path] != nil || !place.path.contains(".mustache")
      expect(
        !isOurs || 0 <= place.lower && place.lower <= place.upper && place.upper <= size, "\(diagnostic.code.name) at \(place)")
    }
  }
  _ = pipeline.printer().string(Array(diagnostics.prefix(20)), as: .text)
  guard let renderer = pipeline.renderer, !pipeline.hasErrors else { return }
  var page: [UInt8] = []
  for output in renderer.outputs {
    page.removeAll(keepingCapacity: true)
    renderer.render(output, into: &page)
    let path = renderer.path(of: output)
    guard !path.hasSuffix(".zip") else { continue }
    expect(String(validating: page, as: UTF8.self) != nil, "\(path) is UTF-8")
    if path.hasSuffix(".html") { expectOwnScriptsOnly(page, path) }
  }
}

/// A page runs the theme's scripts and no others, and carries its policy.
private func expectOwnScriptsOnly(_ page: [UInt8], _ path: String) {
  page.withUnsafeBytes { page in
    var rest = page[...]
    while let start = place(of: "<script", in: rest) {
      rest = rest[(start + 7)...]
      let isOwn = rest.starts(with: " type=\"application/ld+json\">{".utf8) || rest.starts(with: " src=\"".utf8)
      expect(isOwn, "\(path): <script\(String(decoding: rest.prefix(60), as: UTF8.self))")
    }
    expect(place(of: "<meta http-equiv=\"Content-Security-Policy\"", in: page[...]) != nil, "\(path) carries the policy")
    for handler: StaticString in ["href=\"javascript:", "src=\"javascript:", " onerror=\"", " onclick=\"", " onload=\""] {
      expect(place(of: handler, in: page[...]) == nil, "\(path) has no handler")
    }
  }
}

private func place(of text: StaticString, in bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
  guard let base = bytes.base.baseAddress else { return nil }
  let length = text.utf8CodeUnitCount
  var at = bytes.startIndex
  while at + length <= bytes.endIndex, let found = memchr(base + at, CInt(text.utf8Start[0]), bytes.endIndex - at - length + 1) {
    if memcmp(found, text.utf8Start, length) == 0 { return UnsafeRawPointer(found) - base }
    at = UnsafeRawPointer(found) - base + 1
  }
  return nil
}

/// The folder that every trial of this process is written to.
private final class FuzzedFolder {
  nonisolated(unsafe) static let shared = FuzzedFolder()
  static let theme: Theme? = try? Theme.load(own: nil)
  let path: String
  private var written: [String] = []
  private var folders: [String] = []

  private init() {
    let parent = FileSystem.isFolder("/dev/shm") ? "/dev/shm" : "/tmp"
    path = "\(parent)/missiv-fuzz-\(getpid())"
    mkdir(path, 0o700)
  }

  /// Puts these files in place of the last; returns the sizes of those that could be written, by their paths.
  func write(_ folder: FolderText) -> [String: Int] {
    for file in written { unlink(file) }
    for folder in folders.reversed() { rmdir(folder) }
    (written, folders) = ([], [])
    var sizes: [String: Int] = [:]
    let content = path + "/content"
    if mkdir(content, 0o700) == 0 { folders.append(content) }
    for file in folder.files.prefix(40) {
      guard let name = String(validating: file.path, as: UTF8.self), !name.utf8.contains(0), name.utf8.count < 200 else {
        continue
      }
      let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      if parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) { continue }
      var above = content
      for part in parts.dropLast() {
        above += "/" + part
        if mkdir(above, 0o700) == 0 { folders.append(above) }
      }
      let bytes = Array(file.lines.joined(separator: [0x0A])) + [0x0A]
      let whole = content + "/" + name
      if FileSystem.write(bytes, to: whole) == nil {
        written.append(whole)
        sizes[name] = bytes.count
      }
    }
    return sizes
  }
}
