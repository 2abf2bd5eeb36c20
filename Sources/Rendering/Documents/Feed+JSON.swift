extension Feed {
  /// JSON Feed 1.1, keys in order.
  var json: JSONValue {
    .members([
      "authors": .list([.members(["name": .text(author)])]), "description": .text(subtitle),
      "feed_url": .text(url), "home_page_url": .text(pageURL),
      "items": .list(entries.map(\.json)), "language": .text(language), "title": .text(title),
      "version": .text("https://jsonfeed.org/version/1.1"),
    ])
  }
}

extension Feed.Entry {
  fileprivate var json: JSONValue {
    .members([
      "content_html": .text(content), "date_published": .text(updated.timestamp), "id": .text(id),
      "title": .text(title), "url": .text(url),
    ])
  }
}
