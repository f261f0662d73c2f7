import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A web server for the person at this computer: it answers on 127.0.0.1 only, and only to that name.
///
/// One thread waits for all connections at once. Everything is bounded: how long a request may be, how long it may take to come,
/// how many connections there are. A request that names another host is refused, so that no web page elsewhere can have a name
/// of its own lead here and read what is answered (DNS rebinding).
public final class LocalServer: Sendable {
  public struct Limits: Sendable {
    public var headBytes = 16 << 10
    public var bodyBytes = 16 << 10
    /// What may lie unsent for a browser that listens to events.
    public var streamBytes = 4 << 20
    public var connections = 64
    /// From a request's first byte to its last.
    public var request = Duration.seconds(10)
    /// Between requests.
    public var idle = Duration.seconds(60)
    /// Without the other side taking anything.
    public var writing = Duration.seconds(20)

    public init() {}
  }

  /// Why a server could not be started.
  public enum Problem: Error, Equatable {
    case portTaken
    /// The system's error number.
    case system(Int32)
  }

  public let port: UInt16
  private let limits: Limits
  private let listener: Int32
  private let bell: Bell
  private let mailbox = Mutex(Mailbox())

  private struct Mailbox {
    var events: [[UInt8]] = []
    var isStopped = false
  }

  /// Begins to listen. Port 0 takes any that is free; `port` says which.
  public init(port: UInt16, limits: Limits = Limits()) throws(Problem) {
    self.limits = limits
    bell = try Bell()
    (listener, self.port) = try listen(on: port)
  }

  deinit { closeSocket(listener) }

  /// Sends an event to everybody who listens. May be called from any thread.
  public func send(_ event: [UInt8]) {
    mailbox.withLock { $0.events.append(event) }
    bell.ring()
  }

  /// Ends `run`. May be called from any thread.
  public func stop() {
    mailbox.withLock { $0.isStopped = true }
    bell.ring()
  }

  /// Answers requests until `stop` is called. `answer` is only called from this thread, one request at a time.
  public func run(_ answer: (HTTPRequest) -> HTTPResponse) {
    var connections: [Connection] = []
    func checked(_ request: HTTPRequest) -> HTTPResponse {
      guard isMine(request.header("host")) else {
        return HTTPResponse(status: 421, text: "http://127.0.0.1:\(port)/")
      }
      return answer(request)
    }
    while true {
      var polled = [pollfd(fd: bell.ear, events: Int16(POLLIN), revents: 0)]
      polled += connections.map { pollfd(fd: $0.socket, events: $0.events, revents: 0) }
      // Where all places are taken, new connections wait until one is free.
      let hasRoom = connections.count < limits.connections || connections.contains(where: \.isIdle)
      if hasRoom { polled.append(pollfd(fd: listener, events: Int16(POLLIN), revents: 0)) }
      _ = poll(&polled, nfds_t(polled.count), wait(for: connections))
      let now = ContinuousClock.now

      for index in connections.indices {
        let happened = Int32(polled[index + 1].revents)
        if happened & POLLOUT != 0 {
          connections[index].resume(now: now, answer: checked)
        } else if happened != 0 {
          connections[index].read(now: now, answer: checked)
        }
        if !connections[index].isClosed, connections[index].deadline <= now { connections[index].expire(now: now) }
      }
      if polled[0].revents != 0 {
        bell.silence()
        let mail = mailbox.withLock { mailbox in
          defer { mailbox.events = [] }
          return mailbox
        }
        for event in mail.events {
          for index in connections.indices where connections[index].isStreaming { connections[index].push(event, now: now) }
        }
        if mail.isStopped { break }
      }
      connections.removeAll(where: \.isClosed)
      if hasRoom, polled[polled.count - 1].revents != 0, let socket = acceptSocket(listener) {
        if connections.count >= limits.connections, let idle = connections.firstIndex(where: \.isIdle) {
          connections[idle].close()
          connections.remove(at: idle)
        }
        connections.append(Connection(socket, limits: limits, now: now))
      }
    }
    for index in connections.indices { connections[index].close() }
  }

  /// Milliseconds until the first connection has used up its time.
  private func wait(for connections: [Connection]) -> Int32 {
    guard let deadline = connections.map(\.deadline).min() else { return -1 }
    let left = ContinuousClock.now.duration(to: deadline).components
    return Int32(max(0, min(60_000, left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1)))
  }

  /// Whether a request means this computer under a name that no other can have.
  private func isMine(_ host: String?) -> Bool {
    guard let host = host?.lowercased() else { return false }
    return ["127.0.0.1", "localhost"].contains { host == "\($0):\(port)" || (port == 80 && host == $0) }
  }
}
