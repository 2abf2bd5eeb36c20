"""The elements of the fifth seed, a panel's verdict, on the pages of Examples/panel."""
import pathlib
import re

import elements

A, B = "Code Llama 4 (70B & 400B)", "Mistral Large 3 (Apache 2.0 Open Source)"
STATS = [("E004-04", "Panel ship 100% 4 of 4"), ("E004-05", "Community — No votes yet"), ("E004-06", "Entry Free")]
ELEMENTS = [
    ("E004-01", "Developer Tools comparison"), ("E004-01", f"{A} vs {B}"),
    ("E004-08", f"No winner: {A} and {B} are tied."),
    ("E004-03", f"Developer Tools {A}"), ("E004-03", "Meta's open code models in 70B and 400B"), *STATS,
    ("E004-03", "Meta publishes Code Llama 4"),
    ("E004-03", f"Developer Tools {B}"), ("E004-03", "Open weights near the frontier, no strings attached"), *STATS,
    ("E004-03", "Mistral AI releases Large 3"), ("E004-02", "Which one should you ship with?"),
    ("E004-09", "Entry lower is better Free Free = Tie"),
    ("E004-07", "Reviewer scorecard"), ("T-05", "These reviewers are personas, not people."),
    ("E004-07", f"The Builder {A} Vote: ship “Weights that you can run – no wrapper"),
    ("E004-10", f"{B} Vote: ship “A file of weights that you git clone and own — no keys"),
    ("E004-07", f"The Skeptic {A} Vote: ship “At 400B"), ("E004-07", f"{B} Vote: ship “It is not alone"),
    ("E004-07", f"The Futurist {A} Vote: ship “Agents make"), ("E004-07", f"{B} Vote: ship “If regulated work"),
    ("E004-07", f"The Founder {A} Vote: ship “The buyer is a team"), ("E004-07", f"{B} Vote: ship “A bank’s lawyers"),
    ("E004-09", f"Reviewers' split {A}: 4 of 4 say ship. {B}: 4 of 4 say ship. The panel is split the same way"),
    ("E004-11", "Weekly AI tool verdicts Get the next comparison in your inbox."), ("E004-11", "E-mail address Sign up"),
]
# A made-up tool shows what the seed has no case of: a split panel, a missing persona, votes, a price on request.
SPLIT = [
    ("E004-04", "Panel ship 33% 1 of 3"), ("E004-05", "Community 75% 4 votes"), ("E004-06", "Entry Contact sales"),
    ("E004-09", "Entry lower is better Free Contact sales"),
    ("E004-07", "The Futurist"), ("E004-07", "Sample Assistant (made up) No review"),
    ("E004-09", "Sample Assistant (made up): 1 of 3 say ship. The panel is split differently on the two."),
]


def problems(output: pathlib.Path) -> list[str]:
    page = elements.BuiltPage(output, "compare/code-llama-4-vs-mistral-large-3")
    found = elements.missing(page.text, ELEMENTS)
    if 'class="badge"' in page.main:
        found.append("E004-08: a tie has a winner's badge")
    if "<code>git clone</code>" not in page.main:
        found.append("E004-10: the code in a quote is not marked up")
    if not re.search(r'<form action="https://www.example.com/subscribe" method="post">', page.main):
        found.append("E004-11: the form does not go where the site says")
    return found + elements.missing(
        elements.BuiltPage(output, "compare/code-llama-4-vs-sample-assistant").text, SPLIT)
