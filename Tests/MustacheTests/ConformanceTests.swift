import Diagnostics
import Foundation
import Testing

@testable import Mustache

/// The specification's own tests, read from the folder that `MISSIV_CONFORMANCE` names. They are no part of the project.
private let conformanceFolder = ProcessInfo.processInfo.environment["MISSIV_CONFORMANCE"]

@Suite struct ConformanceTests {
  @Test(.enabled(if: conformanceFolder != nil, "skipped: MISSIV_CONFORMANCE does not name the folder of public test data"))
  func passesTheSpecificationsTests() throws {
    let file = URL(fileURLWithPath: try #require(conformanceFolder)).appendingPathComponent("mustache.json")
    let tests = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [[String: Any]])
    var count = 0
    for test in tests {
      let module = try #require(test["module"] as? String)
      if module == "~lambdas" || module == "~dynamic-names" { continue }
      count += 1
      var files = [SourceFile(path: "main.mustache", text: test["template"] as? String ?? "")]
      for (name, text) in test["partials"] as? [String: String] ?? [:] {
        files.append(SourceFile(path: name + ".mustache", text: text))
      }
      let set = TemplateSet.compile(files, entryPoints: [], strictness: .lenient)
      let template = try #require(set.value.template(named: "main"))
      var page: [UInt8] = []
      #expect(set.value.render(template, value: Value(json: test["data"] ?? [:]), into: &page))
      #expect(
        String(decoding: page, as: UTF8.self) == test["expected"] as? String, "\(module): \(test["name"] ?? "")")
    }
    #expect(count > 150)
  }
}

extension Value {
  /// Test data as a value with shapes of its own.
  init(json: Any) {
    switch json {
    case let object as [String: Any]:
      let keys = object.keys.sorted()
      let shape = Shape("test", keys.map { Shape.Field($0, .text) })
      self = .object(Record(shape: shape, values: keys.map { Value(json: object[$0] ?? NSNull()) }))
    case let list as [Any]: self = .values(list.map { Value(json: $0) })
    case let number as NSNumber:
      let isFlag = String(cString: number.objCType) == "c"
      let text = number.stringValue
      self = isFlag ? .flag(number.boolValue) : Int(text).map { .number($0) } ?? .text(text)
    case let text as String: self = .text(text)
    default: self = .absent
    }
  }
}
