package import Content

/// The paths of a site's open data, relative to its root.
package enum DataAddress {
  /// The list of vendors that the picker and the 404 page load.
  package static let vendorIndex = "api/v1/index.json"
  /// The index of the texts of the site, made by Pagefind.
  package static let searchFolder = "pagefind"
  /// The program that searches in the index.
  package static let searchProgram = searchFolder + "/pagefind.js"
  private static let vendorFolder = "api/v1/vendors/"

  /// Returns the path of a vendor's file.
  package static func vendor(_ slug: String) -> String { "\(vendorFolder)\(slug).json" }

  /// Returns the vendor whose file is at a path; nil for any other path.
  package static func vendor(at path: String) -> Slug? {
    guard path.hasPrefix(vendorFolder), path.hasSuffix(".json") else { return nil }
    return Slug(String(path.dropFirst(vendorFolder.count).dropLast(".json".count)))
  }
}
