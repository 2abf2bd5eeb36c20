"""`versus build --packed`: the host puts together the bytes that a plain build writes, and speaks HTTP as a static host does."""
import json
import pathlib
import random
import re
import shutil
import socket
import subprocess
import tempfile
import time

import packed_hostile
import preview

LAW = pathlib.Path(__file__).with_name("packed_law.mjs")
VENV = pathlib.Path(__file__).resolve().parents[2] / ".venv/bin"
RUNTIMES = {
    "Node": ["node"], "Bun": [str(VENV / "bun")],
    "Deno": [str(VENV / "deno"), "run", "--quiet", "--allow-read", "--allow-env"],
}
SERVERS = {
    "Node": ["node"], "Bun": [str(VENV / "bun")],
    "Deno": [str(VENV / "deno"), "run", "--quiet", "--allow-read", "--allow-env", "--allow-net"],
}
# What stands in a pack beside the ordinary files.
PARTS = re.compile(r"_pairs/(index\.json|handler\.mjs|server\.mjs|nginx\.js|nginx\.conf|[^/]+/(program|vendors/[^/]+)\.json)"
                   r"|_worker\.js|_routes\.json")


def files(folder: pathlib.Path) -> dict[str, pathlib.Path]:
    return {str(path.relative_to(folder)): path for path in folder.rglob("*")
            if path.is_file() and path.name != ".versus-build"}


def build(binary: str, source: pathlib.Path, output: pathlib.Path, *options: str) -> str:
    done = subprocess.run([binary, "build", "-s", source, "-o", output, *options], capture_output=True, text=True)
    return "" if done.returncode == 0 else f"build {' '.join(options)} ended with {done.returncode}: {done.stderr[-800:]}"


def must(binary: str, *words: str) -> None:
    done = subprocess.run([binary, *words], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{words} ended with {done.returncode}: {done.stderr}")


def index_of(packed: pathlib.Path) -> dict:
    return json.loads((packed / "_pairs/index.json").read_text("utf-8"))


def left_out(packed: pathlib.Path, plain: pathlib.Path) -> tuple[list[str], list[str]]:
    """The addresses of pages that only the plain build writes; and what else is not the same."""
    ours, theirs = files(packed), files(plain)
    problems = [f"{name} is no part of a pack" for name in ours.keys() - theirs.keys() if not PARTS.fullmatch(name)]
    problems += [f"{name} differs" for name in ours.keys() & theirs.keys() if ours[name].read_bytes() != theirs[name].read_bytes()]
    index = index_of(packed)
    ending = "index.html" if index["after"].endswith("/") else ".html"
    return sorted(index["base"] + name.removesuffix(ending) for name in theirs.keys() - ours.keys()), problems


def law(runtime: str, packed: pathlib.Path, plain: pathlib.Path) -> list[str]:
    """Every page that the plain build writes comes out of the handler with the same bytes."""
    addresses, problems = left_out(packed, plain)
    with tempfile.NamedTemporaryFile("w") as wanted:
        wanted.write("\n".join(addresses))
        wanted.flush()
        command = [*RUNTIMES[runtime], str(LAW), str(packed), str(plain), index_of(packed)["base"], wanted.name]
        done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    lines = done.stdout.splitlines()
    if done.returncode or not lines or lines[-1] != f"{len(addresses)} pages":
        problems.append(f"{runtime} ended with {done.returncode}: {done.stderr[-500:]}")
    return problems + lines[:-1]


def sizes(packed: pathlib.Path) -> list[str]:
    """A vendor has one file of at most 40 kB."""
    return [f"{name}: {path.stat().st_size} bytes" for name, path in files(packed).items()
            if "/vendors/" in name and name.startswith("_pairs/") and path.stat().st_size > 40_000]


# ---- HTTP

class Served:
    """A server on a port of its own, which runs while the block does."""

    def __init__(self, command: list[str], port: int):
        self.command, self.port, self.host = command, port, f"127.0.0.1:{port}"

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 20
        while time.monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return self
            except OSError:
                time.sleep(0.05)
        raise RuntimeError(f"{self.command[0]} does not listen")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def server(runtime: str, packed: pathlib.Path) -> Served:
    port = free_port()
    return Served([*SERVERS[runtime], str(packed / "_pairs/server.mjs"), str(port)], port)


NGINX = """
load_module /usr/lib/nginx/modules/ngx_http_js_module.so;
daemon off; error_log stderr error; pid {folder}/nginx.pid; worker_processes 1;
events {{ }}
http {{
  access_log off; types {{ text/html html; }} default_type application/octet-stream;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{
    listen 127.0.0.1:{port};
    root {packed};
    set $versus_pairs {packed}/_pairs;
    js_path {packed}/_pairs/;
    include {packed}/_pairs/nginx.conf;
  }}
}}
"""


def nginx(packed: pathlib.Path, folder: pathlib.Path) -> Served:
    port = free_port()
    folder.mkdir()
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=port, packed=packed))
    for parent in [packed, *packed.parents][:4]:
        parent.chmod(0o755)
    return Served(["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")], port)


def address_of(index: dict, left: str, right: str) -> str:
    first, second = (right, left) if index["isRightFirst"] else (left, right)
    return index["before"] + first + index["between"] + second + index["after"]


def http_problems(served: Served, packed: pathlib.Path, plain: pathlib.Path, sample: int = 60) -> list[str]:
    """Pages, reversed addresses, methods, conditions, and all that hostile clients send."""
    found, index = [], index_of(packed)
    addresses, _ = left_out(packed, plain)
    random.seed(1)
    connection = preview.Connection(served.port)

    def expect(name: str, got, wanted):
        if got != wanted:
            found.append(f"{name}: {got!r} instead of {wanted!r}")

    missing = (packed / "404.html").read_bytes()
    for address in random.sample(addresses, min(sample, len(addresses))):
        page = (plain / (address.removeprefix(index["base"]) + "index.html")).read_bytes()
        status, headers, body = connection.get(address, served.host)
        expect(address, (status, body == page, headers.get("content-type")), (200, True, "text/html; charset=utf-8"))
        expect(f"{address}: cache", headers.get("cache-control"), "public, max-age=0, must-revalidate")
        expect(f"{address}: policy", headers.get("x-content-type-options"), "nosniff")
        etag = headers.get("etag", "")
        expect(f"{address}: ETag", bool(re.fullmatch(r'"[0-9a-f-]+"', etag)), True)
        status, headers, _ = connection.get(address, served.host, "HEAD")
        expect(f"HEAD {address}", (status, headers.get("content-length"), headers.get("etag")), (200, str(len(page)), etag))
        for condition in [etag, "W/" + etag, f'"x", {etag}', "*"]:
            status, headers, body = connection.get(address, served.host, "HEAD", If_None_Match=condition)
            expect(f"{address} if not {condition}", (status, headers.get("etag")), (304, etag))
        status, _, _ = connection.get(address, served.host, If_None_Match='"x"')
        expect(f"{address} if not x", status, 200)
        for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]:
            status, headers, _ = connection.get(address, served.host, method, Content_Length="0")
            expect(f"{method} {address}", (status, headers.get("allow")), (405, "GET, HEAD"))
        for other in [address[:-1], address + "index.html"]:
            status, headers, _ = connection.get(other, served.host)
            expect(other, (status, (headers.get("location") or "").removeprefix(f"http://{served.host}")), (301, address))
    category = index["categories"][0]
    left, right = category["vendors"][:2]
    reversed_address = address_of(index, right, left)
    for name in [reversed_address, reversed_address[:-1], reversed_address + "?x=1"]:
        status, headers, _ = connection.get(name, served.host)
        location = (headers.get("location") or "").removeprefix(f"http://{served.host}")
        expect(name, (status, location), (301, address_of(index, left, right)))
    for pair in (pair.split(" ") for pair in category["files"]):
        address = address_of(index, *pair)
        page = (plain / (address.removeprefix(index["base"]) + "index.html")).read_bytes()
        expect(f"{address}: the editor's", connection.get(address, served.host)[2] == page, True)
    before, between, after = index["before"], index["between"], index["after"]
    nobody = [left + between + left, left + between + "nobody", "nobody" + between + right, left, between, "",
              left + between, between + left, left + right, left + between + right + between + left,
              "__proto__" + between + left, "constructor" + between + "toString", left + between + "__proto__",
              left.upper() + between + right.upper(), left + between + right + "%00", left + "%2f" + between + right,
              left + between + right + "/x", "%3Cscript%3E" + between + right, "<script>" + between + right,
              "..%2f..%2fetc%2fpasswd" + between + right, "\\" + between + right, "%0d%0aX:%20y" + between + right,
              "%5Cu0000" + between + right, left + between + right + ";x", "'" + between + '"', "a" * 3000 + between + right,
              between * 400, "%E2%80%AE" + between + right, "$" + "{7*7}" + between + right]
    if len(index["categories"]) > 1 and index["categories"][1]["vendors"]:
        nobody.append(left + between + index["categories"][1]["vendors"][0])
    for text in nobody:
        if text == "" and (packed / before.removeprefix(index["base"]) / "index.html").is_file():
            continue
        connection.close()
        connection = preview.Connection(served.port)
        status, headers, body = connection.get(before + text + after, served.host)
        expect(before + text[:60] + after, (status in {400, 404}, status == 400 or body == missing), (True, True))
        if b"<script>" in body.replace(b"<script", b"", 0) and b"<script>-vs" in body:
            found.append(f"{text[:60]}: the address stands in the page")
    for text in ["%", "%zz", "%E0%A4%A", "%ff", "%C0%AF", "%u0041"]:
        connection.close()
        connection = preview.Connection(served.port)
        status, _, body = connection.get(before + text + between + right + after, served.host)
        expect(f"malformed {text}", status in {400, 404}, True)
    connection.close()
    connection = preview.Connection(served.port)
    status, _, body = connection.get(address_of(index, left, right).replace("-", "%2D"), served.host)
    expect("escaped hyphens", status, 200)
    for hidden in ["_pairs/index.json", "_worker.js", "_pairs/handler.mjs", "../etc/passwd", "%2e%2e/etc/passwd", ".versus-build"]:
        connection.close()
        connection = preview.Connection(served.port)
        status, _, _ = connection.get(index["base"] + hidden, served.host)
        expect(hidden, status in {400, 403, 404}, True)
    connection.close()
    return found


# ---- Builds

def states(folder: pathlib.Path) -> dict[str, tuple[bytes, int]]:
    return {name: (path.read_bytes(), path.stat().st_mtime_ns) for name, path in files(folder).items()}


def build_problems(binary: str, folder: pathlib.Path, source: pathlib.Path) -> list[str]:
    """Builds with and without --packed after each other leave what a clean one does; one report changes one part."""
    found = []
    site, output = folder / "site", folder / "site/public"
    shutil.copytree(source / "content", site / "content")
    clean = {}
    for name, options in {"plain": [], "packed": ["--packed"]}.items():
        found.append(build(binary, site, folder / name, *options))
        clean[name] = {path: file.read_bytes() for path, file in files(folder / name).items()}
    for name in ["packed", "plain", "packed", "packed", "plain"]:
        found.append(build(binary, site, output, *(["--packed"] if name == "packed" else [])))
        if {path: file.read_bytes() for path, file in files(output).items()} != clean[name]:
            found.append(f"a {name} build after another leaves something else than a clean one")
        found.append(build(binary, site, output, "--verify", *(["--packed"] if name == "packed" else [])))
    found.append(build(binary, site, output, "--packed"))
    before = states(output)
    report = sorted((site / "content/reports").glob("*/*.md"))[-1]
    report.write_text(report.read_text("utf-8").replace("\n---\n", "\n---\n\nOne more sentence.\n", 1), "utf-8")
    text = report.read_text("utf-8")
    report.write_text(re.sub(r"^name: (.*)$", r"name: \1 X", text, count=1, flags=re.M), "utf-8")
    found.append(build(binary, site, output, "--packed"))
    after = states(output)
    changed = [name for name in after if name.startswith("_pairs/") and after[name] != before.get(name)]
    if len(changed) != 1 or not changed[0].endswith(f"/{report.stem}.json"):
        found.append(f"a changed report changed {changed}")
    found.append(build(binary, site, folder / "again", "--packed"))
    if {path: file.read_bytes() for path, file in files(output).items()} != {
            path: file.read_bytes() for path, file in files(folder / "again").items()}:
        found.append("an incremental packed build is not a clean one")
    return [problem for problem in found if problem]


def without_folders(binary: str, folder: pathlib.Path, source: pathlib.Path) -> list[str]:
    """`paths.comparison` without a last slash writes a file for each pair, packed or not, with the right vendor first."""
    site, found = folder / "site", []
    shutil.copytree(source / "content", site / "content")
    shutil.rmtree(site / "content/comparisons")
    text = (site / "content/site.yaml").read_text("utf-8")
    (site / "content/site.yaml").write_text(
        re.sub(r"^paths:.*\n", "", text, flags=re.M) + "paths: { comparison: '/versus/\\(right)-vs-\\(left)' }\n", "utf-8")
    found += [build(binary, site, folder / "plain"), build(binary, site, folder / "packed", "--packed")]
    if any(found):
        return found
    pages = [path.name for path in (folder / "plain/versus").iterdir()]
    if len(pages) < 3 or not all(name.endswith(".html") for name in pages):
        found.append(f"the comparisons are {pages}")
    found += law("Node", folder / "packed", folder / "plain")
    index = index_of(folder / "packed")
    left, right = index["categories"][0]["vendors"][:2]
    address = address_of(index, left, right)
    with server("Node", folder / "packed") as served:
        for name, wanted in {address: 200, address + ".html": 301, address + "/": 301, address_of(index, right, left): 301}.items():
            connection = preview.Connection(served.port)
            status, headers, _ = connection.get(name, served.host)
            connection.close()
            if status != wanted or status == 301 and headers["location"] != address:
                found.append(f"{name}: {status}, {headers.get('location')}")
    with preview.Preview(binary, site, "--built", "--output", str(folder / "packed")) as served:
        page = folder / "plain" / (address.removeprefix(index["base"]) + ".html")
        connection = preview.Connection(served.port)
        status, _, body = connection.get(address, served.host)
        connection.close()
        if status != 200 or body != page.read_bytes():
            found.append(f"serve --built: {address}: {status}")
    return [problem for problem in found if problem]


def refused(binary: str, folder: pathlib.Path, source: pathlib.Path) -> list[str]:
    """A template that needs evaluation is named with its place; nothing is written."""
    site = folder / "site"
    shutil.copytree(source / "content", site / "content")
    (site / "templates").mkdir()
    (site / "templates/comparison.html").write_text(
        '\\(extends "base")\n\\(block main)\n<h1>\\((left.name + right.name).uppercased())</h1>\n\\(end)\n')
    done = subprocess.run([binary, "build", "--packed", "-s", site, "-o", folder / "out"], capture_output=True, text=True)
    place = "templates/comparison.html:3:8: error: a packed page cannot call 'uppercased'"
    found = [] if done.returncode == 1 else [f"ended with {done.returncode}"]
    found += [] if place in done.stderr else [f"said {done.stderr}"]
    for words, code in {("check",): 0, ("check", "--packed"): 1, ("plan", "--packed"): 1}.items():
        done = subprocess.run([binary, *words, "-s", site], capture_output=True, text=True)
        if done.returncode != code or (place in done.stderr) != (code == 1):
            found.append(f"{' '.join(words)} ended with {done.returncode}: {done.stderr}")
    return found + (["something was written"] if files(folder / "out") else [])


def checks(binary: str, folder: pathlib.Path, sites: dict[str, pathlib.Path], plain: dict[str, pathlib.Path],
           themed: dict[str, pathlib.Path]):
    """Of `themed`, which have templates of their own, the plain output is in `public`."""
    folder.mkdir()
    for number, (name, source) in enumerate(themed.items()):
        problem = build(binary, source, folder / f"themed-{number}", "--packed")
        yield f"packed, {name}: the same bytes in Node", [problem] if problem else law("Node", folder / f"themed-{number}", source / "public")
    packed = {}
    for name, source in sites.items():
        packed[name] = folder / name
        problem = build(binary, source, packed[name], "--packed")
        if problem:
            yield f"packed, {name}", [problem]
            del packed[name]
            continue
        yield f"packed, {name}: the same bytes in Node", law("Node", packed[name], plain[name])
        yield f"packed, {name}: sizes", sizes(packed[name])
    for runtime in ["Bun", "Deno"]:
        for name in ["weeks", "content"]:
            yield f"packed, {name}: the same bytes in {runtime}", law(runtime, packed[name], plain[name])
    both, index = (packed["content"], plain["content"]), index_of(packed["content"])
    for runtime in SERVERS:
        with server(runtime, packed["content"]) as served:
            yield f"packed: HTTP of {runtime}", http_problems(served, *both)
    with nginx(packed["content"], folder / "nginx") as served:
        yield "packed: HTTP of nginx", http_problems(served, *both)
    for name, served in {"Node": server("Node", packed["content"]), "nginx": nginx(packed["content"], folder / "hostile")}.items():
        with served:
            count, problems = packed_hostile.problems(served, index, *both)
        yield f"packed: {count} hostile requests for {name}", problems
    (folder / "builds").mkdir()
    yield "packed: builds after each other", build_problems(binary, folder / "builds", sites["weeks"])
    (folder / "files").mkdir()
    yield "packed: addresses without a folder", without_folders(binary, folder / "files", sites["weeks"])
    (folder / "refused").mkdir()
    yield "packed: what cannot be packed", refused(binary, folder / "refused", sites["weeks"])
