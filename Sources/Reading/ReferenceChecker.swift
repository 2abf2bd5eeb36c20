import Diagnosing

/// Follows every reference between files.
struct ReferenceChecker {
  private let library: Library
  private let categories: [String: Slug]

  init(_ library: Library) {
    self.library = library
    categories = Dictionary(
      uniqueKeysWithValues: library.vendors.map { ($0.slug.text, $0.category) })
  }

  func check(into log: inout Diagnostics) {
    for report in library.vendors.flatMap(\.reports) {
      checkNames(in: report.file, into: &log)
      checkAlternatives(of: report, into: &log)
      checkIndependence(from: report, into: &log)
    }
    for article in library.comparisons {
      checkNames(in: article.file, into: &log)
      checkPair(article, into: &log)
    }
    for page in library.pages { checkNames(in: page.file, into: &log) }
    for correction in library.corrections { check(correction, into: &log) }
    if let file = library.corrections.first?.wrong.span.file { checkNames(in: file, into: &log) }
  }

  /// `[[vendor]]` and `[[a-vs-b]]`.
  private func checkNames(in file: SourceFile, into log: inout Diagnostics) {
    for range in NameReference.ranges(in: file.bytes) {
      let span = SourceSpan(file: file, range: range.lowerBound + 2..<range.upperBound - 2)
      let name = span.text
      let parts = name.split(on: "-vs-")
      let isKnown = parts.count <= 2 && parts.allSatisfy { categories[$0] != nil }
      let isPair =
        parts.count == 1 || (parts[0] != parts[1] && categories[parts[0]] == categories[parts[1]])
      if !isKnown || !isPair {
        let what = parts.count == 1 ? "vendor" : "pair of vendors"
        log.report(.danglingReference(what, name, among: Array(categories.keys), at: span))
      }
    }
  }

  private func checkAlternatives(of report: Report, into log: inout Diagnostics) {
    for alternative in report.assessments.alternatives {
      guard case .vendor(let slug) = alternative.subject, categories[slug.value] == nil else {
        continue
      }
      log.report(
        .danglingReference("vendor", slug.value, among: Array(categories.keys), at: slug.span))
    }
  }

  private func check(_ correction: Correction, into log: inout Diagnostics) {
    switch correction.subject {
    case .vendor(let name, let week):
      let vendor = library.vendors.first { $0.slug.text == name.value }
      if vendor == nil {
        let known = library.vendors.map(\.slug.text)
        log.report(.danglingReference("vendor", name.value, among: known, at: name.span))
      } else if let week, vendor?.reports.contains(where: { $0.week == week }) == false {
        let report = "\(week.text)/\(name.value)"
        log.report(.danglingReference("report", report, among: [], at: name.span))
      }
    case .comparison(let name):
      let known = library.comparisons.map { "\($0.left.text)-vs-\($0.right.text)" }
      if known.contains(name.value) { return }
      log.report(
        .danglingReference("editor's comparison", name.value, among: known, at: name.span))
    case .page(let name):
      let known = library.pages.map(\.slug.text)
      if known.contains(name.value) { return }
      log.report(.danglingReference("page", name.value, among: known, at: name.span))
    }
  }

  private func checkIndependence(from report: Report, into log: inout Diagnostics) {
    guard library.site.independent, let relationship = report.disclosure?.relationship,
      relationship.value == "owned"
    else { return }
    log.report(.independentOwned(report.name, at: relationship.span))
  }

  private func checkPair(_ article: ComparisonArticle, into log: inout Diagnostics) {
    let known = Array(categories.keys)
    for slug in [article.left, article.right] where categories[slug.text] == nil {
      log.report(.danglingReference("vendor", slug.text, among: known, at: article.file.start))
    }
    if let left = categories[article.left.text], let right = categories[article.right.text],
      left != right
    {
      log.report(
        .comparisonCategories(article.left.text, article.right.text, at: article.file.start))
    }
  }
}
