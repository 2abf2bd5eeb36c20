import Planning
import Templating

/// Responds to requests for a site after checking them (Y-05).
///
/// Input: a request and the current site. Output: a response with the appropriate status.
/// Responding never fails and never stops the server.
package struct SiteResponder: Sendable {
  let hosts: AllowedHosts
  /// The live part of pages; nil for a site that is served unchanged.
  let live: LiveState?
  /// Returns the current site; nil while none could be made.
  let site: @Sendable () -> (any ServedSite)?

  package init(
    hosts: AllowedHosts, live: LiveState?, site: @escaping @Sendable () -> (any ServedSite)?
  ) {
    self.hosts = hosts
    self.live = live
    self.site = site
  }

  package func answer(_ request: Request) -> HTTPServer.Reply {
    if let refusal = refusal(of: request) { return .response(refusal) }
    do throws(RequestPath.Refusal) {
      let path = try RequestPath(request.target).text
      if live != nil, path == LiveState.eventsPath {
        return request.method == "GET"
          ? .events : .response(.refusal(405, "method not allowed", headers: [("Allow", "GET")]))
      }
      return .response(answer(request, path))
    } catch {
      switch error {
      case .malformed: return .response(.refusal(400, "malformed path"))
      case .hidden: return .response(.refusal(403, "hidden files are not served"))
      }
    }
  }

  private func refusal(of request: Request) -> Response? {
    // A header name with a space can smuggle one request inside another.
    if request.headers.contains(where: { $0.name.isEmpty || $0.name.contains(" ") }) {
      return .refusal(400, "malformed header")
    }
    if request.argumentCount > Request.maxArguments { return .refusal(414, "too many arguments") }
    let names = request.values("host")
    guard names.count == 1 else { return .refusal(400, "one Host is needed") }
    guard hosts.allows(host: names[0]) else {
      return .refusal(421, "this server does not answer for that Host")
    }
    guard request.values("origin").allSatisfy(hosts.allows(origin:)) else {
      return .refusal(403, "that Origin may not ask")
    }
    // Another site may link to this one, but must not load anything from it.
    if let site = request.value("sec-fetch-site"), site != "same-origin", site != "none",
      request.value("sec-fetch-mode") != "navigate"
    {
      return .refusal(403, "another site may not load this")
    }
    guard ["GET", "HEAD"].contains(request.method) else {
      return .refusal(405, "method not allowed", headers: [("Allow", "GET, HEAD")])
    }
    guard request.hasPlausibleSize else { return .refusal(400, "malformed Content-Length") }
    if request.hasBody { return .refusal(413, "no body is read here") }
    return nil
  }

  private func answer(_ request: Request, _ path: String) -> Response {
    if path.hasPrefix(LiveState.prefix), let live { return live.answer(request, path) }
    guard let site = site() else {
      return .content(
        live?.emptyPage ?? [], type: MediaType.html, status: 500, for: request)
    }
    var response: Response
    switch site.find(path) {
    case .page(let bytes) where live == nil:
      response = .file(bytes, type: MediaType.html, at: path, of: site, for: request)
    case .page(let bytes):
      response = .content(liveBytes(bytes), type: MediaType.html, for: request)
    case .file(let bytes, let type):
      response = .file(bytes, type: type, at: path, of: site, for: request)
    case .redirect(let location, let status):
      response = .redirect(status, to: location + request.query)
    case .missing(let page?):
      response = .content(liveBytes(page), type: MediaType.html, status: 404, for: request)
    case .missing(nil): response = .refusal(404, "nothing here")
    }
    for (name, value) in site.headers(for: path) {
      response.headers.removeAll { $0.name.lowercased() == name.lowercased() }
      response.headers.append((name, value))
    }
    return response
  }

  private func liveBytes(_ page: [UInt8]) -> [UInt8] {
    live == nil ? page : LiveState.addingScript(to: page)
  }
}
