import AuditModel
import Dispatch
import SitePublishing
import SiteRendering
import Synchronization

/// Renders all files of a site with several tasks at once and hands each to the publication.
///
/// Tasks take chunks of files in order; a file's bytes depend on no other, so any number of tasks gives the same site.
func render(
  _ renderer: SiteRenderer, attachments: [Attachment], from contentFolder: String, into publication: Publication, jobs: Int,
  progress: @Sendable (Int, Int) -> Void
) throws(PublishingError) {
  let outputs = renderer.outputs
  let chunk = 64
  let next = Atomic(0)
  let done = Atomic(0)
  let failure = Mutex<PublishingError?>(nil)
  DispatchQueue.concurrentPerform(iterations: jobs) { task in
    let writer = publication.writer()
    var buffer: [UInt8] = []
    do throws(PublishingError) {
      while true {
        let start = next.wrappingAdd(chunk, ordering: .relaxed).oldValue
        if start >= outputs.count || failure.withLock({ $0 != nil }) { break }
        for output in outputs[start..<min(start + chunk, outputs.count)] {
          buffer.removeAll(keepingCapacity: true)
          renderer.render(output, into: &buffer)
          try writer.write(path: renderer.path(of: output), bytes: buffer)
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
}
