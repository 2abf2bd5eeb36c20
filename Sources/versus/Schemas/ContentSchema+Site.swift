import Content
import Reading

extension ContentSchema {
  static var siteSchema: JSONSchema {
    .record(
      keys: ContentKeys.site,
      [
        "publisher": .texts("name", "url", required: ["name"]),
        "paths": .texts("vendor", "comparison", "category"),
        "maxPages": .integer, "staleAfterWeeks": .integer, "driftAlert": .integer,
        "feeds": .record(["entries": .integer]), "badges": .truth, "unsafeHTML": .truth,
        "independent": .truth,
        "socialImages": .choice(Site.SocialImages.allCases.map(\.rawValue)),
        "host": .choice(Site.Host.allCases.map(\.rawValue)),
        "security": .record(
          ["contact": .list(.text), "expires": .text, "policy": .text],
          required: ["contact", "expires"]),
        "newsletter": .texts("title", "text", "action", required: ["action", "title"]),
        "callToAction": .texts("text", "note", "url", required: ["text", "url"]),
        "navigation": .list(.texts("text", "url", required: ["text", "url"])),
      ], required: ["baseURL", "title"])
  }
}
