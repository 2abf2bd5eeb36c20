"""The words of the theme: every translation is whole, and no page has words that no translation can reach.

Run alone, it tells in a second which translations are not whole.
"""
import pathlib
import re
import shutil
import subprocess
import sys

import yaml
from bs4 import BeautifulSoup

# Labels of the scales that every category has, which content replaces, and words of all languages.
STANDARD = {"no", "partial", "yes", "not", "publicly", "attested", "applicable", "avoid", "caution", "good",
            "unknown", "vs", "score", "max", "higher", "lower", "leads", "count", "state", "fit", "segment"}
MONTHS = {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december"}
GAP = re.compile(r"\\\((\w+)\)")


def forms(text) -> list[str]:
    return list(text.values()) if isinstance(text, dict) else [str(text)]


def gaps(text) -> set[str]:
    counted = {"count"} if isinstance(text, dict) else set()
    return counted.union(*(GAP.findall(form) for form in forms(text)))


def translation_problems(folder: pathlib.Path) -> list[str]:
    """Each language has the keys of English in their order, and texts with the same gaps."""
    found = []
    english = yaml.safe_load((folder / "en.yaml").read_text(encoding="utf-8"))
    for file in sorted(folder.glob("*.yaml")):
        texts = yaml.safe_load(file.read_text(encoding="utf-8"))
        for key in english.keys() ^ texts.keys():
            found.append(f"{file.name}: only one of this file and en.yaml has '{key}'")
        if not found and list(texts) != list(english):
            found.append(f"{file.name}: the keys are not in the order of en.yaml")
        for key in english.keys() & texts.keys():
            if gaps(texts[key]) - {"count"} != gaps(english[key]) - {"count"}:
                found.append(f"{file.name}: '{key}' names other values than in en.yaml")
            if file.name == "fr.yaml":
                plain = " ".join(GAP.sub("x", form) for form in forms(texts[key]))
                if re.search(r"[^\u00a0\u202f][:;!?»]|«[^\u202f]|'", plain):
                    found.append(f"fr.yaml: '{key}' lacks a space that does not break, or has a straight quote")
    return found


def words(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[^\W\d_]{2,}", text)}


def outside(text: str) -> str:
    """What stands outside of ⟦ and ⟧, which nest."""
    depth, kept = 0, []
    for character in text:
        depth += (character == "⟦") - (character == "⟧")
        kept.append(character if depth == 0 and character != "⟧" else " ")
    return "".join(kept)


def marked(text):
    if isinstance(text, dict):
        return {form: marked(value) for form, value in text.items()}
    return f"⟦{text}⟧"


def fixed_word_problems(binary: str, folder: pathlib.Path, source: pathlib.Path, strings: pathlib.Path) -> list[str]:
    """A site whose theme marks its words shows no unmarked word but those of the content."""
    shutil.copytree(source / "content", folder / "content")
    (folder / "templates/strings").mkdir(parents=True)
    english = yaml.safe_load((strings / "en.yaml").read_text(encoding="utf-8"))
    text = yaml.safe_dump({key: marked(value) for key, value in english.items()}, allow_unicode=True, width=10_000)
    (folder / "templates/strings/en.yaml").write_text(text, encoding="utf-8")
    subprocess.run([binary, "build", "-s", folder], check=True, capture_output=True)
    known = STANDARD | MONTHS
    for file in (folder / "content").rglob("*"):
        if file.suffix in {".md", ".yaml"}:
            known |= words(file.read_text(encoding="utf-8"))
    found = []
    for page in sorted((folder / "public").rglob("*.html")):
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        for element in soup(["script", "style", "pre"]):
            element.decompose()
        texts = list(soup.stripped_strings)
        for element in soup.find_all(True):
            texts += [element[name] for name in ["aria-label", "alt", "title", "placeholder"] if element.get(name)]
        body = outside("\n".join(texts))
        links = " ".join(link.get("href", "") for link in soup.find_all("a"))
        for word in sorted(words(body) - known - words(links)):
            found.append(f"{page.relative_to(folder / 'public')}: no translation reaches '{word}'")
    return found


def checks(binary: str, folder: pathlib.Path, sites: dict[str, pathlib.Path], strings: pathlib.Path):
    folder.mkdir()
    yield "words: every translation is whole", translation_problems(strings)
    for name, source in sites.items():
        yield f"{name}: translations reach every word", fixed_word_problems(binary, folder / name, source, strings)


if __name__ == "__main__":
    problems = translation_problems(pathlib.Path(__file__).parents[2] / "templates/strings")
    print("\n".join(problems) or "every translation is whole")
    sys.exit(1 if problems else 0)
