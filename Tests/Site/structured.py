"""Structured data (S-09 to S-11), read back by a parser that search engines' users use."""
import html
import re

import extruct

import elements

TEXTS = {"name", "headline", "text", "jobTitle", "description"}
REFUSED = {"aggregateRating", "reviewRating"}


def problems(site) -> list[str]:
    found = []
    for path, page in site.pages.items():
        source = (site.output / path).read_text("utf-8")
        def report(text, path=path):
            found.append(f"{path}: {text}")
        if any("<" in part for part in re.findall(r'<script type="application/ld\+json">(.*?)</script>', source, re.S)):
            report("a '<' stands in the data (S-09)")
        try:
            data = extruct.extract(source, syntaxes=["json-ld"], errors="strict")["json-ld"]
        except Exception as error:  # extruct lets the errors of several parsers through
            report(f"the data cannot be read: {error} (S-09)")
            continue
        visible = elements.shown(source[source.index("<body"):])
        for key, value in members(data):
            if key in REFUSED:
                report(f"{key} (S-10)")
            if key in TEXTS and plain(value) not in visible:
                report(f"'{value}' cannot be read on the page (S-09)")
        by_type = {}
        for item in data:
            by_type.setdefault(item["@type"], []).append(item)
        for problem in breadcrumb_problems(source, by_type) + kind_problems(site, page, source, by_type):
            report(problem)
    return found


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def members(value):
    """Every key with its value, at any depth."""
    if isinstance(value, list):
        for item in value:
            yield from members(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key, item
            yield from members(item)


def breadcrumb_problems(source: str, by_type) -> list[str]:
    trail = re.search(r'<nav class="crumbs".*?</nav>', source, re.S)
    shown = [html.unescape(re.sub("<[^>]*>", "", item)) for item in re.findall(r"<li[^>]*>(.*?)</li>", trail[0], re.S)] if trail else []
    lists = by_type.get("BreadcrumbList", [])
    said = [item["name"] for item in lists[0]["itemListElement"]] if lists else []
    places = [item["position"] for item in lists[0]["itemListElement"]] if lists else []
    if shown != said or places != list(range(1, len(said) + 1)):
        return [f"the breadcrumbs are {shown}, the data says {said} (S-11)"]
    return []


def kind_problems(site, page, source: str, by_type) -> list[str]:
    found = []
    if "-vs-" in page.path:
        texts = by_type.get("Article", []) + by_type.get("WebPage", [])
        about = [thing["url"] for text in texts for thing in text["about"]]
        reports = re.search(r'<p class="reports">(.*?)</p>', source, re.S)
        vendors = [site.origin + html.unescape(link) for link in re.findall(r'href="([^"]*)"', reports[1])]
        if len(texts) != 1 or about != vendors:
            found.append(f"{len(texts)} articles about {about}, not one about {vendors} (S-11)")
        questions = [question["name"] for faq in by_type.get("FAQPage", []) for question in faq["mainEntity"]]
        shown = [html.unescape(text) for text in re.findall(r'<h3 id="q-\d+"><a[^>]*>(.*?)</a>', source)]
        if questions != shown:
            found.append("the questions are not those of the FAQPage (S-11)")
    lists = {kind: re.findall(r"<li>(.*?)</li>", part, re.S)
             for kind, part in re.findall(r'<ul class="(pros|cons)">(.*?)</ul>', source, re.S)}
    if page.path.startswith("vendors/") and sum(map(len, lists.values())) > 1:
        review = by_type.get("Product", [{}])[0].get("review", {})
        for kind, key in [("pros", "positiveNotes"), ("cons", "negativeNotes")]:
            notes = [item["name"] for item in review.get(key, {}).get("itemListElement", [])]
            wanted = [plain(html.unescape(re.sub("<[^>]*>", "", item))) for item in lists.get(kind, [])]
            if [plain(note) for note in notes] != wanted:
                found.append(f"{key} are {notes}, not the {kind} of the page (S-11)")
    for dataset in by_type.get("Dataset", []):
        for part in dataset["distribution"]:
            target = site.output / part["contentUrl"].removeprefix(site.origin + site.base)
            if not target.is_file():
                found.append(f"the distribution {part['contentUrl']} is not there (S-11)")
    if "Dataset" not in by_type and page.path.count("/") == 1 and (site.output / "data" / (page.path.split("/")[0] + ".csv")).is_file():
        found.append("a category's page names no Dataset (S-11)")
    if "Product" in by_type and not page.path.startswith("vendors/"):
        found.append("a Product on a page of another kind (S-11)")
    return found
