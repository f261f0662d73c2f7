import Foundation
import SitePublishing
import Testing

@testable import missiv

/// What holds for every site, tried on both sites of the project.
@Suite struct LawTests {
  static let sites = ["content", "templates/example/content"]

  @Test(arguments: sites) func anyNumberOfJobsGivesTheSameBytes(_ content: String) throws {
    let one = try TestSite(contentOfProject: content)
    let many = try TestSite(contentOfProject: content)
    try one.build(["--jobs", "1"])
    try many.build(["--jobs", "7"])
    #expect(try one.files() == many.files())
  }

  @Test(arguments: sites) func aSecondBuildWritesNothing(_ content: String) throws {
    let site = try TestSite(contentOfProject: content)
    #expect(try site.build().written > 20)
    #expect(try site.build().changedNothing)
  }

  @Test(arguments: sites) func everyInternalLinkAndFragmentResolves(_ content: String) throws {
    let site = try TestSite(contentOfProject: content)
    try site.build()
    let files = try site.files()
    var ids: [String: Set<String>] = [:]
    for (path, data) in files where path.hasSuffix(".html") {
      ids[path] = Set(Markup(data).values(of: "id"))
    }
    var links = 0
    for (path, data) in files where path.hasSuffix(".html") {
      let markup = Markup(data)
      for link in markup.values(of: "href") + markup.values(of: "src") {
        if link.hasPrefix("http") || link.hasPrefix("mailto:") { continue }
        links += 1
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? path : resolve(String(parts[0]), from: path)
        #expect(files[target] != nil, "\(path) links to \(link)")
        if parts.count == 2, target.hasSuffix(".html") {
          #expect(ids[target]?.contains(String(parts[1])) == true, "\(path) links to \(link)")
        }
      }
    }
    #expect(links > 500)
  }

  @Test(arguments: sites) func noIdStandsTwiceOnAPage(_ content: String) throws {
    let site = try TestSite(contentOfProject: content)
    try site.build()
    for (path, data) in try site.files() where path.hasSuffix(".html") {
      let ids = Markup(data).values(of: "id")
      let twice = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
      #expect(twice.isEmpty, "\(path)")
    }
  }

  @Test(arguments: sites) func noPageHasScriptOrStyleOfItsOwn(_ content: String) throws {
    let site = try TestSite(contentOfProject: content)
    try site.build()
    for (path, data) in try site.files() where path.hasSuffix(".html") {
      let text = String(decoding: data, as: UTF8.self)
      let scripts = text.components(separatedBy: "<script").dropFirst()
      #expect(scripts.allSatisfy { $0.hasPrefix(" type=\"application/ld+json\">") || $0.hasPrefix(" src=") }, "\(path)")
      #expect(!text.contains("<style") && !text.contains(" style=") && !text.contains("javascript:"), "\(path)")
      #expect(!text.contains("⟦"), "\(path) lacks a phrase")
    }
  }

  @Test func publicIsWhatABuildGives() throws {
    let site = try TestSite(contentOfProject: "content")
    try site.build()
    let built = try site.files()
    var published: [String: Data] = [:]
    for path in try #require(FileSystem.files(below: projectFolder + "/public")) {
      published[path] = try Data(contentsOf: URL(fileURLWithPath: projectFolder + "/public/" + path))
    }
    let differing = Set(built.keys).union(published.keys).filter { built[$0] != published[$0] }.sorted()
    #expect(differing.isEmpty, "run make site and commit public/")
  }

  private func resolve(_ link: String, from path: String) -> String {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return (parts.joined(separator: "/").removingPercentEncoding ?? "")
  }
}

/// As much of HTML as the tests read: attributes of tags.
struct Markup {
  let text: String

  init(_ data: Data) {
    text = String(decoding: data, as: UTF8.self)
  }

  /// The values of an attribute, in order.
  func values(of attribute: String) -> [String] {
    var values: [String] = []
    var rest = Substring(text)
    while let range = rest.range(of: " " + attribute + "=\"") {
      rest = rest[range.upperBound...]
      guard let end = rest.firstIndex(of: "\"") else { break }
      values.append(rest[..<end].replacingOccurrences(of: "&amp;", with: "&"))
      rest = rest[end...]
    }
    return values
  }
}
