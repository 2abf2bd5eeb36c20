"""How fast the preview is: its first page, pages on request, and an open page after a save."""
import pathlib
import shutil
import socket
import statistics
import subprocess
import sys
import time

from measuring import Failed
from playwright.sync_api import sync_playwright
from preview import Connection, Preview
from sites import HERE, WEEK, hugo, pairs, slug
from table import Table

THEME = HERE.parent / "templates"
TARGET_SIZE = 1000


class Site:
    """Made-up vendors, with reports of 20 kB."""

    def __init__(self, vendors: int, scratch: pathlib.Path):
        self.vendors, self.folder = vendors, scratch / str(vendors)
        subprocess.run([sys.executable, HERE / "generate.py", str(vendors), self.folder], check=True)

    def __str__(self) -> str:
        return f"{self.vendors:,} vendors"

    def comparison(self, left: int, right: int) -> str:
        return f"/compare/{slug(left)}-vs-{slug(right)}/"

    @property
    def report(self) -> pathlib.Path:
        return self.folder / f"content/reports/{WEEK}/{slug(0)}.md"


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.1f} ms"


def row(table: Table, what: str, times: list[float], target: float | None = None) -> None:
    """The median, with what is wanted at most, in milliseconds."""
    middle = statistics.median(times)
    shown = f"{milliseconds(middle)} (best {milliseconds(min(times))}, worst {milliseconds(max(times))}, {len(times)} times)"
    if target is None:
        table.note(what, shown)
    else:
        table.at_most(what, middle * 1000, target, shown, " ms")


def peak(preview: Preview) -> int:
    """The largest resident size so far, in megabytes."""
    status = pathlib.Path(f"/proc/{preview.process.pid}/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


def fetch(connection: Connection, preview: Preview, path: str) -> float:
    start = time.perf_counter()
    status = connection.get(path, preview.host)[0]
    if status != 200:
        raise Failed(f"{path} gives {status}")
    return time.perf_counter() - start


def first_page(table: Table, binary: str, site: Site, rounds: int) -> None:
    """From starting the program to the last byte of the home page; and, by itself, what reads as much."""
    total, reading = [], []
    for _ in range(rounds):
        start = time.perf_counter()
        with Preview(binary, site.folder) as preview:
            connection = Connection(preview.port)
            fetch(connection, preview, "/")
            total.append(time.perf_counter() - start)
            connection.close()
        start = time.perf_counter()
        subprocess.run([binary, "explain", "-s", site.folder, slug(0), slug(1), "--format", "json"],
                       check=True, stdout=subprocess.DEVNULL)
        reading.append(time.perf_counter() - start)
    is_target = site.vendors >= TARGET_SIZE
    row(table, f"{site}: start to first page", total, 300 if is_target else None)
    row(table, "… reading alone (all that `explain` does)", reading)
    # Each beside the one that was run in the same moment.
    rest = [max(0, whole - part) for whole, part in zip(total, reading)]
    row(table, "… of it not reading", rest, 100 if is_target else None)


def requests(table: Table, binary: str, site: Site, rounds: int) -> None:
    with Preview(binary, site.folder) as preview:
        connection = Connection(preview.port)
        step = max(1, pairs(site.vendors) // 500)
        all_pairs = [(left, right) for left in range(site.vendors) for right in range(left + 1, site.vendors)]
        times = [fetch(connection, preview, site.comparison(*pair)) for pair in all_pairs[::step]]
        row(table, f"{site}: a comparison on request", times, 5)
        for name, path in [("the home page", "/"), ("a vendor's page", f"/reports/{slug(0)}/")]:
            row(table, f"{site}: {name} on request", [fetch(connection, preview, path) for _ in range(rounds)])
        connection.close()
        table.at_most(f"{site}: peak memory", peak(preview), 256, f"{peak(preview)} MB", " MB")


WATCH = """(wanted) => new Promise((done) => {
  const look = () => {
    const shown = wanted.color ? getComputedStyle(document.querySelector("h1")).color === wanted.color
      : document.querySelector("main").textContent.includes(wanted.text);
    if (shown) done(performance.timeOrigin + performance.now()); else setTimeout(look, 1);
  };
  look();
})"""


class Saves:
    """Changes of one file, each with what an open page then shows."""

    def __init__(self, file: pathlib.Path, text: str, change):
        self.file, self.text, self.change = file, text, change
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def save(self, number: int) -> dict:
        text, wanted = self.change(self.text, number)
        self.file.write_text(text)
        return wanted


def said(number: int) -> str:
    return f"Saved {number} times"


def kinds(site: Site) -> list[tuple[str, str, Saves]]:
    """What is saved, the page that is open, and the saves."""
    templates = site.folder / "templates"

    def report(text, number):
        return text.replace("\npros:\n", f"\npros:\n  - {said(number)}\n"), {"text": said(number)}

    def template(text, number):
        # Not what a report said before.
        words = f"Template {said(number)}"
        return text.replace("</h1>", f"</h1><p>{words}</p>"), {"text": words}

    def sheet(text, number):
        color = f"rgb(1, 2, {number % 256})"
        return f"{text}h1 {{ color: {color} !important }}", {"color": color}

    def theme(name, change):
        return Saves(templates / name, (THEME / name).read_text(), change)

    comparison, own = site.comparison(0, 1), f"/reports/{slug(0)}/"
    reports = Saves(site.report, site.report.read_text(), report)
    return [
        ("a report", comparison, reports), ("a report, its own page open", own, reports),
        ("a template", comparison, theme("comparison.html", template)),
        ("a stylesheet", comparison, theme("assets/site.css", sheet)),
    ]


def saves(table: Table, binary: str, site: Site, rounds: int) -> None:
    """From the end of writing a file to the moment when the open page has changed, in Chromium."""
    text = site.report.read_text()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        everything = kinds(site)
        with Preview(binary, site.folder) as preview:
            page = browser.new_page()
            for what, path, kind in everything:
                page.goto(preview.url.rstrip("/") + path)
                page.wait_for_timeout(500)
                page.evaluate("window.mark = 1")
                times = []
                for number in range(1, rounds + 1):
                    wanted = kind.save(number)
                    saved = time.time()
                    times.append(page.evaluate(WATCH, wanted) / 1000 - saved)
                    page.wait_for_timeout(200)
                if not page.evaluate("window.mark === 1"):
                    raise Failed(f"{what}: the page was loaded again")
                row(table, f"{site}: save of {what}, to changed page", times, 100)
            table.note(f"{site}: peak memory after that", f"{peak(preview)} MB")
        browser.close()
    shutil.rmtree(site.folder / "templates")
    site.report.write_text(text)


def against_hugo(table: Table, binary: str, site: Site, rounds: int) -> None:
    """The first comparison of each, from the start of the program."""
    shutil.copytree(HERE / "hugo", site.folder / "hugo", dirs_exist_ok=True)
    own = []
    for _ in range(rounds):
        start = time.perf_counter()
        with Preview(binary, site.folder) as preview:
            connection = Connection(preview.port)
            fetch(connection, preview, site.comparison(0, 1))
            own.append(time.perf_counter() - start)
            connection.close()
    row(table, f"{site}: start to first comparison", own)
    row(table, "… with Hugo's server", [start_of_hugo(site) for _ in range(3)])


def start_of_hugo(site: Site) -> float:
    """It begins to answer when all pages are there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = time.perf_counter()
    server = subprocess.Popen(
        [hugo(), "server", "--port", str(port), "--source", site.folder / "hugo", "--renderToMemory"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while time.perf_counter() - start < 300:
            if server.poll() is not None:
                raise Failed(f"Hugo ended with {server.returncode}")
            try:
                connection = Connection(port)
            except OSError:
                time.sleep(0.005)
                continue
            status = connection.get(site.comparison(0, 1), f"localhost:{port}")[0]
            connection.close()
            if status == 200:
                return time.perf_counter() - start
            time.sleep(0.005)
        raise Failed("Hugo's server does not answer in five minutes")
    finally:
        server.terminate()
        server.wait()
