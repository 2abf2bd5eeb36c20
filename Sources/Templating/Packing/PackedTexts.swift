/// The texts of a subject's fragments, each once: most fragments are equal on both sides, and names
/// and addresses stand on a page many times.
package struct PackedTexts {
  private var numbers: [ArraySlice<UInt8>: Int] = [:]
  private var texts: [PackedJSON] = []

  package init() {}

  /// Adds a text that is not there yet.
  ///
  /// - Returns: its number.
  mutating func add(_ bytes: ArraySlice<UInt8>) throws(PackingFailure) -> Int {
    if let number = numbers[bytes] { return number }
    texts.append(try .packed(bytes))
    numbers[bytes] = texts.count - 1
    return texts.count - 1
  }

  package var packed: PackedJSON { .list(texts) }
}
