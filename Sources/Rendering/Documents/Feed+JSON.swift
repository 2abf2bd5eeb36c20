import Diagnosing
import Reading

extension Feed {
  /// JSON Feed 1.1.
  var json: [UInt8] {
    let document = JSONFeed(
      version: "https://jsonfeed.org/version/1.1", title: title, description: subtitle,
      home: pageURL, feed: url, language: language,
      authors: [JSONFeed.Author(name: author)],
      items: entries.map {
        JSONFeed.Item(
          id: $0.id, url: $0.url, title: $0.title, content: $0.content,
          published: $0.updated.timestamp)
      })
    return Array((jsonText(document) + "\n").utf8)
  }
}

private struct JSONFeed: Encodable {
  struct Author: Encodable {
    let name: String
  }

  struct Item: Encodable {
    let id: String
    let url: String
    let title: String
    let content: String
    let published: String

    private enum CodingKeys: String, CodingKey {
      case id, url, title, content = "content_html", published = "date_published"
    }
  }

  let version: String
  let title: String
  let description: String
  let home: String
  let feed: String
  let language: String
  let authors: [Author]
  let items: [Item]

  private enum CodingKeys: String, CodingKey {
    case version, title, description, home = "home_page_url", feed = "feed_url", language, authors
    case items
  }
}
