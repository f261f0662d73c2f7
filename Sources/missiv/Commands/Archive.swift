import ArgumentParser
import Checksums
import Diagnostics
import SitePublishing

/// `missiv archive`: one file with the site, its sources and what tells how to read them, for the municipality's archive.
struct MakePackage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: "Gör ett arkivpaket av webbplatsen och dess källor, i en fil.",
    discussion: """
      Paketet är en ZIP-fil utan komprimering med webbplatsen, källorna, kontrollsummor för varje fil och en läsanvisning \
      på svenska och engelska. Utkast och dolda filer är inte med. missiv verify FIL kontrollerar det.
      """)

  @OptionGroup var options: SiteOptions
  @Argument(help: "Filen som paketet skrivs till. Annars webbplatsens namn och dag, som revision.example.se-2026-11-21.zip.")
  var file: String?

  func run() throws {
    try Missiv.catching(options.language) { () throws(Failure) in
      var pipeline = try Pipeline(options, from: .warning)
      guard try pipeline.report(isStrict: false, from: .warning), let package = SitePackage(pipeline) else {
        Console.error(
          Wording(
            sv: "Inget arkivpaket har gjorts. Rätta felen ovan och försök igen.\n",
            en: "No archive package was made. Mend the errors above and try again.\n"
          ).text(in: pipeline.language))
        return .init(1)
      }
      let path = file ?? package.name + ".zip"
      guard !FileSystem.exists(path) else {
        throw Failure(
          Wording(
            sv: "\(path) finns redan. Ange ett annat namn, eller ta bort filen om den inte behövs.",
            en: "\(path) exists already. Give another name, or remove the file if it is not needed."))
      }
      let report = try package.write(to: path)
      pipeline.end("archive")
      say(report, path, pipeline)
      return .success
    }
  }

  private func say(_ report: SitePackage.Report, _ path: String, _ pipeline: Pipeline) {
    let published = FileSystem.read(join(join(options.site, "public"), Manifest.path))
    if let published, published != report.manifest {
      Console.error(
        Wording(
          sv:
            "Paketet har webbplatsen som den blir av innehållet nu. Det som ligger i public/ är annorlunda: missiv diff visar hur.\n",
          en: "The package has the site as it is made from the content now. What is in public/ differs: missiv diff shows how.\n"
        ).text(in: pipeline.language))
    }
    Console.error(
      Wording(
        sv: "Skrev \(path): \(report.files) filer, \(report.size) byte. Filens kontrollsumma (SHA-256): \(report.digest.hex)\n",
        en: "Wrote \(path): \(report.files) files, \(report.size) bytes. The file's checksum (SHA-256): \(report.digest.hex)\n"
      ).text(in: pipeline.language))
  }
}
