"""The files for machines: sitemaps and feeds, read by parsers that are not ours."""
import gzip
import json
import pathlib
import re
import subprocess
import xml.etree.ElementTree as ElementTree

import feedparser

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"
DATE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")


def sitemap_problems(site) -> list[str]:
    """S-05, S-06 and S-14: exactly the addresses of pages that may be indexed, each once."""
    found = []
    home = site.pages["index.html"].canonical
    robots = (site.output / "robots.txt").read_text("utf-8")
    if f"Sitemap: {home}sitemap.xml\n" not in robots or "Disallow" in robots:
        found.append("robots.txt does not allow all and name the sitemap (S-14)")
    root = ElementTree.parse(site.output / "sitemap.xml").getroot()
    parts = [root]
    if root.tag == SITEMAP + "sitemapindex":
        names = [element.text for element in root.iter(SITEMAP + "loc")]
        parts = [ElementTree.fromstring(unpacked(site.output / name.removeprefix(home)))
                 for name in names]
    addresses = []
    for part in parts:
        urls = part.findall(SITEMAP + "url")
        if part.tag != SITEMAP + "urlset" or not 1 <= len(urls) <= 50_000:
            found.append(f"a part of the sitemap has {len(urls)} addresses (S-05)")
        for url in urls:
            addresses.append(url.find(SITEMAP + "loc").text)
            if {child.tag for child in url} - {SITEMAP + "loc", SITEMAP + "lastmod"}:
                found.append(f"{addresses[-1]}: more than loc and lastmod (S-06)")
            changed = url.find(SITEMAP + "lastmod")
            if changed is not None and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", changed.text):
                found.append(f"{addresses[-1]}: lastmod {changed.text} (S-06)")
    indexed = {page.canonical for page in site.pages.values() if page.canonical and not page.noindex}
    found += [f"{address} is in the sitemap twice (S-05)" for address in set(addresses) if addresses.count(address) > 1]
    found += [f"{address} is not in the sitemap (S-05)" for address in sorted(indexed - set(addresses))]
    found += [f"{address} is in the sitemap (S-04, S-05)" for address in sorted(set(addresses) - indexed)]
    return found


def unpacked(path: pathlib.Path) -> bytes:
    """Parts of a large sitemap are compressed."""
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def large_sitemap_problems(binary: str, folder: pathlib.Path) -> list[str]:
    """S-05: 50,000 addresses are one sitemap; one more makes an index. The site is packed, so that no page is written."""
    subprocess.run([binary, "init", "-q", folder], check=True)
    for number in range(310):
        (folder / f"content/reports/2026-W14/v-{number}.md").write_text(
            f"---\nname: V {number}\nscores: {{ ease: {number % 10}, bugs: 3, price: free }}\n"
            "features: { offline: yes, export: no }\n---\n## Overview\n\nText.\n")
    (folder / "content/pages").mkdir()

    def built() -> tuple[ElementTree.Element, list[list[str]]]:
        subprocess.run([binary, "build", "-q", "--packed", "-s", folder], check=True)
        root = ElementTree.parse(folder / "public/sitemap.xml").getroot()
        parts = [root]
        if root.tag == SITEMAP + "sitemapindex":
            names = [element.text.removeprefix("https://example.org/") for element in root.iter(SITEMAP + "loc")]
            parts = [ElementTree.fromstring(unpacked(folder / "public" / name)) for name in names]
        return root, [[element.text for element in part.iter(SITEMAP + "loc")] for part in parts]

    _, parts = built()
    missing = 50_000 - sum(map(len, parts))
    if not 0 < missing < 2000:
        return [f"{missing} addresses are missing to 50,000"]
    for number in range(missing):
        (folder / f"content/pages/page-{number}.md").write_text(f"---\ntitle: Page {number}\n---\nText.\n")
    root, parts = built()
    found = []
    if root.tag != SITEMAP + "urlset" or len(parts[0]) != 50_000:
        found.append(f"50,000 addresses are {root.tag} of {[len(part) for part in parts]}")
    whole = set(parts[0])
    (folder / f"content/pages/page-{missing}.md").write_text("---\ntitle: One more\n---\nText.\n")
    root, parts = built()
    if root.tag != SITEMAP + "sitemapindex" or len(parts) != 2:
        found.append(f"50,001 addresses are {root.tag} of {len(parts)} parts")
    addresses = [address for part in parts for address in part]
    if len(addresses) != 50_001 or set(addresses) != whole | {f"https://example.org/page-{missing}/"}:
        found.append(f"{len(addresses)} addresses, {len(set(addresses) ^ whole)} of them not as before")
    if any(not 1 <= len(part) <= 50_000 for part in parts):
        found.append(f"parts of {[len(part) for part in parts]} addresses")
    return found


def feed_problems(site) -> list[str]:
    """S-13: Atom by feedparser, and JSON Feed 1.1 with the same entries."""
    found = []
    paths = sorted(str(path.relative_to(site.output)) for path in site.output.rglob("feed.xml"))
    # A vendor that was retired or renamed keeps its feed (S-20).
    vendors = {p for p in site.pages if re.search(r"vendors/[^/]+/index\.html$", p)}
    if len(paths) != len(vendors) + 1:
        found.append(f"{len(paths)} feeds of {len(vendors)} vendors and the site")
    for path in paths:
        found += [f"{path}: {problem} (S-13)" for problem in _atom_problems(site, path)]
    atom = feedparser.parse(str(site.output / "feed.xml"))
    document = json.loads((site.output / "feed.json").read_text("utf-8"))
    if document["version"] != "https://jsonfeed.org/version/1.1":
        found.append("feed.json: not of version 1.1 (S-13)")
    same = [(e.id, e.title, e.link, e.updated) for e in atom.entries]
    if same != [(i["id"], i["title"], i["url"], i["date_published"]) for i in document["items"]]:
        found.append("feed.json: other entries than feed.xml (S-13)")
    return found


def _atom_problems(site, path: str):
    address = site.origin + site.address(path)
    feed = feedparser.parse(str(site.output / path))
    if feed.bozo or feed.version != "atom10":
        yield f"not well-formed Atom: {feed.get('bozo_exception', feed.version)}"
        return
    links = {link.rel: link.href for link in feed.feed.links}
    if links.get("self") != address or feed.feed.id != address:
        yield f"its id is {feed.feed.id}, its self link {links.get('self')}"
    page = site.target("index.html", links.get("alternate", ""))
    if page is None or page[0] not in site.pages:
        yield f"its alternate link {links.get('alternate')} leads nowhere"
    if not feed.feed.title or not feed.feed.get("author") or not DATE.fullmatch(feed.feed.updated):
        yield "no title, author or date"
    dates = [entry.updated for entry in feed.entries]
    if not all(map(DATE.fullmatch, dates)) or dates != sorted(dates, reverse=True):
        yield "dates are not RFC 3339, newest first"
    if feed.entries and feed.feed.updated != dates[0]:
        yield "it is not as new as its newest entry"
    ids = [entry.id for entry in feed.entries]
    if len(set(ids)) != len(ids) or not all(identifier.startswith(site.origin) for identifier in ids):
        yield "ids are not unique addresses"
    for entry in feed.entries:
        target = site.target("index.html", entry.link)
        if target is None or target[0] not in site.pages or site.pages[target[0]].noindex:
            yield f"the link {entry.link} of '{entry.title}' leads to no page that is indexed"
        if not entry.title or "<" not in entry.content[0].value:
            yield f"'{entry.id}' says nothing"
