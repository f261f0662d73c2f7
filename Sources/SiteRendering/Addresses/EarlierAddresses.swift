import AuditModel
import Diagnostics

/// What leads to the pages but their addresses: those that they had before, and the codes that they are cited by.
struct EarlierAddresses {
  let codes: CitationCodes
  /// The files at these addresses.
  let outputs: [SiteRenderer.Output]
  let diagnostics: [Diagnostic]

  /// - Parameter register: the addresses that were published before.
  /// - Parameter codes: the codes that were given before.
  init(_ plan: SitePlan, register: AddressRegister, codes: CodeRegister, trees: [LanguageTree], archive: Archive) {
    let redirects = plan.redirects(in: archive)
    let settlement = Settlement(register, plan: plan, trees: trees, redirects: redirects.value, archive: archive)
    self.codes = CitationCodes(codes, plan: plan, redirects: redirects.value, removals: settlement.removals, archive: archive)
    outputs = redirects.value + settlement.outputs + self.codes.outputs
    diagnostics = redirects.diagnostics + settlement.diagnostics + self.codes.diagnostics
  }
}
