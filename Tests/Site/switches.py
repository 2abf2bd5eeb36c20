#!/usr/bin/env python3
"""Readers of a folder while `versus publish` and `rollback` switch its releases, and while publish is killed.

usage: Tests/Site/switches.py BINARY [PUBLISHES]

wrk reads pages behind nginx, and each page's style sheet after the page: nothing may be missing, and no page
may be of two releases.
"""
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

from line import HOST, free_port, running
from remotes import Publisher, files

ROLLBACKS = 100
KILLS = 20

# A thread has one connection, so its requests follow each other.
SCRIPT = r"""
local paths = { PATHS }
local threads = {}
function setup(thread) table.insert(threads, thread) end
function init() math.randomseed(SEED); bad, read, last, style = "", 0, 0, nil end
function request()
  asked = style or paths[math.random(#paths)]
  return wrk.format("GET", asked)
end
local function tell(text) if #bad < 2000 then bad = bad .. asked .. " " .. text .. "\n" end end
function response(status, headers, body)
  read = read + 1
  if status ~= 200 then tell("has status " .. status); style = nil; return end
  if style then
    if #body == 0 then tell("is empty") end
    style = nil
    return
  end
  local first
  for number in body:gmatch("Release (%d+)") do
    number = tonumber(number)
    first = first or number
    if number ~= first then tell("is of releases " .. first .. " and " .. number) end
  end
  if not first then tell("is of no release") return end
  if body:sub(-8) ~= "</html>\n" then tell("does not end") end
  if FORWARD and first < last then tell("is of release " .. first .. " after " .. last) end
  last = first
  style = body:match('href="(/assets/[^"]+%.css)"')
  if not style then tell("has no style sheet") end
end
function done(summary, latency, requests)
  local errors = summary.errors
  local lost = errors.connect + errors.read + errors.write + errors.timeout
  local all = ""
  for _, thread in ipairs(threads) do all = all .. thread:get("bad") end
  io.write("\nRESULT " .. summary.requests .. " " .. lost .. " " .. errors.status .. "\n" .. all)
end
"""


class Switched(Publisher):
    """A site whose every page names its release, and whose style sheet changes with it."""

    ACCENTS = ["#0b6b45", "#7a1f5c", "#8a2b06"]

    def __init__(self, binary: str, folder: pathlib.Path, port: int):
        super().__init__(binary, folder, {})
        self.port = port
        self.number(1)

    def number(self, number: int) -> None:
        (self.folder / "content/site.yaml").write_text(
            f"title: Release {number}\nbaseURL: http://{HOST}:{self.port}/\nlanguage: en\nhost: nginx\n"
            f"theme: {{ accent: '{self.ACCENTS[number % 3]}' }}\n")

    def must(self, *words: str) -> None:
        done = self.run(*words)
        if done.returncode:
            raise RuntimeError(f"{words} ended with {done.returncode}: {done.stderr}")

    @property
    def shown(self) -> pathlib.Path:
        return self.folder / "target/current"


def nginx(site: Switched):
    folder = site.folder / "nginx"
    folder.mkdir()
    places = "".join(f"{name}_temp_path {folder}/tmp;" for name in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "main.conf").write_text(f"""
        daemon off; master_process off; {user} pid {folder}/pid; error_log {folder}/log;
        events {{ }}
        http {{
          include /etc/nginx/mime.types; access_log off; keepalive_requests 1000000; {places}
          server {{ listen {HOST}:{site.port}; root {site.shown}; include {site.shown}/nginx.conf; }}
        }}""")
    return running(["/usr/sbin/nginx", "-c", folder / "main.conf", "-e", folder / "log"], site.port)


def read_meanwhile(site: Switched, forward: bool, switch) -> tuple[int, list[str]]:
    """Runs wrk until the switches are done; returns how many requests it made, and what was wrong."""
    pages = [path for path in files(site.shown) if path.endswith("index.html")]
    paths = ", ".join(f'"/{path.removesuffix("index.html")}"' for path in sorted(pages))
    script = site.folder / "wrk.lua"
    script.write_text(SCRIPT.replace("PATHS", paths).replace("FORWARD", str(forward).lower())
                      .replace("SEED", str(len(pages))))
    reader = subprocess.Popen(
        ["wrk", "-t2", "-c2", "-d3600", "--timeout", "10s", "-s", script, f"http://{HOST}:{site.port}/"],
        stdout=subprocess.PIPE, text=True)
    try:
        time.sleep(0.5)
        switch()
        time.sleep(0.5)
        # It stops then as at the end of its time.
        reader.send_signal(signal.SIGINT)
        text = reader.communicate(timeout=30)[0]
    finally:
        reader.kill()
        reader.wait()
    requests, lost, _ = (int(word) for word in re.search(r"^RESULT (.*)$", text, re.MULTILINE)[1].split())
    found = text.split("RESULT", 1)[1].splitlines()[1:]
    return requests, found + ([f"{lost} requests without an answer"] if lost else [])


def switches(binary: str, folder: pathlib.Path, publishes: int):
    site = Switched(binary, folder, free_port())
    for number in (1, 2):
        site.number(number)
        site.must("publish", "target", "-q")
    names = sorted(path.name for path in (site.folder / "target/releases").iterdir() if path.is_dir())

    def back_and_forth():
        for number in range(ROLLBACKS):
            site.must("rollback", "target", names[number % 2], "-q")

    def forward():
        for number in range(3, publishes + 3):
            site.number(number)
            site.must("publish", "target", "-q")

    with nginx(site):
        requests, found = read_meanwhile(site, False, back_and_forth)
        yield f"{requests} requests by wrk through {ROLLBACKS} rollbacks: no error, no mixed release", found
        site.must("rollback", "target", names[1], "-q") if site.shown.readlink().name != names[1] else None
        requests, found = read_meanwhile(site, True, forward)
        yield f"{requests} requests by wrk through {publishes} publishes: no error, none goes back", found


# MARK: Kills

def release(folder: pathlib.Path) -> dict[str, bytes]:
    return files(folder.resolve())


class Publishing:
    """A run of publish, from when it makes a release; the build and the checks before take much longer."""

    def __init__(self, site: Switched):
        self.process = subprocess.Popen([site.binary, "publish", "target", "-q"], cwd=site.folder,
                                        env={"PATH": "/usr/bin:/bin", "HOME": str(site.folder)})
        while self.process.poll() is None and not (site.folder / "target/releases/.new").exists():
            time.sleep(0.001)

    def seconds(self) -> float:
        start = time.monotonic()
        self.process.wait()
        return time.monotonic() - start

    def kill_after(self, seconds: float) -> None:
        time.sleep(seconds)
        self.process.kill()
        self.process.wait()


def kills(binary: str, folder: pathlib.Path, seed: int):
    chance, found, seen_old, seen_new = random.Random(seed), [], 0, 0
    site = Switched(binary, folder, 80)
    for number in range(1000):
        path = site.folder / f"content/static/{number % 10}/{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{number}\n")
    site.must("publish", "target", "-q")
    site.number(2)
    site.must("build", "-q")
    # A reader slows it down.
    bound = 2 * Publishing(site).seconds()
    old = files(site.folder / "public")
    for attempt in range(KILLS):
        site.number(attempt + 3)
        # The build is not what is killed here.
        site.must("build", "-q")
        new, moment = files(site.folder / "public"), chance.uniform(0, bound)
        reader, run = Reader(site.shown), Publishing(site)
        run.kill_after(moment)
        reader.stop()
        shown = release(site.shown)
        if not all(is_release(each, old) or is_release(each, new) for each in [*reader.seen, shown]):
            found.append(f"{moment:.3f} s: the reader sees neither release whole")
        is_new = is_release(shown, new)
        seen_new, seen_old = seen_new + is_new, seen_old + (not is_new)
        done = site.run("publish", "target", "-q")
        if done.returncode or not is_release(release(site.shown), new):
            found.append(f"{moment:.3f} s: the next run does not complete: {done.stderr.strip()}")
        if (site.folder / "target/releases/.new").exists():
            found.append(f"{moment:.3f} s: the next run leaves a half-made release")
        old = new
    yield (f"publish killed at {KILLS} random moments of {bound:.2f} s (seed {seed}): "
           f"{seen_old} times the old release, {seen_new} times the new", found)


def is_release(shown: dict[str, bytes], site: dict[str, bytes]) -> bool:
    """Whether readers see a site. Assets of the one before may be there, too."""
    others = shown.keys() - site.keys()
    return all(shown.get(path) == site[path] for path in site) and all(path.startswith("assets/") for path in others)


class Reader:
    """Reads what is shown again and again, as a whole."""

    def __init__(self, link: pathlib.Path):
        self.link, self.seen, self.is_done = link, [], threading.Event()
        self.thread = threading.Thread(target=self.read)
        self.thread.start()

    def read(self) -> None:
        while not self.is_done.is_set():
            self.seen = self.seen[-20:] + [release(self.link)]

    def stop(self) -> None:
        self.is_done.set()
        self.thread.join()


def checks(binary: str, folder: pathlib.Path, publishes: int = 10):
    folder.mkdir()
    yield from switches(binary, folder / "switches", publishes)
    seed = int(os.environ.get("VERSUS_KILL_SEED") or random.randrange(1 << 32))
    yield from kills(binary, folder / "kills", seed)


if __name__ == "__main__":
    failed = 0
    with tempfile.TemporaryDirectory() as work:
        for name, result in checks(sys.argv[1], pathlib.Path(work) / "x", *map(int, sys.argv[2:3])):
            print("FAIL" if result else "ok  ", name, *result[:12], sep="\n     " if result else " ", flush=True)
            failed += bool(result)
    sys.exit(1 if failed else 0)
