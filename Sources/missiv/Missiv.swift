import ArgumentParser

/// The program: one file per command.
@main
struct Missiv: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "missiv", abstract: "Gör en webbplats av revisorernas granskningar.", version: "0.1.0")
}
