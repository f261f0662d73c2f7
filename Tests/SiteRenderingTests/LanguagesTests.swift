import AuditContent
import Diagnostics
import Foundation
import Testing

@testable import SiteRendering

/// Every language of the theme says what Swedish says: the same phrases with the same values, the same words for templates.
@Suite struct LanguagesTests {
  private static let languages = ["en"]

  private struct Words {
    var phrases: [String: String] = [:]
    /// By `group.name`.
    var words: [String: String] = [:]
    var months = 0

    init(_ language: String) {
      let root = readYAML(of: TinySite.file("strings/\(language).yaml")).value
      for group in root?.entries ?? [] {
        for entry in group.value.entries ?? [] {
          if group.key.text == "phrases" {
            phrases[entry.key.text] = entry.value.text
          } else {
            words[group.key.text + "." + entry.key.text] = entry.value.text
          }
        }
        if group.key.text == "months" { months = group.value.items?.count ?? 0 }
      }
    }
  }

  private let swedish = Words("sv")

  @Test(arguments: languages) func nothingIsMissingAndNothingLeftOver(_ language: String) {
    let other = Words(language)
    #expect(Set(other.phrases.keys) == Set(swedish.phrases.keys))
    #expect(Set(other.words.keys) == Set(swedish.words.keys))
    #expect(other.months == 12)
  }

  @Test(arguments: languages) func aSentenceHasNoValueThatSwedishLacks(_ language: String) {
    for (name, text) in Words(language).phrases {
      let known = Strings.valueNames(in: swedish.phrases[name] ?? "")
      #expect(Strings.valueNames(in: text).isSubset(of: known), "\(name)")
    }
  }

  @Test(arguments: languages) func everythingIsSaid(_ language: String) {
    let other = Words(language)
    for (name, text) in other.phrases { #expect(!text.isEmpty && !text.contains("⟦"), "\(name)") }
    for (name, text) in other.words { #expect(!text.isEmpty && !text.contains("⟦"), "\(name)") }
  }

  /// Only the names of the steps of criticism are left in Swedish, in brackets, since the law has no others.
  @Test(arguments: languages) func noSwedishIsLeftBehind(_ language: String) {
    let other = Words(language)
    for (name, text) in other.phrases.merging(other.words, uniquingKeysWith: { a, _ in a })
    where name != "audit.criticism-note" {
      #expect(!text.contains { "åäöÅÄÖ".contains($0) }, "\(name): \(text)")
    }
  }
}
