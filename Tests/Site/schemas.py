"""The schemas that `versus schema` prints, by a validator that others wrote.

Every content file of this repository is valid by the schema of its kind. The broken sites whose mistake is one that
a schema can tell, a key that is unknown or missing, or a value of another form, are refused.
"""
import json
import pathlib
import re
import subprocess

import jsonschema
import yaml

KINDS = {
    "site": r"content/site\.yaml", "category": r"content/categories/[^/]+\.yaml",
    "report": r"content/reports/[^/]+/[^/]+\.md", "comparison": r"content/comparisons/[^/]+\.md",
    "prompt": r"content/prompts/[^/]+\.md", "author": r"content/authors/[^/]+\.yaml",
    "page": r"content/pages/[^/]+\.md", "corrections": r"content/corrections\.yaml",
    "snapshot": r"content/snapshots/[^/]+\.yaml", "strings": r"templates/strings/[^/]+\.yaml",
    "mapping": r"(.*/)?mapping\.yaml",
}
# What a schema can tell; the other rules depend on other files, or on the meaning of texts.
RULES = {"unknown-key", "missing-key", "wrong-type"}
# A key that another key or another file decides about.
UNTOLD = {"category-level-without-scale", "category-missing-headline", "report-unknown-criterion",
          "report-unknown-key"}


class Loader(yaml.CSafeLoader):
    """Reads YAML with libyaml, as versus does, and dates as texts, as editors do."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def read(path: pathlib.Path):
    text = path.read_text("utf-8-sig")
    if path.suffix == ".md":
        parts = re.split(r"^---\s*$", text, maxsplit=2, flags=re.M)
        text = parts[1] if len(parts) == 3 else ""
    return yaml.load(text, Loader)


def kind_of(path: str) -> str | None:
    return next((kind for kind, pattern in KINDS.items() if re.fullmatch(pattern, path)), None)


def validators(binary: str) -> dict[str, jsonschema.Draft202012Validator]:
    found = {}
    for kind in KINDS:
        schema = json.loads(subprocess.run([binary, "schema", kind], capture_output=True, check=True).stdout)
        jsonschema.Draft202012Validator.check_schema(schema)
        found[kind] = jsonschema.Draft202012Validator(schema)
    return found


def told(validator, path: pathlib.Path) -> list[str]:
    return [f"{path}: {'.'.join(map(str, error.absolute_path))}: {error.message[:200]}"
            for error in validator.iter_errors(read(path))]


def check(binary: str, root: pathlib.Path) -> list[str]:
    known = validators(binary)
    problems, counts = [], {kind: 0 for kind in KINDS}
    sites = [root, root / "Tests/Sites/base", root / "Tests/Sites/weeks"] + sorted((root / "Examples").iterdir())
    for site in sites:
        files = [site / "mapping.yaml", *(site / "content").rglob("*"), *(site / "templates").rglob("*")]
        for path in files:
            kind = kind_of(str(path.relative_to(site)))
            if kind and path.is_file():
                counts[kind] += 1
                problems += told(known[kind], path)
    problems += [f"no file of the kind {kind}" for kind, count in counts.items() if not count]
    return problems + refused(known, root / "Tests/Sites/broken")


def refused(known, folder: pathlib.Path) -> list[str]:
    """Names the broken files whose mistake a schema can tell, and does not."""
    problems, tried = [], 0
    for expected in sorted(folder.glob("*/expected.txt")):
        if expected.parent.name in UNTOLD:
            continue
        for line in expected.read_text().splitlines():
            mistake = re.match(r"((?:content|templates)/[^:]+):\d+:\d+: error: .* \[([a-z-]+)\]$", line)
            if not mistake or mistake[2] not in RULES:
                continue
            path, kind = expected.parent / mistake[1], kind_of(mistake[1])
            if not kind or not path.is_file():
                continue
            tried += 1
            if not told(known[kind], path):
                problems.append(f"{path}: no schema tells: {line}")
    return problems if tried > 20 else problems + [f"only {tried} broken files"]
