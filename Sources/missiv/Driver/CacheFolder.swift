#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The user's folder for what can be made again: what builds know of the last ones, and of the content that they have read.
enum CacheFolder {
  /// Nil where the surroundings name none.
  static var path: String? {
    func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil } }
    if let caches = variable("XDG_CACHE_HOME") { return caches + "/missiv" }
    #if canImport(Darwin)
      return variable("HOME").map { $0 + "/Library/Caches/missiv" }
    #else
      return variable("HOME").map { $0 + "/.cache/missiv" }
    #endif
  }

  /// Makes it, for nobody else to see what sites are made of.
  static func make(_ folder: String? = path) { if let folder { _ = mkdir(folder, 0o700) } }
}
