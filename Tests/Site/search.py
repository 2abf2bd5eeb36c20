"""The search in the texts of a site: with Pagefind, as readers use it, and where its index is missing.

The site is an example below a path, built with `search: true` and Pagefind from `.venv`.
"""
import filecmp
import json
import os
import pathlib
import shutil
import subprocess
import sys
import urllib.request

from axe_playwright_python.sync_playwright import Axe

import browser
import pages
from reader import until

KEYS = "baseURL: https://example.org/below/\nsearch: true\nhost: cloudflare\n"
# A word of each kind of page that is searched, and the page.
WORDS = {"predictable": "vendors/mistral/", "adapters": "vendors/meta-llama/",
         "canary": "compare/meta-llama-vs-mistral/"}


def checks(binary: str, folder: pathlib.Path, source: pathlib.Path):
    shutil.copytree(source / "content", folder / "content")
    file = folder / "content/site.yaml"
    lines = [line for line in file.read_text().splitlines(True) if not line.startswith("baseURL:")]
    file.write_text("".join(lines) + KEYS)
    yield "search: two builds make the same index", same_index(binary, folder)
    output = folder / "public"
    site = pages.Site(output)
    yield "search: the preview shows the index of the build", preview(binary, folder)
    yield "search: links and rules of a page", pages.problems(site) + pages.link_problems(site)
    policy = next(line.split(": ", 1)[1] for line in (output / "_headers").read_text().splitlines()
                  if "Content-Security-Policy" in line)
    before, browser.POLICY = browser.POLICY, policy
    try:
        with browser.opened(site) as (chromium, root):
            for check in [words, address, keyboard, stops, more, axe, requests, without_scripts]:
                yield f"search: {check.__name__.replace('_', ' ')}", attempt(check, chromium, root + site.base)
            shutil.rmtree(output / "pagefind")
            yield "search: without an index", attempt(without_index, chromium, root + site.base)
    finally:
        browser.POLICY = before


def stops(page, root) -> list[str]:
    """The search is one more stop of the Tab key, so the site's name beside it is none: the next leads home."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(root + "compare/meta-llama-vs-mistral/")
    stops = []
    for _ in range(6):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.getAttribute('href')"))
    home = root.removeprefix(page.evaluate("location.origin"))
    return [] if stops[0] == "#main" and stops.count(home) == 1 and home + "search/" in stops else [f"stops: {stops}"]


def preview(binary: str, folder: pathlib.Path) -> list[str]:
    server = subprocess.Popen([binary, "serve", "-s", folder, "--port", "0", "--format", "json"],
                              stdout=subprocess.PIPE, text=True)
    try:
        url = json.loads(server.stdout.readline())["url"]
        with urllib.request.urlopen(url + "pagefind/pagefind-entry.json", timeout=20) as answer:
            there = answer.read()
    except Exception as error:
        return [f"{type(error).__name__}: {error}"]
    finally:
        server.terminate()
        server.wait(20)
    built = (folder / "public/pagefind/pagefind-entry.json").read_bytes()
    return [] if there == built else [f"the preview has {there[:80]}"]


def attempt(check, chromium, root) -> list[str]:
    found = []
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.set_default_timeout(8000)
    page.on("pageerror", lambda error: found.append(f"error: {error}"))
    page.on("console", lambda message: None if "404" in message.text else found.append(message.text))
    try:
        found += check(page, root)
    except Exception as error:
        found.append(f"{type(error).__name__}: {str(error)[:300]}")
    context.close()
    return found


def same_index(binary: str, folder: pathlib.Path) -> list[str]:
    environment = os.environ | {"PATH": f"{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}"}
    found = []
    for name in ["public", "again"]:
        done = subprocess.run([binary, "build", "-s", folder, "-o", folder / name, "-q"], env=environment,
                              capture_output=True, text=True, timeout=120)
        if done.returncode or done.stderr:
            found.append(f"the build ended with {done.returncode}: {done.stderr}")
    first, second = [folder / name / "pagefind" for name in ["public", "again"]]
    names = [sorted(str(path.relative_to(place)) for path in place.rglob("*") if path.is_file())
             for place in [first, second]]
    if not names[0] or names[0] != names[1]:
        return found + [f"one has {names[0]}, the other {names[1]}"]
    _, different, errors = filecmp.cmpfiles(first, second, names[0], shallow=False)
    return found + [f"{name} differs" for name in different + errors]


def results(page) -> list[str]:
    """The addresses that are found, as soon as there are some."""
    page.wait_for_selector(".results a")
    return page.eval_on_selector_all(".results li > a", "links => links.map((link) => link.pathname)")


def words(page, root) -> list[str]:
    found = []
    for word, wanted in WORDS.items():
        page.goto(root + "search/")
        page.fill("#words", word)
        if not any(address.endswith("/below/" + wanted) for address in results(page)):
            found.append(f"'{word}' leads to {results(page)}, not to {wanted}")
        status = page.inner_text("[role=status]")
        if status != f"Found: {page.locator('.results > li').count()}":
            found.append(f"'{word}': the status is {status!r}")
        if page.locator(".results mark").count() == 0:
            found.append(f"'{word}' is marked nowhere")
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            found.append(f"'{word}': the results are wider than the page")
    page.locator(".results li > a").first.click()
    page.wait_for_load_state()
    if page.locator("h1").count() != 1 or page.url.endswith("/search/"):
        found.append(f"a result leads to {page.url}")
    return found


def address(page, root) -> list[str]:
    """What is searched is in the address, and is searched again there. Nothing leaves the last results there."""
    page.goto(root + "search/?q=sovereignty")
    found = [] if results(page) else ["the address finds nothing"]
    page.fill("#words", "zyxwvut")
    until(page, "document.querySelector('.results').children.length === 0")
    if page.inner_text("[role=status]") != "Found: 0" or not page.url.endswith("?q=zyxwvut"):
        found.append(f"{page.inner_text('[role=status]')!r} at {page.url}")
    page.fill("#words", "")
    until(page, "document.querySelector('[role=status]').textContent === ''")
    return found + ([] if page.url.endswith("/search/") else [f"an empty search is at {page.url}"])


def keyboard(page, root) -> list[str]:
    page.goto(root + "search/")
    page.wait_for_selector("#words")
    page.keyboard.press("/")
    page.keyboard.type("sovereignty")
    results(page)
    page.keyboard.press("Tab")
    focus = page.evaluate("document.activeElement.closest('.results') !== null")
    return [] if focus else ["Tab does not lead from the field to the results"]


# A program that finds 35 pages, each of which takes its time, and fails late at one word.
SLOW = """
const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
const hit = (number) => ({ data: async () => {
  await wait(300);
  return { url: `/${number}`, meta: { title: `Hit ${number}` }, excerpt: "", sub_results: [] };
} });
export const options = async () => {};
export const debouncedSearch = async (text) => {
  if (text === "broken") { await wait(800); throw new Error("broken"); }
  return { results: Array.from({ length: 35 }, (_, number) => hit(number)) };
};
"""


def more(page, root) -> list[str]:
    """Impatient readers see each page once; what fails late says nothing of what was found since."""
    page.route("**/pagefind/pagefind.js", lambda route: route.fulfill(body=SLOW, content_type="text/javascript"))
    page.goto(root + "search/?q=some")
    page.wait_for_selector(".results a")
    page.locator("main button:visible").last.dblclick()
    page.wait_for_timeout(1200)
    names = page.locator(".results > li > a").all_inner_texts()
    found = [] if len(names) == len(set(names)) > 10 else [f"{len(names)} hits, {len(set(names))} of them distinct"]
    page.fill("#words", "broken")
    page.wait_for_timeout(100)
    page.fill("#words", "some")
    page.wait_for_timeout(1500)
    status = page.inner_text("[role=status]")
    return found + ([] if status == "Found: 35" else [f"the status is {status!r}"])


def axe(page, root) -> list[str]:
    found = []
    for scheme in ["light", "dark"]:
        context = page.context.browser.new_context(color_scheme=scheme, bypass_csp=True)
        other = context.new_page()
        other.goto(root + "search/?q=sovereignty")
        results(other)
        found += [f"{scheme}: {one['id']}: {one['nodes'][0]['html'][:120]}"
                  for one in Axe().run(other, options=browser.OPTIONS).response["violations"]]
        context.close()
    return found


def requests(page, root) -> list[str]:
    """Other pages ask for nothing more; the search page asks for the index only when it is used."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(root + "compare/meta-llama-vs-mistral/", wait_until="networkidle")
    found = [] if len(asked) == 3 else [f"a comparison asks for {asked}"]
    page.goto(root + "search/", wait_until="networkidle")
    found += [f"asks early for {url}" for url in asked if "/pagefind/" in url]
    page.focus("#words")
    page.wait_for_timeout(500)
    return found + ([] if any("/pagefind/" in url for url in asked) else ["focus loads nothing"])


def without_scripts(page, root) -> list[str]:
    context = page.context.browser.new_context(java_script_enabled=False)
    other = context.new_page()
    other.goto(root + "search/")
    found = ["a field that does nothing"] if other.is_visible("#words") else []
    if other.locator("main a[href*='/vendors/']").count() == 0:
        found.append("no list of vendors")
    context.close()
    return found


def without_index(page, root) -> list[str]:
    page.goto(root + "search/")
    page.fill("#words", "sovereignty")
    until(page, "document.querySelector('[role=status]').textContent.includes('no index')")
    return []
