"""Requests that nobody sends by accident, for the servers of a packed site: each gets the right page or is refused."""
import os
import pathlib
import re
import time

import preview

# 0 is a connection that the server closes.
REFUSED = set(range(400, 500)) | {0}
PAGE, MOVED = {200}, {301}
# What servers say of protocols that they do not speak; any other answer of this kind is a failure.
UNKNOWN_PROTOCOL = REFUSED | {501, 505}
ROUNDS = 40


class Table:
    """Names, bytes and the statuses that they deserve. HOST is replaced by the right one."""

    def __init__(self):
        self.requests: list[tuple[str, bytes, set[int]]] = []

    def add(self, allowed: set[int], *targets: str):
        for target in targets:
            name = target if len(target) < 200 else f"{target[:100]} … {target[-60:]}"
            self.requests.append((name, preview.raw(target), allowed))

    def add_bytes(self, name: str, allowed: set[int], *requests: bytes):
        for data in requests:
            line = data[:60].decode("latin-1").split("\r")[0]
            self.requests.append((f"{name}: {line}", data, allowed))


def addresses(table: Table, index: dict, left: str, right: str) -> None:
    before, between, after = index["before"], index["between"], index["after"]
    pair = before + left + between + right + after
    swapped = before + right + between + left + after

    def at(text: str) -> str:
        return before + text + after

    # The right address in other spellings, and those that lead to it.
    table.add(PAGE, pair, pair.replace("-", "%2D"), pair.replace("-", "%2d"), pair.replace("v", "%76"), pair + "?", pair + "?x=1&y",
              pair + "?%00", pair + "?<script>alert(1)</script>", pair + "?" + "a=1&" * 400, pair + "?../../etc/passwd", pair + "?%zz",
              before + "".join(f"%{ord(letter):02x}" for letter in left + between + right) + after)
    table.add(MOVED, swapped, pair[:-1], swapped[:-1], pair + "index.html", swapped + "index.html", swapped + "?x=1", pair[:-1] + "?" + "y" * 900)
    # Servers either make these paths simple or know no such page.
    table.add(PAGE | MOVED | REFUSED, before + "./" + pair[len(before):], before + "../" + pair[1:], before + "x/../" + pair[len(before):],
              "/" + pair, "//" + pair, pair.replace(between, between[:1] + "%" + f"{ord(between[1]):02X}" + between[2:]),
              pair + "#x", pair + "#<script>", pair + "%2f",
              at("%2f" + left + between + right), before + "%2e/" + pair[len(before):], "http://HOST" + pair, "http://evil.example" + pair)
    # Nobody's names.
    for name in ["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf", "__defineGetter__",
                 "null", "undefined", "NaN", "true", "length", "places", "0", "-1", "nobody", left.upper(), left + " ", " " + left]:
        table.add(REFUSED, at(name.replace(" ", "%20") + between + right), at(left + between + name.replace(" ", "%20")))
    table.add(REFUSED, at(left), at(between), at(left + between), at(between + right), at(left + between + left), at(left + right),
              at(left + between + right + between + left), at(left + between + between + right), at(left + "/" + between + right),
              at(left + between + right + "/x"), at(left + between + right + ";x"), at(left + between + right + ".json"),
              at(left + between + right + ".md.html"), at(left + "," + right), at(left + "%2f" + between + right),
              at(left + "%5c" + between + right), pair + "x/", pair + "index.htm", pair + "index.html/", pair + "index%2ehtml/")
    # Ways out of the site.
    table.add(REFUSED, at("..%2f..%2fetc%2fpasswd" + between + right), at(left + between + "..%2f..%2f..%2fetc%2fpasswd"),
              before + "../../../../etc/passwd", before + "..%2f..%2f..%2fetc/passwd", before + "%2e%2e/%2e%2e/etc/passwd",
              before + "..%5c..%5cetc%5cpasswd", before + "..%252f..%252fetc%252fpasswd", pair + "..%2f..%2f..%2fetc%2fpasswd",
              "/..", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/.%2e/.%2e/etc/passwd", "/etc/passwd", "/%2fetc%2fpasswd",
              "/\\..\\..\\etc\\passwd", "/..;/etc/passwd", "/%c0%ae%c0%ae/etc/passwd", "/vendors/..%2f..%2fetc%2fpasswd")
    # Files that are for the servers alone.
    base = index["base"]
    hidden = ["_pairs/index.json", "_pairs/handler.mjs", "_pairs/server.mjs", "_pairs/nginx.conf", "_pairs/", "_pairs", "_worker.js", "_routes.json",
              "%5fpairs/index.json", "_pairs%2findex.json", "_pairs/./index.json", "_pairs/../_pairs/index.json", "_pairs//index.json",
              "/_pairs/index.json", "./_pairs/index.json", "x/../_pairs/index.json", "%5Fworker.js", ".versus-build", "%2eversus-build",
              ".git/config", ".env", ".well-known/../.versus-build", "_pairs/" + index["categories"][0]["slug"] + "/program.json"]
    table.add(REFUSED, *[base + name for name in hidden])
    # Other hosts.
    for name in ["//evil.example/", "//evil.example", "/\\evil.example/", "//vendors", "///vendors", "//vendors/" + left, "/%2fvendors/" + left,
                 "/vendors//" + left, "//" + before.strip("/"), "/%5cevil.example"]:
        table.add(PAGE | MOVED | REFUSED, name)


def characters(table: Table, index: dict, left: str, right: str) -> None:
    before, between, after = index["before"], index["between"], index["after"]

    def at(text: str) -> str:
        return before + text + after

    # Nulls, line ends and other control characters.
    for code in ["%00", "%0a", "%0d", "%0d%0aX-Injected:%20yes", "%0d%0aSet-Cookie:x=1", "%08", "%1b[31m", "%7f", "%09"]:
        table.add(REFUSED, at(left + code + between + right), at(left + between + right + code), before + code, "/" + code)
    # Bad escapes and bytes that are no text.
    for code in ["%", "%2", "%zz", "%u0041", "%ff", "%c0%af", "%e0%a4%a", "%ed%a0%80", "%e2%82", "%f5%80%80%80", "%fe%ff"]:
        table.add(REFUSED, at(left + code + between + right), at(code + between + code))
    # Letters that look alike, or change when they are made small or normal.
    for text in ["%EF%BC%8D", "%E2%80%AE", "%E2%80%8B", "%CC%81", "%F0%9F%98%80", "%C4%B1", "%E2%84%AA", "%C3%9F", "%EF%BB%BF", "%D7%90", "%E2%80%A8"]:
        table.add(REFUSED, at(left + text + between + right), at(text + between + right))
    for text in ["<script>alert(1)</script>", "%3Cscript%3Ealert(1)%3C/script%3E", "'\"><img src=x>".replace(" ", "%20"), "${7*7}", "{{7*7}}",
                 "$(id)", "`id`", "|id", ";id", "'%20OR%201=1", "%25252e", "*", "[]", "(", ")+", "^$"]:
        table.add(REFUSED, at(text + between + right))
    for text in ["\xe9", "\xff\xfe", "\xc3\xa9", "\x01", "\x7f"]:
        table.add(REFUSED, at(left + text + between + right))
    # Sizes.
    for size in [300, 3000, 7000, 20_000, 100_000]:
        table.add(REFUSED, at("a" * size + between + right), at(left + between + "%61" * (size // 3)), at(between * (size // len(between))),
                  at((left + between) * (size // len(left + between))), "/" + "a/" * (size // 2))
    table.add(REFUSED | PAGE, at(left + between + right) + "?" + "x" * 7000, at(left + between + right) + "?" + "x" * 100_000)


def protocol(table: Table, pair: str, index: dict) -> None:
    raw, base = preview.raw, index["base"]
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "MKCOL", "LOCK", "M-SEARCH", "get", "GETT", "X", "G E T",
                   "GET\0", "\xc3"]:
        table.add_bytes("method", REFUSED, raw(pair, method=method), raw(base, method=method))
    table.add_bytes("method", REFUSED, raw("*", method="OPTIONS"), raw("HOST:1", method="CONNECT"), raw("*"))
    known = ["*", '"x"', 'W/"x"', "", ",", '"', '"x', "x" * 6000, ", ".join(['"a"'] * 900), "\xff", '"<script>"', "W/", "W/W/*"]
    table.add_bytes("condition", {200, 304} | REFUSED, *[raw(pair, f"If-None-Match: {value}") for value in known])
    ranges = ["bytes=0-5", "bytes=-1", "bytes=9-1", "bytes=" + "0-0," * 900, "bytes=99999999999999999999-", "x"]
    table.add_bytes("range", {200, 206, 416}, *[raw(pair, f"Range: {value}") for value in ranges])
    fields = ["Accept: " + "a/b," * 900, "Accept-Encoding: \xff", "Cookie: " + "a=b; " * 900, "X-Forwarded-Host: evil.example",
              "X-Original-URL: /_pairs/index.json", "X-Rewrite-URL: /etc/passwd", "X-HTTP-Method-Override: DELETE", "Upgrade: websocket", "Upgrade: h2c",
              "Connection: keep-alive, Host", "Authorization: Basic \xff", "If-Modified-Since: never", "Content-Type: text/html", "Expect: 100-continue",
              "Expect: nonsense", "Range: ", "Referer: javascript:alert(1)", "X: " + "a" * 7000]
    table.add_bytes("field", PAGE | REFUSED, *[raw(pair, field) for field in fields])
    hosts = ["evil.example", "evil.example:1", "", "a b", "\xff", "[::1]", "HOST, evil.example", "HOST/x", "HOST\0"]
    table.add_bytes("host", PAGE | REFUSED, *[raw(pair, host=host) for host in hosts], raw(pair, host=None), raw(pair, "Host: evil.example"))
    table.add_bytes("size of header", REFUSED, raw(pair, "X: " + "a" * 100_000), raw(pair, *[f"X{number}: y" for number in range(9000)]))
    bodies = [raw(pair, "Content-Length: 5") + b"hello", raw(pair, "Transfer-Encoding: chunked") + b"5\r\nhello\r\n0\r\n\r\n",
              raw(pair, "Content-Length: 99999999999")]
    table.add_bytes("body", PAGE | REFUSED, *bodies)
    unclear = [raw(pair, "Content-Length: -1"), raw(pair, "Content-Length: x"), raw(pair, "Content-Length: 1", "Content-Length: 2") + b"x",
               raw(pair, "Content-Length: 3", "Transfer-Encoding: chunked") + b"0\r\n\r\n", raw(pair, "Transfer-Encoding: chunked, x") + b"0\r\n\r\n",
               raw(pair, "no colon"), raw(pair, "Host : HOST"), raw(pair, " folded"), raw(pair, "X\0: a"), raw(pair, "X: a\0b"), raw(pair + " x")]
    table.add_bytes("unclear", PAGE | UNKNOWN_PROTOCOL, *unclear)
    other = [b"\r\n\r\n\x16\x03\x01\x02\x00\x01\x00", b"GARBAGE\r\n\r\n", b"GET\r\n\r\n", raw(pair, version="HTTP/9.9"), raw(pair, version="FTP/1.1"),
             raw(pair, version="HTTP/2.0"), b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"\0\0\0\0\r\n\r\n"]
    table.add_bytes("protocol", PAGE | UNKNOWN_PROTOCOL, *other)


def requests(index: dict) -> list[tuple[str, bytes, set[int]]]:
    left, right = index["categories"][0]["vendors"][:2]
    table = Table()
    addresses(table, index, left, right)
    characters(table, index, left, right)
    protocol(table, index["before"] + left + index["between"] + right + index["after"], index)
    return table.requests


def ask(port: int, data: bytes):
    """The answer to one request on a connection of its own, and how long it took."""
    connection = preview.Connection(port)
    connection.socket.settimeout(5)
    start = time.monotonic()
    try:
        connection.send(data)
    except ConnectionError:
        # The server said no before it had read all.
        pass
    method = data.split(b" ")[0].decode("latin-1")
    try:
        answer = connection.answer(method)
        if answer[0] == 100:
            answer = connection.answer(method)
    except (OSError, ValueError, IndexError):
        answer = 0, {}, b""
    connection.close()
    return *answer, time.monotonic() - start


def resident(pids: list[int]) -> int:
    """Kilobytes of memory of all processes of a server."""
    texts = [pathlib.Path(f"/proc/{pid}/status").read_text() for pid in pids]
    return sum(int(text.split("VmRSS:")[1].split()[0]) for text in texts)


def open_files(pids: list[int]) -> int:
    return sum(len(list(pathlib.Path(f"/proc/{pid}/fd").iterdir())) for pid in pids)


def processor(pids: list[int]) -> float:
    """Seconds of processor time so far, which other programs on the machine do not change."""
    fields = [pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split() for pid in pids]
    return sum(int(each[11]) + int(each[12]) for each in fields) / os.sysconf("SC_CLK_TCK")


def dear(served, index: dict) -> list[str]:
    """An address in which every place may be the one between two slugs takes no time worth speaking of."""
    pids = processes(served.process.pid)
    before = processor(pids)
    between = index["between"]
    for _ in range(10):
        ask(served.port, preview.raw(index["before"] + between * (15_000 // len(between)) + index["after"], host=served.host))
    spent = processor(pids) - before
    return [f"ten long addresses took {spent:.1f} s of the processor"] if spent > 0.5 else []


def processes(pid: int) -> list[int]:
    children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid] + [int(child) for child in children]


def contents(packed: pathlib.Path, plain: pathlib.Path) -> set[bytes]:
    """What a right answer may hold: the pages of the site, whole."""
    return {path.read_bytes() for folder in [packed, plain] for path in folder.rglob("*.html")}


def problems(served, index: dict, packed: pathlib.Path, plain: pathlib.Path) -> tuple[int, list[str]]:
    """The number of requests, and what was wrong with the answers."""
    found, table, pages = [], requests(index), contents(packed, plain)
    host = served.host.encode()
    table = [(name, data.replace(b"HOST", host), allowed) for name, data, allowed in table]
    for name, data, allowed in table:
        status, headers, body, seconds = ask(served.port, data)
        if status not in allowed:
            found.append(f"{name}: {status}")
        if seconds > 3:
            found.append(f"{name}: took {seconds:.1f} s")
        if status == 200 and body not in pages and not data.startswith(b"HEAD"):
            found.append(f"{name}: 200 with something that is no page: {body[:60]}")
        location = headers.get("location", "").removeprefix(f"http://{served.host}")
        if status == 301 and not re.fullmatch(re.escape(index["base"]) + r"[a-z0-9][a-z0-9/-]*/", location):
            found.append(f"{name}: leads to {location}")
        if b"root:" in body or {"x-injected", "set-cookie"} & headers.keys():
            found.append(f"{name}: it gives away what it must not")
        if b"<script>alert" in body or b"<img src=x" in body:
            found.append(f"{name}: the address stands in the answer")
    return len(table), found + dear(served, index) + staying(served, table, index, pages)


def staying(served, table: list, index: dict, pages: set[bytes]) -> list[str]:
    """After all requests many times over, and clients that leave at once, the server is as it was."""
    found = []
    pids = processes(served.process.pid)
    files = open_files(pids)
    # A program takes room while it warms up; what is lost grows the second time, too.
    for _ in range(2):
        sizes = []
        for _ in range(ROUNDS):
            for _, data, _ in table:
                ask(served.port, data)
            sizes.append(resident(pids))
        # The second half must not be larger than the first.
        middle = len(sizes) // 2
        is_flat = max(sizes[middle:]) <= 1.15 * max(sizes[:middle]) + 2048
        if is_flat:
            break
    largest = index["base"] + "index.html"
    for _ in range(100):
        connection = preview.Connection(served.port)
        connection.send(preview.raw(largest, host=served.host) * 3)
        connection.close()
    end = time.monotonic() + 30
    while open_files(pids) > files + 3 and time.monotonic() < end:
        time.sleep(0.1)
    if open_files(pids) > files + 3:
        found.append(f"{open_files(pids)} open files instead of {files}")
    left, right = index["categories"][0]["vendors"][:2]
    pair = index["before"] + left + index["between"] + right + index["after"]
    status, _, body, _ = ask(served.port, preview.raw(pair, host=served.host))
    if status != 200 or body not in pages:
        found.append(f"afterwards, {pair}: {status}")
    if not is_flat:
        found.append(f"memory grows: {sizes} kB")
    if processes(served.process.pid) != pids or served.process.poll() is not None:
        found.append("the server ended, or began anew")
    return found
