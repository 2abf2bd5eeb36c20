"""The rules that can be read off the HTML of each page."""
import collections
import pathlib
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin, urlparse

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


# Attributes whose addresses a browser asks for without being told to.
LOADED = {
    "link": ["href"], "object": ["data"], "video": ["src", "poster"], "image": ["href", "xlink:href"],
    "use": ["href", "xlink:href"], "feimage": ["href", "xlink:href"]}


def loads(tag: str, values: dict) -> list[str]:
    """The addresses that a tag makes a browser load; of `srcset` each candidate."""
    if tag == "link" and values.get("rel") == "canonical":
        return []
    found = [values[name] for name in LOADED.get(tag, ["src"]) if values.get(name)]
    for name in ["srcset", "imagesrcset"]:
        found += [candidate.split()[0] for candidate in (values.get(name) or "").split(",") if candidate.strip()]
    return found


def loads_of_style(css: str) -> list[str]:
    """The addresses in `url(…)` and `@import "…"`; an anchor leads nowhere."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    found = re.findall(r"""url\(\s*["']?([^"')]*?)["']?\s*\)""", css) + re.findall(r"""@import\s+["']([^"']*)""", css)
    return [address for address in found if not address.startswith("#")]


class Page(HTMLParser):
    """What the checks need of one page, collected in one pass."""

    def __init__(self, path: str, text: str):
        super().__init__(convert_charrefs=True)
        self.path = path
        self.ids, self.links, self.loads, self.headings = [], [], [], []
        self.title = self.description = self.canonical = self.language = ""
        self.noindex = False
        self.social = {}
        self.captions, self.tables, self.problems = [], 0, []
        self.mains = 0
        self.first_link = None
        self.stack, self.texts = [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            self.ids.append(values["id"])
        if "style" in values or tag == "style":
            self.problems.append("inline style (Y-04)")
        if any(name.startswith("on") for name in values):
            self.problems.append("inline script (Y-04)")
        if tag == "html":
            self.language = values.get("lang", "")
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
            self.first_link = self.first_link or values["href"]
        if tag == "link" and values.get("rel") == "canonical":
            self.canonical = values["href"]
        self.loads += loads(tag, values)
        if tag == "script" and "src" not in values and values.get("type") != "application/ld+json":
            self.problems.append("inline script (Y-04)")
        if tag == "meta" and values.get("name") == "description":
            self.description = values.get("content", "")
        if tag == "meta" and (values.get("property") or values.get("name") or "").startswith(("og:", "twitter:")):
            self.social[values.get("property") or values.get("name")] = values.get("content", "")
        if tag == "meta" and values.get("name") == "robots":
            self.noindex = "noindex" in values.get("content", "")
        if tag == "table":
            self.tables += 1
        if tag == "main":
            self.mains += 1
        if tag == "th" and values.get("scope") not in {"col", "row"}:
            self.problems.append("a <th> without scope (X-02)")
        if tag not in VOID:
            self.stack.append(tag)
            self.texts.append("")

    def handle_data(self, data):
        if self.texts:
            self.texts = [text + data for text in self.texts]

    def handle_endtag(self, tag):
        if not self.stack or self.stack[-1] != tag:
            self.problems.append(f"</{tag}> closes <{self.stack[-1] if self.stack else 'nothing'}>")
            return
        self.stack.pop()
        text = self.texts.pop().strip()
        if tag == "title" and "svg" not in self.stack:
            self.title = text
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), text))
        if tag == "caption":
            self.captions.append(text)
        if tag in {"th", "td"} and not text:
            self.problems.append(f"an empty <{tag}> (X-02, X-04)")


class Site:
    def __init__(self, output: pathlib.Path):
        self.output = output
        files = sorted(output.rglob("*.html"))
        self.pages = {str(f.relative_to(output)): Page(str(f.relative_to(output)), f.read_text("utf-8")) for f in files}
        home = urlparse(self.pages["index.html"].canonical)
        self.origin, self.base = f"{home.scheme}://{home.netloc}", home.path

        self.styles = {str(f.relative_to(output)): loads_of_style(f.read_text("utf-8"))
                       for f in sorted(output.rglob("*.css"))}

    def address(self, path: str) -> str:
        return self.base + re.sub(r"(^|/)index\.html$", r"\1", path)

    def target(self, origin: str, link: str):
        """The file and fragment that a link in a file leads to; None for another host."""
        url = urlparse(urljoin(self.origin + self.address(origin), link))
        if url.scheme == "mailto" or f"{url.scheme}://{url.netloc}" != self.origin:
            return None
        if not url.path.startswith(self.base):
            return "outside of the site", ""
        path = unquote(url.path[len(self.base):])
        return (path + "index.html" if path == "" or path.endswith("/") else path), unquote(url.fragment)


def problems(site: Site) -> list[str]:
    found = []
    titles, descriptions = collections.defaultdict(list), collections.defaultdict(list)
    for page in site.pages.values():
        def report(text, page=page):
            found.append(f"{page.path}: {text}")
        for problem in page.problems:
            report(problem)
        levels = [level for level, _ in page.headings]
        # A parser sees headings where they end, which is their order too: they do not nest.
        if levels.count(1) != 1:
            report(f"{levels.count(1)} <h1> (S-07)")
        if any(b > a + 1 for a, b in zip(levels, levels[1:])):
            report(f"a heading level is skipped: {levels} (X-11)")
        if page.mains != 1 or not page.language or page.first_link != "#main":
            report("main, lang or skip link (X-11)")
        if len(set(page.ids)) != len(page.ids):
            report("an id twice")
        if len(page.captions) != page.tables or len(set(page.captions)) != page.tables:
            report("captions are not one a table and unique (X-01)")
        current = re.sub(r"^(?!changes/)(.*)[0-9]{4}-W[0-9]{2}/index\.html$", r"\1index.html", page.path)
        if current != page.path and current in site.pages:
            if not page.noindex or page.canonical != site.origin + site.address(current):
                report("an earlier report is not noindex and canonical to the current (S-15)")
        elif page.noindex == bool(page.canonical):
            report("either canonical or noindex (S-02, S-04)")
        elif page.canonical and page.canonical != site.origin + site.address(page.path):
            report(f"canonical is {page.canonical} (S-02)")
        for problem in social_problems(site, page):
            report(problem + " (S-12)")
        titles[page.title].append(page.path)
        descriptions[page.description].append(page.path)
    for kind, groups in [("title", titles), ("description", descriptions)]:
        for text, paths in groups.items():
            if len(paths) > 1 or not text:
                found.append(f"{kind} '{text}' on {len(paths)} pages: {', '.join(paths[:3])} (S-07)")
    return found


def social_problems(site: Site, page: Page) -> list[str]:
    card = page.social
    wanted = {"og:title": page.title, "og:description": page.description,
              "og:url": page.canonical or site.origin + site.address(page.path)}
    found = [f"{name} is {card.get(name)}" for name, text in wanted.items() if card.get(name) != text]
    if card.get("og:type") not in {"website", "article"} or not card.get("og:site_name"):
        found.append("no type or no name of the site")
    picture = card.get("og:image", "")
    target = site.target(page.path, picture)
    if not picture.startswith(site.origin) or not target or not (site.output / target[0]).is_file():
        return found + [f"the picture {picture} is not there"]
    head = (site.output / target[0]).read_bytes()[:24]
    size = [int.from_bytes(head[start:start + 4], "big") for start in (16, 20)]
    if head[:8] != b"\x89PNG\r\n\x1a\n" or size != [1200, 630]:
        found.append(f"the picture is no PNG of 1200x630: {size}")
    if [card.get("og:image:width"), card.get("og:image:height")] != ["1200", "630"] or not card.get("og:image:alt"):
        found.append("the picture's size or text is not said")
    return found + ([] if card.get("twitter:card") == "summary_large_image" else ["no card for X"])


def link_problems(site: Site) -> list[str]:
    # Old addresses, of what was moved or retired, are kept for whoever knows them: nothing leads there.
    gone = {path.removesuffix("index.html") for path, page in site.pages.items()
            if page.noindex and re.search(r"vendors/[^/]+/index\.html$", path)}
    old = [path for path in site.pages if any(path.startswith(folder) for folder in gone)]
    found, seen, open_pages = [], {"index.html", "404.html", *old}, ["index.html", *old]
    for path, addresses in [(page.path, page.loads) for page in site.pages.values()] + list(site.styles.items()):
        for load in addresses:
            target = site.target(path, load)
            if target is None:
                found.append(f"{path}: loads {load} (S-18)")
            elif not (site.output / target[0]).is_file():
                found.append(f"{path}: {load} is not there")
    for page in site.pages.values():
        for link in page.links:
            target = site.target(page.path, link)
            if target is None:
                if urlparse(link).scheme not in {"http", "https", "mailto"}:
                    found.append(f"{page.path}: unsafe link {link}")
                continue
            path, fragment = target
            if path not in site.pages:
                if not (site.output / path).is_file():
                    found.append(f"{page.path}: dead link {link}")
            elif fragment and fragment not in site.pages[path].ids:
                found.append(f"{page.path}: no anchor {link}")
    while open_pages:
        page = site.pages[open_pages.pop()]
        for link in page.links:
            target = site.target(page.path, link)
            if target and target[0] in site.pages and target[0] not in seen:
                seen.add(target[0])
                open_pages.append(target[0])
    found += [f"{path}: not reachable from / (S-08)" for path in site.pages if path not in seen]
    return found
