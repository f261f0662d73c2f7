import CCommonMark

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The memory that libcmark makes a syntax tree in, one piece after the other, and all free again at once.
///
/// A tree is many hundred small things that live as long as it does: asking the system for each takes as long as parsing. Every
/// thread has memory of its own, which its next tree uses again.
struct TreeMemory {
  private let first: UnsafeMutableRawPointer
  /// What did not fit into the first piece.
  private var more: [UnsafeMutableRawPointer] = []
  private var next: UnsafeMutableRawPointer
  private var end: UnsafeMutableRawPointer
  /// How many trees are in it now.
  private var trees = 0

  /// In bytes: enough for most texts.
  private static let pieceSize = 1 << 18
  /// What libcmark asks for begins at a multiple of this, with its size in front.
  private static let alignment = 16

  private init() {
    first = TreeMemory.piece(TreeMemory.pieceSize)
    next = first
    end = first + TreeMemory.pieceSize
  }

  // MARK: Trees

  /// Takes note that a tree is made on this thread; it has to be freed on the same.
  static func enter() { ofThisThread().pointee.trees += 1 }

  /// Takes note that a tree is no longer needed.
  static func leave() {
    let memory = ofThisThread()
    memory.pointee.trees -= 1
    if memory.pointee.trees == 0 { memory.pointee.reset() }
  }

  private mutating func reset() {
    for piece in more { piece.deallocate() }
    more.removeAll()
    next = first
    end = first + TreeMemory.pieceSize
  }

  // MARK: Pieces

  private mutating func take(_ size: Int) -> UnsafeMutableRawPointer {
    let needed = TreeMemory.rounded(size) + TreeMemory.alignment
    if end - next < needed {
      let size = max(needed, TreeMemory.pieceSize)
      next = TreeMemory.piece(size)
      end = next + size
      more.append(next)
    }
    let taken = next + TreeMemory.alignment
    next.storeBytes(of: size, as: Int.self)
    next += needed
    return taken
  }

  private mutating func resize(_ taken: UnsafeMutableRawPointer, _ size: Int) -> UnsafeMutableRawPointer {
    let old = TreeMemory.size(of: taken)
    let isLast = next == taken + TreeMemory.rounded(old)
    if size <= TreeMemory.rounded(old) || isLast && end - taken >= TreeMemory.rounded(size) {
      (taken - TreeMemory.alignment).storeBytes(of: size, as: Int.self)
      if isLast { next = taken + TreeMemory.rounded(size) }
      return taken
    }
    let larger = take(size)
    larger.copyMemory(from: taken, byteCount: old)
    return larger
  }

  /// Only what was taken last is free again before its tree is.
  private mutating func giveBack(_ taken: UnsafeMutableRawPointer) {
    if next == taken + TreeMemory.rounded(TreeMemory.size(of: taken)) { next = taken - TreeMemory.alignment }
  }

  private static func size(of taken: UnsafeMutableRawPointer) -> Int { (taken - alignment).load(as: Int.self) }

  private static func rounded(_ size: Int) -> Int { (size + alignment - 1) & ~(alignment - 1) }

  private static func piece(_ size: Int) -> UnsafeMutableRawPointer { .allocate(byteCount: size, alignment: alignment) }

  // MARK: Threads

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    let result = pthread_key_create(&key) { memory in TreeMemory.free(memory) }
    precondition(result == 0, "The system has no place for what belongs to a thread.")
    return key
  }()

  private static func ofThisThread() -> UnsafeMutablePointer<TreeMemory> {
    if let known = pthread_getspecific(key) { return known.assumingMemoryBound(to: TreeMemory.self) }
    let memory = UnsafeMutablePointer<TreeMemory>.allocate(capacity: 1)
    memory.initialize(to: TreeMemory())
    pthread_setspecific(key, memory)
    return memory
  }

  /// Called by the system when a thread ends.
  private static func free(_ memory: UnsafeMutableRawPointer?) {
    guard let memory = memory?.assumingMemoryBound(to: TreeMemory.self) else { return }
    memory.pointee.reset()
    memory.pointee.first.deallocate()
    memory.deinitialize(count: 1)
    memory.deallocate()
  }

  /// What libcmark asks for memory; every node keeps this address.
  nonisolated(unsafe) static let allocator: UnsafeMutablePointer<cmark_mem> = {
    let allocator = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    allocator.initialize(
      to: cmark_mem(
        calloc: { count, size in
          let (bytes, isTooLarge) = count.multipliedReportingOverflow(by: size)
          precondition(!isTooLarge, "libcmark asks for more memory than there can be.")
          let taken = TreeMemory.ofThisThread().pointee.take(bytes)
          memset(taken, 0, bytes)
          return taken
        },
        realloc: { taken, size in
          let memory = TreeMemory.ofThisThread()
          return taken.map { memory.pointee.resize($0, size) } ?? memory.pointee.take(size)
        },
        free: { taken in if let taken { TreeMemory.ofThisThread().pointee.giveBack(taken) } }))
    return allocator
  }()
}
