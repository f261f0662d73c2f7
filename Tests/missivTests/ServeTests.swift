import ArgumentParser
import AuditContent
import Diagnostics
import Dispatch
import Foundation
import SiteRendering
import Synchronization
import Testing

@testable import FileWatching
@testable import LocalServer
@testable import missiv

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A preview of a site on a free port; it ends with the test.
private final class TestPreview: Sendable {
  let running: Serve.Running
  let opened = Opened()
  private let done = DispatchGroup()

  final class Opened: Sendable {
    let commands = Mutex<[[String]]>([])
  }

  init(_ site: TestSite, largeFrom: Int = 1500) throws {
    let opened = opened
    let editor = EditorLauncher(visual: "/usr/bin/code --wait") { command in
      opened.commands.withLock { $0.append(command) }
      return true
    }
    running = try Serve.start(
      Serve.server(on: 0), SiteOptions.parse(["--site", site.folder, "--content", site.content]), editor: editor,
      largeFrom: largeFrom)
    let running = running
    DispatchQueue.global().async(group: done) { running.run() }
  }

  deinit {
    running.server.stop()
    done.wait()
  }

  func url(_ path: String) -> URL { URL(string: "http://127.0.0.1:\(running.server.port)/\(path)")! }

  func get(_ path: String, method: String = "GET", form: String? = nil) async throws -> (status: Int, text: String) {
    var request = URLRequest(url: url(path))
    request.httpMethod = method
    request.httpBody = form.map { Data($0.utf8) }
    let (data, response) = try await URLSession.shared.data(for: request)
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
  }

  /// What the preview tells of itself now.
  func state() throws -> [String: Any] {
    let text = String(decoding: running.preview.state(), as: UTF8.self)
    let json = text.split(separator: "\n").filter { $0.hasPrefix("data: ") }.map { $0.dropFirst(6) }.joined()
    return try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }
}

/// Listens to the preview's events, and waits for the next with as much patience as the test has.
private final class Listener: NSObject, URLSessionDataDelegate {
  private let events = Mutex<(text: String, count: Int)>(("", 0))
  private let arrived = DispatchSemaphore(value: 0)

  init(_ preview: TestPreview) {
    super.init()
    let session = URLSession(configuration: .ephemeral, delegate: self, delegateQueue: nil)
    session.dataTask(with: preview.url("_missiv/events")).resume()
    arrived.wait()
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let new = events.withLock { events in
      events.text += String(decoding: data, as: UTF8.self)
      let count = events.text.components(separatedBy: "\n\n").count - 1
      defer { events.count = count }
      return count - events.count
    }
    for _ in 0..<new { arrived.signal() }
  }

  /// Waits until one more event has come.
  func next() -> Bool { arrived.wait(timeout: .now() + 60) == .success }

  /// Waits for events until something holds: a save may be told in several.
  func wait(until holds: () async throws -> Bool) async throws -> Bool {
    while try await !holds() { if !next() { return false } }
    return true
  }
}

@Suite(.serialized, .timeLimit(.minutes(3))) struct ServeTests {
  @Test func aPageIsServedWithTheScriptThatKeepsItFresh() async throws {
    let preview = try TestPreview(try TestSite(smallSite))
    let (status, text) = try await preview.get("exempelby/skolor-2022/")
    #expect(status == 200)
    #expect(text.contains("Underhåll av skolbyggnader"))
    #expect(text.contains("<script src=\"/_missiv/live.js\" defer"))
    #expect(try await preview.get("exempelby/skolor-2022/index.html").text == text)
    #expect(try await preview.get("_missiv/live.js").status == 200)
    #expect(try await preview.get("assets/missiv.css").status == 200)
  }

  @Test func aSavedFileShowsOnItsPage() async throws {
    let site = try TestSite(smallSite)
    let preview = try TestPreview(site)
    let listener = Listener(preview)
    #expect(try await preview.get("exempelby/skolor-2022/").text.contains("Ta fram en underhållsplan."))
    try site.replace(
      "title: Underhåll av skolbyggnader", with: "title: Underhåll av skolor", in: "exempelby/skolor-2022/audit.md")
    #expect(try await listener.wait { try await preview.get("exempelby/skolor-2022/").text.contains("Underhåll av skolor</h1>") })
    try site.replace("## Missiv", with: "## Brevet", in: "exempelby/skolor-2022/audit.md")
    #expect(try await listener.wait { try await preview.get("exempelby/skolor-2022/").text.contains(">Brevet<") })
  }

  @Test func onALargeSiteASaveShowsBeforeEverythingIsLinked() throws {
    let site = try TestSite(smallSite)
    let linking = DispatchQueue(label: "linking")
    let live = try LiveSite(
      SiteOptions.parse(["--site", site.folder, "--content", site.content]), largeFrom: 0, linking: linking)
    live.readAll {}
    func text(_ path: String) throws -> String {
      let addresses = try #require(live.edition.addresses)
      guard case .output(let output) = addresses[path] else { return "" }
      var bytes: [UInt8] = []
      addresses.renderer.render(output, into: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    let path = "exempelby/skolor-2022/audit.md"
    try site.replace("text: Ta fram en underhållsplan.", with: "text: Ta fram två planer., due: 2023-02-01", in: path)
    linking.suspend()
    live.update(FolderWatcher.Change(paths: [site.content + "/" + path])) {}
    let first = try text("exempelby/skolor-2022/r1/index.html")
    linking.resume()
    #expect(first.contains("Ta fram två planer."))
    #expect(first.contains("1 februari 2023"))
    linking.sync {}
    #expect(try text("exempelby/skolor-2022/r1/index.html").contains("Ta fram två planer."))
    #expect(try text("data/recommendations.csv").contains("Ta fram två planer."))
  }

  @Test func onALargeSiteAnErrorThatOnlyTheRulesFindBringsBackTheLastGoodPage() async throws {
    let site = try TestSite(smallSite)
    let preview = try TestPreview(site, largeFrom: 0)
    let listener = Listener(preview)
    let before = try await preview.get("exempelby/skolor-2022/r1/").text
    try site.replace(
      "text: Ta fram en underhållsplan.", with: "text: Ta fram en plan., companion-of: R1", in: "exempelby/skolor-2022/audit.md")
    #expect(try await listener.wait { try preview.state()["errors"] as? Int == 1 })
    let words = { (page: String) in page.components(separatedBy: "<main").last }
    #expect(try await words(preview.get("exempelby/skolor-2022/r1/").text) == words(before))
  }

  @Test func aLargeSiteIsShownBeforeItsTextsAreReadAndChecked() throws {
    let site = try TestSite(smallSite)
    try site.replace("Ta fram en underhållsplan.\n", with: "![](skiss.png) Ta fram.\n", in: "exempelby/skolor-2022/audit.md")
    let live = try LiveSite(SiteOptions.parse(["--site", site.folder, "--content", site.content]), largeFrom: 0)
    #expect(live.edition.errors == 0)
    #expect(live.edition.addresses?["exempelby/skolor-2022/index.html"] != nil)
    live.readAll {}
    #expect(live.edition.errors > 0)
    #expect(live.edition.addresses?["exempelby/skolor-2022/index.html"] != nil, "what was shown stays")
  }

  @Test func whatIsWrongWithTheFactsOfALargeSiteIsToldAtOnceWithAllElse() throws {
    let site = try TestSite(smallSite)
    try site.replace("Ta fram en underhållsplan.\n", with: "![](skiss.png) Ta fram.\n", in: "exempelby/skolor-2022/audit.md")
    try site.replace("auditor:", with: "auditer:", in: "exempelby/skolor-2022/audit.md")
    let options = try SiteOptions.parse(["--site", site.folder, "--content", site.content])
    let (large, small) = (try LiveSite(options, largeFrom: 0), try LiveSite(options))
    #expect(large.edition.errors > 0)
    #expect(large.edition.problems == small.edition.problems)
  }

  @Test func whatIsShownBeforeEverythingIsLinkedIsWhatLinkingGives() throws {
    let site = try TestSite(contentOfProject: "templates/example/content")
    let options = try SiteOptions.parse(["--site", site.folder, "--content", site.content, "--as-of", "2026-06-30"])
    let content = ParsedContent(SourceTree.load(options.contentFolder), jobs: 1)
    let whole = Pipeline(options, content, try Theme.load(own: nil), includesDrafts: false, keepsLinker: true)
    let renderer = try #require(whole.renderer)
    func pages(_ renderer: SiteRenderer) -> [[UInt8]] {
      renderer.outputs.map { output in
        var bytes: [UInt8] = []
        renderer.render(output, into: &bytes)
        return bytes
      }
    }
    let expected = pages(renderer)
    for path in ["exempelby/skolbyggnader-2022/audit.md", "exempelby/arsrevision-2024/svar-sn.md"] {
      let preview = try #require(whole.preview(of: [path], in: content), "\(path) is linked in its place")
      #expect(pages(preview) == expected, "\(path)")
    }
    #expect(whole.preview(of: ["exempelby/index.md"], in: content) == nil)
    #expect(whole.preview(of: ["exempelby/finns-inte.md"], in: content) == nil)
  }

  @Test func aNewAuditGetsItsPagesAndARemovedOneLosesThem() async throws {
    let site = try TestSite(smallSite)
    let preview = try TestPreview(site)
    let listener = Listener(preview)
    #expect(try await preview.get("exempelby/bad-2023/").status == 404)
    try site.write(
      "---\ntype: audit\ntitle: Badhuset\nauditor: Exempelby revisorer\ndate: 2023-01-01\ndraft: true\n---\n",
      to: "exempelby/bad-2023/audit.md")
    #expect(try await listener.wait { try await preview.get("exempelby/bad-2023/").status == 200 })
    #expect(try await preview.get("exempelby/bad-2023/").text.contains("class=\"banner\""), "a draft is marked")
    try FileManager.default.removeItem(atPath: site.content + "/exempelby/bad-2023")
    #expect(try await listener.wait { try await preview.get("exempelby/bad-2023/").status == 404 })
  }

  @Test func anErrorKeepsTheLastGoodPageAndTellsWhatIsWrong() async throws {
    let site = try TestSite(smallSite)
    let preview = try TestPreview(site)
    let listener = Listener(preview)
    let before = try await preview.get("exempelby/skolor-2022/").text
    try site.replace("auditor:", with: "auditer<b>:", in: "exempelby/skolor-2022/audit.md")
    #expect(try await listener.wait { try preview.state()["errors"] as? Int == 2 })
    #expect(try await preview.get("exempelby/skolor-2022/").text == before)
    let state = try preview.state()
    #expect(state["errors"] as? Int == 2)
    #expect(state["version"] as? Int == 1)
    let problem = try #require((state["problems"] as? [[String: Any]])?.first)
    #expect((problem["path"] as? String)?.hasSuffix("exempelby/skolor-2022/audit.md") == true)
    #expect(problem["line"] is Int && problem["cure"] != nil)
    try site.replace("auditer<b>:", with: "auditor:", in: "exempelby/skolor-2022/audit.md")
    #expect(try await listener.wait { try preview.state()["errors"] as? Int == 0 })
  }

  @Test func aChangedTemplateShowsOnEveryPage() async throws {
    let site = try TestSite(smallSite)
    let preview = try TestPreview(site)
    let listener = Listener(preview)
    let own = site.folder + "/templates"
    try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
    try "{{<layout}}{{$main}}<p>Egen mall</p>{{/main}}{{/layout}}".write(
      toFile: own + "/audit.mustache", atomically: true, encoding: .utf8)
    #expect(try await listener.wait { try await preview.get("exempelby/skolor-2022/").text.contains("<p>Egen mall</p>") })
  }

  @Test func anUnknownAddressLeadsToThoseNearIt() async throws {
    let preview = try TestPreview(try TestSite(smallSite))
    let (status, text) = try await preview.get("exempelby/skolor-2021/r1/<script>")
    #expect(status == 404 || status == 400)
    let near = try await preview.get("exempelby/skola-2022/")
    #expect(near.status == 404)
    #expect(near.text.contains("href=\"/exempelby/skolor-2022/\""))
    #expect(!text.contains("r1/<script>"))
  }

  @Test func aFolderWithoutItsSlashLeadsToItsPage() throws {
    let preview = try TestPreview(try TestSite(smallSite))
    let answer = try preview.running.preview.answer(HTTPRequest(head: Array("GET /exempelby HTTP/1.1".utf8)))
    #expect(answer.status == 302)
    #expect(answer.headers.map(\.value) == ["/exempelby/"])
  }

  @Test func filesAreSentWithTheHeadersThatTheyAreToHaveOnAnyServer() throws {
    let site = try TestSite(smallSite)
    try site.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "exempelby/bild.svg")
    let preview = try TestPreview(site)
    func headers(_ path: String) throws -> [String: String] {
      let answer = try preview.running.preview.answer(HTTPRequest(head: Array("GET /\(path) HTTP/1.1".utf8)))
      #expect(answer.status == 200, "\(path)")
      return Dictionary(uniqueKeysWithValues: answer.headers)
    }
    for path in ["", "exempelby/skolor-2022/", "data/audits.csv", "datasets/dcat", "assets/missiv.css", "sok/index/start.js"] {
      #expect(try headers(path)["Content-Security-Policy"] == ResponseHeaders.pagePolicy + "; frame-ancestors 'none'", "\(path)")
      #expect(try headers(path)["X-Content-Type-Options"] == "nosniff", "\(path)")
    }
    let picture = try headers("exempelby/bild.svg")["Content-Security-Policy"]
    #expect(picture == "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'")
  }

  @Test func nothingOutsideTheSiteIsServed() async throws {
    let preview = try TestPreview(try TestSite(smallSite))
    for path in [
      "site.yaml", "content/site.yaml", "exempelby/index.md", "..%2f..%2fetc/passwd", "templates/start.mustache", "etc/passwd",
    ] {
      #expect(try await [400, 404].contains(preview.get(path).status), "\(path)")
    }
  }

  @Test func anAttachmentThatBecameALinkIsNotServed() throws {
    let site = try TestSite(smallSite)
    try site.write("x", to: "exempelby/bilaga.txt")
    let preview = try TestPreview(site)
    let request = try HTTPRequest(head: Array("GET /exempelby/bilaga.txt HTTP/1.1".utf8))
    #expect(preview.running.preview.answer(request).status == 200)
    try FileManager.default.removeItem(atPath: site.content + "/exempelby/bilaga.txt")
    try FileManager.default.createSymbolicLink(
      atPath: site.content + "/exempelby/bilaga.txt", withDestinationPath: "/etc/hostname")
    #expect(preview.running.preview.answer(request).status != 200)
  }

  @Test func aFileIsOpenedOnlyForAPageFromHereAndOnlyWhereSomethingIsWrong() async throws {
    let site = try TestSite(smallSite)
    try site.replace("auditor:", with: "auditer:", in: "exempelby/skolor-2022/audit.md")
    let preview = try TestPreview(site)
    let path = site.content + "/exempelby/skolor-2022/audit.md"
    let token = preview.running.preview.token
    func open(_ form: String) async throws -> Int { try await preview.get("_missiv/open", method: "POST", form: form).status }
    #expect(try await open("token=fel&path=\(path)&line=4") == 403)
    #expect(try await open("token=\(token)&path=/etc/passwd&line=1") == 403)
    #expect(try await open("token=\(token)&path=\(site.content)/site.yaml&line=1") == 403, "nothing is wrong in it")
    #expect(try await preview.get("_missiv/open?token=\(token)&path=\(path)&line=4").status == 404, "a link opens nothing")
    #expect(preview.opened.commands.withLock { $0 } == [])
    #expect(try await open("token=\(token)&path=\(path)&line=4") == 204)
    let real = try #require(FileSystem.realPath(path))
    #expect(preview.opened.commands.withLock { $0 } == [["/usr/bin/code", "--goto", "\(real):4"]])
  }

  @Test func reviewMarksWhatDiffersFromThePublishedPage() async throws {
    let site = try TestSite(smallSite)
    try site.build()
    let preview = try TestPreview(site)
    let listener = Listener(preview)
    #expect(try await preview.get("_granska/exempelby/skolor-2022/").text.contains("Texten är som den publicerade."))
    try site.replace(
      "title: Underhåll av skolbyggnader", with: "title: Underhåll av alla skolbyggnader", in: "exempelby/skolor-2022/audit.md")
    let marked = "Underhåll av <ins class=\"missiv-ins\"><span class=\"missiv-label\">Tillagt: </span>alla</ins> skolbyggnader"
    #expect(try await listener.wait { try await preview.get("_granska/exempelby/skolor-2022/").text.contains(marked) })
    #expect(try await listener.wait { try await !preview.get("_granska/").text.contains("Jämför med") })
    let list = try await preview.get("_granska/").text
    #expect(list.contains("href=\"/_granska/exempelby/skolor-2022/index.html\""))
    #expect(list.contains("exempelby/skolor-2022, title: ”Underhåll av skolbyggnader” → ”Underhåll av alla skolbyggnader”"))
    #expect(try await preview.get("_granska/assets/missiv.css").status == 200)
    #expect(try await preview.get("_granska/finns-inte/").status == 404)
  }

  @Test func whileSomethingIsWrongTheListOfChangesWaitsForItToBeMended() throws {
    let site = try TestSite(smallSite)
    try site.replace("auditor:", with: "auditer:", in: "exempelby/skolor-2022/audit.md")
    let live = try LiveSite(SiteOptions.parse(["--site", site.folder, "--content", site.content]))
    let reviewer = Reviewer(live, published: site.output) { _ in }
    let list = try #require(reviewer.page("", live.edition))
    #expect(String(decoding: list.bytes, as: UTF8.self).contains("Rätta felen"))
  }

  @Test func anEditorInATerminalIsLeftToTheSystem() {
    let commands = EditorLauncher(visual: "vim").commands("/s/a.md", line: 3)
    #expect(commands.count == 1 && commands[0].last == "/s/a.md")
    #expect(!EditorLauncher(visual: nil, start: { _ in true }).open("/s/a.desktop", line: 1), "what may run is not opened")
  }

  @Test func aTakenPortIsAnsweredWithTheCommandThatWorks() throws {
    let taken = try LocalServer(port: 0)
    let failure = #expect(throws: Failure.self) { _ = try Serve.server(on: taken.port) }
    #expect(failure?.message.sv.contains("Port \(taken.port) används redan") == true)
    #expect(failure?.message.sv.contains("missiv serve --port ") == true)
  }
}
