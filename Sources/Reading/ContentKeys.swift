/// The keys that the readers accept in each kind of file.
package enum ContentKeys {
  package static let site = SiteReader.keys
  package static let category = CategoryReader.keys
  package static let group = GroupReader.keys
  package static let criterion = GroupReader.criterionKeys
  package static let report = ReportReader.keys
}
