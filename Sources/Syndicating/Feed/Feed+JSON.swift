extension Feed {
  /// The feed in JSON Feed 1.1 format, with keys in a fixed order.
  var json: [UInt8] {
    JSONWriter.file {
      $0.member("authors", [author]) { json, name in json.object { $0.member("name", name) } }
      $0.member("description", subtitle)
      $0.member("feed_url", url)
      $0.member("home_page_url", pageURL)
      $0.member("items", entries) { $1.write(into: &$0) }
      $0.member("language", language)
      $0.member("title", title)
      $0.member("version", "https://jsonfeed.org/version/1.1")
    }
  }
}

extension Feed.Entry {
  fileprivate func write(into json: inout JSONWriter) {
    json.object {
      $0.member("content_html", content)
      $0.member("date_published", updated.timestamp)
      $0.member("id", id)
      $0.member("title", title)
      $0.member("url", url)
    }
  }
}
