"""`versus publish --notify`: search engines are told of the pages that changed, and of nothing else."""
import http.server
import json
import pathlib

import pages
from line import HOST
from remotes import Publisher, differing
from serving import serving

KEY = "0123456789abcdef0123456789abcdef"


class Engine(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.messages.append((self.headers["Content-Type"], json.loads(body)))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_):
        pass


def indexed(site: Publisher) -> dict[str, str]:
    """The addresses of pages that may be indexed, by file."""
    found = pages.Site(site.folder / "public").pages
    return {path: page.canonical for path, page in found.items() if page.canonical and not page.noindex}


def problems(binary: str, folder: pathlib.Path, engine) -> list[str]:
    found, messages = [], engine.messages
    site = Publisher(binary, folder, {})
    endpoint = f"http://{HOST}:{engine.server_port}/indexnow"
    notify = ["publish", "target", "--notify", "--notify-url", endpoint, "-q"]
    done = site.run(*notify)
    if done.returncode != 2 or "KEY.txt" not in done.stderr or (site.folder / "target").exists():
        found.append(f"without a key: ended with {done.returncode}: {done.stderr}")
    (site.folder / "content/static").mkdir()
    (site.folder / f"content/static/{KEY}.txt").write_text(KEY + "\n")
    (site.folder / "content/static/keyless-file.txt").write_text("other\n")

    def told(when: str, addresses: set[str]):
        done = site.run(*notify)
        if done.returncode:
            found.append(f"{when}: ended with {done.returncode}: {done.stderr}")
        urls = [url for _, message in messages for url in message["urlList"]]
        if set(urls) != addresses or len(urls) != len(addresses):
            found.append(f"{when}: told of {sorted(set(urls) ^ addresses)[:4]} or not, {len(urls)} times")
        for kind, message in messages:
            others = {key: value for key, value in message.items() if key != "urlList"}
            if kind != "application/json; charset=utf-8" or others != {
                    "host": "example.org", "key": KEY, "keyLocation": f"https://example.org/{KEY}.txt"}:
                found.append(f"{when}: {kind} {others}")
        messages.clear()

    site.run("build", "-q")
    told("the first time", set(indexed(site).values()))
    told("nothing changed", set())
    before, old = site.built(), indexed(site)
    site.report("ada", 9)
    site.run("build", "-q")
    stale = differing(before, site.built())
    now = indexed(site)
    expected = {now[path] for path in stale if path in now}
    if not expected or len(expected) == len(now):
        found.append("the change is of no page, or of all")
    told("a changed report", expected)
    before, old = site.built(), indexed(site)
    (site.folder / "content/reports/2026-W14/dee.md").unlink()
    site.run("build", "-q")
    now = indexed(site)
    stale = differing(before, site.built())
    gone = {old[path] for path in stale if path in old and path not in site.built()}
    if not gone:
        found.append("no page is gone")
    told("a removed report", gone | {now[path] for path in stale if path in now})
    site.report("ada", 2)
    if site.run("publish", "target", "-q").returncode or messages:
        found.append("without --notify something is told")
    engine.status = 403
    site.report("ada", 3)
    done = site.run(*notify)
    if done.returncode != 3 or "(403)" not in done.stderr or "published" not in done.stderr:
        found.append(f"a key that is not found: ended with {done.returncode}: {done.stderr}")
    if (site.folder / "target/current/vendors/ada/index.html").read_bytes() != site.built()["vendors/ada/index.html"]:
        found.append("a key that is not found: the site is not published")
    return found


def checks(binary: str, folder: pathlib.Path):
    with serving(Engine) as engine:
        engine.messages, engine.status = [], 200
        yield "publish --notify: exactly the changed pages, by IndexNow", problems(binary, folder, engine)
