"""What holds on every page of every site: leaders look different, links lead somewhere, columns are in order."""
import html
import json
import pathlib
import re
import subprocess
import tempfile
import time

import browser
import pages
import preview
import yaml

CELL = re.compile(r'<td class="(lead|)"([^>]*)>(.*?)</td>', re.S)
MARKS = re.compile(r'<small.*?</small>|<span class="vh">.*?</span>', re.S)


def shown(cell: str) -> str:
    """A value without marks, notes and words for screen readers."""
    return re.sub(r"<[^>]*>", "", MARKS.sub("", cell)).strip()


def leader_problems(site: pages.Site) -> list[str]:
    """Where one value leads another, in a row of two or a column of many, the two look different."""
    found = []
    for path in site.pages:
        text = (site.output / path).read_text("utf-8")
        for body in re.findall(r"<tbody>.*?</tbody>", text, re.S):
            lines = [CELL.findall(row) for row in re.split(r"<tr\b[^>]*>", body)[1:]]
            if any("data-place" in cell[1] for line in lines for cell in line):
                lines = list(zip(*lines))
            for line in lines:
                values = [(lead, shown(text)) for lead, place, text in line if place != ' data-place="0"']
                leading = {text for lead, text in values if lead}
                alike = leading & {text for lead, text in values if not lead}
                found += [f"{path}: '{text}' leads and is led" for text in alike]
    return found


WORD = re.compile(r"[^\W\d_]{3,}")
# Sentences of a rubric stand on a page only if a pair has their outcome.
CONDITIONAL = {"assessment"}


def texts(value):
    """The texts of a value that are prose: of three words and more."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in CONDITIONAL:
                yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str) and len(value.split()) > 2:
        yield value


def sources(content: pathlib.Path):
    """The texts of each content file: those of its keys, and what stands behind the front matter."""
    for file in sorted([*content.rglob("*.md"), *content.rglob("*.yaml")]):
        if {"static", "assets", "snapshots"} & set(file.parts):
            continue
        front, body = file.read_text("utf-8-sig"), ""
        if file.suffix == ".md":
            _, front, body = re.split(r"^---\s*$", front, maxsplit=2, flags=re.M)
        keys = yaml.load(front, yaml.CBaseLoader) or {}
        if isinstance(keys, list) or keys.get("draft") not in {"true", "yes"}:
            for text in [*texts(keys), body]:
                yield file, text


def text_problems(content: pathlib.Path, site: pages.Site) -> list[str]:
    """Each visible word of each text of an author is on some page."""
    words = set()
    for path in site.pages:
        page = (site.output / path).read_text("utf-8")
        page += " ".join(re.findall(r'content="([^"]*)"', page))
        words.update(WORD.findall(html.unescape(re.sub(r"<(script|style).*?</\1>|<[^>]*>", " ", page, flags=re.S))))
    found = []
    for file, text in sources(content):
        # Addresses, names of vendors and pairs, and gaps are no words that a reader sees.
        text = re.sub(r"\]\([^)]*\)|\[\[[^]]*\]\]|\\\([^)]*\)|https?://\S+|<[^>]*>|&\w+;", " ", text)
        found += [f"{file.relative_to(content)}: '{word}' is on no page"
                  for word in sorted(set(WORD.findall(text)) - words)]
    return found


# Without its courtesy to the servers of other people, whom it never asks here.
LINKCHECKER = """
from linkcheck.director.aggregator import Aggregate
Aggregate.wait_time_min_default = Aggregate.wait_time_max_default = 0
from linkcheck.command.linkchecker import linkchecker
linkchecker()
"""


def linkchecker_problems(binary: str, source: pathlib.Path, output: pathlib.Path) -> list[str]:
    """Every link of every page and its anchor, as Debian's linkchecker follows them over `serve --built`."""
    with tempfile.NamedTemporaryFile("w", suffix=".ini") as settings, preview.Preview(
            binary, source, "--built", "--output", str(output)) as served:
        settings.write("[checking]\nthreads=4\nmaxrequestspersecond=10000\n[AnchorCheck]\n")
        settings.flush()
        result = subprocess.run(
            ["/usr/bin/python3", "-c", LINKCHECKER, "--config", settings.name, "--no-status", "--no-robots",
             "--output", "csv", served.url], capture_output=True, text=True)
    lines = [line.split(";") for line in result.stdout.splitlines() if line and not line.startswith("#")]
    if not lines or "# Stopped checking" not in result.stdout:
        return [f"linkchecker ended with {result.returncode}: {result.stderr[-300:]}"]
    # The address as written, the page that it is on, and what is wrong.
    return [f"{line[1]}: {line[0]}: {' '.join(line[3:5])}" for line in lines[1:] if len(line) > 4]


class Engine:
    """What `versus explain` says of each pair of vendors: who leads which criterion."""

    def __init__(self, binary: str, source: pathlib.Path):
        self.binary, self.source, self.known = binary, source, {}

    def leader(self, left: str, right: str, criterion: str) -> str | None:
        pair = tuple(sorted([left, right]))
        if pair not in self.known:
            answer = json.loads(subprocess.run(
                [self.binary, "explain", "-s", self.source, "--format", "json", *pair],
                check=True, capture_output=True, text=True).stdout)
            self.known[pair] = {
                f'{group["id"]}.{row["criterion"]}': {"left": pair[0], "right": pair[1]}.get(row["lead"], row["lead"])
                for group in answer["groups"] for row in group["rows"]}
        return self.known[pair][criterion]


def site_of_all_kinds(folder: pathlib.Path, language: str) -> pathlib.Path:
    """A site whose category table has a column of every kind that has an order."""
    columns = {
        "price": ("kind: money, currency: EUR, better: lower", ["free", "10", "9.5", "1200", "contact", None]),
        "speed": ("kind: duration, better: lower", ["90 s", "2 min", "1 h", "800 ms", "2 years", None]),
        "since": ("kind: date, words: { never: last }", ["2026-01-02", "2025-12-31", "never", "2019-10-01", None, "2026-01-10"]),
        "version": ("kind: version, better: higher", ["1.9", "1.10", "v1.2.0", "latest", None, "10.0"]),
        "effort": ("kind: level, scale: effort", ["much", "little", "some", "open", None, "some"]),
        "rating": ("kind: rating, minCount: 2", [
            "{ value: 4, max: 5, count: 9 }", "{ value: 9, max: 10, count: 9 }", "{ value: 5, max: 5, count: 1 }",
            "{ value: 1, max: 3, count: 2000 }", None, "{ value: 4.5, max: 5, count: 12 }"]),
        "share": ("kind: percent", ["{ of: 4, met: 3 }", "{ of: 15, met: 4 }", "{ of: 30, met: 8 }", "9.5", None, "100"]),
        "load": ("kind: number, digits: 1, unit: MB", ["84.04", "84.01", "-3", "1000.5", None, "7"]),
        "users": ("kind: count", ["999", "1000", "20000", "7", None, "0"]),
        "score": ("kind: score", ["9", "10", "57.5", "100", None, "0"]),
    }
    names = ["Zeta", "Äpfel", "alpha 10", "Alpha 9", "Öl", "beta"]
    content = folder / "content"
    (content / "categories").mkdir(parents=True)
    (content / "reports/2026-W14").mkdir(parents=True)
    (content / "site.yaml").write_text(f"title: Kinds\nbaseURL: https://example.org/\nlanguage: {language}\n")
    criteria = "".join(f"      {name}: {{ label: {name}, {kind} }}\n" for name, (kind, _) in columns.items())
    (content / "categories/kinds.yaml").write_text(
        "title: Kinds\nheadline: g.score\nscales: { effort: { ranked: [much, some, little], unranked: [open] } }\n"
        f"groups:\n  g:\n    title: G\n    criteria:\n{criteria}")
    for index, name in enumerate(names):
        values = "".join(f"  {column}: {values[index]}\n" for column, (_, values) in columns.items() if values[index])
        (content / f"reports/2026-W14/v{index}.md").write_text(f"---\nname: {name}\ng:\n{values}---\n")
    return folder


ROWS = """table => [...table.tBodies[0].rows].map(row => [
    row.querySelector("a").getAttribute("href").split("/").at(-2),
    [...row.cells].map(cell => cell.innerText.trim())])"""


def order_problems(binary: str, folder: pathlib.Path, language: str) -> list[str]:
    """Each column of a category's table, best first and worst first, beside what `explain` says."""
    source, output, found = site_of_all_kinds(folder / "source", language), folder / "output", []
    subprocess.run([binary, "build", "--quiet", "-s", source, "-o", output], check=True)
    engine = Engine(binary, source)
    with browser.opened(pages.Site(output)) as (window, root):
        page = window.new_page()
        page.goto(root + "/kinds/")
        table = page.locator("table[data-sortable]")
        for column, head in enumerate(table.locator("thead th button").all()):
            if column == 0:
                continue
            label = head.inner_text().split("\n")[0].split(" ")[0].lower()
            for direction in ["best", "worst"]:
                order = "node => node.closest('th').getAttribute('aria-sort')"
                before = head.evaluate(order)
                head.click()
                # The code that sorts is fetched when it is first used.
                end = time.monotonic() + 5
                while head.evaluate(order) in [None, before] and time.monotonic() < end:
                    time.sleep(0.01)
                rows = table.evaluate(ROWS)
                if column == 1:
                    names = [row[1][1] for row in rows]
                    wanted = ["Alpha 10", "Alpha 9", "Äpfel", "beta", "Öl", "Zeta"]
                    wanted = wanted if direction == "best" else wanted[::-1]
                    if [name.lower() for name in names] != [name.lower() for name in wanted]:
                        found.append(f"{language}: names are sorted {names}")
                    continue
                values = [row[1][column] for row in rows]
                missing = [index for index, value in enumerate(values) if value.startswith("—")]
                if missing and missing != list(range(len(rows) - len(missing), len(rows))):
                    found.append(f"{language}: {label}: missing values are not last: {values}")
                ahead = rows if direction == "best" else rows[::-1]
                for index, (first, _) in enumerate(ahead):
                    for second, _ in ahead[index + 1:]:
                        if engine.leader(first, second, f"g.{label}") == second:
                            found.append(f"{language}: {label}, {direction} first: {second} leads {first}: {values}")
        page.close()
    return found


def side_by_side_problems(folder: pathlib.Path) -> list[str]:
    """Values side by side that differ look different, on the site that `order_problems` built."""
    found = []
    with browser.opened(pages.Site(folder / "output")) as (window, root):
        page = window.new_page()
        page.goto(f"{root}/compare/?vendors=v0,v1,v3")
        page.wait_for_selector(".side-by-side.ready h2", timeout=5000)
        cells = page.locator(".side-by-side tr", has_text="load").locator("td bdi").all_inner_texts()
        if cells[:2] != ["84.04 MB", "84.01 MB"]:
            found.append(f"load is shown as {cells}")
        page.close()
    return found


def checks(binary: str, folder: pathlib.Path):
    for language in ["en", "de"]:
        yield f"order of columns in the browser, {language}", order_problems(binary, folder / language, language)
    yield "values side by side look different", side_by_side_problems(folder / "en")
