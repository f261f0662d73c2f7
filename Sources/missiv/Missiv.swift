import ArgumentParser
import CMemory
import Diagnostics

/// The program: one file per command.
@main
struct Missiv: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "missiv", abstract: "Gör en webbplats av revisorernas granskningar och vad som hände sedan.", version: "0.1.0",
    subcommands: [Build.self, Serve.self, Diff.self, Check.self, Verify.self, MakePackage.self, New.self, Explain.self])

  /// Runs a command and ends with its exit code: 0 done, 1 the content has errors, 2 wrong usage or the machine failed.
  static func catching(_ language: Language?, _ command: () throws(Failure) -> ExitCode) throws {
    let code: ExitCode
    do throws(Failure) {
      code = try command()
    } catch {
      Console.error("missiv: " + error.message.text(in: language ?? .swedish) + "\n")
      throw ExitCode(2)
    }
    if code != .success { throw code }
  }

  static func main() {
    missiv_return_large_memory()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let code as ExitCode {
      exit(withError: code)
    } catch {
      // Wrong usage is 2 here, whatever the parser's own convention; help and version are 0.
      let message = fullMessage(for: error)
      guard exitCode(for: error) != .success else { exit(withError: error) }
      Console.error(message + "\n")
      exit(withError: ExitCode(2))
    }
  }
}
