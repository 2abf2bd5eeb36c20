"""The elements of the first seed page, in order, with their figures."""
import pathlib
import re

import elements

# Element, and what is looked for in the text of the page behind the element before it.
ELEMENTS = [
    ("E000-01", "Llama vs Mistral"),
    ("verdict", "Mistral wins on Trust Score, 57/100 to 28/100. It leads 7 of 13 rows."),
    ("tally", "Llama leads 2 4 even Mistral leads 7"),
    ("E000-03", "Llama"), ("E000-04", "2026-W14"), ("E000-05", "28/100"), ("E000-06", "Extended Evaluation"),
    ("E000-07", "VS"),
    ("E000-03", "Mistral"), ("E000-04", "2026-W14"), ("E000-05", "57/100"), ("E000-06", "Extended Evaluation"),
    ("E000-08", "★ Winner"),
    ("E000-02", "comparison of trust scores, security compliance, legal risk and community signals"),
    ("E000-09", "Trust & Risk Scores"),
    ("E000-10", "Category Llama Mistral Leader"),
    ("E000-11", "Trust Score 28/100 57/100 ▶ Mistral"),
    ("E000-12", "Security Score 15/100 75/100 ▶ Mistral"),
    ("E000-13", "Legal Risk Score lower is better 90/100 78/100 ▶ Mistral"),
    ("E000-14", "Financial Stability 95/100 95/100 = Tie"),
    ("E000-15", "Integration Score 20/100 30/100 ▶ Mistral"),
    ("E000-16", "Compliance & Security"), ("E000-16", "Certification / Feature Llama Mistral Leader"),
    ("E000-17", "SOC 2 No Yes ▶ Mistral"), ("E000-17", "ISO 27001 No Yes ▶ Mistral"),
    ("E000-17", "GDPR Partial Partial Tie"), ("E000-17", "HIPAA No No Tie"), ("E000-17", "SSO No No Tie"),
    ("E000-17", "IP Indemnification Partial No ◀ Llama"),
    ("E000-18", "Community Signals"), ("E000-18", "Signal Llama Mistral Leader"),
    ("E000-19", "Positive Mentions 29 28 ◀ Llama"),
    ("E000-20", "Negative Mentions lower is better 51 41 ▶ Mistral"),
    ("E000-21", "Pros & Cons"), ("E000-21", "Llama Pros"), ("E000-21", "Cons"), ("E000-21", "llama.cpp"),
    ("E000-21", "Mistral Pros"), ("E000-21", "Cons"),
    ("E000-22", "Segment Fit"), ("E000-22", "Segment Llama Mistral Startup (1–50) Caution Caution"),
    ("E000-22", "Midmarket (50–500) Caution Caution"), ("E000-22", "Enterprise (500+) Caution Caution"),
    ("E000-23", "Our Assessment"),
    ("E000-24", "Mistral leads this comparison with a trust score of 57/100 vs 28/100."),
    ("E000-25", "Mistral has the stronger security score (75/100 vs 15/100)."),
    ("E000-26", "Read full reports: Llama report → | Mistral report →"),
]
LISTS = [("pros", 4), ("cons", 5), ("pros", 5), ("cons", 6)]
LINKS = ["/vendors/llama/", "/vendors/mistral/"]


def problems(output: pathlib.Path) -> list[str]:
    page = elements.BuiltPage(output, "compare/llama-vs-mistral")
    found = elements.missing(page.text, ELEMENTS)
    if "°" in page.text:
        found.append("T-07: a value without a source is marked, although none has one")
    if "Facts with a source: Llama 0 of 13" not in page.text:
        found.append("T-07: the page does not say how many facts have a source")
    lists = [(kind, part.count("<li>"))
             for kind, part in re.findall(r'<ul class="(pros|cons)">(.*?)</ul>', page.main, re.S)]
    if lists != LISTS:
        found.append(f"E000-21: the lists are {lists}, not {LISTS}")
    reports = re.search(r'<p class="reports">(.*?)</p>', page.main, re.S)
    links = re.findall(r'href="([^"]*)"', reports[1]) if reports else []
    if links != LINKS:
        found.append(f"E000-26: the links are {links}, not {LINKS}")
    return found
