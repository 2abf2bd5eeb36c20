import Comparing
import Content
import Diagnosing
import Planning

extension SiteRenderer {
  /// What was made here of the vendors that come out the same for another renderer.
  ///
  /// - Returns: nil when something has changed that every vendor may show.
  func vendorValues(
    for plan: SitePlan, _ theme: Theme, _ words: Wording
  ) -> [Memo<VendorValues>]? {
    let (new, old) = (plan.edition, self.plan.edition)
    guard words.linkFingerprint == self.words.linkFingerprint,
      theme.stringsFingerprint == self.theme.stringsFingerprint,
      plan.base.origin == self.plan.base.origin, new.week == old.week,
      new.library.site.file.isSame(as: old.library.site.file),
      new.library.prompts.elementsEqual(
        old.library.prompts, by: { $0.file.isSame(as: $1.file) })
    else { return nil }
    return new.categories.map { entry in
      let category = old.categories.firstIndex { $0.category.slug == entry.category.slug }
      // Links lead where they led, so that the vendors stand in the same order.
      return Memo(count: entry.vendors.count) { position in
        guard let category, old.categories[category].vendors.indices.contains(position),
          entry.vendors[position].hasReports(of: old.categories[category].vendors[position].history)
        else { return nil }
        return cache.vendors[category].existing(position)
      }
    }
  }
}
