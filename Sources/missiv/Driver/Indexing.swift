import SitePublishing
import SiteRendering
import SiteSearch
import Synchronization

/// Makes the index of the search and hands its files to the publication.
func index(_ renderer: SiteRenderer, into publication: Publication, jobs: Int) throws(PublishingError) {
  try SearchIndex.make(of: renderer.searchContent, jobs: jobs) {
    let writer = publication.writer()
    return { (file) throws(PublishingError) in
      try writer.write(path: SiteRenderer.searchFolder + file.path, bytes: file.bytes)
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
