"""The elements of the second seed, a vendor's report, on the page of Examples/report."""
import pathlib
import re

import elements

ELEMENTS = [
    ("E001-01", "Mistral AI"), ("E001-01", "European LLM provider with an API and open-weight models"),
    ("E001-03", "Sold as API service, Open-weight models"),
    ("E001-15", "This report was made with the help of AI. Made by the versus project."),
    ("E001-02", "Overview Mistral AI is a French provider of language models."),
    ("E001-03", "Trust posture The two offerings are two relationships."),
    ("E001-04", "INPACT From Trust Before Intelligence, each dimension scored 1 to 6."),
    ("E001-04", "Dimension Score Remarks"),
    ("E001-04", "Instant — No data The first token takes less than a second"), ("E001-05", "Cap rule: not applicable"),
    ("E001-04", "Natural — No data Follows instructions well"), ("E001-05", "Cap rule: not applicable"),
    ("E001-04", "Permitted — No data API keys and RBAC by workspace"),
    ("E001-05", "Cap rule: not applicable – the API authenticates; ABAC belongs to L5"),
    ("E001-04", "Adaptive 5/6 The API runs natively"),
    ("E001-04", "Contextual — No data Token usage"), ("E001-04", "Transparent — No data Cost is given"),
    ("E001-06", "GOALS From Trust Before Intelligence, each dimension scored 1 to 5."),
    ("E001-07", "Total: 20/25, or 80 out of 100. Checks met: 16/30."),
    ("E001-07", "Governance 3/6 → 4/5 lenient"), ("E001-07", "Lexicon 1/6 → 4/5 lenient"),
    ("E001-06", "Dimension Checks Score Remarks"),
    ("E001-06", "Governance 3/6 checks met G1 met RBAC by workspace, enforced in less than 100 ms G2 met"),
    ("E001-06", "G3 not met G4 not met no versions beyond the names of models G5 not met G6 met"),
    ("E001-07", "4/5 lenient Assigned by the analysts (lenient), not by the checks: the attestations"),
    ("E001-06", "Observability 3/6 checks met O1 met"), ("E001-07", "4/5 lenient Assigned by the analysts"),
    ("E001-06", "Availability 5/6 checks met A1 met"), ("E001-07", "4/5"),
    ("E001-06", "Lexicon 1/6 checks met L1 not met"),
    ("E001-07", "4/5 lenient Assigned by the analysts (lenient), not by the checks: many languages"),
    ("E001-06", "Solid 4/6 checks met S1 met"), ("E001-07", "4/5 as published Assigned by the analysts"),
    ("E001-08", "Best suited for Buyers who want a European alternative to OpenAI or Anthropic. Site of Mistral"),
    ("E001-09", "Compliance certifications Certification Value"),
    ("E001-09", "SOC 2 Type II Attested API service Security page of Mistral attested by the vendor"),
    ("E001-09", "ISO 27001 Attested API service"), ("E001-09", "FedRAMP Not publicly attested"),
    ("E001-09", "HIPAA BAA Not publicly attested"), ("E001-09", "PCI DSS Not publicly attested"),
    ("E001-09", "CMMC Not publicly attested"),
    ("T-07", "Facts with a source: Mistral 2 of 9."),
    ("E001-10", "Use with caution for Health data"),
    ("E001-11", "Alternatives OpenAI report"), ("E001-11", "Anthropic report"), ("E001-11", "DeepSeek report"),
    ("E001-11", "Goes well with vLLM report A runtime, not a provider"), ("E001-11", "Langfuse"),
    ("E001-12", "Place in the stack Layer L4 Role LLM provider"), ("E001-12", "Upstream Requests"),
    ("E001-12", "Downstream Completions"),
    ("E001-13", "Risks"), *[("E001-13", "Mitigation: ")] * 5,
    ("E001-14", "Scenarios Assistant of a European bank Good fit"), ("E001-14", "Code completion Good fit"),
    ("E001-14", "Health data under HIPAA Caution No BAA is advertised"),
]
# The source prints one score of INPACT only; a made-up vendor has all six, one of them capped.
CAPPED = [
    ("E001-04", "Total: 10/36, or 28 out of 100."),
    ("E001-05", "Permitted 1/6 Made up. Cap rule: at most 1 – the made-up API has no authentication"),
]
# The same beside the other vendor of a comparison, with how the reports were made below it (T-01).
COMPARED = [
    ("E001-08", "Who each suits Mistral Best suited for Buyers who want a European alternative to OpenAI or Anthropic."),
    ("E001-08", "Use with caution for"), ("E001-08", "OpenAI None listed"),
    ("E001-15", "Mistral: This report was made with the help of AI. Made by the versus project."),
]
LINKS = ["/vendors/openai/", "/vendors/anthropic/", "/vendors/deepseek/", "/vendors/vllm/"]


def problems(output: pathlib.Path) -> list[str]:
    page = elements.BuiltPage(output, "vendors/mistral")
    found = elements.missing(page.text, ELEMENTS)
    if "always validate them with an evaluation of your own" not in page.footer:
        found.append("E001-15: the disclaimer is not below the report")
    found += elements.missing(elements.BuiltPage(output, "vendors/sample-models").text, CAPPED)
    found += elements.missing(elements.BuiltPage(output, "compare/mistral-vs-openai").text, COMPARED)
    section = re.search(r'aria-labelledby="alternatives">(.*?)aria-labelledby="stack"', page.main, re.S)
    links = re.findall(r'href="([^"]*)"', section[1]) if section else []
    if links != LINKS:
        found.append(f"E001-11: the links are {links}, not {LINKS}")
    return found + picture_problems(page)


def picture_problems(page: elements.BuiltPage) -> list[str]:
    """X-13: a framework of which all is scored has a picture, with title and description, which draws the checks
    of the table. Five of six dimensions of INPACT are not known, so its table alone says what is."""
    pictures = re.findall(r'<svg class="picture" role="img".*?</svg>', page.main, re.S)
    found = [] if len(pictures) == 1 else [f"X-13: {len(pictures)} pictures, not 1"]
    for picture in pictures:
        if not re.search(r"<title[^>]*>[^<]+</title>\s*<desc[^>]*>[^<]+</desc>", picture):
            found.append("X-13: a picture without title and description")
    drawn = [(p.count('"check met"'), p.count('"check')) for p in pictures]
    if drawn != [(16, 30)]:
        found.append(f"X-13: the pictures draw {drawn} checks, not 16 of 30")
    return found
