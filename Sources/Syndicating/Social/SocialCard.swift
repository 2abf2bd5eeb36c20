import Comparing
import Content
import Planning
import Presenting
import System

/// The picture of a shared page: a vendor with its headline, or two side by side.
struct SocialCard {
  /// A column of the picture.
  struct Column {
    let name: String
    /// The headline; empty for a vendor without one.
    let value: String
    /// What the value is of.
    let label: String
    var isWinner = false
  }

  static let (width, height) = (1200, 630)

  let site: String
  let week: String
  let columns: [Column]
  /// The word for the winner.
  let winner: String

  /// - Parameter article: the article of the pair, whose cells replace those of the reports.
  init(_ image: SocialImage, article: ComparisonArticle?, _ context: PageContext) {
    let edition = context.plan.edition
    site = edition.library.site.title
    winner = context.say(.winner)
    switch image {
    case .vendor(let position):
      let vendor = edition[position]
      week = vendor.report.week.text
      columns = [Column(vendor, in: edition[position.category].category, context)]
    case .pair(let pair):
      let (left, right) = (edition[pair.leftVendor], edition[pair.rightVendor])
      let category = edition[pair.category].category
      let comparison = Comparison(of: left, and: right, in: category, article: article)
      // Two values of which one leads are never shown equal (T-14).
      let digits = category.headline.flatMap { comparison.rows[$0.group][$0.criterion].digits }
      week = max(left.report.week, right.report.week).text
      columns = [(comparison.left, Side.left), (comparison.right, Side.right)].map { vendor, side in
        Column(
          vendor, in: category, context, digits: digits,
          isWinner: comparison.verdict.winner == side)
      }
    }
  }
}

extension SocialCard.Column {
  fileprivate init(
    _ vendor: Vendor, in category: Category, _ context: PageContext, digits: Int? = nil,
    isWinner: Bool = false
  ) {
    name = vendor.report.name
    self.isWinner = isWinner
    let cell = category.headline.flatMap { index in
      ShownCell(
        vendor.cell(at: index), for: category.criterion(at: index), of: vendor.report, context,
        digits: digits
      ).text.map { (text: $0, label: category.criterion(at: index).label) }
    }
    value = cell?.text ?? ""
    let label = cell?.label ?? category.title
    // T-12: an old value must not look like one of today.
    self.label = vendor.isStale ? "\(label) (\(context.say(.stale)))" : label
  }
}
