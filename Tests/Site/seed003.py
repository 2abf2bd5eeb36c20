"""The elements of the fourth seed, an editor's article, on the pages of Examples/editorial.

The answer comes first, and the lead of the article (E003-01) behind it; the title of that element is
the page's. The prose is long, so it comes before the tables.
"""
import pathlib
import re

import elements

ELEMENTS = [
    ("E003-01", "Meta Llama vs Mistral for AI in production"),
    ("E003-11", "By Alex Sample (made up) Published 1 April 2026 Updated 3 April 2026"),
    ("E003-02", "Direct Answer Build for governance"),
    ("E003-01", "Choosing between open-weight ecosystems"), ("E003-01", "What is right depends on your risks"),
    ("contents", "The two ecosystems at scale What makes it production-grade? Risks and limitations"),
    ("E003-03", "The two ecosystems at scale"), ("E003-03", "Command R vs Meta Llama"),
    ("E003-08", "What makes it production-grade?"), ("E003-08", "Risks and limitations"),
    ("E003-08", "Knowledge graphs and retrieval"),
    ("E003-04", "Criterion Meta Llama open weights Mistral European open weights"),
    ("E003-04", "Deployment model"), ("E003-04", "Licensing and governance"), ("E003-04", "Data sovereignty"),
    ("E003-04", "Observability"), ("E003-04", "Ecosystem breadth"), ("E003-04", "Cost trajectory"),
    ("E003-05", "Choose Meta Llama if Speed and breadth"), ("E003-05", "Choose Mistral if Drift and governance"),
    ("E003-06", "Use case Why it matters In production"), ("E003-06", "Knowledge assistant for operators"),
    ("E003-06", "Regulatory documents"), ("E003-06", "Customer support on your own machines"),
    ("E003-07", "Ingest and validate"), ("E003-07", "Select and evaluate models"), ("E003-07", "Deploy and serve"),
    ("E003-07", "Monitor and observe"), ("E003-07", "Govern and roll back"), ("E003-07", "Improve continuously"),
    ("E003-09", "Read on Command R vs Meta Llama Hugging Face Inference vs Replicate"),
    ("E003-10", "Questions What are open-weight models"), ("E003-10", "How do the two compare"),
    ("E003-10", "What matters in operation?"), ("E003-10", "How should a pipeline be designed?"),
    ("E003-10", "Which risks are common"), ("E003-10", "What do knowledge graphs add?"),
    ("E003-11", "About the author Alex Sample (made up)"), ("E003-11", "Alex Sample does not exist."),
]
AUTHOR = [("E003-11", "Alex Sample (made up)"), ("E003-11", "Made-up systems architect"),
          ("E003-11", "Comparisons by Alex Sample (made up) Meta Llama vs Mistral")]


def problems(output: pathlib.Path) -> list[str]:
    page = elements.BuiltPage(output, "compare/meta-llama-vs-mistral")
    found = elements.missing(page.text, ELEMENTS)
    steps = re.search(r'<ol class="steps">(.*?)</ol>', page.main, re.S)
    if not steps or steps[1].count("<li>") != 6:
        found.append("E003-07: there are not six steps in an ordered list")
    criteria = re.search(r'aria-labelledby="criteria">(.*?)</section>', page.main, re.S)
    if not criteria or criteria[1].count("<tr>") != 7 or "Leader" in criteria[1]:
        found.append("E003-04: the table has not six rows without leaders")
    anchors = re.findall(r'<h3 id="(q-\d)"><a class="anchor" href="#(q-\d)">', page.main)
    if anchors != [(f"q-{n}", f"q-{n}") for n in range(1, 7)]:
        found.append(f"E003-10: the anchors of the questions are {anchors}")
    if page.main.count('href="/compare/command-r-vs-meta-llama/"') != 2:
        found.append("E003-03: the article does not link to the other comparison")
    return found + elements.missing(elements.BuiltPage(output, "authors/alex-sample").text, AUTHOR)
