extension String {
  /// With a small first letter, for inside a sentence.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

  /// With a capital first letter, for the head of a line.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
