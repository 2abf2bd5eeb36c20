import Content
import Planning
import Rendering
import Syndicating
import Templating

/// What the handler must know before it reads a part: the address of comparisons, and the vendors.
struct PackedIndex {
  private let plan: SitePlan
  private let categories: [PackedCategory]

  init(_ renderer: SiteRenderer, _ categories: [PackedCategory]) {
    plan = renderer.plan
    self.categories = categories
  }

  var json: PackedJSON {
    let address = plan.comparisonAddress
    return .object([
      "format": .number(Pack.format),
      "base": .text(plan.base.path),
      "before": .text(plan.base.path + address.before.dropFirst()),
      "between": .text(address.between),
      "after": .text(address.after),
      "isRightFirst": .bool(address.isRightFirst),
      "headers": .list(
        ResponseHeader.all(for: plan).map { [.text($0.name), .text($0.value)] }),
      "categories": .list(
        categories.map { category in
          .object([
            "slug": .text(category.slug),
            "vendors": .list(category.vendors.map { .text($0) }),
            "files": .list(category.pairFiles.map { .text("\($0.left) \($0.right)") }),
          ])
        }),
    ])
  }
}
