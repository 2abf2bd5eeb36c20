import Content
import Diagnosing
import Markup
import System

/// Checks that every reference between files leads somewhere.
///
/// References to files that could not be read are accepted, since those files are known by name.
struct ReferenceChecker {
  let names: ContentNames
  /// The site; nil when it could not be read.
  let site: Site?

  /// Checks what `site.yaml` names.
  func checkSite(into log: inout Diagnostics) {
    check([site?.theme.logo].compactMap(\.self), "file", among: names.assets, into: &log)
  }

  func check(_ reports: [Report], into log: inout Diagnostics) {
    for report in reports {
      for name in report.links { checkName(name, into: &log) }
      checkAlternatives(of: report, into: &log)
      check(
        [report.renamedTo].compactMap(\.self), "vendor", among: names.vendorSlugs, into: &log)
      check([report.logo].compactMap(\.self), "file", among: names.assets, into: &log)
      checkIndependence(from: report, into: &log)
    }
  }

  func check(_ articles: [ComparisonArticle], into log: inout Diagnostics) {
    for article in articles {
      checkLinks(in: article.file, into: &log)
      checkPair(article, into: &log)
      for name in article.related { checkName(name, into: &log) }
      check([article.author].compactMap(\.self), "author", among: names.authors, into: &log)
      check(article.prompts, "prompt", among: names.prompts, into: &log)
    }
  }

  func check(_ prompts: [Prompt], into log: inout Diagnostics) {
    for prompt in prompts {
      for name in NameReference.links(in: prompt.body) { checkName(name, into: &log) }
      check(prompt.answers.map(\.vendor), "vendor", among: names.vendorSlugs, into: &log)
    }
  }

  func check(_ corrections: [Correction], into log: inout Diagnostics) {
    for correction in corrections where !names.pages.contains(correction.page.value) {
      checkName(correction.page, into: &log)
    }
    for correction in corrections { checkWeek(of: correction, into: &log) }
    for text in corrections.flatMap({ [$0.wrong, $0.right] }) {
      for name in NameReference.links(in: text) { checkName(name, into: &log) }
    }
  }

  /// Checks that the week is one of a report of what was corrected: a vendor, or either of a pair.
  private func checkWeek(of correction: Correction, into log: inout Diagnostics) {
    guard let week = correction.week else { return }
    let page = correction.page.value
    let vendors = Self.slugs(in: page).compactMap { names.vendors[$0] }
    if vendors.isEmpty, !names.pages.contains(page) { return }
    let weeks = Set(vendors.flatMap(\.weeks)).sorted()
    if !weeks.contains(week.value.text) {
      log.report(.idleWeek(week.value.text, of: page, among: weeks, at: week.span))
    }
  }

  func check(_ pages: [StandaloneText], into log: inout Diagnostics) {
    for page in pages { checkLinks(in: page.file, into: &log) }
  }

  private func check(
    _ references: [Located<String>], _ what: String, among known: NameList,
    into log: inout Diagnostics
  ) {
    for name in references where !known.contains(name.value) {
      report(what, name, among: known, into: &log)
    }
  }

  /// Checks links: `[[vendor]]` and `[[a-vs-b]]`.
  private func checkLinks(in file: SourceFile, into log: inout Diagnostics) {
    for name in NameReference.links(in: file) { checkName(name, into: &log) }
  }

  /// Checks a name: a vendor, or two vendors of one category joined by `-vs-`.
  private func checkName(_ name: Located<String>, into log: inout Diagnostics) {
    let isPair = SlugPair.divisions(of: name.value).contains { left, right in
      left != right && names.vendors[left] != nil && names.vendors[right] != nil
        && names.areComparable(left, right)
    }
    if isPair || names.vendors[name.value] != nil { return }
    let what = SlugPair.isSeparated(name.value) ? "pair of vendors" : "vendor"
    report(what, name, among: names.vendorSlugs, into: &log)
  }

  /// Returns what a name may lead to: a vendor, or the vendors of a pair.
  private static func slugs(in name: String) -> [String] {
    [name] + SlugPair.divisions(of: name).flatMap { [$0.0, $0.1] }
  }

  private func report(
    _ what: String, _ name: Located<String>, among known: NameList, into log: inout Diagnostics
  ) {
    let draft = Self.slugs(in: name.value).first(where: names.drafts.contains)
    if what.contains("vendor"), let draft {
      return log.report(.draftReference(draft, at: name.span))
    }
    log.report(.danglingReference(what, name.value, among: known.all, at: name.span))
  }

  private func checkAlternatives(of report: Report, into log: inout Diagnostics) {
    let vendors = report.assessments.alternatives.compactMap {
      if case .vendor(let slug) = $0.subject { slug } else { nil }
    }
    check(vendors, "vendor", among: names.vendorSlugs, into: &log)
  }

  private func checkIndependence(from report: Report, into log: inout Diagnostics) {
    guard site?.independent == true, let relationship = report.disclosure?.relationship,
      relationship.value == "owned"
    else { return }
    log.report(.independentOwned(report.name, at: relationship.span))
  }

  private func checkPair(_ article: ComparisonArticle, into log: inout Diagnostics) {
    let (left, right) = (article.left.text, article.right.text)
    for name in [left, right] where names.vendors[name] == nil {
      log.report(
        .danglingReference("vendor", name, among: names.vendorSlugs.all, at: article.file.start))
    }
    if !names.areComparable(left, right) {
      log.report(.comparisonCategories(left, right, at: article.file.start))
    }
  }
}
