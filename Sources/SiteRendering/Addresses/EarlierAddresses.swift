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
  /// - Parameter missesPages: whether what leads nowhere is lost.
  init(
    _ plan: SitePlan, register: AddressRegister, codes: CodeRegister, trees: [LanguageTree], archive: Archive, missesPages: Bool
  ) {
    let redirects = plan.redirects(in: archive, trees)
    let settlement = Settlement(register, plan: plan, trees: trees, redirects: redirects.value, archive: archive)
    self.codes = CitationCodes(codes, plan: plan, redirects: redirects.value, removals: settlement.removals, archive: archive)
    outputs = self.codes.withoutOwn(redirects.value) + settlement.outputs + self.codes.outputs
    let lost = settlement.diagnostics.filter { missesPages || $0.code != AddressCodes.lost }
    diagnostics = redirects.diagnostics + lost + self.codes.diagnostics
  }
}
