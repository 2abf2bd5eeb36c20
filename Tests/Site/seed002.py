"""The elements of the third seed, attributes and a prompt, on the pages of Examples/attributes."""
import html
import pathlib
import re

import elements

A, B = "Llama 4 (Maverick / Scout)", "Mistral Large 2"
ELEMENTS = [
    ("E002-01", f"{A} vs {B}: run the same prompt through both."),
    ("E002-02", "Both are open-weight models of the frontier"),
    ("E002-03", f"Attribute {A} {B}"), ("E002-03", "Maker Meta AI Mistral AI (Paris)"),
    ("E002-03", "License Open weights (Llama 4 community license) Open weights (Mistral Research / commercial)"),
    ("E002-03", "Flagship models Llama 4 Maverick Llama 4 Scout Mistral Large 2 Codestral Pixtral"),
    ("E002-03", "Hosting"), ("E002-03", "Strengths Strong general reasoning"),
    ("E002-05", "Trade-offs Slightly behind Mistral on code; guardrails vary with the deployment"),
    ("E002-03", "Multimodal Text and image (Maverick) Text and image (Pixtral)"), ("E002-03", "Best fit"),
    ("E002-03", "Available in the workspace Yes Maverick and Scout Yes Large 2, Codestral, Pixtral"),
    ("E002-06", "Open weights are not second best"), ("E002-06", "What decides is mostly ecosystem"),
    ("E002-06", "The workspace of this example runs both."),
    ("E002-07", "A benchmark is where to start"), ("E002-07", "See how models are compared"),
    ("E002-08", "up to eight more"),
    ("E002-09", f"Compare {A} and {B} on your own prompt. Three prompts through several models are free"),
]
PROMPT = [
    ("E002-10", "Remove the recursion Prompt Rewrite this function without recursion:"),
    ("E002-10", "System prompt Answer with code & one sentence."), ("E002-10", "Sent 30 March 2026"),
    ("E002-10", "tree.py"), ("E002-10", "Names in the file were replaced"),
    ("E002-10", "Model Sample Model A, version 4 (made up) Latency 2100 ms Tokens 412 Cost 0.0004"),
    ("E002-10", "Model Sample Model B, version 2 (made up) Latency 3400 ms Tokens 655 Cost 0.0011"),
]
VERBATIM = """Use a queue & count the levels:

    while level:
        level = [c for n in level for c in (n.left, n.right) if c]  # <made up>
        depth += 1
"""


def problems(output: pathlib.Path) -> list[str]:
    page = elements.BuiltPage(output, "compare/llama-4-maverick-scout-vs-mistral-large-2")
    found = elements.missing(page.text, ELEMENTS)
    if re.search("[◀▶]| leads\\b", page.text) or ">Leader<" in page.main:
        found.append("E002-04: a leader is marked")
    elsewhere = elements.BuiltPage(output, "compare/gpt-5-vs-llama-4-maverick-scout").text
    if "Slightly behind" in elsewhere or "Guardrails vary with the deployment" not in elsewhere:
        found.append("E002-05: the value of one pair is on the page of another")
    if 'href="https://www.example.com/try" rel="sponsored nofollow"' not in page.main:
        found.append("S-17: the call to action is not marked as sponsored")
    if page.main.find("Relationship with the publisher") > page.main.find('rel="sponsored'):
        found.append("T-02: the relationship is not said before the link that earns money")
    prompt = elements.BuiltPage(output, "compare/sample-model-a-vs-sample-model-b")
    found += elements.missing(prompt.text, PROMPT)
    texts = [html.unescape(text) for text in re.findall(r'<pre class="verbatim">\n(.*?)</pre>', prompt.main, re.S)]
    if VERBATIM not in texts:
        found.append(f"E002-10: the answer is not shown as it came: {texts}")
    return found
