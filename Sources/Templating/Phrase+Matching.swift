/// The values that may fill a gap of a phrase.
package struct GapValues: Sendable {
  private let values: Set<[UInt8]>
  /// The distinct lengths of the values in bytes; no other prefix of a text can be a value.
  private let lengths: [Int]

  package init(_ texts: some Sequence<String>) {
    values = Set(texts.map { Array($0.utf8) })
    lengths = Set(values.map(\.count)).sorted()
  }

  /// Returns the values that a text begins with.
  func prefixes(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    lengths.filter { $0 <= text.count }.map { text.prefix($0) }
      .filter { values.contains(Array($0)) }
  }
}

extension Phrasebook {
  /// Returns every way to fill a phrase's gaps that gives a text. A plural is matched in the form
  /// for many.
  ///
  /// - Parameter known: the possible values for the phrase's gaps; other gaps stay empty.
  package func fillings(
    of key: String, saying text: String, among known: [String: GapValues]
  ) -> [[String: String]] {
    guard let phrase = self[key] else { return [] }
    let empty = GapValues([""])
    var found: [(values: [Int: ArraySlice<UInt8>], rest: ArraySlice<UInt8>)] =
      [([:], Array(text.utf8)[...])]
    for part in phrase.parts(isOne: false) {
      found = found.flatMap { values, rest in
        switch part {
        case .text(let text):
          return rest.starts(with: text.utf8) ? [(values, rest.dropFirst(text.utf8.count))] : []
        case .parameter(let index):
          let candidates = (known[phrase.parameters[index]] ?? empty).prefixes(of: rest)
          return candidates.filter { values[index] == nil || values[index] == $0 }.map { value in
            (values.merging([index: value]) { $1 }, rest.dropFirst(value.count))
          }
        }
      }
    }
    return found.filter(\.rest.isEmpty).map { values, _ in
      Dictionary(
        uniqueKeysWithValues: values.map {
          (phrase.parameters[$0], String(decoding: $1, as: UTF8.self))
        })
    }
  }
}
