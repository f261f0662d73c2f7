import AuditModel
import Diagnostics

/// The text that lies on top in an archive package, for whoever opens it in fifty years and has nothing but the package.
///
/// It says what is known and no more: neither that the package follows a specification that it does not follow, nor when it was
/// handed over.
struct PackageReadme {
  let site: Site
  /// The day whose state the pages show.
  let day: Day
  let name: String
  let audits: Int
  let hasTemplates: Bool
  /// Of all files, for the list of formats.
  let paths: [String]

  private func formats(_ language: Language) -> String {
    FileFormats.list(of: paths + ["LASMIG.txt"]).map { "  \($0.endings)\n      \($0.name.text(in: language))\n" }.joined()
  }

  var swedish: String {
    """
    \(site.title)
    Arkivpaket

    VAD DET HÄR ÄR

    En webbplats om kommunal revision: vad revisorerna rekommenderade, vad nämnderna svarade och vad
    som hände sedan. Paketet rymmer webbplatsen, de källor som den är gjord av, och kontrollsummor
    för varje fil.

    Webbplats:      \(site.title)
    Adress:         \(site.baseURL)
    \(site.publisher.map { "Utgivare:       \($0.name)\n" } ?? "")Granskningar:   \(audits)
    Läget visas för \(day.text). Det är dagen som sidorna räknar från, till exempel när de säger hur
    försenat ett svar är.

    Paketet är gjort med programmet Missiv. Det behövs inte för att läsa något här.


    SÅ ÖPPNAR DU DET

    1. Packa upp filen om den är packad. Den är ett ZIP-arkiv utan komprimering.
    2. Öppna data/webbplats/index.html i en webbläsare. Sidorna länkar till varandra och fungerar
       utan nätverk, utan webbserver och utan skript.
    3. Finns ingen webbläsare går varje sida att läsa som text, och källorna är text redan.


    VAD SOM LIGGER VAR

    data/webbplats/         Webbplatsen, som den publiceras. Tabellerna ligger i data/webbplats/data/.
    data/kallor/content/    Källorna: dokumenten avskrivna som text, med fakta överst, och bilagor.
    \(hasTemplates ? "data/kallor/templates/  Webbplatsens egna mallar.\n" : "")manifest-sha256.txt     Kontrollsummor för allt i data/.
    tagmanifest-sha256.txt  Kontrollsummor för filerna bredvid data/.
    bagit.txt, bag-info.txt Vad paketet är, för program.
    LASMIG.txt, README.txt  Den här texten, på svenska och engelska.

    Utkast och dolda filer är inte med. Programmet letar efter personnummer och gör inget paket när
    det hittar något.


    FORMAT

    \(formats(.swedish))

    SÅ KONTROLLERAR DU ATT INGET ÄR ÄNDRAT

    I mappen \(name), med ett program som finns på de flesta datorer:

      sha256sum -c manifest-sha256.txt
      sha256sum -c tagmanifest-sha256.txt        (macOS: shasum -a 256 -c …)

    Med Missiv: missiv verify, följt av mappen eller ZIP-filen. Program för BagIt kan också
    kontrollera paketet. Kontrollsummorna är SHA-256 (FIPS 180-4).


    VAD PAKETET ÄR OCH INTE ÄR

    Paketet är byggt enligt BagIt 1.0 (RFC 8493) och lagt i ett ZIP-arkiv.
    Det är inte ett paket enligt Riksarkivets förvaltningsgemensamma specifikationer (FGS) och har
    ingen METS- eller PREMIS-fil. Den som ska leverera enligt FGS lägger in mappen data som innehåll
    i ett sådant paket och beskriver den där.

    """
  }

  var english: String {
    """
    \(site.title)
    Archive package

    WHAT THIS IS

    A website about municipal audits in Sweden: what the auditors recommended, what the boards
    answered and what happened then. The package holds the website, the sources that it is made of,
    and checksums for every file.

    Website:        \(site.title)
    Address:        \(site.baseURL)
    \(site.publisher.map { "Publisher:      \($0.name)\n" } ?? "")Audits:         \(audits)
    The state shown is that of \(day.text). It is the day that the pages count from, for example
    when they say how late a reply is.

    The package was made with the program Missiv. It is not needed to read anything here.


    HOW TO OPEN IT

    1. Unpack the file if it is packed. It is a ZIP archive without compression.
    2. Open data/webbplats/index.html in a web browser. The pages link to each other and work
       without a network, without a web server and without scripts.
    3. Without a web browser, each page can be read as text, and the sources are text already.


    WHAT IS WHERE

    data/webbplats/         The website, as it is published. The tables are in data/webbplats/data/.
    data/kallor/content/    The sources: the documents transcribed as text, with facts on top, and
                            attachments.
    \(hasTemplates ? "data/kallor/templates/  The website's own templates.\n" : "")manifest-sha256.txt     Checksums of everything in data/.
    tagmanifest-sha256.txt  Checksums of the files beside data/.
    bagit.txt, bag-info.txt What the package is, for programs.
    LASMIG.txt, README.txt  This text, in Swedish and English.

    Drafts and hidden files are not included. The program looks for personal identity numbers and
    makes no package when it finds any.


    FORMATS

    \(formats(.english))

    HOW TO CHECK THAT NOTHING WAS CHANGED

    In the folder \(name), with a program that most computers have:

      sha256sum -c manifest-sha256.txt
      sha256sum -c tagmanifest-sha256.txt        (macOS: shasum -a 256 -c …)

    With Missiv: missiv verify, followed by the folder or the ZIP file. Programs for BagIt can check
    the package, too. The checksums are SHA-256 (FIPS 180-4).


    WHAT THE PACKAGE IS AND IS NOT

    The package is made after BagIt 1.0 (RFC 8493) and put into a ZIP archive.
    It is not a package after the Swedish National Archives' common specifications (FGS), and has no
    METS or PREMIS file. To deliver after FGS, put the folder data as contents into such a package
    and describe it there.

    """
  }
}
