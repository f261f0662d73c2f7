extension String {
  /// With a small first letter, for inside a sentence. What is written in capitals stays so: `IT och digitalisering`, `VD`.
  var lowercasedFirst: String { dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst() }

  /// With a capital first letter, for the head of a line.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
