import Testing

@testable import LocalServer

@Suite struct HTTPRequestTests {
  private func request(_ lines: String...) throws(HTTPRequest.Refusal) -> HTTPRequest {
    try HTTPRequest(head: Array(lines.joined(separator: "\r\n").utf8))
  }

  @Test func aRequestIsReadWithItsHeaders() throws {
    let request = try request("GET /boras/?sida=2 HTTP/1.1", "Host: 127.0.0.1:8080", "X-Tom:")
    #expect(request.method == "GET")
    #expect(request.path == "/boras/")
    #expect(request.query == "sida=2")
    #expect(request.header("host") == "127.0.0.1:8080")
    #expect(request.header("x-tom") == "")
    #expect(request.keepsConnection)
  }

  @Test(arguments: [("/%C3%A5r", "/år"), ("/a%20b", "/a b"), ("/", "/"), ("/a/b/", "/a/b/"), ("/..a/b..", "/..a/b..")])
  func escapesInAPathAreResolved(target: String, path: String) {
    #expect(HTTPRequest.path(target) == path)
  }

  @Test(arguments: [
    "/../etc/passwd", "/a/../../b", "/%2e%2e/b", "/%2E%2e", "/a/./b", "/a//b", "/a%2fb", "/a%5cb", "/a\\b", "/a%00b", "/%ff",
    "/%", "/%4",
    "/%zz", "", "a", "*", "http://127.0.0.1/",
  ])
  func aPathThatNoPageLinksToIsRefused(target: String) {
    #expect(HTTPRequest.path(target) == nil)
  }

  @Test(arguments: [
    "GET / HTTP/1.1\r\nHost: a\r\nHost: b", "GET / HTTP/1.1\r\nContent-Length: 1\r\ncontent-length: 2", "GET / HTTP/2.0",
    "GET /", "GET  / HTTP/1.1", "get / HTTP/1.1", "GET / HTTP/1.1\r\n folded: x", "GET / HTTP/1.1\r\nHost : x",
    "GET / HTTP/1.1\r\n: x",
    "GET / HTTP/1.1\nHost: x", "GET / HTTP/1.1\r\nContent-Length: -1", "GET / HTTP/1.1\r\nContent-Length: 1e3",
    "GET / HTTP/1.1\r\nContent-Length: 99999999999999999999", "GET / HTTP/1.1\r\nX: a\rb", "\u{0}",
  ])
  func aHeadThatCanBeReadInTwoWaysIsRefused(head: String) {
    #expect(throws: HTTPRequest.Refusal.malformed) { try HTTPRequest(head: Array(head.utf8)) }
  }

  @Test func aBodyOfUnknownLengthIsRefused() {
    #expect(throws: HTTPRequest.Refusal.notImplemented) { try request("POST / HTTP/1.1", "Transfer-Encoding: chunked") }
  }

  @Test func theFieldsOfAFormAreFound() throws {
    var form = try request("POST / HTTP/1.1")
    form.body = Array("token=a%26b&path=content%2F%C3%A5r+1.md&tom=".utf8)
    #expect(form.field("token") == "a&b")
    #expect(form.field("path") == "content/år 1.md")
    #expect(form.field("tom") == "")
    #expect(form.field("saknas") == nil)
  }

  @Test func anOldBrowsersConnectionIsNotKept() throws {
    #expect(try !request("GET / HTTP/1.0").keepsConnection)
    #expect(try !request("GET / HTTP/1.1", "Connection: Close").keepsConnection)
  }
}
