"""One generated set of vendors, built by versus with either theme, by Hugo and by the raw writer."""
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import sysconfig

from measuring import CORES, Failed, Run

HERE = pathlib.Path(__file__).parent
WEEK = "2026-W14"
SAMPLE = 20


def slug(number: int) -> str:
    return f"vendor-{number:04d}"


def pairs(vendors: int) -> int:
    return vendors * (vendors - 1) // 2


class Site:
    def __init__(self, vendors: int, scratch: pathlib.Path, versus: pathlib.Path):
        self.vendors, self.versus = vendors, versus
        self.folder, self.floor = scratch / str(vendors), scratch / "floor"
        subprocess.run([sys.executable, HERE / "generate.py", str(vendors), self.folder], check=True)
        shutil.copytree(HERE / "hugo", self.folder / "hugo", dirs_exist_ok=True)
        self.output = self.folder / "public"

    def clear(self) -> None:
        """No output and no manifest, so that the next build is a clean one."""
        for name in ["public", ".versus", "hugo-public", "floor-public", "templates"]:
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def choose(self, theme: str) -> None:
        """`default`; `equivalent` for the page that Hugo renders too; `naive` for one written carelessly."""
        self.clear()
        if theme != "default":
            shutil.copytree(HERE / theme / "templates", self.folder / "templates")

    def build(self, *options: str, output: pathlib.Path | None = None) -> Run:
        """One build; `result` is the object that versus prints."""
        run = Run([
            self.versus, "build", "--source", self.folder, "--output", output or self.output,
            "--jobs", CORES, "--format", "json", *options])
        run.result = json.loads(run.output)
        return run

    def plan(self, *options: str) -> str:
        """What a plan says: `ok` with its numbers, or what it complains of."""
        try:
            run = Run([self.versus, "plan", "--source", self.folder, "--format", "json", *options])
        except Failed as failure:
            return str(failure)
        plan = json.loads(run.output)
        return f"ok, {plan['files']:,} files, {plan['bytes'] / 1e6:,.0f} MB"

    def evaluations(self) -> float:
        """How many expressions of a comparison page are evaluated anew for each pair."""
        plan = Run([self.versus, "plan", "--templates", "--source", self.folder, "--format", "json"])
        return max(template["parts"]["evaluated"] for template in json.loads(plan.output)["templates"])

    def build_with_hugo(self) -> Run:
        return Run([hugo(), "--quiet", "--source", self.folder / "hugo",
                    "--destination", self.folder / "hugo-public"])

    def write_raw(self, page_bytes: int) -> Run:
        return Run([self.floor, self.vendors, CORES, page_bytes, self.folder / "floor-public"])

    def page_bytes(self) -> int:
        """The mean size of a comparison page of the last build, over a sample."""
        sizes = [(self.output / path).stat().st_size for path in self.sample()]
        return sum(sizes) // len(sizes)

    def sample(self) -> list[str]:
        """Some comparison pages, over all of them."""
        step = max(1, self.vendors // SAMPLE)
        return [f"compare/{slug(left)}-vs-{slug(right)}/index.html"
                for left, right in zip(range(0, self.vendors - 1, step), range(self.vendors - 1, 0, -step))
                if left < right]

    def check_equivalence(self) -> None:
        """Both generators' pages say the same, apart from blanks and the way a character is escaped."""
        for path in self.sample():
            if plain(self.output / path) != plain(self.folder / "hugo-public" / path):
                raise Failed(f"{path} differs between versus and Hugo")

    def report(self, number: int) -> pathlib.Path:
        return self.folder / f"content/reports/{WEEK}/{slug(number)}.md"

    def files_touched_by(self, action) -> tuple[object, list[str]]:
        """What an action gives, and the files and folders of the output with a newer time than before it."""
        stamp = self.folder / "stamp"
        stamp.write_text("")
        result = action()
        found = subprocess.run(
            ["find", self.output, "(", "-newer", stamp, "-o", "-cnewer", stamp, ")", "-printf", "%P\n"],
            check=True, capture_output=True, text=True)
        return result, found.stdout.splitlines()


def plain(file: pathlib.Path) -> str:
    """The text with blanks alike and without the fingerprint in the name of the style sheet."""
    text = re.sub(r"\s+", " ", html.unescape(file.read_text("utf-8")))
    text = re.sub(r"site\.[0-9a-f]+\.css", "site.css", text)
    return text.replace(" <", "<").replace("> ", ">")


def hugo() -> pathlib.Path:
    """The program itself, of the Python that runs this; the package's command starts it through Python."""
    program = pathlib.Path(sysconfig.get_path("purelib")) / "hugo/binaries/hugo"
    if not program.is_file():
        raise Failed("Hugo is not there; run Scripts/setup bench")
    return program
