"""The files of a release: the same bytes each time, checksums, what is inside by the schema of CycloneDX, and the workflow."""
import hashlib
import json
import os
import pathlib
import re
import subprocess

import yaml
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from sharding import SHELLS, SYSTEM_PATH, run

ROOT = pathlib.Path(__file__).resolve().parents[2]


def made(binary: str, folder: pathlib.Path) -> pathlib.Path:
    """What `make dist` makes, of a binary that is built."""
    subprocess.run(["make", "-s", "install-files", f"VERSUS={binary}", f"DESTDIR={folder}/root", "PREFIX=/usr"], cwd=ROOT, check=True,
                   capture_output=True)
    # No commit is asked for its time: the files may have come without their history.
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1767225600"}
    subprocess.run([ROOT / "Scripts/dist", folder / "root", "0.0.1", folder / "dist"], cwd=ROOT, check=True, capture_output=True,
                   env=environment)
    return folder / "dist"


def contents(folder: pathlib.Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def inside_problems(binary: str, dist: pathlib.Path) -> list[str]:
    """The document is valid, and names each library that the loader finds for the program, and no other twice."""
    text = next(dist.glob("*.cdx.json")).read_text("utf-8")
    if error := JsonStrictValidator(SchemaVersion.V1_5).validate_str(text):
        return [f"no CycloneDX: {error}"]
    document = json.loads(text)
    listed = [each["name"].removeprefix("versus:sha256:") for part in document["components"] for each in part.get("properties", [])
              if each["name"].startswith("versus:sha256:")]
    loaded = re.findall(r"^\s*(\S+) => (\S+)", subprocess.run(["ldd", binary], capture_output=True, text=True, check=True).stdout, re.M)
    wanted = {name for name, path in loaded if path.startswith(("/lib/", "/usr/lib/"))}
    wanted |= {"librsvg-2.so.2", "libdeflate.so.0", "libbrotlienc.so.1", "libzstd.so.1"}
    found = [f"{name} is not listed" for name in sorted(wanted - set(listed))]
    found += [f"{name} is listed twice" for name in sorted({name for name in listed if listed.count(name) > 1})]
    digest = document["metadata"]["component"]["hashes"][0]["content"]
    unpacked = dist.parent / "unpacked"
    unpacked.mkdir()
    subprocess.run(["tar", "xzf", next(dist.glob("*.tar.gz")), "-C", unpacked], check=True)
    program = next(unpacked.glob("*/bin/versus"))
    if hashlib.sha256(program.read_bytes()).hexdigest() != digest:
        found.append("it tells of another program than that of the archive")
    references = {part["bom-ref"] for part in document["components"]}
    known = references | {document["metadata"]["component"]["bom-ref"]}
    targets = {target for each in document["dependencies"] for target in each.get("dependsOn", [])}
    found += [f"{target} is no component" for target in targets - known]
    return found + [f"nothing depends on {each}" for each in sorted(references - targets)]


def refused(dist: pathlib.Path) -> list[str]:
    """A file that is not what it was is found."""
    path = next(dist.glob("*.tar.gz"))
    old = path.read_bytes()
    path.write_bytes(old[:-1])
    done = subprocess.run([ROOT / "Scripts/try-dist", dist], capture_output=True, text=True)
    path.write_bytes(old)
    return [] if done.returncode else ["a torn archive has the right checksum"]


def workflow_problems(folder: pathlib.Path, dist: pathlib.Path) -> list[str]:
    """The steps of the release workflow, as they stand, with programs in place of those that install and publish."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text("utf-8"))
    # YAML 1.1 reads the key `on` as true.
    if workflow[True] != {"push": {"tags": ["v*"]}} or workflow["permissions"] != {"contents": "write"}:
        return ["it does not run on a tag, or may do something else than write a release"]
    (job,) = workflow["jobs"].values()
    tools = folder / "tools"
    tools.mkdir(parents=True)
    for name, script in {
        "apt-get": "exit 0", "git": "exit 0", "make": f'[ "$*" = dist ] && cp -r {dist} dist',
        "gh": f'[ "$1 $2" = "release create" ] && echo "$@" > {folder}/published',
    }.items():
        (tools / name).write_text(f"#!/bin/sh\n{script}\n")
        (tools / name).chmod(0o755)

    def steps(tag: str) -> list[str]:
        work = folder / tag
        work.mkdir()
        for step in job["steps"]:
            if "run" not in step:
                if step != {"uses": "actions/checkout@v6"}:
                    return [f"not imitated: {step}"]
                continue
            environment = {"PATH": f"{tools}:{SYSTEM_PATH}", "TAG": tag}
            (folder / "script").write_text(step["run"])
            if found := run([*SHELLS[workflow["defaults"]["run"]["shell"]], str(folder / "script")], work, environment):
                return found
        return []

    found = steps("v0.0.1")
    published = (folder / "published").read_text().split() if not found else []
    if not found and [word for word in published if word.startswith("dist/")] != sorted(f"dist/{path.name}" for path in dist.iterdir()):
        found = [f"it publishes {published}"]
    (folder / "published").unlink(missing_ok=True)
    if not steps("v0.0.2") or (folder / "published").exists():
        found.append("a tag of another version is published")
    return found


def checks(binary: str, folder: pathlib.Path):
    binary = str(pathlib.Path(binary).resolve())
    folder.mkdir()
    dist = made(binary, folder / "one")
    again = contents(made(binary, folder / "two"))
    yield "release: the same bytes twice", [f"{name} differs" for name, digest in contents(dist).items() if again.get(name) != digest]
    done = subprocess.run([ROOT / "Scripts/try-dist", dist], capture_output=True, text=True)
    yield "release: checksums, and the program runs where it is unpacked", [done.stderr] if done.returncode else refused(dist)
    yield "release: what is inside, by CycloneDX", inside_problems(binary, dist)
    yield "release: the workflow publishes these files on a tag of this version", workflow_problems(folder / "workflow", dist)


if __name__ == "__main__":
    import sys
    import tempfile
    with tempfile.TemporaryDirectory() as work:
        for name, result in checks(sys.argv[1], pathlib.Path(work) / "dist"):
            print("FAIL" if result else "ok  ", name, *result, sep="\n  " if result else " ")
