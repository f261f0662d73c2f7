#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One browser's connection: what has come, what is still to go, and until when it may take.
struct Connection {
  enum Phase {
    case reading
    case writing(thenCloses: Bool)
    /// Open for events; nothing is read any more.
    case streaming
  }

  let socket: Int32
  private(set) var phase = Phase.reading
  private(set) var isClosed = false
  /// When the other side has used up its time.
  private(set) var deadline: ContinuousClock.Instant
  private var input: [UInt8] = []
  private var output: ArraySlice<UInt8> = []
  private let limits: LocalServer.Limits

  init(_ socket: Int32, limits: LocalServer.Limits, now: ContinuousClock.Instant) {
    self.socket = socket
    self.limits = limits
    deadline = now + limits.idle
  }

  /// Between two requests: the first to go where others wait.
  var isIdle: Bool {
    if case .reading = phase { return input.isEmpty }
    return false
  }

  var isStreaming: Bool {
    if case .streaming = phase { return true }
    return false
  }

  var events: Int16 { Int16(output.isEmpty ? POLLIN : POLLOUT) }

  mutating func close() {
    guard !isClosed else { return }
    isClosed = true
    closeSocket(socket)
  }

  /// Takes what has come and answers every request that is whole.
  mutating func read(now: ContinuousClock.Instant, answer: (HTTPRequest) -> HTTPResponse) {
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    let count = chunk.withUnsafeMutableBytes { recv(socket, $0.baseAddress, $0.count, 0) }
    guard count > 0 else {
      if count == 0 || (errno != EAGAIN && errno != EINTR) { close() }
      return
    }
    guard case .reading = phase else { return }
    if input.isEmpty { deadline = now + limits.request }
    input += chunk[..<count]
    proceed(now: now, answer: answer)
  }

  private mutating func proceed(now: ContinuousClock.Instant, answer: (HTTPRequest) -> HTTPResponse) {
    while !isClosed, case .reading = phase {
      do throws(HTTPRequest.Refusal) {
        guard let request = try nextRequest() else { return }
        let response = answer(request)
        start(response, isHead: request.method == "HEAD", keepsConnection: request.keepsConnection, now: now)
      } catch {
        refuse(error, now: now)
      }
      write(now: now)
    }
  }

  /// The next request where all of it has come.
  private mutating func nextRequest() throws(HTTPRequest.Refusal) -> HTTPRequest? {
    let end = Self.endOfHead(input)
    guard (end ?? input.count) <= limits.headBytes else { throw .headTooLarge }
    guard let end else { return nil }
    var request = try HTTPRequest(head: input[..<end])
    guard request.bodyLength <= limits.bodyBytes else { throw .bodyTooLarge }
    let total = end + 4 + request.bodyLength
    guard input.count >= total else { return nil }
    request.body = Array(input[(end + 4)..<total])
    input.removeFirst(total)
    return request
  }

  /// Where the empty line begins that ends a head.
  private static func endOfHead(_ bytes: [UInt8]) -> Int? {
    let end = Array("\r\n\r\n".utf8)
    guard bytes.count >= end.count else { return nil }
    return (0...(bytes.count - end.count)).first { bytes[$0] == end[0] && bytes[$0..<($0 + end.count)].elementsEqual(end) }
  }

  private mutating func start(_ response: HTTPResponse, isHead: Bool, keepsConnection: Bool, now: ContinuousClock.Instant) {
    output += response.bytes(isHead: isHead, keepsConnection: keepsConnection)
    deadline = now + limits.writing
    if case .events = response.content, !isHead { phase = .streaming } else { phase = .writing(thenCloses: !keepsConnection) }
  }

  /// Answers with why a request cannot be answered, then closes.
  private mutating func refuse(_ refusal: HTTPRequest.Refusal, now: ContinuousClock.Instant) {
    input = []
    start(HTTPResponse(status: refusal.rawValue, text: "\(refusal.rawValue)"), isHead: false, keepsConnection: false, now: now)
  }

  /// Sends what can be sent without waiting.
  mutating func write(now: ContinuousClock.Instant) {
    while !output.isEmpty, !isClosed {
      let count = output.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, noSignal) }
      if count >= 0 {
        output = output.dropFirst(count)
        deadline = now + limits.writing
      } else if errno == EAGAIN {
        return
      } else if errno != EINTR {
        close()
      }
    }
    output = []
    switch phase {
    case .writing(thenCloses: true): close()
    case .writing(thenCloses: false):
      phase = .reading
      deadline = now + (input.isEmpty ? limits.idle : limits.request)
    case .reading, .streaming: return
    }
  }

  /// Sends the rest and answers what has come meanwhile.
  mutating func resume(now: ContinuousClock.Instant, answer: (HTTPRequest) -> HTTPResponse) {
    write(now: now)
    if !input.isEmpty { proceed(now: now, answer: answer) }
  }

  /// Adds an event to an open stream. A browser that does not take them is given up.
  mutating func push(_ event: [UInt8], now: ContinuousClock.Instant) {
    guard output.count + event.count < limits.streamBytes else { return close() }
    if output.isEmpty { deadline = now + limits.writing }
    output += event
    write(now: now)
  }

  /// Ends what took too long: with a word where a request was begun, without where nothing was asked.
  mutating func expire(now: ContinuousClock.Instant) {
    switch phase {
    case .streaming where output.isEmpty: deadline = now + limits.writing
    case .reading where !input.isEmpty:
      refuse(.timeout, now: now)
      write(now: now)
    case .reading, .writing, .streaming: close()
    }
  }
}

#if canImport(Glibc)
  private let noSignal = Int32(MSG_NOSIGNAL)
#else
  private let noSignal: Int32 = 0
#endif
