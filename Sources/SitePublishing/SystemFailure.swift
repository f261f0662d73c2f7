package import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension PublishingError {
  /// The system refused to read, write or rename `path`; `number` is what it left in `errno`.
  static func system(_ path: String, _ number: Int32) -> Self {
    let (reason, cure) = words(for: number)
    return Self(
      kind: number == ENOSPC || number == EDQUOT ? .diskIsFull : .system,
      message: Wording(sv: "\(path): \(reason.sv)", en: "\(path): \(reason.en)"), cure: cure)
  }

  /// Why the system refused something, in words.
  package static func reason(for number: Int32) -> Wording { words(for: number).reason }

  private static func words(for number: Int32) -> (reason: Wording, cure: Wording) {
    switch number {
    case ENOSPC:
      (
        Wording(sv: "disken är full", en: "the disk is full"),
        Wording(
          sv: "Frigör utrymme och bygg igen. Den gamla webbplatsen ligger kvar.",
          en: "Free some space and build again. The old site is still in place.")
      )
    case EDQUOT:
      (
        Wording(sv: "ditt utrymme på disken är slut", en: "your share of the disk is used up"),
        Wording(
          sv: "Frigör utrymme och bygg igen. Den gamla webbplatsen ligger kvar.",
          en: "Free some space and build again. The old site is still in place.")
      )
    case EROFS:
      (
        Wording(sv: "filsystemet är skrivskyddat", en: "the file system is read-only"),
        Wording(sv: "Ange en utmapp där du får skriva.", en: "Name an output folder in which you may write.")
      )
    case EACCES, EPERM:
      (
        Wording(sv: "rättigheter saknas", en: "permission is missing"),
        Wording(
          sv: "Ge dig rätt att läsa och skriva där, eller ange en annan mapp.",
          en: "Give yourself the right to read and write there, or name another folder.")
      )
    case EMFILE, ENFILE:
      (
        Wording(sv: "för många filer är öppna samtidigt", en: "too many files are open at once"),
        Wording(
          sv: "Höj gränsen (ulimit -n) eller bygg med färre jobb (--jobs).",
          en: "Raise the limit (ulimit -n), or build with fewer jobs (--jobs).")
      )
    case ENAMETOOLONG:
      (
        Wording(sv: "namnet är för långt", en: "the name is too long"),
        Wording(
          sv: "Korta id eller filnamn. De flesta filsystem tillåter 255 byte i ett namn.",
          en: "Shorten the id or file name. Most file systems allow 255 bytes in a name.")
      )
    case EEXIST:
      (
        Wording(sv: "det finns redan", en: "it exists already"),
        Wording(sv: "Ange ett annat namn.", en: "Name another.")
      )
    case ENOENT:
      (
        Wording(sv: "filen eller mappen finns inte", en: "the file or folder does not exist"),
        Wording(sv: "Kontrollera sökvägen.", en: "Check the path.")
      )
    case ENOTDIR:
      (
        Wording(sv: "en del av sökvägen är ingen mapp", en: "a part of the path is not a folder"),
        Wording(sv: "Kontrollera sökvägen.", en: "Check the path.")
      )
    case ELOOP:
      (
        Wording(sv: "sökvägen är en symbolisk länk", en: "the path is a symbolic link"),
        Wording(sv: "Ange det som länken leder till.", en: "Name what the link leads to.")
      )
    case EBUSY, EXDEV:
      (
        Wording(sv: "mappen kan inte bytas ut där den ligger", en: "the folder cannot be replaced where it is"),
        Wording(
          sv: "Ange en annan utmapp, till exempel en ny mapp inuti den.",
          en: "Name another output folder, such as a new folder inside it.")
      )
    case EIO:
      (
        Wording(sv: "disken svarar med fel", en: "the disk reports a failure"),
        Wording(sv: "Kontrollera disken och bygg igen.", en: "Check the disk and build again.")
      )
    default:
      (
        Wording(
          sv: "systemet svarar med fel \(number) (\(String(cString: strerror(number))))",
          en: "the system reports error \(number) (\(String(cString: strerror(number))))"),
        Wording(sv: "Kontrollera mappen och bygg igen.", en: "Check the folder and build again.")
      )
    }
  }
}
