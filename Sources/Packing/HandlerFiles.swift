import Content
import Planning
import Rendering
import Templating

/// The programs that put pages together, and what hosts must know of them.
struct HandlerFiles {
  private let plan: SitePlan

  init(_ plan: SitePlan) { self.plan = plan }

  var files: [SiteFile] {
    let handler = Self.text("handler.js").replacing(
      "const BASE = \"/\";", with: "const BASE = \(String(decoding: base, as: UTF8.self));")
    return [
      file("_worker.js", handler), file("_routes.json", routes),
      file(Pack.folder + "handler.mjs", handler),
      file(Pack.folder + "server.mjs", Self.text("server.mjs")),
      file(Pack.folder + "nginx.js", Self.text("nginx.js")),
      file(Pack.folder + "nginx.conf", nginx),
    ]
  }

  private func file(_ path: String, _ text: String) -> SiteFile {
    SiteFile(path: path, bytes: Array(text.utf8))
  }

  private static func text(_ name: String) -> String {
    let files = EmbeddedFiles.folders["Sources/Packing/Host"] ?? []
    guard let file = files.first(where: { $0.path == name }) else {
      preconditionFailure("'\(name)' is in the binary")
    }
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// The base path as a string literal of JavaScript.
  private var base: ArraySlice<UInt8> { PackedJSON.text(plan.base.path).file.dropLast() }

  /// The folder that all comparisons are in, with the base path.
  private var folder: String {
    let before = plan.base.path + plan.comparisonAddress.before.dropFirst()
    return String(before[...(before.lastIndex(of: "/") ?? before.startIndex)])
  }

  /// The addresses for which Cloudflare runs the worker; all others are static files.
  private var routes: String {
    let routes = PackedJSON.object([
      "version": 1, "include": [.text(folder + "*")], "exclude": [],
    ])
    return String(decoding: routes.file, as: UTF8.self)
  }

  private var nginx: String {
    """
    # Written by versus; a build replaces it.
    #
    # load_module modules/ngx_http_js_module.so;  # Debian: libnginx-mod-http-js
    # server {
    #   root /srv/site/current;  # the folder that '\(plan.base.path)' is in
    #   set $versus_pairs /srv/site/current/_pairs;
    #   js_path /srv/site/current/_pairs/;
    #   include /srv/site/current/_pairs/nginx.conf;
    # }

    js_import versus from nginx.js;
    \(plan.host == .nginx ? "" : "absolute_redirect off;")
    error_page 404 "\(plan.base.path)404.html";

    location ^~ "\(folder)" { js_content versus.answer; }
    location @versus_files { index index.html; try_files $uri $uri/index.html $uri.html =404; }
    location = "\(plan.base.path)_pairs" { return 404; }
    location ^~ "\(plan.base.path)_pairs/" { return 404; }
    location = "\(plan.base.path)_worker.js" { return 404; }
    location = "\(plan.base.path)_routes.json" { return 404; }
    location = "\(plan.base.path)_headers" { return 404; }
    location = "\(plan.base.path)_redirects" { return 404; }
    location ~ "/\\.(?!well-known/)" { return 404; }

    """
  }
}
