"""`versus serve` as a client meets it: the same bytes as the build, and the right status for anything."""
import json
import pathlib
import signal
import socket
import subprocess
import time

SCRIPT = b'<script src="/_versus/live.js"></script>'


class Preview:
    """A preview that runs while the block does; its end is checked too."""

    def __init__(self, binary: str, source, *options: str):
        self.command = [binary, "serve", "-s", str(source), "--port", "0", "--format", "json", *options]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.url = json.loads(self.process.stdout.readline())["url"]
        self.port = int(self.url.split(":")[2].split("/")[0])
        self.host = f"127.0.0.1:{self.port}"
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGINT)
        try:
            self.code = self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.code = self.process.wait()
        self.output = self.process.stdout.read()
        self.process.stdout.close()

    def end_problems(self) -> list[str]:
        found = [] if self.code == 0 else [f"Ctrl-C ended it with {self.code}"]
        return found + (["it printed more than one line"] if self.output else [])


class Connection:
    """One connection, kept open; what is sent is exactly what is given."""

    def __init__(self, port: int):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.file = self.socket.makefile("rb")

    def send(self, data: bytes):
        self.socket.sendall(data)

    def answer(self, method: str = "GET"):
        """Status, headers and body; status 0 when the server has closed instead."""
        try:
            line = self.file.readline()
        except (ConnectionError, TimeoutError):
            return 0, {}, b""
        if not line:
            return 0, {}, b""
        headers = {}
        while (field := self.file.readline().strip()):
            name, value = field.split(b":", 1)
            key = name.decode().lower()
            if key in headers:
                headers["repeated"] = key
            headers[key] = value.strip().decode()
        size = 0 if method == "HEAD" else int(headers.get("content-length", 0))
        return int(line.split()[1]), headers, self.file.read(size)

    def get(self, target: str, host: str, method: str = "GET", **headers: str):
        fields = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
        self.send(f"{method} {target} HTTP/1.1\r\nHost: {host}\r\n{fields}\r\n".encode())
        return self.answer(method)

    def close(self):
        self.file.close()
        self.socket.close()


def same_bytes(binary: str, source, output: pathlib.Path) -> list[str]:
    """Every file of the built site, fetched over one connection, is the built one but for the script."""
    found = []
    with Preview(binary, source) as preview:
        connection = Connection(preview.port)
        base = "/" + preview.url.split("/", 3)[3]
        for file in sorted(path for path in output.rglob("*") if path.is_file() and not path.name.startswith(".")):
            name = str(file.relative_to(output))
            address = base + (name.removesuffix("index.html") if name.split("/")[-1] == "index.html" else name)
            status, _, body = connection.get(address, preview.host)
            if file.suffix == ".html":
                if body.count(SCRIPT) != 1:
                    found.append(f"{address}: the live script stands on it {body.count(SCRIPT)} times")
                body = body.replace(SCRIPT, b"")
            if status != 200 or body != file.read_bytes():
                found.append(f"{address}: {status}, {len(body)} bytes are not the {file.stat().st_size} built ones")
        connection.close()
    return found + preview.end_problems()


def raw(target: str, *fields: str, method: str = "GET", version: str = "HTTP/1.1", host: str | None = "HOST") -> bytes:
    lines = [f"{method} {target} {version}"] + ([f"Host: {host}"] if host is not None else []) + list(fields)
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def requests() -> list[tuple[str, bytes, set[int]]]:
    """Name, bytes, and the status that they deserve; 0 is a closed connection. HOST is the right one."""
    table = []

    def add(status, *requests, name=None):
        allowed = status if isinstance(status, set) else {status}
        for request in requests:
            data = request if isinstance(request, bytes) else raw(request)
            table.append((name or data[:60].decode("latin-1").split("\r")[0], data, allowed))

    # What is there.
    add(200, "/", "/index.html", "/apps/", "/compare/alpha-vs-beta/", "/vendors/alpha/", "/404.html", "/?x=1&y",
        "/%61pps/", "/compare/alpha%2Dvs%2dbeta/", "/_versus/live.js", "/_versus/overlay.css", "/api/v1/index.json",
        "/assets/logo.svg", "/assets/na%C3%AFve.txt", "/assets/a%20b.txt", "/assets/100%25.txt")
    add(301, "/apps", "/vendors/alpha", "/compare/alpha-vs-beta", "/apps?x=1")
    # What is not.
    add(404, "/nobody/", "/.well-known/x", "/compare/beta-vs-alpha/", "/compare/alpha-vs-alpha/", "/compare/alpha-vs-nobody/",
        "//", "///", "//apps/", "/apps//", "/apps/index.htm", "/APPS/", "/apps/index.html/", "/vendors/",
        "/content/site.yaml", "/templates/base.html", "/_versus/", "/_versus/nothing.js", "/_versus/events/",
        "/etc/passwd", "//evil.example/", "//evil.example", "/\\evil.example", "/\\..\\..\\etc\\passwd", "/~root/",
        "/compare/" + "a" * 3000 + "/", "/compare/" + "-vs-" * 900 + "/", "/" + "a/" * 2000, "/*", "/apps;x", "/apps/;/")
    # Ways out of the site.
    add(400, "/../", "/..", "/../../etc/passwd", "/apps/../../etc/passwd", "/./", "/apps/./", "/apps/..",
        "/%2e%2e/", "/%2E%2E/etc/passwd", "/.%2e/", "/%2e./", "/%2e%2e%2fetc%2fpasswd", "/..%2f..%2fetc%2fpasswd",
        "/assets/..%2f..%2fcontent/site.yaml", "/%2fetc/passwd", "/apps%2f", "/assets%2Flogo.svg", "/%2e/", "/%2e")
    add(404, "/%252e%252e/", "/%252e%252e%252fetc%252fpasswd", "/%5c..%5c",
        "/assets/%252e%252e/site.yaml")
    add(403, "/.git/config", "/.env", "/.versus/manifest.json", "/assets/.hidden", "/%2egit/config",
        "/%2Eenv", "/...", "/..../", "/apps/.x/", "/..%252f..%252f",
        "/..%5c..%5cetc", "/..;/")
    # Bad escapes and bytes.
    add(400, "/%", "/%2", "/%zz", "/%g0", "/apps/%", "/%00", "/apps/%00", "/%0a", "/%0d%0aSet-Cookie:x", "/%7f", "/%ff",
        "/%c0%ae%c0%ae/", "/%ed%a0%80", "/%e2%82", "/%1b[31m", "/\x01", "/\xff")
    # Methods.
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "MOVE", "get", "GETT", "X"]:
        add(405, raw("/", method=method), raw("/_versus/events", method=method))
    add(405, raw("*", method="OPTIONS"), raw("HOST", method="CONNECT"), raw("/_versus/events", method="HEAD"))
    # Hosts and origins.
    for host in ["evil.example", "evil.example:PORT", "127.0.0.1:1", "localhost", "127.0.0.1", "0.0.0.0:PORT",
                 "127.0.0.2:PORT", "localhost.evil.example:PORT", "127.0.0.1.evil.example:PORT", "HOST.evil.example",
                 "evil@HOST", "HOST@evil.example", "[::1]", "::1:PORT", "[::1", "[evil]:PORT", "2130706433:PORT", "0x7f.1:PORT",
                 "localhost:PORTx", "localhost:", "localhost:+PORT", "localhost:PORT, evil.example", "localhost.:PORT"]:
        add(421, raw("/", host=host), name=f"Host: {host}")
    add(200, raw("/", host="localhost:PORT"), raw("/", host="LocalHost:PORT"), raw("/", host="[::1]:PORT"), name="good Host")
    add({400, 421}, raw("/", host=""), raw("/", host=None), raw("/", "Host: evil.example"), raw("/", "Host: HOST"), name="Host")
    add({400, 421}, raw("http://evil.example/", host="evil.example"), name="absolute form")
    add(400, raw("http://evil.example/"), raw("apps/"), raw("?"), raw("*"))
    for origin in ["http://evil.example", "https://HOST", "null", "http://localhost", "http://HOST.evil.example",
                   "file://", "", "http://127.0.0.1:1", "http://HOST/", "chrome-extension://x"]:
        add(403, raw("/", f"Origin: {origin}"), raw("/_versus/events", f"Origin: {origin}"), name=f"Origin: {origin}")
    add(200, raw("/", "Origin: http://HOST"), name="good Origin")
    add(403, raw("/api/v1/index.json", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"), name="cross-site load")
    add(200, raw("/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"), name="cross-site link")
    # Sizes and bodies.
    add({431, 400, 413}, raw("/", "X: " + "a" * 100_000), raw("/", *[f"X{n}: y" for n in range(9000)]), name="large headers")
    add({414, 431, 400}, raw("/" + "a" * 100_000), raw("/?" + "a" * 100_000), name="long address")
    add(200, raw("/?" + "a=1&" * 489), raw("/?" + "&" * 489), name="490 arguments")
    add(414, raw("/?" + "a=1&" * 490), raw("/?" + "&" * 12_000), raw("/?" + "=&" * 5_000), name="more arguments")
    # A NUL would end a text for the C library, and hide the rest from what checks it.
    add(400, raw("/\0"), raw("/apps/\0x"), raw("/?\0"), raw("/?a\0b=c"), raw("/", host="HOST\0"), raw("/", host="HOST\0.evil.example"),
        raw("/", "X: a\0b"), raw("/", "X: \0"), raw("/", "X\0: a"), raw("/", "X: a", "\0Y: b"), raw("/", method="GET\0"),
        raw("/", version="HTTP/1.1\0"), name="NUL")
    add(400, raw("/a b"), raw("/?a b"), raw("/", "X: a\r\n folded"), name="space")
    add(413, raw("/", "Content-Length: 5") + b"hello", raw("/", "Content-Length: 99999999999"),
        raw("/", "Transfer-Encoding: chunked") + b"5\r\nhello\r\n0\r\n\r\n", name="body")
    add({400, 413, 0}, raw("/", "Content-Length: -1"), raw("/", "Content-Length: x"),
        raw("/", "Content-Length: 99999999999999999999999"), raw("/", "Content-Length: 1", "Content-Length: 2") + b"x",
        raw("/", "Content-Length: 3", "Transfer-Encoding: chunked") + b"0\r\n\r\n", name="body of unclear size")
    # Ranges: bad ones are ignored, those past the end refused.
    for value in ["bytes=x-", "bytes=5-2", "bytes=", "bytes=-", "bytes", "lines=0-1", "bytes=0-1,3-4", "bytes=--1",
                  "bytes=0x0-1", "bytes= 0-1", "bytes=1-+2", "bytes=" + "0-0," * 2000]:
        add(200, raw("/assets/logo.svg", f"Range: {value}"), name=f"Range: {value[:30]}")
    for value in ["bytes=0-0", "bytes=0-", "bytes=-1", "bytes=0-99999999999999999999", "bytes=-99999999999999999999", "BYTES=1-2"]:
        add(206, raw("/assets/logo.svg", f"Range: {value}"), name=f"Range: {value}")
    for value in ["bytes=999999-", "bytes=99999999999999999999-", "bytes=-0"]:
        add(416, raw("/assets/logo.svg", f"Range: {value}"), name=f"Range: {value}")
    # Conditions.
    add(304, raw("/", "If-None-Match: *"), raw("/assets/logo.svg", 'If-None-Match: "x", *'))
    add(200, raw("/", 'If-None-Match: "x"'), raw("/", "If-None-Match: x"), raw("/", "If-None-Match: "), name="If-None-Match")
    # No HTTP at all.
    add({400, 505, 0}, b"\r\n\r\n\x16\x03\x01\x02\x00\x01\x00", b"GARBAGE\r\n\r\n", b"GET /\r\n\r\n", b"GET / HTTP/9.9\r\nHost: HOST\r\n\r\n",
        b"GET / FTP/1.1\r\nHost: HOST\r\n\r\n", b"\0\0\0\0\r\n\r\n", raw("/", "no colon"), raw("/", "Host : HOST"), name="no HTTP")
    return table


def hostile(binary: str, source: pathlib.Path) -> tuple[int, list[str]]:
    """Each request of the table on a connection of its own; afterwards the server must be as before."""
    found, table = [], requests()
    with Preview(binary, source) as preview:
        for name, data, allowed in table:
            data = data.replace(b"HOST", preview.host.encode()).replace(b"PORT", str(preview.port).encode())
            connection = Connection(preview.port)
            try:
                connection.send(data)
            except ConnectionError:
                pass
            connection.socket.settimeout(3)
            status, headers, body = connection.answer(data.split(b" ")[0].decode("latin-1"))
            connection.close()
            if status not in (0, 304) and ("content-length" not in headers or "repeated" in headers or body.startswith(b"HTTP/")):
                found.append(f"{name[:70]}: {status} with headers {headers} and {body[:30]}")
            if status not in allowed:
                found.append(f"{name[:70]}: {status}, not {allowed}")
            if b"root:" in body or "access-control-allow-origin" in headers or "set-cookie" in headers:
                found.append(f"{name[:70]}: it gives away what it must not")
            if status == 405 and "allow" not in headers:
                found.append(f"{name[:70]}: 405 without Allow")
            if status == 301 and not headers["location"].startswith("/apps/") and "vs-beta/" not in headers["location"] \
                    and headers["location"] != "/vendors/alpha/":
                found.append(f"{name[:70]}: leads to {headers['location']}")
        found += conditions(preview)
        if preview.process.poll() is not None:
            found.append("the server ended")
    return len(table), found + preview.end_problems()


def conditions(preview) -> list[str]:
    """What a browser that knows a file already gets, over one connection."""
    found = []
    connection = Connection(preview.port)
    for target in ["/", "/assets/logo.svg", "/nobody/"]:
        status, headers, body = connection.get(target, preview.host)
        tag = headers["etag"]
        if (again := connection.get(target, preview.host, If_None_Match=f'"x", W/{tag}'))[0] != (304 if status == 200 else 404):
            found.append(f"{target}: {again[0]} for a known tag")
        head = connection.get(target, preview.host, method="HEAD")
        if head[0] != status or {**head[1], "date": ""} != {**headers, "date": ""}:
            found.append(f"{target}: HEAD gives {head[0]}, {head[1]}")
        part = connection.get(target, preview.host, Range="bytes=2-5", If_Range=tag)
        if status == 200 and (part[0] != 206 or part[2] != body[2:6] or part[1]["content-range"] != f"bytes 2-5/{len(body)}"):
            found.append(f"{target}: a range gives {part}")
        if connection.get(target, preview.host, Range="bytes=2-5", If_Range='"old"')[0] != status:
            found.append(f"{target}: a range of other bytes is given")
    types = {"/": "text/html; charset=utf-8", "/assets/logo.svg": "image/svg+xml; charset=utf-8",
             "/api/v1/index.json": "application/json; charset=utf-8", "/_versus/live.js": "text/javascript; charset=utf-8"}
    for target, wanted in types.items():
        if (kind := connection.get(target, preview.host)[1]["content-type"]) != wanted:
            found.append(f"{target}: {kind}")
    connection.close()
    return found


def hostile_site(folder: pathlib.Path, base: pathlib.Path) -> pathlib.Path:
    """A small site with files whose names are awkward."""
    subprocess.run(["cp", "-r", str(base), str(folder)], check=True)
    assets = folder / "content/static/assets"
    assets.mkdir(parents=True)
    for name in ["logo.svg", "naïve.txt", "a b.txt", "100%.txt", ".hidden"]:
        (assets / name).write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    return folder


def slow(binary: str, base) -> list[str]:
    """Clients that send nothing, half a header, or a byte now and then, are let go in bounded time."""
    found = []
    with Preview(binary, base) as preview:
        starts = {"nothing": b"", "half a line": b"GET / HT", "half a header": b"GET / HTTP/1.1\r\nHost: ", "drops": b"GET / HTTP/1.1\r\n"}
        waiting = {name: Connection(preview.port) for name in starts}
        for name, connection in waiting.items():
            connection.send(starts[name])
        body = Connection(preview.port)
        body.send(raw("/", "Content-Length: 10", host=preview.host) + b"12")
        if body.answer()[0] != 413:
            found.append("a slow body is waited for")
        end = time.monotonic() + 25
        while waiting and time.monotonic() < end:
            time.sleep(1)
            for name, connection in list(waiting.items()):
                connection.socket.setblocking(False)
                try:
                    if name == "drops":
                        connection.socket.send(b"x")
                    if connection.socket.recv(1000)[:12] in (b"", b"HTTP/1.1 408"):
                        waiting.pop(name).close()
                except BlockingIOError:
                    pass
                except ConnectionError:
                    waiting.pop(name).close()
        found += [f"a client that sends {name} is kept" for name in waiting]
        if Connection(preview.port).get("/", preview.host)[0] != 200:
            found.append("no answer after slow clients")
    return found + preview.end_problems()


def resident_kilobytes(preview) -> int:
    status = pathlib.Path(f"/proc/{preview.process.pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0])


def load(binary: str, folder: pathlib.Path, base) -> list[str]:
    """Saves while pages are asked for and streams come and go: no error, and memory stays flat."""
    found = []
    subprocess.run(["cp", "-r", str(base), str(folder)], check=True)
    report = folder / "content/reports/2026-W14/alpha.md"
    text = report.read_text()
    with Preview(binary, folder) as preview:
        connection = Connection(preview.port)
        sizes = []
        for round in range(4):
            for step in range(20):
                report.write_text(text.replace("ease: 7", f"ease: {step % 10}" if step % 5 else "ease: wrong"))
                streams = [Connection(preview.port) for _ in range(10)]
                for stream in streams:
                    stream.send(raw("/_versus/events", host=preview.host))
                for _ in range(2):
                    status, _, body = connection.get("/compare/alpha-vs-beta/", preview.host)
                    if status != 200 or body.count(SCRIPT) != 1:
                        found.append(f"round {round}, save {step}: {status}")
                for number, stream in enumerate(streams):
                    if number % 2 and b"200" not in stream.file.readline():
                        found.append(f"round {round}, save {step}: no stream")
                    stream.close()
            sizes.append(resident_kilobytes(preview))
        if sizes[-1] > sizes[0] * 1.5 + 8192:
            found.append(f"memory grows: {sizes} kB")
        report.write_text(text.replace("ease: 7", "ease: 8"))
        end = time.monotonic() + 5
        while b"8/10" not in connection.get("/compare/alpha-vs-beta/", preview.host)[2] and time.monotonic() < end:
            time.sleep(0.02)
        if time.monotonic() > end:
            found.append("the last save is not shown")
        connection.close()
    return found + preview.end_problems()


def built(binary: str, folder: pathlib.Path, base) -> list[str]:
    """`--built`: the files alone, with the host's rules, and nothing through links or hidden names."""
    found = []
    subprocess.run(["cp", "-r", str(base), str(folder)], check=True)
    subprocess.run([binary, "build", "--quiet", "-s", folder], check=True)
    public = folder / "public"
    (public / "_headers").write_text("/*\n  X-All: yes\n/vendors/*\n  Cache-Control: max-age=60\n# no rule\n")
    (public / "_redirects").write_text(
        "/old/* /vendors/:splat 301\n/c/:a/:b /compare/:a-vs-:b/ 302\n/apps/* / 302!\n/alias /vendors/alpha/ 200\n"
        "/vendors/alpha/ /nowhere 301\nnonsense\n/bad /x 999\n")
    (public / "out.txt").symlink_to("/etc/passwd")
    (public / "outside").symlink_to("/etc")
    (public / ".hidden").write_text("x")
    (public / "seen.txt").symlink_to(".hidden")
    with Preview(binary, folder, "--built") as preview:
        connection = Connection(preview.port)
        wanted = {"/": (200, None), "/vendors/alpha/": (200, None), "/vendors/alpha": (301, "/vendors/alpha/"), "/old/beta/": (301, "/vendors/beta/"),
                  "/c/alpha/beta": (302, "/compare/alpha-vs-beta/"), "/apps/": (302, "/"), "/alias": (200, None), "/nowhere": (404, None),
                  "/out.txt": (404, None), "/outside/passwd": (404, None), "/seen.txt": (404, None), "/.hidden": (403, None), "/_headers": (404, None),
                  "/_redirects": (404, None), "/bad": (404, None), "/../": (400, None), "/_versus/live.js": (404, None), "/_versus/events": (404, None)}
        for target, (status, location) in wanted.items():
            answer = connection.get(target, preview.host)
            if (answer[0], answer[1].get("location")) != (status, location):
                found.append(f"{target}: {answer[0]} to {answer[1].get('location')}")
            if SCRIPT in answer[2] or b"root:" in answer[2]:
                found.append(f"{target}: what does not belong there")
        for target, name, value in [("/", "x-all", "yes"), ("/vendors/alpha/", "cache-control", "max-age=60"), ("/", "cache-control", "no-cache")]:
            if (given := connection.get(target, preview.host)[1].get(name)) != value:
                found.append(f"{target}: {name} is {given}")
        connection.close()
    return found + preview.end_problems()


def ports(binary: str, base) -> list[str]:
    """A taken port gives the next one, or with --strict-port exit code 3; nothing listens but on loopback."""
    found = []
    command = [binary, "serve", "-s", str(base), "--format", "json"]
    with Preview(binary, base) as preview:
        other = subprocess.Popen(command + ["--port", str(preview.port)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        port = int(json.loads(other.stdout.readline())["url"].split(":")[2].strip("/"))
        other.send_signal(signal.SIGTERM)
        said = other.communicate(timeout=10)[1]
        if port <= preview.port or f"port {preview.port} is taken; using {port}" not in said or other.returncode != 0:
            found.append(f"a taken port: {port} after {preview.port}, exit {other.returncode}, {said}")
        strict = subprocess.run(command + ["--port", str(preview.port), "--strict-port"], capture_output=True, text=True, timeout=30)
        if strict.returncode != 3 or strict.stdout or "Address already in use" not in strict.stderr:
            found.append(f"--strict-port: exit {strict.returncode}, {strict.stderr}")
        listening = [line.split() for line in pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]]
        places = [line[1] for line in listening if line[3] == "0A" and line[1].endswith(f":{preview.port:04X}")]
        if places != [f"0100007F:{preview.port:04X}"]:
            found.append(f"it listens on {places}")
    with Preview(binary, base, "--base-url", "https://example.org/a/b/", "--host", "localhost") as preview:
        connection = Connection(preview.port)
        host = f"localhost:{preview.port}"
        if preview.url != f"http://{host}/a/b/":
            found.append(f"a site below a path is at {preview.url}")
        for target, wanted in {"/": (302, "/a/b/"), "/a/b": (302, "/a/b/"), "/a/b/": (200, None), "/a/b/apps": (301, "/a/b/apps/"),
                               "/apps/": (404, None), "/a/": (404, None), "/a/b/a/b/": (404, None)}.items():
            answer = connection.get(target, host)
            if (answer[0], answer[1].get("location")) != wanted:
                found.append(f"{target}: {answer[0]} to {answer[1].get('location')}")
        connection.close()
    return found + preview.end_problems()
