"""What the preview stands: requests by the ten thousand, saves by the thousand, clients that come and go."""
import asyncio
import pathlib
import re
import shutil
import statistics
import subprocess
import time

from measuring import Failed
from preview import Connection, Preview, resident_kilobytes
from serving import Site, said
from table import Table

CONNECTIONS, REQUESTS, CLIENTS = 50, 10_000, 100
# A save that is not shown after so many seconds is lost.
PATIENCE = 10
# What memory may grow by between the first tenth of the saves and the last.
GROWTH = 1.1


def megabytes(kilobytes: int) -> str:
    return f"{kilobytes / 1024:.0f} MB"


def requests(table: Table, binary: str, site: Site) -> None:
    """wrk counts answers other than 200 and connections that failed."""
    if not shutil.which("wrk"):
        raise Failed("wrk is not there")
    with Preview(binary, site.folder) as preview:
        url = preview.url.rstrip("/") + site.comparison(0, 1)
        count, errors, sizes, rates = 0, [], [], []
        while count < REQUESTS:
            text = subprocess.run(["wrk", "-t2", f"-c{CONNECTIONS}", "-d5", url], check=True, capture_output=True,
                                  text=True).stdout
            count += int(re.search(r"(\d+) requests in", text)[1])
            rates.append(float(re.search(r"Requests/sec: *([\d.]+)", text)[1]))
            errors += [line.strip() for line in text.splitlines() if "errors" in line or "Non-2xx" in line]
            sizes.append(resident_kilobytes(preview))
    table.add(f"{site}: {count:,} requests over {CONNECTIONS} connections, by wrk",
              f"{'; '.join(errors) or 'no error'}, {statistics.median(rates):,.0f}/s", "no error",
              not errors and preview.end_problems() == [])


class Stream:
    """A client of the event stream."""

    def __init__(self, preview: Preview):
        self.preview = preview

    async def __aenter__(self):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.preview.port)
        self.writer.write(f"GET /_versus/events HTTP/1.1\r\nHost: {self.preview.host}\r\n\r\n".encode())
        if b" 200 " not in await self.reader.readline():
            raise Failed("a stream was refused")
        await self.message()
        return self

    async def message(self) -> None:
        while not (line := await self.reader.readline()).startswith(b"data:"):
            if not line:
                raise Failed("a stream ended")

    async def __aexit__(self, *_):
        self.writer.close()


class Visits:
    """Clients that each read some messages, go, and come again, until they are told to end."""

    def __init__(self, preview: Preview):
        self.preview, self.count, self.errors, self.is_ending = preview, 0, [], False

    async def client(self, number: int) -> None:
        while not self.is_ending:
            try:
                async with Stream(self.preview) as stream:
                    self.count += 1
                    for _ in range(number % 5):
                        await asyncio.wait_for(stream.message(), PATIENCE)
                # Half of them come back at once, as a reload does, the others as a browser does.
                await asyncio.sleep(0.05 if number % 2 else 0.5)
            except (OSError, Failed, TimeoutError) as error:
                if not self.is_ending:
                    self.errors.append(repr(error))


async def save_often(preview: Preview, site: Site, count: int) -> tuple[Visits, list[int], list[float], list[str]]:
    """Each save must be told to a stream, and then be on the page."""
    text, sizes, times, lost = site.report.read_text(), [], [], []
    visits = Visits(preview)
    clients = [asyncio.create_task(visits.client(number)) for number in range(CLIENTS)]
    connection = Connection(preview.port)
    async with Stream(preview) as stream:
        for number in range(1, count + 1):
            start = time.perf_counter()
            site.report.write_text(text.replace("\npros:\n", f"\npros:\n  - {said(number)}\n"))
            try:
                await asyncio.wait_for(stream.message(), PATIENCE)
                page = await asyncio.to_thread(connection.get, site.comparison(0, 1), preview.host)
                if page[0] != 200 or said(number).encode() not in page[2]:
                    lost.append(f"save {number}: {page[0]}")
            except TimeoutError:
                lost.append(f"save {number}: nothing said")
            times.append(time.perf_counter() - start)
            sizes.append(resident_kilobytes(preview))
    visits.is_ending = True
    for client in clients:
        client.cancel()
    await asyncio.gather(*clients, return_exceptions=True)
    connection.close()
    site.report.write_text(text)
    return visits, sizes, times, lost


def saves(table: Table, binary: str, site: Site, count: int) -> None:
    with Preview(binary, site.folder) as preview:
        visits, sizes, times, lost = asyncio.run(save_often(preview, site, count))
        # Streams whose clients are gone are looked for once a second.
        time.sleep(3)
        handles = len(list(pathlib.Path(f"/proc/{preview.process.pid}/fd").iterdir()))
    problems = lost + visits.errors + preview.end_problems()
    what = f"{site}: {count:,} saves of a report while {CLIENTS} clients of the stream come and go"
    table.add(what, f"{'; '.join(problems[:3]) or 'no error'}, {visits.count:,} visits, "
              f"{statistics.median(times) * 1000:.0f} ms from save to page, without a browser",
              "no error", not problems)
    tenth = max(1, count // 10)
    first, last = [statistics.median(part) for part in (sizes[tenth // 2:tenth], sizes[-tenth:])]
    table.add("… memory in the first tenth and in the last", f"{megabytes(first)}, {megabytes(last)}; largest {megabytes(max(sizes))}",
              f"at most {GROWTH} ×", last <= first * GROWTH)
    table.note("… open files at the end", f"{handles}")
