import Comparing
import Content
import Diagnosing
import Markup
import Planning
import Presenting
import Templating

/// The values for the head of a comparison page.
extension ComparisonValues {
  var page: StagedValue {
    let site = StagedValue.text(plan.edition.library.site.title)
    let path = self.path
    let names = ["left": left["distinctName"], "right": right["distinctName"]]
    let full =
      article.flatMap { article in
        article.title.map {
          .text(context.distinct.title($0.value, article.pairName))
        }
      } ?? context.say(.comparisonTitle, staged: names)
    let description =
      answer.map { .text($0) }
      ?? context.say(
        .comparisonDescription,
        staged: names.merging(["category": .text(category.title)]) { $1 })
    return .record(
      SiteTypes.page,
      [
        "kind": .text(PageKind.comparison.rawValue),
        "title": context.say(.pageTitle, staged: ["title": full, "site": site]),
        "description": description,
        "canonical": .joined([.text(plan.base.origin)] + path),
        "path": .joined(path),
        "current": .known(.none),
        "image": image,
        "markdown": markdown,
        "isIndexed": facts.isIndexed.staged { .bool($0 == .yes) },
        "isSearched": .known(.bool(plan.isSearched(article))),
        "breadcrumbs": .list([
          crumb(.text(context.say(.breadcrumbHome)), .text(plan.link(to: .home))),
          crumb(.text(category.title), .text(plan.link(to: .category(categoryPosition)))),
          crumb(title, .known(.none)),
        ]),
      ])
  }

  private var image: StagedValue {
    guard plan.hasPairImages else { return .known(.none) }
    let folder = plan.base.path + "social/"
    // An article may swap what is displayed, but not the address.
    let (first, second) = article?.isSwapped == true ? (right, left) : (left, right)
    return .record(
      SiteTypes.image,
      [
        "url": .joined([
          .text(folder), first["slug"], .text(SlugPair.separator), second["slug"], .text(".png"),
        ]),
        "alt": context.say(
          .socialPair, staged: ["left": left["distinctName"], "right": right["distinctName"]]),
      ])
  }

  private var markdown: StagedValue {
    guard plan.hasPairTwins else { return .known(.none) }
    return .joined(twinPath)
  }

  /// The editor's answer, used as the page's description.
  private var answer: String? {
    guard let article, let answer = article.answer else { return nil }
    let text = visibleText(ofHTML: context.markdown.inline(answer))
    return context.distinct.repeats(answer.source) ? "\(article.pairName): \(text)" : text
  }

  private func crumb(_ text: StagedValue, _ url: StagedValue) -> StagedValue {
    .record(SiteTypes.breadcrumb, ["text": text, "url": url])
  }

  /// The parts of the path of the page's Markdown.
  private var twinPath: [StagedValue] {
    let address = plan.comparisonAddress
    let isFolder = address.after.hasSuffix("/")
    if isFolder { return path + [.text("index.md")] }
    guard address.after.hasSuffix(".html") else { return path + [.text(".md")] }
    return path.dropLast() + [.text(String(address.after.dropLast(5)) + ".md")]
  }

  /// The parts of the page's path on the site.
  private var path: [StagedValue] {
    // An article may swap the vendors on the page, but not in the address.
    let isSwapped = article?.isSwapped == true
    return isSwapped
      ? plan.comparisonPath(right["slug"], left["slug"])
      : plan.comparisonPath(left["slug"], right["slug"])
  }
}
