import Content
import Markup

/// The keys of `content/site.yaml`.
enum SiteKeys {
  static let all: [Key] = [
    Key("title", .text, "The name of the site.", "Example Compare").required.on(.every),
    Key(
      "baseURL", .url, "The address of the site; a path after the host is kept.",
      "https://example.org/"
    ).required.on(.every),
    Key(
      "description", .text, "What the site is about, for search engines and feeds.",
      "Language models side by side."
    ).on(.home, .search, .feeds),
    Key("language", .text, "The language tag of the site's texts.", "de-CH").standard("`en`")
      .on(.every),
    Key("publisher", .record(publisher), "Who publishes the site.", "{ name: Example Ltd }")
      .on(.every, .feeds),
    Key("paths", .record(paths), "The addresses of pages.", #"{ vendor: '/tools/\(vendor)/' }"#),
    Key(
      "maxPages", .integer(1...Bounds.sitePages),
      "The most pages that a build may make; more are an error, never a silent cut.", "200000"
    ).standard("100,000"),
    Key(
      "staleAfterWeeks", .integer(0...5200),
      "The age in weeks from which a report is marked as stale.", "8"
    ).standard("reports do not become stale").on(.comparison, .vendor, .category),
    Key(
      "driftAlert", .count,
      "A score that moves by more than this in a week needs a `reason`, or is a warning.", "15"
    ).standard("no warning"),
    Key("feeds", .record(feeds), "How long feeds are.", "{ entries: 50 }").on(.feeds),
    Key("badges", .truth, "Whether there are badges for other sites to show.", "false")
      .standard("`true`").on(.vendor),
    Key(
      "socialImages", .words(Site.SocialImages.allCases.map(\.rawValue)),
      "Which pages get a picture of their own where they are shared.", "none"
    ).standard("the theme's picture for all").on(.comparison, .vendor),
    Key(
      "markdown", .words(Site.MarkdownTwins.allCases.map(\.rawValue)),
      "Which pages stand beside themselves as Markdown, and are listed in `/llms.txt`: pages that "
        + "exist once, or also comparisons.", "pairs"
    ).standard("`pages`").on(.every),
    Key(
      "search", .truth,
      "Whether readers can search the texts of reports, articles and pages. Builds make the index "
        + "with Pagefind, where it is installed.", "true"
    ).standard("`false`").on(.every),
    Key(
      "host", .words(Site.Host.allCases.map(\.rawValue)),
      "Who shows the site; the build also writes the files that this host reads.", "nginx"
    ).standard("no such files"),
    Key(
      "security", .record(security), "Whom to tell about a security problem, as `security.txt`.",
      "{ contact: ['mailto:security@example.org'], expires: 2027-01-31 }"),
    Key("unsafeHTML", .truth, "Whether raw HTML in Markdown is kept.", "true")
      .standard("`false`: it is dropped").on(.every),
    Key(
      "independent", .truth, "Whether the theme may call the comparison independent.", "true"
    ).standard("`false`").on(.every),
    Key(
      "disclosure", .markdown, "How the site is paid for.", "We earn a commission on some links."
    ).on(.every),
    Key(
      "newsletter", .record(newsletter), "A form to subscribe to a newsletter.",
      "{ title: Weekly changes, action: 'https://example.org/subscribe' }"
    ).on(.comparison),
    Key(
      "callToAction", .record(callToAction), "The publisher's own link on comparisons.",
      "{ text: Try it on your own prompt, url: 'https://example.org/try' }"
    ).on(.comparison),
    Key(
      "navigation", .list(.record(link)), "Links after those of the categories.",
      "[{ text: Repository, url: 'https://example.org/code' }]"
    ).atMost(Bounds.navigation).on(.every),
    Key(
      "theme", .record(theme), "The looks of the built-in theme.",
      "{ accent: '#0b6b45', logo: assets/logo.svg, font: serif }"
    ).on(.every),
  ]

  static let theme = [
    Key(
      "accent", .either(.text, .record(accent)),
      "The color of links and buttons. One color is for light paper; that for dark paper follows "
        + "from it. Less contrast than 4.5:1 is an error.", "'#0b6b45'"
    ).standard("a dark blue, light on dark paper"),
    Key(
      "font", .words(SiteTheme.Font.allCases.map(\.rawValue)),
      "The family of fonts, of those that readers have.", "serif"
    ).standard("`system`"),
    Key(
      "logo", .text, "A picture in `content/assets/`, beside the site's name.",
      "assets/logo.svg"),
    Key("footer", .markdown, "A line at the end of every page.", "Made in Vienna."),
    Key(
      "plots", .truth, "Whether comparisons draw scores, shares and levels as dots on lines.",
      "true"
    ).standard("`false`"),
  ]

  static let accent = [
    Key("light", .text, "The color on light paper.", "'#0b6b45'").required,
    Key("dark", .text, "The color on dark paper.", "'#6fd3a0'").required,
  ]

  static let publisher = [
    Key("name", .text, "The publisher's name.", "Example Ltd").required,
    Key("url", .url, "The publisher's own site.", "https://example.com/"),
  ]

  static let paths = [
    Key("vendor", .text, "The address of a vendor's page.", #"'/tools/\(vendor)/'"#)
      .standard(#"`/vendors/\(vendor)/`"#),
    Key("comparison", .text, "The address of a comparison.", #"'/vs/\(left)-vs-\(right)/'"#)
      .standard(#"`/compare/\(left)-vs-\(right)/`"#),
    Key("category", .text, "The address of a category's page.", #"'/best/\(category)/'"#)
      .standard(#"`/\(category)/`"#),
  ]

  static let feeds = [
    Key("entries", .integer(1...1000), "The number of entries.", "50").standard("50")
  ]

  static let security = [
    Key(
      "contact", .list(.text), "Addresses that begin with `mailto:`, `https://` or `tel:`.",
      "['mailto:security@example.org']"
    ).required,
    Key("expires", .date, "The day from which the file no longer counts.", "2027-01-31").required,
    Key("policy", .url, "The rules for reports.", "https://example.org/security/"),
  ]

  static let newsletter = [
    Key("title", .text, "The heading above the form.", "Weekly changes").required,
    Key("text", .text, "What subscribers get.", "One mail a week."),
    Key("action", .url, "The address that the form posts to.", "https://example.org/subscribe")
      .required,
  ]

  static let callToAction = [
    Key(
      "text", .text, "The text of the link, which may name both vendors.",
      #"'Compare \(left.name) and \(right.name) yourself'"#
    ).required,
    Key("note", .text, "A line below the link.", "Free of charge."),
    Key("url", .url, "Where the link leads.", "https://example.org/try").required,
  ]

  static let link = [
    Key("text", .text, "The text of the link.", "Repository").required,
    Key("url", .url, "A path of the site or an address elsewhere.", "https://example.org/code")
      .required,
  ]
}
