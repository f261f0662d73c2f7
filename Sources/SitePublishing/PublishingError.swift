public import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a site could not be published. The site that was there before is untouched.
public struct PublishingError: Error, Sendable, Equatable {
  /// What kind of obstacle it is, for programs that want to tell them apart.
  public enum Kind: Sendable, Hashable {
    case outputIsRoot, outputHoldsProtectedFolder, outputIsSymbolicLink, outputIsNoFolder
    case outputIsNotOurs, outputHoldsRepository, outputIsMountPoint
    case anotherBuildIsRunning, outputWasChanged
    case pathIsUnusable, pathIsTaken, publicationHasEnded
    case diskIsFull, system
  }

  public let kind: Kind
  /// What is wrong, as a headline.
  public let message: Wording
  /// What to do about it, as a sentence.
  public let cure: Wording
}

extension PublishingError {
  static func outputIsRoot(_ path: String) -> Self {
    Self(
      kind: .outputIsRoot,
      message: Wording(
        sv: "\(path) är roten i filsystemet och kan inte vara utmapp",
        en: "\(path) is the root of the file system and cannot be the output folder"),
      cure: Wording(sv: "Ange en egen mapp för webbplatsen.", en: "Name a folder of the site's own."))
  }

  static func outputHoldsProtectedFolder(_ path: String, _ held: String) -> Self {
    Self(
      kind: .outputHoldsProtectedFolder,
      message: Wording(
        sv: "\(path) är eller rymmer \(held), som skulle ha raderats",
        en: "\(path) is or holds \(held), which would have been deleted"),
      cure: Wording(
        sv: "Ange en utmapp som bara är till för den färdiga webbplatsen.",
        en: "Name an output folder that is for the finished site alone."))
  }

  static func outputIsSymbolicLink(_ path: String) -> Self {
    Self(
      kind: .outputIsSymbolicLink,
      message: Wording(
        sv: "\(path) är en symbolisk länk och kan inte bytas ut",
        en: "\(path) is a symbolic link and cannot be replaced"),
      cure: Wording(sv: "Ange mappen som länken leder till.", en: "Name the folder that the link leads to."))
  }

  static func outputIsNoFolder(_ path: String) -> Self {
    Self(
      kind: .outputIsNoFolder,
      message: Wording(sv: "\(path) är en fil, ingen mapp", en: "\(path) is a file, not a folder"),
      cure: Wording(sv: "Ange en annan utmapp eller flytta på filen.", en: "Name another output folder, or move the file."))
  }

  static func outputIsNotOurs(_ path: String) -> Self {
    Self(
      kind: .outputIsNotOurs,
      message: Wording(
        sv: "\(path) innehåller filer som Missiv inte har gjort",
        en: "\(path) holds files that Missiv did not make"),
      cure: Wording(
        sv: "Ange en annan utmapp, eller töm mappen själv. Missiv ersätter bara mappar som har filen \(OutputFolder.marker).",
        en: "Name another output folder, or empty this one yourself. "
          + "Missiv replaces only folders that have the file \(OutputFolder.marker)."))
  }

  static func outputHoldsRepository(_ path: String) -> Self {
    Self(
      kind: .outputHoldsRepository,
      message: Wording(
        sv: "\(path) innehåller .git, som skulle ha raderats",
        en: "\(path) holds .git, which would have been deleted"),
      cure: Wording(
        sv: "Bygg till en annan mapp och kopiera därifrån till arkivet.",
        en: "Build into another folder and copy from there to the repository."))
  }

  static func outputIsMountPoint(_ path: String) -> Self {
    Self(
      kind: .outputIsMountPoint,
      message: Wording(
        sv: "\(path) är monterad från ett annat filsystem och kan inte bytas ut",
        en: "\(path) is mounted from another file system and cannot be replaced"),
      cure: Wording(
        sv: "Ange en mapp inuti den, till exempel \(path)/public.",
        en: "Name a folder inside it, such as \(path)/public."))
  }

  static func anotherBuildIsRunning(_ path: String) -> Self {
    Self(
      kind: .anotherBuildIsRunning,
      message: Wording(
        sv: "\(path) byggs redan av en annan körning av Missiv",
        en: "\(path) is being built by another run of Missiv"),
      cure: Wording(sv: "Vänta tills den är klar och försök igen.", en: "Wait until it is done and try again."))
  }

  static func outputWasChanged(_ path: String) -> Self {
    Self(
      kind: .outputWasChanged,
      message: Wording(
        sv: "\(path) ändrades, flyttades eller togs bort av någon annan medan webbplatsen byggdes",
        en: "\(path) was changed, moved or removed by somebody else while the site was being built"),
      cure: Wording(
        sv: "Ingenting har publicerats. Bygg igen när ingen annan ändrar i mappen.",
        en: "Nothing was published. Build again when nobody else changes the folder."))
  }

  static func pathIsUnusable(_ path: String) -> Self {
    Self(
      kind: .pathIsUnusable,
      message: Wording(
        sv: "”\(path)” duger inte som adress för en fil på webbplatsen",
        en: "“\(path)” cannot be the address of a file of the site"),
      cure: Wording(sv: "Felet ligger i Missiv. Rapportera det gärna.", en: "The mistake is Missiv's. Please report it."))
  }

  static func pathIsTaken(_ path: String) -> Self {
    Self(
      kind: .pathIsTaken,
      message: Wording(
        sv: "\(path) skulle skrivas två gånger, eller både som fil och som mapp",
        en: "\(path) would be written twice, or both as a file and as a folder"),
      cure: Wording(sv: "Ge sidorna eller filerna olika adresser.", en: "Give the pages or files different addresses."))
  }

  static let publicationHasEnded = Self(
    kind: .publicationHasEnded,
    message: Wording(sv: "Publiceringen är redan avslutad", en: "The publication has already ended"),
    cure: Wording(sv: "Felet ligger i Missiv. Rapportera det gärna.", en: "The mistake is Missiv's. Please report it."))
}
