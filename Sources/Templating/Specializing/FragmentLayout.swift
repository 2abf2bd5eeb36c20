/// How many of the constant bytes between them the fragments of subjects take in.
package enum FragmentLayout: Sendable {
  /// As many as make pages fast: a page is put together from few copies.
  case fast
  /// None, which makes fragments small: constant bytes stay in the program, which is there once.
  case small

  /// The left subject's fragments stay in the processor's cache from page to page, so they may hold
  /// any number of bytes.
  var maxBytesOnLeft: Int { self == .fast ? .max : 0 }

  /// The right subject's fragments are fetched anew for each page, so they take in few.
  var maxBytesOnRight: Int { self == .fast ? 256 : 0 }
}
