"""An open page follows what is saved, in place; mistakes appear over it and go away when mended."""
import pathlib
import shutil
import time

from playwright.sync_api import Error, sync_playwright

from preview import Preview

POLICY = "default-src 'self'"
WAIT = 8000


def wait(page, expression: str):
    """Until it holds. Playwright's own way needs `eval`, which the policy forbids."""
    end = time.monotonic() + WAIT / 1000
    while True:
        try:
            if page.evaluate(expression):
                return
        except Error:
            pass  # The page is being loaded again.
        if time.monotonic() > end:
            raise TimeoutError(f"not in time: {expression}")
        page.wait_for_timeout(10)


class Site:
    """A copy of a small site, to be edited."""

    def __init__(self, folder: pathlib.Path, base: pathlib.Path):
        shutil.copytree(base, folder)
        self.folder = folder
        self.report = "content/reports/2026-W14/alpha.md"

    def write(self, path: str, text: str):
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text)

    def replace(self, path: str, old: str, new: str):
        text = (self.folder / path).read_text()
        assert old in text, f"{old} is not in {path}"
        # As editors do: a new file takes the place of the old one.
        (self.folder / (path + "~new")).write_text(text.replace(old, new))
        (self.folder / (path + "~new")).rename(self.folder / path)


def with_policy(route):
    try:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})
    except Error:
        pass  # The page or the server was closed while it asked.


def checks(binary: str, folder: pathlib.Path, base: pathlib.Path, theme: pathlib.Path):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for check in [report, stylesheet, template, overlay, links, coming, sorting, image]:
            site = Site(folder / check.__name__, base)
            page, found = browser.new_page(viewport={"width": 900, "height": 500}), []
            page.set_default_timeout(WAIT)
            page.on("console", lambda message: found.append(f"console: {message.text}")
                    if message.type == "error" and "404" not in message.text else None)
            page.on("pageerror", lambda error: found.append(f"error: {error}"))
            page.route(lambda url: "/_versus/" not in url, with_policy)
            try:
                with Preview(binary, site.folder) as preview:
                    check(page, preview.url, site, theme)
                    page.close()
                found += preview.end_problems()
            except Exception as error:
                found.append(f"{type(error).__name__}: {str(error)[:600]}")
                page.close()
            yield f"live: {check.__doc__}", found
        yield "live: no site yet, then one, then a new server", first(browser, binary, folder, base)
        browser.close()


def mark(page):
    """What a reload would lose."""
    page.evaluate("window.mark = 1")


def is_same_document(page) -> bool:
    return page.evaluate("window.mark === 1")


def open_page(page, address: str):
    page.goto(address)
    # The stream is open, and its first message was answered.
    wait(page, "performance.getEntriesByType('resource').some(one => one.initiatorType === 'fetch')")
    mark(page)


def report(page, url, site, theme):
    """a report changes in place"""
    open_page(page, url + "compare/alpha-vs-beta/")
    page.evaluate("scrollTo(0, 300)")
    place = page.evaluate("scrollY")
    assert place > 100, "the page is too short to scroll"
    page.locator("p.reports a").first.evaluate("node => node.focus({ preventScroll: true })")
    site.replace(site.report, "ease: 7", "ease: 9")
    wait(page, "document.querySelector('main').innerText.includes('9/10')")
    assert is_same_document(page), "the page was loaded again"
    assert page.evaluate("scrollY") == place, "the page has scrolled"
    assert page.evaluate("document.activeElement.closest('p.reports') !== null"), "the focus is lost"
    assert page.content().count("<main") == 1
    site.replace(site.report, "name: Alpha", "name: Alphabet")
    wait(page, "document.title.includes('Alphabet')")
    assert is_same_document(page), "a new title needs no reload"
    assert page.locator("meta[name=description]").count() == 1
    site.replace(site.report, "name: Alphabet", "name: Alpha")
    wait(page, "!document.title.includes('Alphabet')")
    # What a reader has opened stays open.
    text = (theme / "comparison.html").read_text()
    details = "<details><summary>More</summary><p>Hidden</p></details>"
    site.write("templates/comparison.html", text.replace("<h1>", details + "<h1>"))
    page.locator("details summary").click()
    site.replace(site.report, "ease: 9", "ease: 3")
    wait(page, "document.querySelector('main').innerText.includes('3/10')")
    assert is_same_document(page), "the page was loaded again"
    assert page.evaluate("document.querySelector('details').open"), "what was open is shut"


def stylesheet(page, url, site, theme):
    """a style sheet is swapped"""
    open_page(page, url)
    sheet = (theme / "assets/site.css").read_text()
    # There was no folder templates/ when the preview began.
    assert not (site.folder / "templates").exists()
    for color in ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]:
        site.write("templates/assets/site.css", sheet + f"\nh1 {{ color: {color} !important; }}\n")
        wait(page, f"getComputedStyle(document.querySelector('h1')).color === '{color}'")
        wait(page, "document.querySelectorAll('link[rel=stylesheet]').length === 1")
    assert is_same_document(page), "a style sheet needs no reload"
    shutil.rmtree(site.folder / "templates")
    wait(page, "getComputedStyle(document.querySelector('h1')).color !== 'rgb(4, 5, 6)'")


def template(page, url, site, theme):
    """a template comes and goes"""
    open_page(page, url + "compare/alpha-vs-beta/")
    text = (theme / "comparison.html").read_text()
    assert text.count("</h1>") == 1
    site.write("templates/comparison.html", text.replace("</h1>", "!</h1>"))
    wait(page, "document.querySelector('h1').innerText.endsWith('!')")
    assert is_same_document(page), "the page was loaded again"
    (site.folder / "templates/comparison.html").unlink()
    wait(page, "!document.querySelector('h1').innerText.endsWith('!')")


def overlay(page, url, site, theme):
    """mistakes appear over the page and go away"""
    open_page(page, url + "compare/alpha-vs-beta/")
    before = page.locator("main").inner_html()
    section = page.locator("versus-overlay section")
    good = (site.folder / site.report).read_text()
    site.write(site.report, good.replace("bugs: 3", "bugs: many").replace("offline: yes", "offline: perhaps"))
    section.wait_for(timeout=WAIT)
    shown = section.inner_text()
    for part in ["2 mistakes", f"{site.report}:5:", f"{site.report}:7:", "bugs: many", "offline: perhaps",
                 "[invalid-value]", "[unknown-value]"]:
        assert part in shown, f"'{part}' is not in {shown}"
    assert section.locator("mark").all_inner_texts() == ["many", "perhaps"], section.locator("mark").all_inner_texts()
    assert section.evaluate("node => getComputedStyle(node).borderTopStyle") == "solid", "the overlay has no style"
    assert page.locator("main").inner_html() == before, "the last good page is not underneath"
    # A second mistake in the theme joins the first; the whole goes only when all are mended.
    text = (theme / "comparison.html").read_text()
    site.write("templates/comparison.html", text.replace("\\(end)", "", 1))
    section.get_by_text("templates/comparison.html:").first.wait_for(timeout=WAIT)
    site.write(site.report, good.replace("ease: 7", "ease: 4"))
    wait(page, "!document.querySelector('versus-overlay').shadowRoot.textContent.includes('many')")
    shutil.rmtree(site.folder / "templates")
    wait(page, "!document.querySelector('versus-overlay')")
    wait(page, "document.querySelector('main').innerText.includes('4/10')")
    assert is_same_document(page), "the page was loaded again"


def links(page, url, site, theme):
    """a dead link appears over the page that has it, and goes away"""
    open_page(page, url + "vendors/alpha/")
    good = (site.folder / site.report).read_text()
    site.write(site.report, good + "\nNew [words](/vendors/alpa/).\n")
    section = page.locator("versus-overlay section")
    section.wait_for(timeout=WAIT)
    assert "[dead-link]" in section.inner_text(), section.inner_text()
    wait(page, "document.querySelector('main').innerText.includes('New words')")
    site.write(site.report, good)
    wait(page, "!document.querySelector('versus-overlay')")


def coming(page, url, site, theme):
    """a page goes and comes"""
    open_page(page, url + "vendors/beta/")
    path = site.folder / "content/reports/2026-W14/beta.md"
    text = path.read_text()
    path.unlink()
    wait(page, "document.querySelector('h1').innerText === 'Page not found'")
    path.write_text(text)
    wait(page, "document.querySelector('h1').innerText.includes('Beta')")


def sorting(page, url, site, theme):
    """a table that a script has changed"""
    open_page(page, url + "apps/")
    page.locator("table[data-sortable] th button").last.click()
    site.replace(site.report, "name: Alpha", "name: Omega")
    wait(page, "document.querySelector('table[data-sortable]').innerText.includes('Omega')")
    assert page.locator("table[data-sortable]").first.inner_text().count("Omega") == 1
    page.locator("table[data-sortable] th button").first.click()
    site.replace(site.report, "name: Omega", "name: Alpha")


def image(page, url, site, theme):
    """an image changes"""
    site.write("content/assets/a.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>')
    site.replace(site.report, "name: Alpha\n", "name: Alpha\nlogo: assets/a.svg\n")
    page.goto(url + "vendors/alpha/")
    if page.locator("img").count() == 0:
        return
    wait(page, "document.querySelector('img').naturalWidth === 10")
    site.write("content/assets/a.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>')
    wait(page, "document.querySelector('img').naturalWidth === 20")


def first(browser, binary, folder, base) -> list[str]:
    site = Site(folder / "broken", base)
    good = (site.folder / site.report).read_text()
    site.write(site.report, good.replace("bugs: 3", "bugs: many"))
    page, found = browser.new_page(), []
    try:
        with Preview(binary, site.folder) as preview:
            assert page.goto(preview.url).status == 500
            assert "bugs: many" in page.locator("main").inner_text()
            page.locator("versus-overlay section").wait_for(timeout=WAIT)
            site.write(site.report, good)
            wait(page, "document.querySelector('h1').innerText === 'Base'")
        found += preview.end_problems()
        mark(page)
        site.replace("content/site.yaml", "title: Base", "title: Summit")
        with Preview(binary, site.folder, "--port", str(preview.port)) as again:
            wait(page, "document.querySelector('h1').innerText === 'Summit'")
            assert is_same_document(page), "the page was loaded again"
        found += again.end_problems()
    except Exception as error:
        found.append(f"{type(error).__name__}: {str(error)[:600]}")
    page.close()
    return found
