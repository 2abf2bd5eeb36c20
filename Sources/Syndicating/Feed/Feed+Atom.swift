extension Feed {
  /// The feed in Atom format (RFC 4287).
  var atom: [UInt8] {
    let text = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(xmlText(language))">
      <title>\(xmlText(title))</title>
      <subtitle>\(xmlText(subtitle))</subtitle>
      <id>\(xmlText(url))</id>
      <link rel="self" type="application/atom+xml" href="\(xmlText(url))"/>
      <link rel="alternate" type="text/html" href="\(xmlText(pageURL))"/>
      <updated>\(updated.timestamp)</updated>
      <author><name>\(xmlText(author))</name></author>
      <generator>versus</generator>

      """
    return Array((text + entries.map(atom).joined() + "</feed>\n").utf8)
  }

  private func atom(_ entry: Entry) -> String {
    """
    <entry>
    <title>\(xmlText(entry.title))</title>
    <id>\(xmlText(entry.id))</id>
    <link rel="alternate" type="text/html" href="\(xmlText(entry.url))"/>
    <updated>\(entry.updated.timestamp)</updated>
    <content type="html">\(xmlText(entry.content))</content>
    </entry>

    """
  }
}
