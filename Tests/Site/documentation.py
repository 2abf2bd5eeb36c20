"""The documentation as a site: every page is in its contents, and every link and anchor leads somewhere."""
import pathlib
import re
import subprocess
import sys
import tempfile


def problems(root: pathlib.Path) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        build = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder],
            cwd=root, capture_output=True, text=True)
        if build.returncode:
            return [line for line in build.stderr.splitlines() if not line.startswith("INFO")]
        return [f"{page.relative_to(folder)} fetches {address}"
                for page in sorted(pathlib.Path(folder).rglob("*.html"))
                for address in re.findall(r'<(?:script|img|link)\b[^>]*(?:src|href)="(https?:[^"]*)',
                                          page.read_text("utf-8"))]
