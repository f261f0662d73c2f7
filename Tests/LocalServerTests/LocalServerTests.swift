import Dispatch
import Testing

@testable import LocalServer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A server that is stopped when the test is over.
private final class RunningServer: Sendable {
  let server: LocalServer
  private let done = DispatchGroup()

  init(_ limits: LocalServer.Limits = .init(), _ answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse = RunningServer.echo)
    throws
  {
    server = try LocalServer(port: 0, limits: limits)
    let server = server
    DispatchQueue.global().async(group: done) { server.run(answer) }
  }

  deinit {
    server.stop()
    done.wait()
  }

  static let echo: @Sendable (HTTPRequest) -> HTTPResponse = {
    HTTPResponse(type: "text/plain", .bytes(Array("\($0.method) \($0.path) ".utf8) + $0.body))
  }

  func connect() throws -> RawConnection { try RawConnection(port: server.port) }

  /// All that comes back until the server closes.
  func answer(to text: String) throws -> String {
    let connection = try connect()
    connection.send(text)
    return connection.rest()
  }

  func head(_ first: String, _ more: String = "") -> String { "\(first)\r\nHost: 127.0.0.1:\(server.port)\r\n\(more)\r\n" }
}

/// A connection that says whatever a test wants it to. It waits for what comes as long as the server lets it.
private final class RawConnection {
  private let descriptor: Int32

  init(port: UInt16) throws {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        #if canImport(Glibc)
          Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        #else
          Darwin.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        #endif
      }
    }
    try #require(result == 0)
  }

  deinit { close(descriptor) }

  func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// The bytes up to and with a text; fewer where the server closes before.
  func read(until end: String) -> String {
    var text = ""
    while !text.hasSuffix(end) {
      var byte: UInt8 = 0
      guard recv(descriptor, &byte, 1, 0) == 1 else { break }
      text.unicodeScalars.append(Unicode.Scalar(byte))
    }
    return text
  }

  func rest() -> String { read(until: "\u{0}") }
}

@Suite struct LocalServerTests {
  init() { signal(SIGPIPE, SIG_IGN) }

  @Test func aRequestIsAnswered() throws {
    let server = try RunningServer()
    let answer = try server.answer(to: server.head("GET /boras/ HTTP/1.1", "Connection: close\r\n"))
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(answer.hasSuffix("\r\n\r\nGET /boras/ "))
    #expect(answer.contains("X-Content-Type-Options: nosniff\r\n"))
  }

  @Test func aHeadHasTheLengthAndNoBody() throws {
    let server = try RunningServer()
    let answer = try server.answer(to: server.head("HEAD /abc HTTP/1.1", "Connection: close\r\n"))
    #expect(answer.contains("Content-Length: 10\r\n"))
    #expect(answer.hasSuffix("\r\n\r\n"))
  }

  @Test func severalRequestsGoOverOneConnection() throws {
    let server = try RunningServer()
    let connection = try server.connect()
    connection.send(server.head("GET /ett HTTP/1.1") + server.head("GET /tva HTTP/1.1"))
    #expect(connection.read(until: "GET /ett ").hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(connection.read(until: "GET /tva ").hasPrefix("HTTP/1.1 200 OK\r\n"))
  }

  @Test func aBodyIsReadWhole() throws {
    let server = try RunningServer()
    let connection = try server.connect()
    connection.send(server.head("POST /x HTTP/1.1", "Content-Length: 5\r\nConnection: close\r\n") + "he")
    connection.send("jsa")
    #expect(connection.rest().hasSuffix("POST /x hejsa"))
  }

  @Test(arguments: [
    "evil.example", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:8080", "localhost.evil.example", "", "[::1]",
  ])
  func aRequestToAnotherHostIsRefused(host: String) throws {
    let server = try RunningServer()
    let answer = try server.answer(to: "GET / HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
    #expect(answer.hasPrefix("HTTP/1.1 421 "))
    #expect(!answer.contains("GET /"))
  }

  @Test func aRequestWithoutAHostIsRefused() throws {
    let server = try RunningServer()
    #expect(try server.answer(to: "GET / HTTP/1.0\r\n\r\n").hasPrefix("HTTP/1.1 421 "))
  }

  @Test func localhostIsThisComputerToo() throws {
    let server = try RunningServer()
    let port = server.server.port
    #expect(try server.answer(to: "GET / HTTP/1.1\r\nHost: LOCALHOST:\(port)\r\nConnection: close\r\n\r\n").contains(" 200 "))
  }

  @Test func aHeadThatIsTooLongIsRefused() throws {
    let server = try RunningServer()
    let answer = try server.answer(to: "GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 17_000))
    #expect(answer.hasPrefix("HTTP/1.1 431 "))
  }

  @Test func aBodyThatIsTooLongIsRefusedBeforeItCame() throws {
    let server = try RunningServer()
    #expect(try server.answer(to: server.head("POST / HTTP/1.1", "Content-Length: 99999\r\n")).hasPrefix("HTTP/1.1 413 "))
  }

  @Test func aRequestThatComesTooSlowlyIsEnded() throws {
    var limits = LocalServer.Limits()
    limits.request = .milliseconds(30)
    let server = try RunningServer(limits)
    #expect(try server.answer(to: "GET / HTTP/1.1\r\nHost:").hasPrefix("HTTP/1.1 408 "))
  }

  @Test func aConnectionThatAsksNothingIsEnded() throws {
    var limits = LocalServer.Limits()
    limits.idle = .milliseconds(30)
    let server = try RunningServer(limits)
    #expect(try server.connect().rest() == "")
  }

  @Test func whereAllPlacesAreTakenTheIdleGoFirst() throws {
    var limits = LocalServer.Limits()
    limits.connections = 2
    let server = try RunningServer(limits)
    let idle = try (0..<3).map { _ in try server.connect() }
    let answer = try server.answer(to: server.head("GET /fram HTTP/1.1", "Connection: close\r\n"))
    #expect(answer.hasSuffix("GET /fram "))
    #expect(idle[0].rest() == "")
  }

  @Test func everybodyWhoListensGetsAnEvent() throws {
    let server = try RunningServer { _ in HTTPResponse(type: "text/event-stream", .events(HTTPResponse.event("a", data: "1\n2")))
    }
    let listeners = try (0..<2).map { _ in try server.connect() }
    for listener in listeners {
      listener.send(server.head("GET / HTTP/1.1"))
      #expect(listener.read(until: "data: 2\n\n").hasSuffix("event: a\ndata: 1\ndata: 2\n\n"))
    }
    server.server.send(HTTPResponse.event("b", data: "3"))
    for listener in listeners { #expect(listener.read(until: "\n\n") == "event: b\ndata: 3\n\n") }
  }

  @Test func aStoppedServerClosesItsConnections() throws {
    let server = try RunningServer()
    let connection = try server.connect()
    connection.send(server.head("GET /en HTTP/1.1"))
    #expect(connection.read(until: "GET /en ").contains(" 200 "))
    server.server.stop()
    #expect(connection.rest() == "")
  }

  @Test func aPortThatIsTakenIsSaidToBe() throws {
    let server = try RunningServer()
    #expect(throws: LocalServer.Problem.portTaken) { _ = try LocalServer(port: server.server.port) }
  }
}
