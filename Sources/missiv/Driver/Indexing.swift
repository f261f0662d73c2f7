import SitePublishing
import SiteRendering
import SiteSearch
import Synchronization

/// Makes the index of the search and hands its files to the publication, or takes over the last build's where it was made of the
/// same.
func index(
  _ renderer: SiteRenderer, into publication: Publication, reusing reuse: Reuse? = nil, jobs: Int
) throws(PublishingError) {
  let key = reuse?.index
  if let key, let last = reuse?.last, try publication.takeOver(allIn: SiteRenderer.searchFolder, madeOf: key, from: last) {
    return
  }
  try SearchIndex.make(of: renderer.searchContent, jobs: jobs) {
    let writer = publication.writer()
    return { (file) throws(PublishingError) in
      try writer.write(path: SiteRenderer.searchFolder + file.path, bytes: file.bytes, madeOf: key)
    }
  }
}

/// The files of the index of the search by their paths in the site, for a site that is looked at and not written.
func index(_ renderer: SiteRenderer, jobs: Int) -> [String: [UInt8]] {
  let files = Mutex<[String: [UInt8]]>([:])
  SearchIndex.make(of: renderer.searchContent, jobs: jobs) {
    { (file) throws(Never) in files.withLock { $0[SiteRenderer.searchFolder + file.path] = file.bytes } }
  }
  return files.withLock { $0 }
}
