"""The publisher's guide, followed to the letter: its files are written, and its commands run."""
import os
import pathlib
import re
import subprocess

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


def steps(text: str):
    """The commands, and the files: blocks whose first line is a comment with the file's path."""
    for kind, body in BLOCK.findall(text):
        name = re.match(r"# (\S+\.\w+)\n", body)
        if name:
            yield "file", (name[1], body[name.end():])
        elif kind == "sh":
            for line in body.splitlines():
                yield "command", line


def check(binary: str, document: pathlib.Path, folder: pathlib.Path) -> list[str]:
    folder.mkdir(parents=True)
    (folder / "bin").mkdir()
    (folder / "bin/versus").symlink_to(pathlib.Path(binary).resolve())
    environment = {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "HOME": str(folder)}
    place, problems, count = folder, [], 0
    for kind, step in steps(document.read_text("utf-8")):
        if kind == "file":
            path = place / step[0]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step[1], "utf-8")
            continue
        if step.startswith("cd "):
            place = place / step[3:]
            continue
        count += 1
        done = subprocess.run(step, shell=True, cwd=place, env=environment, capture_output=True, text=True, timeout=120)
        if done.returncode or "error:" in done.stderr:
            problems.append(f"{document.name}: {step}: {done.returncode}: {done.stderr.strip()[:300]}")
    return problems if count > 15 else problems + [f"only {count} commands in {document.name}"]
