/// The ids of the headings of one text, generated as GitHub does.
struct HeadingIDs {
  private var taken: Set<String> = []
  /// The last number that each id was given.
  private var numbers: [String: Int] = [:]

  /// Returns a unique id: letters, digits, hyphens and underscores in lower case, with a hyphen for
  /// each space.
  ///
  /// An id that is taken or reserved for the page gets a number as a suffix. An id with a prefix
  /// that the page uses gets `section-` in front.
  mutating func id(for text: String) -> String {
    let slug = Self.slug(of: text)
    let isUsable = !slug.isEmpty && !ReservedIDs.isKind(slug)
    let base = isUsable ? slug : slug.isEmpty ? "section" : "section-" + slug
    if !ReservedIDs.contains(base), taken.insert(base).inserted { return base }
    // Numbering continues where it stopped, so that many equal headings take linear time.
    var number = numbers[base] ?? 0
    // All numbers behind a prefix of the page, such as `prompt-1`, are reserved.
    let stem = ReservedIDs.isKind("\(base)-1") ? "section-" + base : base
    var id: String
    repeat {
      number += 1
      id = "\(stem)-\(number)"
    } while ReservedIDs.contains(id) || !taken.insert(id).inserted
    numbers[base] = number
    return id
  }

  private static func slug(of text: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .spaceSeparator: slug.append("-")
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
        .connectorPunctuation:
        slug.append(scalar)
      default: if scalar == "-" { slug.append(scalar) }
      }
    }
    return String(slug)
  }
}
