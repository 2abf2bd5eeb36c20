"""Every element × attribute × position of a template, with values that would load or run in Chromium.

`versus check` refuses a place, or the page that a build writes is harmless there: no script runs, nothing is
asked of another host, and no value becomes a tag or an attribute. The lists are those of the standards
(standards.txt), not those of versus. A page of the same places with bare values shows that the traps work.
"""
import collections
import contextlib
import functools
import html
import http.server
import json
import pathlib
import re
import subprocess
import urllib.parse

from playwright.sync_api import sync_playwright

from serving import serving

EVIL = "evil.example"
# What is on the site is asked of a host that is not there, which takes no time.
START = '<!doctype html><base href="http://site.example/">'
# What a value may be. Whatever runs writes 77 to the console.
VALUES = [
    "javascript:console.log(77)", f"//{EVIL}/a", f"https://{EVIL}/b", "data:text/html,<script>console.log(77)</script>",
    f"/{EVIL}/c", f"\\{EVIL}/d", f"url(//{EVIL}/e)", f"0;url=https://{EVIL}/f", f"{EVIL}/g 2x, //{EVIL}/h 1x",
    "\"onerror=console.log(77) onload=console.log(77) x='", "'><script>console.log(77)</script><!--",
    "console.log(77)", "&quot;onload=console.log(77) x=&quot;",
]
# Of those, by their positions: what runs, what loads, and what breaks out.
SOME_VALUES, FEW_VALUES = {0, 2, 4, 9}, {1, 9}
# Attributes that some standard or framework loads, follows or runs, tried on every element.
ACTIVE = """
action allow archive attributionsrc background cite classid clip-path code codebase color-profile content cursor
data datasrc definitionurl dynsrc fill filter for form formaction from href http-equiv icon imagesrcset is
itemtype longdesc lowsrc manifest marker-end mask name nonce onclick onerror onload onfocus ping poster profile
requiredfeatures rel sandbox slot src srcdoc srcset style target to type usemap value values xlink:href xml:base
x-init @click v-html ng-include hx-get hx-on title
""".split()
# What holds an address is tried with text around the value, too.
ADDRESSES = "action background cite data formaction href longdesc ping poster src to xlink:href".split()
SHAPES = ["/!", "!:!"]
TABLE_PARTS = {"caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"}
# They take what stands behind them, or are there once: `whole_page` tries them.
ONCE = {"html", "head", "body", "frameset", "frame", "plaintext", "noframes", "noembed", "xmp", "isindex"}
VOID = """area base basefont bgsound br col command embed frame hr image img input keygen link meta nextid param
source spacer track wbr""".split()
# Attributes that mean something only beside others.
BESIDE = [f'<link rel="{rel}" ? href="!">' for rel in """alternate apple-touch-icon author canonical compression-dictionary
    dns-prefetch expect help icon license manifest mask-icon me modulepreload next pingback preconnect prefetch preload
    prerender privacy-policy search stylesheet tag""".split()] + [
    f'<link rel="preload" as="{kind}" ? {name}="!">' for kind in ["image", "script", "style", "font", "fetch"]
    for name in ["href", "imagesrcset"]] + [
    f'<meta http-equiv="{name}" ? content="!">' for name in
    ["refresh", "Content-Security-Policy", "set-cookie", "default-style", "origin-trial", "x-ua-compatible"]] + [
    f'<meta name="{name}" ? content="!">' for name in ["referrer", "description", "theme-color", "viewport"]] + [
    f'<input type="{kind}" ? {name}="!">' for kind in ["image", "submit", "url", "file", "hidden"]
    for name in ["src", "formaction", "value", "dynsrc"]] + [
    f'<script type="{kind}" ? src="!"></script>' for kind in
    ["module", "text/javascript", "importmap", "speculationrules", "application/json"]] + [
    f'<svg><a><{tag} attributeName="{name}" ? {part}="!"/><text>x</text></a></svg>'
    for tag in ["set", "animate"] for name in ["href", "xlink:href", "style", "onclick"]
    for part in ["to", "from", "by", "values"]] + [
    '<object type="text/html" ? data="!"></object>', '<embed type="text/html" ? src="!">',
    '<object><param name="movie" ? value="!"></object>', '<object type="image/svg+xml" ? data="!"></object>',
    '<video ><source ? src="!"></video>', '<video><track default ? src="!"></video>',
    '<picture><source ? srcset="!"><img alt=""></picture>', '<svg><use ? href="!"/></svg>',
    '<svg><image width="9" height="9" ? href="!"/></svg>', '<form ? action="!"><button>x</button></form>',
    '<button type="submit" ? formaction="!">x</button>', '<a href="/" ? ping="!">x</a>',
    '<template shadowrootmode="open"><img alt="" ? src="!"></template>',
    '<div><template><img alt="" ? src="!"></template></div>', '<iframe src="/x" ? srcdoc="!"></iframe>',
    '<svg><foreignObject><img alt="" ? src="!"></foreignObject></svg>',
    '<math><annotation-xml encoding="text/html"><img alt="" ? src="!"></annotation-xml></math>',
    '<svg><style ?>!</style></svg>', '<svg><script ?>!</script></svg>', '<svg><title ?>!</title></svg>',
    '<script ? type="application/json">!</script>', '<script ? type="application/json">"!"</script>',
    '<style ?>p { color: ! }</style>', '<style ?>@import "!";</style>',
]


def standards() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {"html": {}, "svg": {}, "mathml": {}}
    for line in (pathlib.Path(__file__).parent / "standards.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, rest = line.split(" ", 1)
            element, _, attributes = rest.partition(":")
            # A name may have a colon of its own, an element none.
            found[kind][element] = attributes.split()
    return found


def wrapped(kind: str, element: str, markup: str) -> str:
    if kind == "svg" and element != "svg":
        return f"<svg>{markup}</svg>"
    if kind == "mathml" and element != "math":
        return f"<math>{markup}</math>"
    return f"<table>{markup}</table>" if element in TABLE_PARTS else markup


def tag(element: str, attributes: str, content: str = "") -> str:
    return f"<{element} ? {attributes}>" + ("" if element in VOID else f"{content}</{element}>")


def places() -> list[str]:
    """Markup with `!` for a value, and `?` for a mark of the case; each is one line of a template."""
    found: dict[str, None] = {}
    for kind, elements in standards().items():
        common = elements["*"]
        for element, own in elements.items():
            if element == "*" or element in ONCE:
                continue
            for attribute in dict.fromkeys(own + common + ACTIVE):
                for value in ["!"] + (SHAPES if attribute in ADDRESSES else []):
                    found[wrapped(kind, element, tag(element, f'{attribute}="{value}"'))] = None
            for odd in ["title='!'", "title=!", "!", '!="x"', 'x!="x"', "src='!'", "onclick='f(\"!\")'"]:
                found[wrapped(kind, element, tag(element, odd))] = None
            found[wrapped(kind, element, tag(element, "", "!"))] = None
    return list(found) + BESIDE


def once(value: str) -> list[str]:
    """What a page has once: a second tag adds its attributes to the first."""
    lists = standards()["html"]
    return [f'<{element} {attribute}="{value}">' for element in ["html", "head", "body"]
            for attribute in dict.fromkeys(lists[element] + lists["*"] + ACTIVE)]


class Places:
    """A site whose templates hold the places, without those that `check` refuses."""

    # Two parts each; a template may have 50,000.
    MOST = 14_000
    TEMPLATES = {"home": "", "methodology": "methodology/apps/", "compare": "compare/", "changes": "changes/", "page": "about/"}
    SLICE = 6_000
    LOOP = r"\(for v in site.navigation)"

    def __init__(self, binary: str, folder: pathlib.Path, base):
        self.binary, self.source, self.output = binary, folder / "places", folder / "places-output"
        subprocess.run(["cp", "-r", str(base), str(self.source)], check=True)
        site = self.source / "content/site.yaml"
        navigation = [{"text": value, "url": "/"} for value in VALUES]
        site.write_text(site.read_text().replace("title: Base", f'title: "//{EVIL}/once"')
                        + f"navigation: {json.dumps(navigation)}\n")
        for name in ["content/pages", "templates"]:
            (self.source / name).mkdir()
        (self.source / "content/pages/about.md").write_text("---\ntitle: About\n---\nText.\n")
        self.all = places()
        self.own = {element: own for elements in standards().values() for element, own in elements.items()}
        if len(self.all) > self.MOST * len(self.TEMPLATES):
            raise ValueError(f"{len(self.all)} places do not fit")
        self.lines = {
            name: ["<!doctype html>"] + (once(r"\(site.title)") if name == "home" else []) + [self.LOOP]
            + [self.line(number) for number in range(start, min(start + self.MOST, len(self.all)))] + [r"\(end)", ""]
            for start, name in zip(range(0, len(self.all), self.MOST), self.TEMPLATES, strict=False)}
        self.refused: set[str] = set()

    def line(self, number: int) -> str:
        return self.all[number].replace("?", f'data-c="{number}"', 1).replace("!", r"\(v.text)")

    def settle(self) -> list[str]:
        """Takes out what is refused, until nothing is; what is refused for another reason is a problem."""
        for _ in range(6):
            for name, lines in self.lines.items():
                (self.source / f"templates/{name}.html").write_text("\n".join(lines))
            run = subprocess.run([self.binary, "check", "--format", "json", "-s", self.source],
                                 capture_output=True, text=True)
            if run.returncode == 0:
                return []
            found = json.loads(run.stdout)["diagnostics"] if run.returncode == 1 else []
            errors = [one for one in found if one["severity"] == "error"]
            others = [f"{one['file']}:{one['line']}: {one['message']}" for one in errors if one["rule"] != "unsafe-place"]
            if others or not errors:
                return others or [f"check ends with {run.returncode}: {run.stderr[-300:]}"]
            self.remove({(pathlib.Path(one["file"]).stem, one["line"] - 1) for one in errors})
        return ["check goes on refusing"]

    def remove(self, places: set[tuple[str, int]]) -> None:
        for name, lines in self.lines.items():
            self.refused |= {lines[index] for other, index in places if other == name}
            self.lines[name] = [line for index, line in enumerate(lines) if (name, index) not in places]

    def build(self) -> None:
        """The built pages, cut into small ones: a place is a line, and frames take their time."""
        subprocess.run([self.binary, "build", "--quiet", "-s", self.source, "-o", self.output], check=True)
        lines, seen = [], collections.Counter()
        for name in self.lines:
            for line in (self.output / self.TEMPLATES[name] / "index.html").read_text("utf-8").splitlines()[1:]:
                number = re.search(r'data-c="(\d+)"', line)
                if number:
                    seen[number[1]] += 1
                    if not self.is_tried(int(number[1]), seen[number[1]] - 1):
                        continue
                lines.append(line)
        self.slices = []
        for start in range(0, len(lines), self.SLICE):
            self.slices.append(f"slice-{len(self.slices)}.html")
            text = "\n".join([START] + lines[start:start + self.SLICE])
            (self.output / self.slices[-1]).write_text(text, "utf-8")
        self.tried = len(lines)

    def is_tried(self, number: int, value: int) -> bool:
        """All values where the element knows the attribute; of other attributes, and of frames, some."""
        if number >= len(self.all) - len(BESIDE):
            return True
        case = re.search(r"<([\w-]+) \?(?: ([^ =]+)=\"[^\"]*!)?", self.all[number])
        element, attribute = (case[1], case[2]) if case else ("", None)
        if attribute is None or attribute in ADDRESSES:
            is_own = element != "iframe" and (attribute is None or attribute in self.own.get(element, []))
            return is_own or value in SOME_VALUES
        return element != "iframe" and value in FEW_VALUES


class Handler(http.server.SimpleHTTPRequestHandler):
    """No policy, which would hide what a page asks for."""

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served(folder: pathlib.Path):
    """The root of a server of the folder."""
    handler = functools.partial(Handler, directory=str(folder))
    with serving(handler) as server:
        yield f"http://127.0.0.1:{server.server_port}"


@contextlib.contextmanager
def isolated():
    """A browser that finds no other host."""
    with sync_playwright() as playwright:
        window = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[
            "--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"])
        yield window
        window.close()


@contextlib.contextmanager
def opened(folder: pathlib.Path):
    """Both."""
    with served(folder) as root, isolated() as window:
        yield window, root


# What the parser made of the places: an attribute or an element that the template does not write.
STRANGERS = """
(cases) => {
  const found = new Set();
  const implied = new Set(["html", "head", "base", "body", "tbody", "tr", "colgroup", "svg", "math", "table"]);
  const parts = new Set(cases.parts);
  for (const node of document.querySelectorAll("*")) {
    const number = node.getAttribute("data-c");
    const name = node.localName.toLowerCase();
    if (number === null) {
      if (!implied.has(name) && !parts.has(name)) found.add("a tag: " + node.outerHTML.slice(0, 90));
      continue;
    }
    for (const attribute of node.getAttributeNames()) {
      if (!cases.names[number].includes(attribute.toLowerCase())) found.add(number + ": the attribute " + attribute);
    }
  }
  // What a click would follow.
  const addresses = ["href", "action", "formAction", "src", "data"];
  for (const node of document.querySelectorAll("*")) {
    for (const name of addresses) {
      let text = node[name];
      if (text && text.baseVal !== undefined) text = text.baseVal;
      if (typeof text !== "string") continue;
      if (/^[\\u0000-\\u0020]*(javascript|data|vbscript):/i.test(text)) found.add(node.getAttribute("data-c") + ": leads to " + text);
    }
  }
  return [...found].slice(0, 200);
}"""


def names(markup: str) -> list[str]:
    """The attributes that markup has."""
    return ["data-c"] + [name.lower() for name in re.findall(r"""\s([^\s"'<>=]+)=["']?""", markup)] + ["default"]




def watched(window, address: str, strangers=None) -> list[str]:
    """What happens on a page that may not happen."""
    page, found = window.new_page(), []
    page.on("console", lambda message: found.append("a script runs") if message.text == "77" else None)
    page.on("dialog", lambda dialog: (found.append("a dialog"), dialog.dismiss()))
    page.on("request", lambda request: found.append(f"asks for {request.url}") if urllib.parse.urlsplit(request.url).hostname == EVIL else None)
    page.goto(address, wait_until="load", timeout=120_000)
    page.evaluate("() => new Promise(done => setTimeout(done, 200))")
    if page.url != address:
        found.append(f"leads to {page.url}")
    if strangers:
        found += page.evaluate(STRANGERS, strangers)
    page.close()
    return sorted(set(found))


def bare(folder: pathlib.Path, all_places: list[str]) -> pathlib.Path:
    """The places with values as they are, where the traps have to snap."""
    output = folder / "bare"
    output.mkdir()
    text = [START]
    for number, markup in enumerate(all_places):
        if "<iframe" in markup or number % 7:
            continue
        for value in [f"https://{EVIL}/{number}", "javascript:console.log(77)", "console.log(77)"]:
            text.append(markup.replace("?", "", 1).replace("!", html.escape(value)))
    (output / "index.html").write_text("\n".join(text))
    return output


def checks(binary: str, folder: pathlib.Path, base):
    site = Places(binary, folder, base)
    problems = site.settle()
    kept = sum(line.count("data-c=") for lines in site.lines.values() for line in lines)
    yield f"{len(site.all)} places for a value: {len(site.refused)} refused, {kept} accepted", problems
    if problems:
        return
    site.build()
    found = []
    strangers = {"names": [names(markup) for markup in site.all],
                 "parts": sorted({part.lower() for markup in BESIDE for part in re.findall(r"<(\w[\w-]*)", markup)})}
    with opened(site.output) as (window, root):
        for name in site.slices:
            found += [f"{name}: {problem}" for problem in watched(window, f"{root}/{name}", strangers)]
    yield f"{site.tried} values in the accepted places: nothing runs, loads or breaks", found
    trap = bare(folder, site.all)
    with opened(trap) as (window, root):
        snapped = watched(window, root + "/")
    yield f"bare values are noticed: {len(snapped)} places", [] if len(snapped) > 10 and "a script runs" in snapped else snapped or ["no trap snaps"]
