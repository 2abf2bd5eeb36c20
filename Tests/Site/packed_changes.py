"""A packed site that changes while requests run: each answer is a page of one release, whole, and the newest soon."""
import http.client
import pathlib
import re
import shutil
import threading
import time

import packed

STEPS, READERS = 8, 4
# A server looks for new files once a second.
SECONDS = 3


class Changing:
    """A site with the pages of each of its states, as a plain build writes them."""

    def __init__(self, binary: str, folder: pathlib.Path, source: pathlib.Path, edited: int):
        self.binary, self.folder, self.edited = binary, folder, edited
        shutil.copytree(source / "content", folder / "content")
        site = folder / "content/site.yaml"
        site.write_text(re.sub(r"^baseURL:.*", "baseURL: https://example.org/", site.read_text("utf-8"), flags=re.M), "utf-8")
        self.reports = sorted((folder / "content/reports").glob("*/*.md"))[-2:]
        self.states = []
        for number in range(STEPS):
            self.edit(number)
            problem = packed.build(binary, folder, folder / "plain")
            if problem:
                raise RuntimeError(problem)
            names = [report.stem for report in self.reports]
            self.states.append({f"/{path.relative_to(folder / 'plain').parent}/": path.read_bytes()
                                for path in (folder / "plain").rglob("*-vs-*/index.html") if any(name in str(path) for name in names)})

    def edit(self, number: int) -> None:
        for report in self.reports[:self.edited]:
            text = report.read_text("utf-8")
            report.write_text(re.sub(r"^name: (.*?)( \d+)?$", rf"name: \1 {number}", text, count=1, flags=re.M), "utf-8")


class Reader(threading.Thread):
    """Asks for the pages in turn. What it got must be a page of some state, and never of one before the last."""

    def __init__(self, site: Changing, port: int, turn: int):
        super().__init__()
        self.site, self.port, self.count, self.found, self.is_done = site, port, 0, [], False
        addresses = sorted(site.states[0])
        self.addresses = addresses[turn:] + addresses[:turn]
        self.last, self.newest = dict.fromkeys(addresses, 0), dict.fromkeys(addresses, 0)

    def run(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        while not self.is_done and len(self.found) < 5:
            for address in self.addresses:
                connection.request("GET", address)
                answer = connection.getresponse()
                body = answer.read()
                states = [number for number, state in enumerate(self.site.states) if state[address] == body]
                self.count += 1
                if answer.status != 200 or not states:
                    self.found.append(f"{address}: status {answer.status}, {len(body)} bytes that are the page of no release")
                elif states[-1] < self.last[address]:
                    self.found.append(f"{address}: release {states[-1]} after {self.last[address]}")
                else:
                    self.last[address], self.newest[address] = states[0], states[-1]
        connection.close()


def problems(site: Changing, served: packed.Served, change) -> tuple[int, list[str]]:
    """How many requests were answered while the site went through its states, and what was wrong."""
    with served:
        readers = [Reader(site, served.port, turn) for turn in range(READERS)]
        for reader in readers:
            reader.start()
        try:
            for number in range(1, STEPS):
                site.edit(number)
                change()
                # So that some changes come before a server has looked, and some after.
                time.sleep(0.1 + number % 3 * 0.5)
            time.sleep(SECONDS)
        finally:
            for reader in readers:
                reader.is_done = True
            for reader in readers:
                reader.join()
    found = [problem for reader in readers for problem in reader.found]
    if not found and any(newest != STEPS - 1 for reader in readers for newest in reader.newest.values()):
        found = ["the newest release is not shown"]
    return sum(reader.count for reader in readers), found


def checks(binary: str, folder: pathlib.Path, source: pathlib.Path):
    folder.mkdir()
    for way, edited in {"built in place": 1, "published": 2}.items():
        site = Changing(binary, folder / str(edited), source, edited)
        for server in ["Node", "nginx"]:
            place = site.folder / server
            shown = place if way == "built in place" else place / "current"

            def change(site=site, place=place, edited=edited):
                words = ["build", "-o", str(place)] if edited == 1 else ["publish", str(place)]
                packed.must(binary, *words, "--packed", "-q", "-s", str(site.folder))

            site.edit(0)
            change()
            served = packed.server("Node", shown) if server == "Node" else packed.nginx(shown, site.folder / "settings")
            count, found = problems(site, served, change)
            yield f"packed: {count} requests to {server} while the site is {way}, {edited} reports changing", found


if __name__ == "__main__":
    import sys
    import tempfile
    with tempfile.TemporaryDirectory() as work:
        root = pathlib.Path(__file__).resolve().parents[2]
        for name, result in checks(str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(work) / "x", root / "Tests/Sites/weeks"):
            print("FAIL" if result else "ok  ", name, *result, sep="\n  " if result else " ", flush=True)
