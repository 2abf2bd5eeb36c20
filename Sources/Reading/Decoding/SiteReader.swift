import Content
import Diagnosing
import Markup

/// Reads `site.yaml`.
struct SiteReader {
  static let keys = SiteKeys.all

  static func read(_ file: SourceFile, into log: inout Diagnostics) -> Site? {
    guard file.isReadable(into: &log) else { return nil }
    let errors = log.errorCount
    let parsed = file.yaml(into: &log)
    if parsed == nil, log.errorCount > errors { return nil }
    let root = parsed ?? YAMLNode(content: .mapping([]), span: file.start)
    guard let fields = Fields(root, "the site", keys: keys, into: &log) else { return nil }
    let title = fields.required("title", into: &log)?.string("title", into: &log)
    let baseURL = fields.required("baseURL", into: &log).flatMap { Self.baseURL($0, into: &log) }
    var site = Site(
      file: file, title: title ?? "", baseURL: baseURL ?? Located("", at: file.start),
      paths: paths(fields["paths"], into: &log))
    site.description = fields["description"]?.string("description", into: &log)
    site.language = language(fields, into: &log) ?? site.language
    site.publisher = publisher(fields["publisher"], into: &log)
    readLimits(fields, of: &site, into: &log)
    site.badges = fields["badges"]?.bool("badges", into: &log) ?? site.badges
    site.socialImages = fields["socialImages"]?.choice(
      "socialImages", of: Site.SocialImages.self, into: &log)
    site.markdown =
      fields["markdown"]?.choice("markdown", of: Site.MarkdownTwins.self, into: &log)
      ?? site.markdown
    site.search = fields["search"]?.bool("search", into: &log) ?? site.search
    site.host = fields["host"]?.choice("host", of: Site.Host.self, into: &log)
    site.security = security(fields["security"], into: &log)
    site.unsafeHTML = fields["unsafeHTML"]?.bool("unsafeHTML", into: &log) ?? site.unsafeHTML
    site.independent = fields["independent"]?.bool("independent", into: &log) ?? site.independent
    site.disclosure = fields["disclosure"]?.markdown("disclosure", into: &log)
    site.newsletter = newsletter(fields["newsletter"], into: &log)
    site.callToAction = callToAction(fields["callToAction"], into: &log)
    site.navigation = navigation(fields["navigation"], into: &log)
    site.theme = theme(fields["theme"], into: &log)
    return log.errorCount == errors ? site : nil
  }

  private static func readLimits(
    _ fields: Fields, of site: inout Site, into log: inout Diagnostics
  ) {
    let pages = fields["maxPages"]?.integer("maxPages", in: 1...Bounds.sitePages, into: &log)
    site.maxPages = pages ?? site.maxPages
    site.staleAfterWeeks = fields["staleAfterWeeks"]?.integer(
      "staleAfterWeeks", in: 0...5200, into: &log)
    site.driftAlert = fields["driftAlert"]?.integer("driftAlert", in: 0...Int.max, into: &log)
    let feeds = fields["feeds"].flatMap {
      Fields($0, "feeds", keys: SiteKeys.feeds, into: &log)
    }
    let entries = feeds?["entries"]?.integer("entries", in: 1...1000, into: &log)
    site.feedEntries = entries ?? site.feedEntries
  }

  private static func baseURL(_ node: YAMLNode, into log: inout Diagnostics) -> Located<String>? {
    guard let url = node.located("baseURL", into: &log) else { return nil }
    if BaseAddress(url.value) != nil { return url }
    log.report(
      .invalidURL(
        "baseURL", url.value,
        expected:
          "an absolute http or https address without user, query or fragment, "
          + "with a port up to 65535",
        suggestion: completeAddress(url.value).flatMap { BaseAddress($0) == nil ? nil : $0 },
        at: url.span))
    return nil
  }

  /// Reads the language tag. Its form is checked (letters, digits, hyphens), because pages write
  /// the tag as `<html lang>`.
  private static func language(_ fields: Fields, into log: inout Diagnostics) -> String? {
    guard let node = fields["language"], let text = node.string("language", into: &log)
    else { return nil }
    if !isLanguageTag(text) {
      let parts = text.split(separator: "_").joined(separator: "-")
      let meant = languageNames[text.lowercased()] ?? (isLanguageTag(parts) ? parts : nil)
      log.report(
        .invalidValue(
          "language", text, expected: "a language tag such as en or de-CH", suggestion: meant,
          at: node.span))
    }
    return text
  }

  /// Whether a text begins with the two or three letters of a language, and goes on as tags do.
  private static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isLetter = { (byte: UInt8) in byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a }
    guard let language = parts.first, (2...3).contains(language.count),
      language.allSatisfy(isLetter)
    else { return false }
    return parts.allSatisfy { part in
      (1...8).contains(part.count)
        && part.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
    }
  }

  private static let languageNames = [
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr",
    "spanish": "es", "español": "es",
  ]

  private static func publisher(_ node: YAMLNode?, into log: inout Diagnostics) -> Site.Publisher? {
    guard let node,
      let fields = Fields(node, "publisher", keys: SiteKeys.publisher, into: &log),
      let name = fields.required("name", into: &log)?.string("name", into: &log)
    else { return nil }
    return Site.Publisher(name: name, url: fields["url"]?.url("url", into: &log))
  }

  private static func paths(_ node: YAMLNode?, into log: inout Diagnostics) -> Site.Paths {
    let fields = node.flatMap {
      Fields($0, "paths", keys: SiteKeys.paths, into: &log)
    }
    func pattern(_ key: String, _ standard: String, _ names: [String]) -> PathPattern {
      let pattern = fields?[key].flatMap { PathReader.read($0, key, names: names, into: &log) }
      return pattern ?? PathPattern(standard) ?? PathPattern(parts: [])
    }
    let pair = SlugPair.name(#"\(left)"#, #"\(right)"#)
    return Site.Paths(
      vendor: pattern("vendor", #"/vendors/\(vendor)/"#, ["vendor"]),
      comparison: pattern("comparison", "/compare/\(pair)/", ["left", "right"]),
      category: pattern("category", #"/\(category)/"#, ["category"]))
  }

  private static func newsletter(_ node: YAMLNode?, into log: inout Diagnostics) -> Site.Newsletter?
  {
    guard let node,
      let fields = Fields(node, "newsletter", keys: SiteKeys.newsletter, into: &log),
      let title = fields.required("title", into: &log)?.string("title", into: &log),
      let action = fields.required("action", into: &log)?.url("action", into: &log)
    else { return nil }
    return Site.Newsletter(
      title: title, text: fields["text"]?.string("text", into: &log), action: action)
  }

  private static func callToAction(_ node: YAMLNode?, into log: inout Diagnostics) -> Site
    .CallToAction?
  {
    guard let node,
      let fields = Fields(node, "callToAction", keys: SiteKeys.callToAction, into: &log),
      let text = fields.required("text", into: &log)?.located("text", into: &log),
      let url = fields.required("url", into: &log)?.siteURL("url", into: &log)
    else { return nil }
    return Site.CallToAction(text: text, note: fields["note"]?.string("note", into: &log), url: url)
  }

  private static func navigation(_ node: YAMLNode?, into log: inout Diagnostics) -> [Site
    .NavigationLink]
  {
    guard let node else { return [] }
    return node.items("navigation", into: &log).compactMap { item in
      guard let fields = Fields(item, "a link", keys: SiteKeys.link, into: &log),
        let text = fields.required("text", into: &log)?.string("text", into: &log),
        let url = fields.required("url", into: &log)?.siteURL("url", into: &log)
      else { return nil }
      return Site.NavigationLink(text: text, url: url)
    }
  }
}
