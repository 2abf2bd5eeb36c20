import Comparing
import Content
import Planning
import Presenting

/// The data of a vendor that was retired: that it is gone, and which vendor took its place (S-20).
struct RetiredVendorData {
  let vendor: RetiredVendor
  let context: PageContext

  init(_ vendor: RetiredVendor, context: PageContext) {
    (self.vendor, self.context) = (vendor, context)
  }

  /// The file, with keys in order, and without groups for those who read them.
  var json: [UInt8] {
    let plan = context.plan
    let page = plan.standing(ofVendor: vendor.slug)
    return JSONWriter.file {
      $0.member("category", vendor.history.category.text)
      $0.member("groups", [String]()) { $0.text($1) }
      $0.member("isRetired", true)
      $0.member("name", vendor.notice.name)
      if case .vendor(let successor)? = page {
        $0.member("renamedTo", plan.edition[successor].slug.text)
      }
      $0.member("slug", vendor.slug.text)
      $0.member("title", vendor.notice.title ?? vendor.notice.name)
      $0.member("updated", vendor.notice.updated.text)
      $0.member("url", page.map { plan.link(to: $0) })
      $0.member("week", vendor.notice.week.text)
    }
  }
}
