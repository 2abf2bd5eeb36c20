import Diagnosing
import Reading

extension Feed {
  /// JSON Feed 1.1.
  var json: [UInt8] {
    let document = JSONFeed(
      version: "https://jsonfeed.org/version/1.1", title: title, description: subtitle,
      home_page_url: pageURL, feed_url: url, language: language,
      authors: [JSONFeed.Author(name: author)],
      items: entries.map {
        JSONFeed.Item(
          id: $0.id, url: $0.url, title: $0.title, content_html: $0.content,
          date_published: $0.updated.timestamp)
      })
    return Array((jsonText(document) + "\n").utf8)
  }
}

/// The names are those of the format.
private struct JSONFeed: Encodable {
  struct Author: Encodable {
    let name: String
  }

  struct Item: Encodable {
    let id: String
    let url: String
    let title: String
    let content_html: String
    let date_published: String
  }

  let version: String
  let title: String
  let description: String
  let home_page_url: String
  let feed_url: String
  let language: String
  let authors: [Author]
  let items: [Item]
}
