"""Walks the elements of a seed page on the page that was built for it: each in order, with its figures."""
import html
import pathlib
import re


class BuiltPage:
    """A page as its readers see it."""

    def __init__(self, output: pathlib.Path, path: str):
        self.source = (output / path / "index.html").read_text("utf-8")
        self.main = self.source[self.source.index("<main"):self.source.index("</main>")]
        self.text = shown(self.main)
        self.footer = shown(self.source[self.source.index("</main>"):])


def shown(markup: str) -> str:
    """The text without captions, which say again what stands above their tables."""
    for hidden in ["caption", "title", "desc", "script"]:
        markup = re.sub(rf"<{hidden}\b.*?</{hidden}>", " ", markup, flags=re.S)
    markup = re.sub(r"</?(a|bdi|code|em|strong|del)\b[^>]*>", "", markup)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", markup)))


def missing(text: str, elements: list[tuple[str, str]]) -> list[str]:
    """The elements whose words are not behind those of the element before."""
    found, place = [], 0
    for element, wanted in elements:
        index = text.find(wanted, place)
        if index < 0:
            found.append(f"{element}: '{wanted}' is not behind the element before it")
        else:
            place = index + len(wanted)
    return found
