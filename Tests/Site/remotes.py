"""`versus publish` and `rollback` with real servers on loopback: SFTP, WebDAV and S3 by rclone, ssh by rsync."""
import concurrent.futures
import contextlib
import getpass
import json
import os
import pathlib
import subprocess
import sys
import textwrap
import time
import urllib.request

from line import HOST, Line, free_port, running

VENDORS = ["ada", "bob", "cyd", "dee"]
EDITED = "content/reports/2026-W14/ada.md"
BOUND = 120


class Publisher:
    """A site, and the program with the environment of a remote."""

    def __init__(self, binary: str, folder: pathlib.Path, environment: dict[str, str]):
        self.binary, self.folder, self.environment = str(pathlib.Path(binary).resolve()), folder, environment
        folder.mkdir(parents=True)
        self.run("init", "-q")
        for number, slug in enumerate(VENDORS):
            self.report(slug, number + 1)

    def report(self, slug: str, ease: int) -> None:
        path = self.folder / f"content/reports/2026-W14/{slug}.md"
        path.write_text(f"---\nname: {slug.title()}\nscores: {{ ease: {ease} }}\n---\n## Overview\n\nText.\n")

    def run(self, *words: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            ["timeout", str(BOUND), self.binary, *words], cwd=self.folder, capture_output=True, text=True,
            env={"PATH": "/usr/bin:/bin", "HOME": str(self.folder)} | self.environment)

    def built(self) -> dict[str, bytes]:
        return files(self.folder / "public")


def files(folder: pathlib.Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*")
            if path.is_file() and not path.relative_to(folder).parts[0].startswith(".versus")}


class Place:
    """A remote whose files are in a folder of this machine."""

    def __init__(self, folder: pathlib.Path):
        self.root = folder / "remote"
        self.root.mkdir(parents=True)

    def files(self) -> dict[str, bytes]:
        return files(self.root)

    def stamps(self) -> dict[str, object]:
        """What changes when a file is written."""
        return {path: (self.root / path).stat().st_mtime_ns for path in self.files()}


# While a file is there, a disk that takes some bytes more and then says that it is full. The size of that file is
# how many bytes it took, of all programs together.
FULL = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define ROOM 60000

// How many bytes the disk took; less than none where it has room.
static long taken(void) {
  struct stat status;
  return stat(FLAG, &status) == 0 ? status.st_size : -1;
}

ssize_t write(int file, const void *bytes, size_t count) {
  struct stat status;
  long before = taken();
  if (before >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode)) {
    if (before + (long)count > ROOM) {
      errno = ENOSPC;
      return -1;
    }
    if (truncate(FLAG, before + count) != 0) return -1;
  }
  return NEXT(write)(file, bytes, count);
}

int statvfs(const char *path, struct statvfs *status) {
  int result = NEXT(statvfs)(path, status);
  if (taken() >= 0) status->f_bavail = status->f_bfree = 0;
  return result;
}
"""


class SSH(Place):
    """An sshd of one's own, whose only user is the one who runs the tests, on a disk that can be full."""

    def __init__(self, folder: pathlib.Path):
        super().__init__(folder)
        self.folder, self.port, self.user = folder, free_port(), getpass.getuser()
        if os.getuid() == 0:
            # Where sshd leaves its rights behind; its unit makes the folder otherwise.
            pathlib.Path("/run/sshd").mkdir(exist_ok=True)
        self.flag = folder / "is-full"
        subprocess.run(["cc", "-x", "c", "-", "-O1", "-shared", "-fPIC", f'-DFLAG="{self.flag}"', "-o", folder / "full.so"],
                       input=FULL, text=True, check=True)
        for name in ["host", "user"]:
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
        self.allow()

    def allow(self, mode: str = "") -> None:
        key = (self.folder / "user.pub").read_text()
        (self.folder / "allowed").write_text(f"{mode} {key}" if mode else key)
        (self.folder / "config").write_text(textwrap.dedent(f"""\
            ListenAddress {HOST}
            Port {self.port}
            HostKey {self.folder}/host
            AuthorizedKeysFile {self.folder}/allowed
            PidFile none
            StrictModes no
            UsePAM no
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            PermitRootLogin prohibit-password
            Subsystem sftp /usr/lib/openssh/sftp-server
            SetEnv LD_PRELOAD={self.folder}/full.so
            """))

    @contextlib.contextmanager
    def full(self):
        self.flag.touch()
        try:
            yield
        finally:
            self.flag.unlink()

    def server(self):
        return running(["/usr/sbin/sshd", "-D", "-e", "-f", self.folder / "config"], self.port)

    def known(self, port: int) -> pathlib.Path:
        kind, key = (self.folder / "host.pub").read_text().split()[:2]
        path = self.folder / f"known-{port}"
        path.write_text(f"[{HOST}]:{port} {kind} {key}\n")
        return path


class Sftp(SSH):
    """By rclone, without a shell behind it: no hashes and no times can be asked for."""
    name = "SFTP"
    words = "may not write there"

    def environment(self, port: int) -> dict[str, str]:
        config = self.folder / "rclone.conf"
        config.write_text(f"[store]\ntype = sftp\nhost = {HOST}\nport = {port}\nuser = {self.user}\n"
                          f"key_file = {self.folder}/user\nknown_hosts_file = {self.known(port)}\n"
                          "shell_type = none\n")
        return {"RCLONE_CONFIG": str(config)}

    def target(self, port: int) -> str:
        return f"store:{self.root}"

    @contextlib.contextmanager
    def revoked(self):
        self.allow('command="internal-sftp -R",restrict')
        try:
            yield
        finally:
            self.allow()


class Rsync(SSH):
    name = "ssh by rsync"
    words = "does not let this user in"

    def __init__(self, folder: pathlib.Path):
        super().__init__(folder)
        # Nothing is there before the first time.
        self.root = self.root / "new/site"

    def environment(self, port: int) -> dict[str, str]:
        return {"RSYNC_RSH": f"ssh -F none -p {port} -i {self.folder}/user -o UserKnownHostsFile={self.known(port)} "
                             "-o IdentitiesOnly=yes -o BatchMode=yes -o LogLevel=ERROR"}

    def target(self, port: int) -> str:
        return f"{self.user}@{HOST}:{self.root}"

    @contextlib.contextmanager
    def revoked(self):
        (self.folder / "allowed").write_text("")
        try:
            yield
        finally:
            self.allow()


DAV = """
import os
import sys
from cheroot import wsgi
from wsgidav.wsgidav_app import WsgiDAVApp
app = WsgiDAVApp({
    "provider_mapping": {"/": {"root": sys.argv[1], "readonly": False}}, "logging": {"enable": False}, "verbose": 0,
    "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
    "simple_dc": {"user_mapping": {"*": {"me": {"password": open(sys.argv[2]).read()}}}},
})
class Fresh:
    def __call__(self, environ, start):
        if environ["REQUEST_METHOD"] == "PUT" and os.path.exists(sys.argv[2] + "-full"):
            start("507 Insufficient Storage", [("Content-Length", "0")])
            return [b""]
        users = {"me": {"password": open(sys.argv[2]).read()}}
        app.config["simple_dc"]["user_mapping"]["*"] = users
        return app(environ, start)
wsgi.Server(("127.0.0.1", int(sys.argv[3])), Fresh()).start()
"""


class Dav(Place):
    name = "WebDAV"
    words = "does not let this user in"

    def __init__(self, folder: pathlib.Path):
        super().__init__(folder)
        self.folder, self.port, self.password = folder, free_port(), folder / "password"
        self.password.write_text("secret")
        (folder / "dav.py").write_text(DAV)

    def server(self):
        return running([sys.executable, self.folder / "dav.py", self.root, self.password, self.port], self.port)

    def environment(self, port: int) -> dict[str, str]:
        config = self.folder / "rclone.conf"
        hidden = subprocess.run(["rclone", "obscure", "secret"], capture_output=True, text=True, check=True).stdout
        config.write_text(f"[store]\ntype = webdav\nurl = http://{HOST}:{port}\nvendor = other\nuser = me\npass = {hidden}")
        return {"RCLONE_CONFIG": str(config)}

    def target(self, port: int) -> str:
        return "store:"

    @contextlib.contextmanager
    def revoked(self):
        self.password.write_text("another")
        try:
            yield
        finally:
            self.password.write_text("secret")

    @contextlib.contextmanager
    def full(self):
        flag = self.folder / "password-full"
        flag.touch()
        try:
            yield
        finally:
            flag.unlink()


class S3:
    name = "S3"
    words = "does not let this user in"

    def __init__(self, folder: pathlib.Path):
        folder.mkdir(parents=True)
        self.folder, self.port = folder, free_port()

    @contextlib.contextmanager
    def server(self):
        with running([sys.executable, "-m", "moto.server", "-H", HOST, "-p", self.port], self.port) as process:
            self.client().create_bucket(Bucket="site")
            yield process

    def client(self):
        import boto3
        return boto3.client("s3", endpoint_url=f"http://{HOST}:{self.port}", region_name="us-east-1",
                            aws_access_key_id="key", aws_secret_access_key="secret")

    def environment(self, port: int) -> dict[str, str]:
        config = self.folder / "rclone.conf"
        config.write_text(f"[store]\ntype = s3\nprovider = Other\nendpoint = http://{HOST}:{port}\nregion = us-east-1\n"
                          "access_key_id = key\nsecret_access_key = secret\nforce_path_style = true\n")
        return {"RCLONE_CONFIG": str(config)}

    def target(self, port: int) -> str:
        return "store:site/below"

    def objects(self):
        pages = self.client().get_paginator("list_objects_v2").paginate(Bucket="site", Prefix="below/")
        found = {each["Key"].removeprefix("below/"): each for page in pages for each in page.get("Contents", [])}
        return {path: each for path, each in found.items() if not path.startswith(".versus")}

    def files(self) -> dict[str, bytes]:
        client = self.client()
        return {path: client.get_object(Bucket="site", Key=each["Key"])["Body"].read()
                for path, each in self.objects().items()}

    def stamps(self) -> dict[str, object]:
        # Times are in whole seconds.
        time.sleep(1.1)
        return {path: each["LastModified"] for path, each in self.objects().items()}

    def ask(self, count: str) -> None:
        """How many requests are answered before keys are looked at."""
        address = f"http://{HOST}:{self.port}/moto-api/reset-auth"
        kind = {"Content-Type": "text/plain"}
        urllib.request.urlopen(urllib.request.Request(address, count.encode(), kind, method="POST"), timeout=10).close()

    @contextlib.contextmanager
    def revoked(self):
        self.ask("0")
        try:
            yield
        finally:
            self.ask("inf")


def differing(one: dict, other: dict) -> set[str]:
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


def problems(kind, binary: str, folder: pathlib.Path) -> list[str]:
    place = kind(folder)
    with place.server():
        line = Line(place.port)
        try:
            return list(story(place, binary, folder, line))
        finally:
            line.cut()


def story(place, binary: str, folder: pathlib.Path, line: Line):
    """Yields what went otherwise than it should."""
    target = place.target(line.port)
    site = Publisher(binary, folder / "site", place.environment(line.port))

    def publish(*words: str):
        done = site.run("publish", target, "--format", "json", *words)
        return done, json.loads(done.stdout) if done.returncode == 0 else {}

    def same(when: str):
        paths = differing(place.files(), site.built())
        return [f"{when}: {len(paths)} files differ from the site, such as {min(paths)}"] if paths else []

    def refused(when: str, words: str):
        started = time.monotonic()
        done = site.run("publish", target, "-q")
        took = time.monotonic() - started
        if done.returncode != 3 or words not in done.stderr:
            yield f"{when}: ended with {done.returncode}: {done.stderr.strip()}"
        if took > 60:
            yield f"{when}: said so after {took:.0f} s"

    done, _ = publish()
    if done.returncode:
        yield f"the first time: {done.stderr.strip()}"
        return
    yield from same("the first time")
    first, before = site.built(), place.stamps()
    # As many bytes as before, so that sizes tell nothing.
    site.report("ada", 9)
    done, result = publish()
    second = site.built()
    yield from same("a changed report")
    stale = differing(first, second)
    if not any(len(first[path]) == len(second[path]) for path in stale & first.keys()):
        yield "no stale file has its old size: the site shows nothing"
    if result.get("sent") != len(stale):
        yield f"{result} instead of {len(stale)} stale files: {done.stderr.strip()}"
    if paths := differing(before, place.stamps()) ^ stale:
        yield f"written although not stale, or stale and not written: {sorted(paths)[:3]}"
    if publish()[1].get("sent") != 0:
        yield "sent something although nothing changed"

    done = site.run("rollback", target, "-q")
    if done.returncode or place.files() != first:
        yield f"rollback leaves {len(differing(place.files(), first))} files as they were: {done.stderr.strip()}"
    done = site.run("rollback", target, "0002-2026-W14", "-q")
    if done.returncode or place.files() != second:
        yield f"going forward again leaves {len(differing(place.files(), second))} files: {done.stderr.strip()}"

    (site.folder / "content/reports/2026-W14/dee.md").unlink()
    done, _ = publish("--max-deletes", "0")
    if done.returncode != 4 or place.files() != second:
        yield f"--max-deletes 0 ended with {done.returncode}"
    yield from [] if publish()[0].returncode == 0 else ["deleting failed"]
    yield from same("a removed report")

    held = place.files()
    site.report("bob", 7)
    line.cut()
    yield from refused("a server that is gone", "nothing answers at that address")
    line.mend()
    with place.revoked():
        yield from refused("a permission that is gone", place.words)
    if place.files() != held:
        yield "a refused run changed something"
    # A bucket is never full.
    if hasattr(place, "full"):
        with place.full():
            yield from refused("a full disk", "there is no space left")
        if (done := publish()[0]).returncode:
            yield f"the run after a full disk: {done.stderr.strip()}"
        yield from same("the run after a full disk")
        held = place.files()
        site.report("bob", 8)
    line.cut_after(60_000)
    done = site.run("publish", target, "-q")
    if done.returncode != 3 or not any(words in done.stderr for words in ["connection was lost", "nothing answers"]):
        yield f"a line that is cut meanwhile: ended with {done.returncode}: {done.stderr.strip()}"
    if place.files() == held:
        yield "the line was cut before anything was sent"
    line.mend()
    if (done := publish()[0]).returncode:
        yield f"the run after a cut: {done.stderr.strip()}"
    yield from same("the run after a cut")


def checks(binary: str, folder: pathlib.Path, names=("Sftp", "Dav", "S3", "Rsync")):
    kinds = [{"Sftp": Sftp, "Dav": Dav, "S3": S3, "Rsync": Rsync}[name] for name in names]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda kind: problems(kind, binary, folder / kind.__name__), kinds)
        for kind, result in zip(kinds, found):
            yield f"publish to {kind.name}: what changed, back, and without server, permission, space or line", result


if __name__ == "__main__":
    import tempfile
    with tempfile.TemporaryDirectory() as work:
        for name, result in checks(sys.argv[1], pathlib.Path(work) / "remotes", *[sys.argv[2:]][:len(sys.argv) - 2]):
            print(name, *result, sep="\n  ")
