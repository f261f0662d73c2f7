#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

func closeSocket(_ descriptor: Int32) { close(descriptor) }

/// A listening socket on 127.0.0.1, and the port it got.
func listen(on port: UInt16) throws(LocalServer.Problem) -> (socket: Int32, port: UInt16) {
  #if canImport(Glibc)
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  #else
    let listener = socket(AF_INET, SOCK_STREAM, 0)
  #endif
  guard listener >= 0 else { throw .system(errno) }
  var yes: Int32 = 1
  // Else the port stays taken for a minute after the program ended.
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
  makeNonblocking(listener)
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = port.bigEndian
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  var size = socklen_t(MemoryLayout<sockaddr_in>.size)
  let isBound = withSocketAddress(&address) { bind(listener, $0, size) } == 0
  guard isBound, listen(listener, 64) == 0, withSocketAddress(&address, { getsockname(listener, $0, &size) }) == 0 else {
    let problem = errno
    close(listener)
    throw problem == EADDRINUSE ? .portTaken : .system(problem)
  }
  return (listener, UInt16(bigEndian: address.sin_port))
}

/// The next connection that waits; nil where none does any more.
func acceptSocket(_ listener: Int32) -> Int32? {
  let socket = accept(listener, nil, nil)
  guard socket >= 0 else { return nil }
  makeNonblocking(socket)
  #if !canImport(Glibc)
    var yes: Int32 = 1
    setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
  #endif
  return socket
}

/// Never waits in a call, and never goes on in a program that this one starts.
private func makeNonblocking(_ descriptor: Int32) {
  _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
}

private func withSocketAddress<Result>(
  _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>) -> Result
) -> Result {
  withUnsafeMutablePointer(to: &address) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body) }
}

/// Wakes a thread that waits in `poll`.
final class Bell: Sendable {
  let ear: Int32
  private let hammer: Int32

  init() throws(LocalServer.Problem) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .system(errno) }
    (ear, hammer) = (ends[0], ends[1])
    makeNonblocking(ear)
    makeNonblocking(hammer)
  }

  deinit {
    close(ear)
    close(hammer)
  }

  /// A full pipe rings already.
  func ring() {
    var byte: UInt8 = 1
    _ = write(hammer, &byte, 1)
  }

  func silence() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(ear, &bytes, bytes.count) > 0 {}
  }
}
