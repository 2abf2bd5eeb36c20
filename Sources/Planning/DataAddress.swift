package import Content

/// Where the open data of a site stands, relative to its root.
package enum DataAddress {
  /// The list of vendors that the picker and the 404 page ask for.
  package static let vendorIndex = "api/v1/index.json"
  private static let vendorFolder = "api/v1/vendors/"

  /// The file of one vendor.
  package static func vendor(_ slug: String) -> String { "\(vendorFolder)\(slug).json" }

  /// Whose file stands at a path; nil for a path of another kind.
  package static func vendor(at path: String) -> Slug? {
    guard path.hasPrefix(vendorFolder), path.hasSuffix(".json") else { return nil }
    return Slug(String(path.dropFirst(vendorFolder.count).dropLast(".json".count)))
  }
}
