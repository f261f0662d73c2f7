import ArgumentParser
import Diagnostics
import Dispatch
import FileWatching
import LocalServer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `missiv serve`: shows the site in a browser while it is being written.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Visar webbplatsen i webbläsaren medan du skriver.",
    discussion:
      "Bygger inga filer. Sidan som är öppen visar ändringen så snart en fil har sparats. Utkast visas, märkta som utkast.")

  @OptionGroup var options: SiteOptions
  @Option(help: "Porten som webbplatsen visas på, på den här datorn.")
  var port: UInt16 = 8080
  @Option(help: "Mappen med det som är publicerat, att jämföra med, om den inte är public/ i webbplatsens mapp.")
  var published: String?

  func run() throws {
    try Missiv.catching(options.language) { () throws(Failure) in
      let server = try Serve.server(on: port)
      let running = try Serve.start(server, options, published: published)
      let signals = [SIGINT, SIGTERM].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { server.stop() }
        source.resume()
        return source
      }
      Console.error(
        Wording(
          sv: "Webbplatsen visas på http://127.0.0.1:\(server.port)/ – avsluta med Ctrl-C.\n",
          en: "The site is shown at http://127.0.0.1:\(server.port)/ – end with Ctrl-C.\n"
        ).text(in: running.site.edition.language))
      running.run()
      for source in signals { source.cancel() }
      return .success
    }
  }

  /// Where nothing else listens on the port.
  static func server(on port: UInt16) throws(Failure) -> LocalServer {
    do throws(LocalServer.Problem) {
      return try LocalServer(port: port)
    } catch {
      switch error {
      case .portTaken:
        let free = (1...20).lazy.map { port &+ $0 }.first { $0 > port && (try? LocalServer(port: $0)) != nil }
        let command = "missiv serve --port \(free ?? 0)"
        throw Failure(
          Wording(
            sv:
              "Port \(port) används redan av ett annat program, kanske av en förhandsvisning i ett annat fönster. Kör \(command)",
            en: "Port \(port) is taken by another program, perhaps by a preview in another window. Run \(command)"))
      case .system(let number):
        let reason = FileSystem.description(of: number)
        throw Failure(
          Wording(
            sv: "Port \(port) kan inte användas: \(reason.sv). Kör missiv serve --port 8080",
            en: "Port \(port) cannot be used: \(reason.en). Run missiv serve --port 8080"))
      }
    }
  }

  /// Reads the site and gets everything ready to be run.
  static func start(
    _ server: LocalServer, _ options: SiteOptions, published: String? = nil, editor: EditorLauncher = EditorLauncher(),
    largeFrom: Int = 1500
  ) throws(Failure) -> Running {
    // Before anything is read, so that no change is missed.
    let watcher = FolderWatcher(LiveSite.folders(options))
    let site = try LiveSite(options, largeFrom: largeFrom, knowing: TreeCache(ofContent: options.contentFolder))
    let reviewer = Reviewer(site, published: published ?? join(options.site, "public")) { count in
      server.send(HTTPResponse.event("review", data: String(count)))
    }
    let preview = try Preview(
      site, reviewer: reviewer, openable: [options.site, options.contentFolder, options.templatesFolder], editor: editor)
    return Running(server: server, site: site, preview: preview, watcher: watcher)
  }

  /// A preview that is ready: `run` answers until the server is stopped.
  struct Running: Sendable {
    let server: LocalServer
    let site: LiveSite
    let preview: Preview
    let watcher: FolderWatcher

    func run() {
      let done = DispatchGroup()
      DispatchQueue.global(qos: .userInteractive).async(group: done) {
        site.readAll { server.send(preview.state()) }
        while let change = watcher.next() {
          site.update(change) { server.send(preview.state()) }
        }
      }
      server.run(preview.answer)
      watcher.stop()
      done.wait()
    }
  }
}
