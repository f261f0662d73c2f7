import AuditModel
import Diagnostics

/// The registers that a published site has and that are not there any more.
///
/// A build writes that of addresses first, then that of codes, then those of changes: where a later one is there without an
/// earlier, the earlier was lost. Without it, what others have linked to would lead nowhere, and nobody would be told.
struct LostRegisters {
  let diagnostics: [Diagnostic]

  init(_ addresses: AddressRegister, _ codes: CodeRegister, _ changes: ChangeRegisters) {
    let registers =
      [(AddressRegister.path, addresses.isThere), (CodeRegister.path, codes.isThere)]
      + changes.registers.keys.sorted().map { (ChangeRegister.path(of: $0), true) }
    diagnostics = registers.prefix(2).enumerated().compactMap { number, register in
      guard !register.1, let later = registers[(number + 1)...].first(where: { $0.1 }) else { return nil }
      return .registerLost(register.0, SourceRange(path: later.0, lower: 0, upper: 0))
    }
  }
}
