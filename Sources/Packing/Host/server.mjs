// A small server for a packed site: `node _pairs/server.mjs [PORT [HOST [FOLDER]]]`; so do Bun and Deno
// (`deno run --allow-net --allow-read _pairs/server.mjs`). Behind a proxy that speaks TLS, it can
// serve a site to the world. FOLDER is the site, by default the one that this file is in. It may be a
// link to the newest release, such as `current`; Bun has to be told of a link.

import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { pipeline } from "node:stream";
import { fileURLToPath } from "node:url";
import handler from "./handler.mjs";

const port = Number(process.argv[2] ?? 8080);
const host = process.argv[3] ?? "127.0.0.1";
// As it was named, through links.
const place = path.resolve(process.argv[4] ?? path.join(path.dirname(process.argv[1]), ".."));

const TYPES = {
  ".css": "text/css; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".gz": "application/gzip",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon", ".jpg": "image/jpeg", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json", ".png": "image/png", ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8", ".webp": "image/webp", ".woff2": "font/woff2",
  ".xml": "application/xml",
};
// What tells hosts something, and no reader.
const HIDDEN = /(^|\/)(\.(?!well-known\/)|_headers$|_redirects$|_routes\.json$|_worker\.js$|_pairs\/)/;

// The site in a folder, without links.
function siteIn(root) {
  const folder = path.join(root, "_pairs");
  return {
    root,
    index: JSON.parse(fs.readFileSync(path.join(folder, "index.json"), "utf8")),
    pairs: handler.siteOf(
      (name) => fs.promises.readFile(path.join(folder, name), "utf8").catch(() => null),
      (name) => {
        const file = stat(path.join(folder, name));
        return file ? `${file.mtimeMs} ${file.size} ${file.ino}` : "";
      }),
    checked: Date.now(),
  };
}

let newest = siteIn(fs.realpathSync(place));

// The site that a request is answered from, all of it: a link that moves meanwhile is followed by the
// next request, after a second at most.
function current() {
  if (Date.now() - newest.checked > 1000) {
    newest.checked = Date.now();
    try {
      const root = fs.realpathSync(place);
      if (root !== newest.root) newest = siteIn(root);
    } catch (error) {
      console.error(error);
    }
  }
  return newest;
}

// What the system knows of a file; undefined when there is none, or its name is too long to be one.
function stat(file) {
  try {
    const found = fs.statSync(file);
    return found.isFile() ? found : undefined;
  } catch {
    return undefined;
  }
}

// The file at an address, with its size and ETag; undefined for an address of none.
function fileAt({ root, index }, address) {
  let name;
  try {
    name = decodeURIComponent(address);
  } catch {
    return undefined;
  }
  if (!name.startsWith(index.base) || /[\0\\]/.test(name)) return undefined;
  const parts = name.slice(1).split("/");
  // A redirect to an address that begins with two slashes would lead to another host.
  if (parts.includes(".") || parts.includes("..") || parts.slice(0, -1).includes("")) return undefined;
  name = name.slice(index.base.length);
  if (HIDDEN.test(name)) return undefined;
  for (const place of name === "" || name.endsWith("/") ? [name + "index.html"] : [name, name + ".html"]) {
    const file = path.join(root, place);
    const found = stat(file);
    if (found) return { file, size: found.size, etag: `"${found.mtimeMs}-${found.size}"` };
  }
  return stat(path.join(root, name, "index.html")) ? { redirect: encodeURI(`${index.base}${name}/`) } : undefined;
}

function send(request, response, status, headers, body) {
  const bytes = Buffer.from(status >= 400 && body === "" ? `${http.STATUS_CODES[status]}\n` : body);
  const length = status === 304 ? [] : [["Content-Length", String(bytes.length)]];
  response.writeHead(status, [...headers, ...length].flat());
  response.end(request.method === "HEAD" || status === 304 ? undefined : bytes);
}

function sendFile(site, request, response, address) {
  const { index } = site;
  if (request.method !== "GET" && request.method !== "HEAD") {
    return send(request, response, 405, [["Allow", "GET, HEAD"], ...index.headers], "");
  }
  const found = fileAt(site, address);
  if (found?.redirect) return send(request, response, 301, [["Location", found.redirect], ...index.headers], "");
  const file = found ?? fileAt(site, `${index.base}404.html`);
  if (!file) return send(request, response, 404, index.headers, "");
  const isAsset = found && address.startsWith(`${index.base}assets/`);
  const headers = [
    ["Content-Type", TYPES[path.extname(file.file)] ?? "application/octet-stream"], ["ETag", file.etag],
    ["Cache-Control", isAsset ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate"],
    ...index.headers,
  ];
  if (found && request.headers["if-none-match"] === file.etag) return send(request, response, 304, headers, "");
  response.writeHead(found ? 200 : 404, [...headers, ["Content-Length", String(file.size)]].flat());
  if (request.method === "HEAD") return response.end();
  // `pipeline` closes the file when the client leaves. Of one that has left before, it hears
  // nothing.
  const start = () => {
    if (!response.socket.destroyed) pipeline(fs.createReadStream(file.file), response, () => {});
  };
  // A response that waits for an earlier one of its connection opens its file when its turn comes.
  if (response.socket) start();
  else response.once("socket", start);
}

const server = http.createServer(async (request, response) => {
  try {
    const site = current();
    const address = request.url.split("?")[0];
    const found = await handler.answer(site.pairs, {
      method: request.method, path: address, etag: request.headers["if-none-match"],
    });
    if (found) send(request, response, found.status, found.headers, found.body);
    else sendFile(site, request, response, address);
  } catch (error) {
    console.error(error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
});
server.listen(port, host, () => console.log(`http://${host}:${server.address().port}${newest.index.base}`));
