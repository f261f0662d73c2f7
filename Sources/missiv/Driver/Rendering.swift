import AuditModel
import Checksums
import Dispatch
import SitePublishing
import SiteRendering
import Synchronization

/// What of a site is made anew, and what is taken over from the last build, which made it of the same.
struct Reuse: Sendable {
  let keys: OutputKeys?
  /// Of the search's index.
  let index: SHA256.Digest?
  /// What the last build left in the output, where that is known.
  let last: SiteSnapshot?
  /// Tells which running texts a file was made of.
  let losses: ReadingLosses
}

/// Renders the files of a site with several tasks at once and hands each to the publication.
///
/// Tasks take chunks of files in order; a file's bytes depend on no other, so any number of tasks gives the same site.
/// - Returns: how many files were rendered. The others were taken over from the last build.
@discardableResult
func render(
  _ renderer: SiteRenderer, attachments: [Attachment], from contentFolder: String, into publication: Publication,
  reusing reuse: Reuse? = nil, jobs: Int, progress: @Sendable (Int, Int) -> Void
) throws(PublishingError) -> Int {
  let outputs = renderer.outputs
  let chunk = 64
  let next = Atomic(0)
  let done = Atomic(0)
  let rendered = Atomic(0)
  let failure = Mutex<PublishingError?>(nil)
  DispatchQueue.concurrentPerform(iterations: jobs) { task in
    let writer = publication.writer(ofUpTo: outputs.count)
    var buffer: [UInt8] = []
    do throws(PublishingError) {
      while true {
        let start = next.wrappingAdd(chunk, ordering: .relaxed).oldValue
        if start >= outputs.count || failure.withLock({ $0 != nil }) { break }
        for output in outputs[start..<min(start + chunk, outputs.count)] {
          if try renderFile(output, of: renderer, with: writer, reusing: reuse, &buffer) {
            rendered.wrappingAdd(1, ordering: .relaxed)
          }
        }
        let count = done.wrappingAdd(chunk, ordering: .relaxed).newValue
        if task == 0 { progress(min(count, outputs.count), outputs.count) }
      }
      if task == 0 {
        for attachment in attachments {
          try writer.copy(from: join(contentFolder, attachment.path), to: SitePlan.attachmentPath(attachment.path))
        }
      }
    } catch {
      failure.withLock { if $0 == nil { $0 = error } }
    }
  }
  if let error = failure.withLock({ $0 }) { throw error }
  return rendered.load(ordering: .relaxed)
}

/// Renders a file and hands it to the publication, unless the last build's is taken over.
/// - Parameter buffer: memory that is used again for the next file.
/// - Returns: whether it was rendered.
private func renderFile(
  _ output: SiteRenderer.Output, of renderer: SiteRenderer, with writer: FileWriter, reusing reuse: Reuse?,
  _ buffer: inout [UInt8]
) throws(PublishingError) -> Bool {
  let path = renderer.path(of: output)
  var key = reuse?.keys.flatMap { renderer.key(of: output, by: $0) }
  if let key, let last = reuse?.last, try writer.takeOver(path, madeOf: key, from: last) { return false }
  // What one large table needed is not kept for all pages.
  buffer.removeAll(keepingCapacity: buffer.capacity < 1 << 20)
  var pieces: FileInPieces?
  func drain(_ buffer: inout [UInt8]) {
    let file = pieces ?? writer.inPieces(path)
    pieces = file
    file.append(buffer)
    buffer.removeAll(keepingCapacity: buffer.capacity < 1 << 20)
  }
  if let reuse {
    let texts = reuse.losses.textsRead { renderer.render(output, into: &buffer, drain: drain) }
    // A file that showed a text of which its key does not know is made anew the next time.
    let known = renderer.textPath(of: output)
    if !texts.allSatisfy({ $0 == known }) {
      key = nil
      reuse.losses.noteLooseText()
    }
  } else {
    renderer.render(output, into: &buffer, drain: drain)
  }
  if let pieces {
    pieces.append(buffer)
    try pieces.finish(madeOf: key)
  } else {
    try writer.write(path: path, bytes: buffer, madeOf: key)
  }
  return true
}
