import Dispatch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Opens a file where its writer writes.
///
/// `$VISUAL` where it is an editor with a window of its own, at the line; else whatever the system opens such files with.
struct EditorLauncher: Sendable {
  var visual = getenv("VISUAL").map { String(cString: $0) }
  var start: @Sendable ([String]) -> Bool = EditorLauncher.spawn

  /// Only texts are opened: what a system does with another file may be to run it.
  static let endings = [".md", ".yaml", ".yml", ".mustache", ".csv", ".css", ".svg"]

  /// False where there is no way to open it.
  func open(_ file: String, line: Int) -> Bool {
    guard Self.endings.contains(where: { file.hasSuffix($0) }) else { return false }
    return commands(file, line: line).contains { start($0) }
  }

  /// What may open a file, the best first, each as a program and its arguments. No shell reads them.
  func commands(_ file: String, line: Int) -> [[String]] {
    var commands: [[String]] = []
    let editor = visual?.split(separator: " ").map(String.init) ?? []
    let name = editor.first?.split(separator: "/").last.map(String.init) ?? ""
    switch name {
    case "code", "code-insiders", "codium", "cursor": commands.append([editor[0], "--goto", "\(file):\(line)"])
    case "subl", "zed": commands.append([editor[0], "\(file):\(line)"])
    case "mate", "kate": commands.append([editor[0], "--line", "\(line)", file])
    case "gedit", "gvim", "xed", "pluma", "bbedit": commands.append([editor[0], "+\(line)", file])
    default: break
    }
    #if canImport(Darwin)
      commands.append(["open", file])
    #else
      commands.append(["xdg-open", file])
    #endif
    return commands
  }

  /// Starts a program that goes on by itself. False where there is none of that name.
  static func spawn(_ command: [String]) -> Bool {
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    guard posix_spawnp(&process, command[0], nil, nil, &arguments, environ) == 0 else { return false }
    // Nothing is left of it when it has ended.
    DispatchQueue.global(qos: .background).async { [process] in _ = waitpid(process, nil, 0) }
    return true
  }
}
