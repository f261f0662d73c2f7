#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The time since the machine was started, which no file outlives that was not yet on the disk.
///
/// After a power failure a file may have its size and its times but not what was written to it. So what a build knows of files by
/// such marks holds until the machine is started anew.
enum BootSession {
  /// A name of this session; nil where the system gives none.
  static let name: String? = {
    #if canImport(Glibc)
      return FileSystem.read("/proc/sys/kernel/random/boot_id").map { String(decoding: $0, as: UTF8.self) }
    #else
      var size = 64
      var bytes = [UInt8](repeating: 0, count: size)
      guard sysctlbyname("kern.bootsessionuuid", &bytes, &size, nil, 0) == 0 else { return nil }
      return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    #endif
  }()
}
