"""Writes N made-up vendors: `generate.py N DIR`, the same bytes each time.

DIR/hugo/data/vendors/*.json is what Hugo reads, DIR/content the same facts for versus. The words of
reports and lists are drawn from a short list; a report's body has some 20 kB.
"""
import json
import pathlib
import random
import sys

SEED = 7
WEEK = "2026-W14"
WORDS = """secure open hosted vendor latency model audit residency license region pricing support uptime
policy token weights cluster export review control""".split()

# Slugs and labels; in the order of the labels, because Hugo ranges over a map in that order.
SCORES = {
    "trust": "Trust Score", "security": "Security Score", "legal-risk": "Legal Risk Score",
    "financial": "Financial Stability", "integration": "Integration Score"}
COMPLIANCE = {
    "gdpr": "GDPR", "hipaa": "HIPAA", "ip-indemnification": "IP Indemnification",
    "iso-27001": "ISO 27001", "soc-2": "SOC 2", "sso": "SSO"}
SIGNALS = {"positive": "Positive Mentions", "negative": "Negative Mentions"}
SEGMENTS = {
    "enterprise": "Enterprise (500+)", "midmarket": "Midmarket (50–500)", "startup": "Startup (1–50)"}
FITS = ["Avoid", "Caution", "Fit"]


def sentence(draw: random.Random, words: int) -> str:
    return " ".join(draw.choice(WORDS) for _ in range(words)).capitalize() + "."


def body(draw: random.Random) -> str:
    def paragraph() -> str:
        text, strong = sentence(draw, 150), sentence(draw, 3)
        return f"{text} **{strong}** [link](https://example.com/)."

    sections = []
    for _ in range(6):
        heading = "## " + sentence(draw, 4)
        sections.append("\n\n".join([heading] + [paragraph() for _ in range(3)]))
    return "\n\n".join(sections)


def vendor(draw: random.Random, number: int) -> dict:
    return {
        "slug": f"vendor-{number:04d}",
        "name": f"Vendor {number:04d}",
        "scores": {key: draw.randint(10, 99) for key in SCORES},
        "compliance": {key: draw.choice(["yes", "no", "partial"]) for key in COMPLIANCE},
        "signals": {key: draw.randint(0, 80) for key in SIGNALS},
        "segments": {key: draw.choice(FITS) for key in SEGMENTS},
        "pros": [sentence(draw, 14) for _ in range(5)],
        "cons": [sentence(draw, 16) for _ in range(6)],
        "body": body(draw),
    }


def for_hugo(facts: dict) -> str:
    labelled = dict(
        facts, snapshot=WEEK, tier="Extended evaluation",
        scores={key.replace("-", "_"): value for key, value in facts["scores"].items()},
        compliance={COMPLIANCE[key]: value for key, value in facts["compliance"].items()},
        segments={SEGMENTS[key]: value for key, value in facts["segments"].items()})
    return json.dumps(labelled, ensure_ascii=False)


def flow(values: dict) -> str:
    return "{ " + ", ".join(f"{key}: {value}" for key, value in values.items()) + " }"


def for_versus(facts: dict) -> str:
    def bullets(name: str) -> str:
        return f"{name}:\n" + "".join(f"  - {text}\n" for text in facts[name])

    fit = flow({key: value.lower() for key, value in facts["segments"].items()})
    return f"""---
name: {facts["name"]}
tier: extended-evaluation
scores: {flow(facts["scores"])}
compliance: {flow(facts["compliance"])}
signals: {flow(facts["signals"])}
fit: {fit}
{bullets("pros")}{bullets("cons")}---
{facts["body"]}
"""


SITE = """title: Compare
description: Made-up vendors, for benchmarks.
baseURL: https://example.com/
paths: { vendor: '/reports/\\(vendor)/' }
maxPages: 15000000
"""


def category() -> str:
    def criteria(labels: dict, details: str, lower: str = "") -> str:
        lines = []
        for key, label in labels.items():
            better = ", better: lower" if key == lower else ""
            lines.append(f"      {key}: {{ label: {label}, {details}{better} }}\n")
        return "".join(lines)

    rows = flow({key: label for key, label in SEGMENTS.items()})
    fits = ", ".join(fit.lower() for fit in FITS)
    labels = flow({fit.lower(): fit for fit in FITS})
    return f"""title: Vendors
headline: scores.trust
scales:
  state: {{ ranked: [no, partial, yes], labels: {{ no: No, partial: Partial, yes: Yes }} }}
  fit: {{ ranked: [{fits}], labels: {labels} }}
tiers: {{ extended-evaluation: Extended evaluation }}
groups:
  scores:
    title: Trust & Risk Scores
    rowHeader: Category
    ties: equals
    criteria:
{criteria(SCORES, "kind: score, max: 100")}  compliance:
    title: Compliance & Security
    rowHeader: Certification / Feature
    ties: blank
    criteria:
{criteria(COMPLIANCE, "kind: state")}  signals:
    title: Community Signals
    rowHeader: Signal
    ties: equals
    criteria:
{criteria(SIGNALS, "kind: count", lower="negative")}segments:
  title: Segment Fit
  scale: fit
  rows: {rows}
assessment:
  - when: scores.trust
    text: '\\(leader.name) leads this comparison with a trust score of \\(leader.value) vs \\(other.value).'
    tied: '\\(right.name) leads this comparison with a trust score of \\(right.value) vs \\(left.value).'
"""


def write(path: pathlib.Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def main() -> None:
    count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    draw = random.Random(SEED)
    write(folder / "content/site.yaml", SITE)
    write(folder / "content/categories/vendors.yaml", category())
    for number in range(count):
        facts = vendor(draw, number)
        write(folder / f"hugo/data/vendors/{facts['slug']}.json", for_hugo(facts))
        write(folder / f"content/reports/{WEEK}/{facts['slug']}.md", for_versus(facts))


main()
