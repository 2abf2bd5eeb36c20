"""Hostile texts in every key of every schema, and what the pages, feeds and tables make of them.

The keys come from `versus schema`, so a new one joins by itself: it is filled with text, or with its example
where `versus check` refuses the text. A page may have no element, attribute or script that the same page lacks
with harmless text, asks no other host, and runs nothing. No cell of a table is a formula.
"""
import csv
import json
import pathlib
import re
import subprocess
import xml.etree.ElementTree as xml

import places
from places import EVIL

RUN = "console.log(77)"
PLAIN = "Plain words"
PAYLOADS = [
    f"\"><script>{RUN}</script><img src=https://{EVIL}/a onerror={RUN}>",
    f"'><svg onload={RUN}><iframe src=//{EVIL}/b><!--",
    f"</title></textarea></style></script><script>{RUN}</script>",
    f"javascript:{RUN}", f"//{EVIL}/c", f"//\ufe0f{EVIL}/d",
    f"[y](javascript:{RUN}) ![y](https://{EVIL}/x.png) <a href=\"javascript:{RUN}\">z</a> <b",
    f"\\(title) {{{{ 7 }}}} &lt;script&gt;{RUN}&lt;/script&gt; ]]><!--",
    f"--><b onclick={RUN}>x</b></p></div></main></body></html>",
    f"=HYPERLINK(\"https://{EVIL}/\",\"x\")", "@SUM(1+1)|cmd", "-2+3", "+1+1", "\t=1+1",
    f"`<script>` <math><mi//xlink:href=\"data:x\"> [[alpha]]<style>*{{}}</style>",
    f"$& $` $' $$ %0a%22 \\u003cscript\\u003e{RUN}",
    f"\"onerror={RUN} onload={RUN} autofocus onfocus={RUN} x='",
]
# The keys of mappings, and values that name something; all else is text.
NAMES = {"offerings": ["cloud"], "tiers": ["gold"], "chooseIf": ["alpha", "beta"], "cells": ["alpha"],
         "personas": ["builder"], "frameworks": ["goals"], "dimensions": ["one"], "labels": ["low", "high"],
         "rows": ["small"], "segments": ["small"], "scales": ["fit"], "checks": ["G1"]}
FIXED = {
    "site": {"baseURL": "https://example.org/", "language": "en", "maxPages": 100_000, "staleAfterWeeks": 1,
             "unsafeHTML": None, "badges": None, "socialImages": "pairs", "paths": None, "host": "nginx",
             "security.expires": "2027-01-31", "driftAlert": 90},
    "category": {"headline": "scores.ease", "groups.*.criteria": None, "segments.scale": "fit", "pairs": None,
                 "scales.*.ranked[]": "low", "indexed": None, "assessment[].when": "scores.ease",
                 "frameworks.*.checks": 1, "frameworks.*.scale": None, "panel.votes[]": "ship", "winner.margin": 0,
                 "winner.requireShared": 1},
    "report": {"category": "apps", "tier": "gold", "logo": None, "retired": None, "renamedTo": None, "draft": None,
               "alternatives[].vendor": None, "panel[].persona": "builder", "panel[].vote": "ship",
               "scenarios[].fit": "low", "sources[].id": "s1", "updated": "2026-04-01",
               "frameworks.*.*.score": 4, "frameworks.*.*.checks.*.met": True},
    "comparison": {"vendors[]": None, "author": "a", "prompts[]": "p", "cells": None, "related": None,
                   "indexed": "always", "criteria.rows[].values": None},
    "prompt": {"answers[].vendor": None, "date": "2026-03-30"},
    "author": {}, "page": {}, "corrections": {"[].page": "alpha", "[].date": "2026-04-03", "[].week": "2026-W14"},
}
KINDS = ["score", "text", "list", "set", "version", "state", "money", "date"]
PATHS = {"site": "content/site.yaml", "category": "content/categories/apps.yaml",
         "comparison": "content/comparisons/alpha-vs-beta.md", "prompt": "content/prompts/p.md",
         "author": "content/authors/a.yaml", "page": "content/pages/about.md",
         "corrections": "content/corrections.yaml"}


class Field(str):
    """The place of a text in a schema; in a document it stands for the text."""


def document(kind: str, schema: dict, path: str = ""):
    """A value of the schema with a field for each text."""
    fixed = FIXED[kind]
    if path in fixed:
        return fixed[path]
    if "anyOf" in schema:
        forms = [document(kind, form, path) for form in schema["anyOf"]]
        return next((form for form in forms if isinstance(form, dict) and form), forms[0])
    if "enum" in schema:
        return schema["enum"][0]
    types = schema.get("type", [])
    if "object" in types:
        found = {name: document(kind, part, f"{path}.{name}".lstrip(".")) for name, part in
                 schema.get("properties", {}).items()}
        more = schema.get("additionalProperties")
        if isinstance(more, dict) and path:
            for name in NAMES.get(path.rsplit(".", 1)[-1].replace("[]", ""), ["one"]):
                found[name] = document(kind, more, path + ".*")
        return {name: value for name, value in found.items() if value is not None}
    if "array" in types:
        return [document(kind, schema["items"], path + "[]")]
    if "string" in types:
        return Field(f"{kind} {path}")
    return (schema.get("examples") or [1])[0] if "boolean" not in types else None


def documents(binary: str) -> dict[str, object]:
    """The files of a site by path, and the example of each field."""
    def schema(kind):
        return json.loads(subprocess.run([binary, "schema", kind], capture_output=True, check=True).stdout)
    schemas = {kind: schema(kind) for kind in FIXED}
    groups = set(json.dumps(schemas["report"]["properties"][name]["description"]) and name
                 for name in schemas["report"]["properties"]
                 if "Values of the group" in schemas["report"]["properties"][name]["description"])
    for name in groups:
        del schemas["report"]["properties"][name]
    files = {path: document(kind, schemas[kind]) for kind, path in PATHS.items()}
    category = files[PATHS["category"]]
    text = {name: Field(f"category groups.*.criteria.*.{name}") for name in ["label", "help", "unit"]}
    category["groups"] = {"scores": {**category["groups"]["one"], "criteria": {
        "ease": {"label": text["label"], "help": text["help"], "kind": "score", "max": 10},
        "size": {"label": text["label"], "kind": "number", "unit": text["unit"]},
        **{f"c-{kind}": {"label": text["label"], "help": text["help"], "kind": kind} | (
            {"currency": "EUR"} if kind == "money" else {}) for kind in KINDS}}}}
    category["scales"]["fit"]["ranked"] = ["low", "high"]
    cell = {"scope": "cloud", "note": Field("report *.*.note"), "confidence": "measured", "asOf": "2026-03-30",
            "evidence": [{"url": "https://example.org/x", "title": Field("report *.*.evidence[].title")}]}
    for week in ["2026-W13", "2026-W14"]:
        for slug in ["alpha", "beta", "gamma"]:
            report = json_copy(document("report", schemas["report"]))
            number = {"alpha": 3, "beta": 7, "gamma": 5}[slug] + (week == "2026-W14")
            report["scores"] = {
                "ease": {"value": number, **cell}, "size": number,
                **{f"c-{kind}": {"value": [Field(f"report value {kind}")] if kind in ["list", "set"]
                                 else Field(f"report value {kind}"), **cell} for kind in KINDS[1:5]}}
            report["aliases"] = [f"/old/{slug}/"]
            report["fit"] = {"small": "low"}
            if week == "2026-W13":
                report.pop("reason", None)
            if slug == "gamma" and week == "2026-W14":
                report = {"name": report["name"], "category": "apps", "retired": True, "reason": report["reason"],
                          "successors": report.get("successors")}
                report = {name: value for name, value in report.items() if value is not None}
            files[f"content/reports/{week}/{slug}.md"] = report
    comparison = files[PATHS["comparison"]]
    comparison["vendors"] = ["alpha", "beta"]
    comparison["criteria"]["columns"] = [Field("comparison criteria.columns[]")] * 2
    comparison["criteria"]["rows"][0]["values"] = [Field("comparison criteria.rows[].values[]")] * 2
    comparison["cells"] = {"alpha": {"scores.c-text": {"value": Field("comparison cells.*.*.value"), **cell}}}
    answer = files[PATHS["prompt"]]["answers"][0]
    files[PATHS["prompt"]]["answers"] = [{**answer, "vendor": slug} for slug in ["alpha", "beta"]]
    return files


def json_copy(value):
    """A copy in which a field stays one."""
    if isinstance(value, dict):
        return {name: json_copy(part) for name, part in value.items()}
    return [json_copy(part) for part in value] if isinstance(value, list) else value


class Writer:
    """Writes a document as YAML with each scalar on a line of its own, and knows the field of each line."""

    def __init__(self, path: str, content, text):
        self.lines, self.fields = [], {}
        self.text = text
        if path.endswith(".md"):
            self.lines.append("---")
        self.write(content, 0)
        if path.endswith(".md"):
            body = Field(path.split("/")[1] + " body")
            self.lines += ["---", "## A heading", ""]
            for _ in range(2):
                self.fields[len(self.lines) + 1] = body
                self.lines += [text(body) or "Text.", ""]

    def scalar(self, value) -> str:
        if isinstance(value, Field):
            self.fields[len(self.lines) + 1] = value
            value = self.text(value)
        return json.dumps(value, ensure_ascii=False)

    def write(self, value, depth: int) -> None:
        pad = "  " * depth
        pairs = value.items() if isinstance(value, dict) else [(None, part) for part in value]
        for name, part in pairs:
            if isinstance(part, Field) and self.text(part) is None:
                continue
            head = pad + ("-" if name is None else f"{json.dumps(name)}:")
            if isinstance(part, dict | list) and part:
                self.lines.append(head)
                self.write(part, depth + 1)
            else:
                self.lines.append(head + " " + self.scalar(part))


class Site:
    def __init__(self, binary: str, folder: pathlib.Path):
        self.binary, self.source, self.output = binary, folder / "injected", folder / "injected-output"
        self.files = documents(binary)
        self.given: dict[str, str] = {}
        # What the fields take that take no words, such as dates.
        self.wordless: dict[str, str] = {}

    def examples(self) -> dict[str, str]:
        """What a field takes that takes no words."""
        dates, urls = "2026-03-30", "https://example.org/x"
        return {"accessed": dates, "asOf": dates, "date": dates, "published": dates, "updated": dates, "url": urls,
                "website": urls, "policy": urls, "action": urls, "latency": "2 s", "contact[]": "mailto:a@example.org",
                "aliases[]": "/old/", "sha256": "0" * 64, "version": "1.2"}

    def write(self, payload: str) -> dict[str, dict[int, Field]]:
        def text(field):
            return self.given.get(field, payload)
        places = {}
        for path, content in self.files.items():
            writer = Writer(path, content, text)
            (self.source / path).parent.mkdir(parents=True, exist_ok=True)
            (self.source / path).write_text("\n".join(writer.lines) + "\n", "utf-8")
            places[path] = writer.fields
        return places

    def settle(self, payload: str) -> list[str]:
        """Gives the fields that refuse the payload something else, until `check` is content."""
        self.given = dict(self.wordless)
        for _ in range(12):
            fields = self.write(payload)
            run = subprocess.run([self.binary, "check", "--format", "json", "-s", self.source],
                                 capture_output=True, text=True)
            if run.returncode == 0:
                return []
            found = json.loads(run.stdout)["diagnostics"] if run.returncode == 1 else []
            errors = [one for one in found if one["severity"] == "error"]
            settled = {fields.get(one["file"], {}).get(one["line"]) for one in errors} - {None}
            if not settled:
                return [f"{one['file']}:{one['line']}: {one['message']}" for one in errors][:9] or [run.stderr[-300:]]
            for field in settled:
                example = self.examples().get(re.split(r"[. ]", field)[-1], PLAIN)
                tried = self.given.get(field)
                self.given[field] = example if tried is None else "x" if tried != "x" else None
        return ["check goes on refusing"]

    def build(self) -> None:
        subprocess.run([self.binary, "build", "--quiet", "--force", "-s", self.source, "-o", self.output], check=True)

    def pages(self) -> list[str]:
        return sorted(str(path.relative_to(self.output)) for path in self.output.rglob("*.html"))


# Each element with its attributes, and what a click would follow.
SHAPE = """
() => {
  const found = new Set();
  for (const node of document.querySelectorAll("*")) {
    const names = node.getAttributeNames().map(name => name.toLowerCase());
    for (const name of names) found.add(node.localName + " " + name);
    found.add(node.localName);
    for (const name of ["href", "src", "action", "formAction", "data"]) {
      let text = node[name];
      if (text && text.baseVal !== undefined) text = text.baseVal;
      if (typeof text === "string" && /^[\\u0000-\\u0020]*(javascript|data|vbscript):/i.test(text)) {
        found.add("leads to " + text);
      }
    }
  }
  for (const node of document.querySelectorAll('script[type="application/ld+json"]')) {
    try { JSON.parse(node.textContent) } catch { found.add("broken JSON-LD") }
  }
  return [...found];
}"""
# What Markdown makes of its own marks, and a harmless tag, which loses its attributes.
MARKDOWN = {"b", "code", "pre", "em", "strong", "p", "a", "a href", "h2", "h2 id", "ul", "li", "blockquote", "del", "bdi", "br",
            "a rel", "a class"}


def shapes(window, root: str, paths: list[str]) -> tuple[dict[str, set[str]], list[str]]:
    """The shape of each page, and what happens on it that may not."""
    found, problems = {}, []
    for start in range(0, len(paths), 8):
        batch = []
        for path in paths[start:start + 8]:
            page = window.new_page()
            def tell(text, path=path):
                problems.append(f"{path}: {text}")
            page.on("console", lambda message, tell=tell: tell("a script runs") if message.text == "77" else None)
            page.on("dialog", lambda dialog, tell=tell: (tell("a dialog"), dialog.dismiss()))
            page.on("request", lambda request, tell=tell: tell(f"asks for {request.url}") if EVIL in request.url.split("/")[2] else None)
            page.goto(f"{root}/{path}", wait_until="load", timeout=60_000)
            batch.append((path, page))
        batch[-1][1].wait_for_timeout(200)
        for path, page in batch:
            found[path] = set(page.evaluate(SHAPE))
            page.close()
    return found, sorted(set(problems))


def file_problems(output: pathlib.Path, elements: dict[str, set[str]] | None) -> tuple[dict[str, set[str]], list[str]]:
    """Feeds, pictures and tables: elements beyond those of harmless text, and cells that are formulas."""
    found, problems = {}, []
    for path in sorted(output.rglob("*")):
        name = str(path.relative_to(output))
        if path.suffix in [".xml", ".svg"]:
            try:
                found[name] = {node.tag + "".join(sorted(node.keys())) for node in xml.parse(path).iter()}
            except xml.ParseError as error:
                problems.append(f"{name}: {error}")
            if elements is not None and not found.get(name, set()) <= elements.get(name, set()):
                problems.append(f"{name}: {sorted(found[name] - elements.get(name, set()))}")
        elif path.suffix == ".json":
            try:
                json.loads(path.read_text("utf-8"))
            except ValueError as error:
                problems.append(f"{name}: {error}")
        elif path.suffix == ".csv":
            for row in csv.reader(path.read_text("utf-8").splitlines()):
                problems += [f"{name}: the formula {cell}" for cell in row
                             if cell[:1] in list("=+-@\t\r") and not re.fullmatch(r"-?\d+(\.\d+)?", cell)]
    return found, problems


def schema_fields(binary: str) -> set[str]:
    """The text of a document without what is fixed: what has to be tried."""
    found = set()

    def collect(value):
        if isinstance(value, Field):
            found.add(value)
        elif isinstance(value, dict):
            for part in value.values():
                collect(part)
        elif isinstance(value, list):
            for part in value:
                collect(part)
    for content in documents(binary).values():
        collect(content)
    return found


def checks(binary: str, folder: pathlib.Path):
    site = Site(binary, folder)
    problems = site.settle(PLAIN)
    site.wordless, fields = dict(site.given), schema_fields(binary)
    yield f"{len(fields)} texts of the schemas: {len(site.wordless)} take no words", problems or (
        [f"few fields: {sorted(fields)}"] if len(fields) < 100 else [])
    if problems:
        return
    site.build()
    paths = site.pages()
    elements, problems = file_problems(site.output, None)
    count = 0
    with places.isolated() as window, places.served(site.output) as root:
        harmless, more = shapes(window, root, paths)
        yield f"{len(paths)} pages with harmless text", problems + more
        problems = []
        for payload in PAYLOADS:
            unsettled = site.settle(payload)
            if unsettled:
                problems += [f"{payload}: {problem}" for problem in unsettled]
                continue
            site.build()
            taken = len(fields - set(site.given))
            count += taken
            found, more = shapes(window, root, site.pages())
            more += file_problems(site.output, elements)[1]
            for path in sorted(set(found) ^ set(paths)):
                more.append(f"{path} is on one of both sites alone")
            for path, shape in found.items():
                new = shape - harmless.get(path, set()) - MARKDOWN
                more += [f"{path}: {sorted(new)[:6]}"] if new else []
            if taken < len(fields) // 3:
                more.append(f"only {taken} of {len(fields)} fields take it")
            problems += [f"{payload}: {problem}" for problem in more]
    yield f"{len(PAYLOADS)} hostile texts in {count} places: nothing runs, loads or breaks", problems
