"""What only a browser can tell: axe-core, reflow, colour schemes, and the page's own script."""
import contextlib
import functools
import http.server

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from serving import serving

# Without what passed: it is most of what axe-core finds and most of its time.
OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
           "resultTypes": ["violations"]}
# As in the files that a build writes for hosts.
POLICY = (
    "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
    "form-action 'self'")
SAMPLE = 24


class Handler(http.server.SimpleHTTPRequestHandler):
    """A host as the site will meet it: its 404 page, and a strict content security policy."""

    base = "/"

    def translate_path(self, path):
        return super().translate_path(path[len(self.base) - 1:] if path.startswith(self.base) else "/missing")

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def send_error(self, code, message=None, explain=None):
        body = open(self.directory + "/404.html", "rb").read()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def kind(path: str) -> str:
    parts = path.split("/")
    if parts[0] == "compare" and "-vs-" in path:
        return "comparison"
    return parts[0] if len(parts) > 2 else path


def sample(site, everything: bool, count: int = SAMPLE) -> list[str]:
    """All pages of a kind that has few, and of the others every so many-eth: `count` to twice that of each."""
    chosen = []
    groups: dict[str, list[str]] = {}
    for path in sorted(site.pages):
        groups.setdefault(kind(path), []).append(path)
    for paths in groups.values():
        step = 1 if everything else max(1, len(paths) // count)
        chosen += paths[::step]
    return chosen


@contextlib.contextmanager
def opened(site):
    """A browser and the root of a server of the site."""
    handler = functools.partial(type("SiteHandler", (Handler,), {"base": site.base}), directory=str(site.output))
    with serving(handler) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser, f"http://127.0.0.1:{server.server_port}"
        browser.close()


def checks(site, everything: bool):
    with opened(site) as (browser, root):
        paths = sample(site, everything)
        yield f"axe-core on {len(paths)} of {len(site.pages)} pages, light", axe(browser, root, site, paths, "light")
        few = {kind(path): path for path in paths}.values()
        yield "axe-core on each kind of page, dark", axe(browser, root, site, few, "dark")
        yield "reflow at 320 px (X-07)", reflow(browser, root, site, few)
        some = sample(site, everything, count=3)
        yield f"no console message, no foreign request on {len(some)} pages", console(browser, root, site, some)
        yield "picker, reversed address and policy", script(browser, root, site)
        yield "any vendors side by side", side_by_side(browser, root, site)


def theme_checks(site, everything: bool):
    """What any theme has to keep, whatever it looks like."""
    with opened(site) as (browser, root):
        paths = sample(site, everything, count=2)
        few = {kind(path): path for path in paths}.values()
        yield f"axe-core on {len(paths)} pages, light", axe(browser, root, site, paths, "light")
        yield "axe-core on each kind of page, dark", axe(browser, root, site, few, "dark")
        yield "reflow at 320 px (X-07)", reflow(browser, root, site, few)
        yield "no console message, no foreign request", console(browser, root, site, few)


def axe(browser, root, site, paths, scheme) -> list[str]:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page, found = context.new_page(), []
    for path in paths:
        page.goto(root + site.address(path))
        result = Axe().run(page, options=OPTIONS)
        for violation in result.response["violations"]:
            node = violation["nodes"][0]
            found.append(f"{path}: {violation['id']}: {violation['help']}: {node['html'][:120]}")
    context.close()
    return found


def reflow(browser, root, site, paths) -> list[str]:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    found = []
    for path in paths:
        page.goto(root + site.address(path))
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            found.append(f"{path}: the page is {width} px wide")
    page.close()
    return found


def console(browser, root, site, paths) -> list[str]:
    """Under the policy (Y-04), what the browser complains of, and what it asks other hosts for (S-18)."""
    page, found, path = browser.new_page(), [], ""
    page.on("console", lambda message: found.append(f"{path}: {message.type}: {message.text}"))
    page.on("pageerror", lambda error: found.append(f"{path}: {error}"))
    page.on("request", lambda request: None if request.url.startswith(root + "/")
            else found.append(f"{path}: asks for {request.url} (S-18)"))
    for path in paths:
        page.goto(root + site.address(path), wait_until="networkidle")
    page.close()
    return found


def vendors_of(page, root, site) -> list[dict]:
    """The categories of the index, each with its vendors."""
    return page.request.get(f"{root}{site.base}api/v1/index.json").json()["categories"]


def script(browser, root, site) -> list[str]:
    found = []
    page = browser.new_page()
    page.on("console", lambda message: found.append(f"console: {message.text}")
            if message.type == "error" and "404" not in message.text else None)
    page.on("pageerror", lambda error: found.append(f"error: {error}"))
    page.goto(root + site.base)
    vendors = sorted(vendors_of(page, root, site)[0]["vendors"], key=lambda vendor: vendor["slug"])
    left, right = vendors[0]["slug"], vendors[-1]["slug"]
    with_picker = len([path for path in site.pages if "-vs-" in path]) > 1
    if with_picker:
        # Names in full need not be chosen from the list.
        page.locator(".picker [name=left]").fill(vendors[-1]["name"])
        page.locator(".picker [name=right]").fill(vendors[0]["name"])
    with page.expect_navigation():
        page.locator(".picker button" if with_picker else ".action a").click()
    if not page.url.endswith(f"/compare/{left}-vs-{right}/"):
        found.append(f"the picker led to {page.url}")
    page.goto(f"{root}{site.base}compare/{right}-vs-{left}/")
    page.wait_for_url(f"**/compare/{left}-vs-{right}/", timeout=5000)
    answer = page.goto(f"{root}{site.base}nowhere/")
    if answer.status != 404 or page.locator("h1").inner_text() != "Page not found":
        found.append("an unknown address does not give the 404 page (S-03)")
    page.close()
    return found


def leaders(page) -> list[tuple[str, str]]:
    """Each criterion of the page with what its row says of the leader, marks left aside."""
    rows = page.locator("main table.rows tbody tr").evaluate_all("""all => all.flatMap(row => {
        const [label, mark] = [row.querySelector("th"), row.querySelector("td.mark")];
        return mark ? [[label.firstChild.textContent.trim(), mark.textContent]] : [];
    })""")
    return [(label, mark.strip("◀▶=·—≠").strip()) for label, mark in rows]


def side_by_side(browser, root, site) -> list[str]:
    """/compare/?vendors=…: two vendors say what their own page says, ten are shown, axe is content."""
    found, context = [], browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.on("pageerror", lambda error: found.append(f"error: {error}"))
    pairs = [path for path in sorted(site.pages) if "-vs-" in path]
    for path in pairs[::max(1, len(pairs) // 12)]:
        left, right = path.split("/")[-2].split("-vs-")
        page.goto(root + site.address(path))
        wanted = leaders(page)
        page.goto(f"{root}{site.base}compare/?vendors={left},{right}")
        page.wait_for_selector(".side-by-side.ready h2", timeout=5000)
        # The page of a pair has one line for a group in which neither has a value.
        shown = [row for row in leaders(page) if row in wanted or row[1] != "No data"]
        if shown != wanted:
            found.append(f"{left} and {right}: {shown}, not {wanted}")
    slugs = [vendor["slug"] for vendor in vendors_of(page, root, site)[0]["vendors"]]
    for wanted in [slugs[:3], slugs[:12]]:
        page.goto(f"{root}{site.base}compare/?" + "&".join(f"vendor={slug}" for slug in wanted))
        page.wait_for_selector(".side-by-side.ready h2", timeout=5000)
        columns = page.locator(".side-by-side table").first.locator("thead th").count()
        shown = min(len(wanted), 10)
        if columns not in {shown + 1, shown + 2}:
            found.append(f"{columns} columns for {len(wanted)} vendors")
        for violation in Axe().run(page, options=OPTIONS).response["violations"]:
            found.append(f"{violation['id']}: {violation['nodes'][0]['html'][:120]}")
    for wrong, says in [("nobody," + slugs[0], "nobody"), (slugs[0], "two")]:
        page.goto(f"{root}{site.base}compare/?vendors={wrong}")
        page.wait_for_function("document.querySelector('.side-by-side [role=status]').textContent", timeout=5000)
        text = page.locator(".side-by-side [role=status]").inner_text()
        if says not in text:
            found.append(f"?vendors={wrong} says '{text}'")
    context.close()
    return found
