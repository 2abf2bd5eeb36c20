"""The pipelines that `versus init --ci` writes: their commands are run as they stand, twice, with the cache between.

The runners are imitated as those of docs/sharding, in what these files use of them and no more.
"""
import glob
import json
import pathlib
import re
import shutil
import subprocess

import yaml

from sharding import SHELLS, SYSTEM_PATH, differences, run

ADDRESS = "https://packages.example.org/versus.deb"
EDITED = "content/reports/2026-W14/inkwell.md"


def checks(binary: str, folder: pathlib.Path):
    folder.mkdir()
    for host in ["github", "gitlab"]:
        yield f"init --ci {host}: its steps build and keep a cache", problems(binary, folder / host, host)


def problems(binary: str, folder: pathlib.Path, host: str) -> list[str]:
    binary = str(pathlib.Path(binary).resolve())
    site = folder / "site"
    for words in [["-q", site], ["-q", "--ci", host, site]]:
        subprocess.run([binary, "init", *words], check=True)
    pipeline = {"github": GitHub, "gitlab": GitLab}[host](binary, folder)
    found = []
    for time in ["first", "second"]:
        found += [f"{time} run: {problem}" for problem in pipeline.run(site, folder / time)]
        if found:
            return found
        subprocess.run([binary, "build", "-q", "-s", site, "-o", folder / f"{time}-whole"], check=True)
        found += differences(pipeline.published, folder / f"{time}-whole")
        report = site / EDITED
        report.write_text(report.read_text() + "\nMore.\n")
    # The second run had the pages of the first: it wrote what was stale, and no more.
    if not pipeline.kept or not pipeline.restored:
        found.append("nothing is kept, or it is not used")
    elif not 0 < pipeline.written < pipeline.pages / 2:
        found.append(f"the second run wrote {pipeline.written} of {pipeline.pages} files")
    # A mistake ends the run before anything is published.
    (site / "content/site.yaml").write_text("titel: x\n")
    shutil.rmtree(pipeline.published)
    if not pipeline.run(site, folder / "broken") or pipeline.published.exists():
        found.append("a mistake in the content does not end the run")
    return found


class Runner:
    """A machine on which the package is installed by stand-ins for apt-get and curl."""

    def __init__(self, binary: str, folder: pathlib.Path):
        self.folder, self.cache, self.published = folder, folder / "cache", folder / "pages"
        self.kept = self.restored = False
        self.written = self.pages = 0
        self.tools = folder / "tools"
        self.tools.mkdir()
        # What is installed stands in the path from then on, and says what a build wrote.
        (self.tools / "apt-get").write_text(f"""#!/bin/sh
case "$*" in
  update | 'install -y ca-certificates curl') ;;
  'install -y {folder}/versus.deb') [ -s '{folder}/versus.deb' ] && cp '{folder}/wrapper' '{self.tools}/versus' ;;
  *) echo "not imitated: apt-get $*" >&2; exit 1 ;;
esac
""")
        (self.tools / "curl").write_text(f"""#!/bin/sh
[ "$*" = '-fsSLo {folder}/versus.deb {ADDRESS}' ] || {{ echo "not imitated: curl $*" >&2; exit 1; }}
echo package > '{folder}/versus.deb'
""")
        (folder / "wrapper").write_text(f"""#!/bin/sh
case "$1" in build) exec '{binary}' "$@" --format json > '{folder}/result' ;; esac
exec '{binary}' "$@"
""")
        for path in [*self.tools.iterdir(), folder / "wrapper"]:
            path.chmod(0o755)

    def run(self, site: pathlib.Path, workspace: pathlib.Path) -> list[str]:
        """One run, on a machine that has nothing of the one before but the cache."""
        (self.tools / "versus").unlink(missing_ok=True)
        workspace.mkdir()
        found = self.steps(site, workspace)
        if not found:
            result = json.loads((self.folder / "result").read_text())
            self.written, self.pages = result["written"], result["written"] + result["unchanged"]
        return found

    def shell(self, script: str, workspace: pathlib.Path, shell: list[str], variables: dict[str, str]) -> list[str]:
        path = self.folder / "script.sh"
        # A machine of one's own has a folder for temporary files of its own.
        path.write_text(script.replace("/tmp/", f"{self.folder}/"))
        return run([*shell, str(path)], workspace, variables | {"PATH": f"{self.tools}:{SYSTEM_PATH}", "CI": "true"})

    def checkout(self, site: pathlib.Path, workspace: pathlib.Path) -> None:
        shutil.copytree(site / "content", workspace / "content")

    def restore(self, workspace: pathlib.Path) -> None:
        if self.cache.exists():
            shutil.copytree(self.cache, workspace, dirs_exist_ok=True)
            self.restored = True

    def keep(self, paths: list[str], workspace: pathlib.Path) -> None:
        for path in paths:
            if (workspace / path).exists():
                shutil.rmtree(self.cache / path, ignore_errors=True)
                shutil.copytree(workspace / path, self.cache / path)
                self.kept = True


class GitHub(Runner):
    def steps(self, site: pathlib.Path, workspace: pathlib.Path) -> list[str]:
        workflow = yaml.safe_load((site / ".github/workflows/site.yml").read_text("utf-8"))
        # YAML 1.1 reads the key `on` as true.
        if set(workflow[True]) != {"push", "schedule", "workflow_dispatch"}:
            return ["it does not run each week and after each push"]
        (job,) = workflow["jobs"].values()
        shell, cached = SHELLS[workflow["defaults"]["run"]["shell"]], []
        variables = {name: self.value(text) for name, text in job["env"].items()}
        for step in job["steps"]:
            inputs = {key: self.value(str(text)) for key, text in step.get("with", {}).items()}
            action, _, version = step.get("uses", "").partition("@")
            if "run" in step:
                if found := self.shell(step["run"], workspace, shell, variables):
                    return found
            elif not re.fullmatch(r"v\d+", version):
                return [f"no version: {step['uses']}"]
            elif action == "actions/checkout":
                self.checkout(site, workspace)
            elif action == "actions/cache":
                # A key that was there already would never be written again.
                if inputs["key"] != "site-77" or not inputs["key"].startswith(inputs["restore-keys"]):
                    return [f"the cache has the key {inputs['key']}"]
                cached = inputs["path"].split("\n")
                self.restore(workspace)
            elif action == "actions/upload-pages-artifact":
                shutil.rmtree(self.published, ignore_errors=True)
                shutil.copytree(workspace / inputs["path"], self.published, ignore=shutil.ignore_patterns(".*"))
            elif action != "actions/deploy-pages":
                return [f"not imitated: {step['uses']}"]
        self.keep(cached, workspace)
        if workflow["permissions"] != {"contents": "read", "pages": "write", "id-token": "write"}:
            return [f"Pages need other permissions than {workflow['permissions']}"]
        return [] if job["environment"]["name"] == "github-pages" else ["Pages need their environment"]

    def value(self, text: str) -> str:
        known = {"github.run_id": "77", "vars.VERSUS_PACKAGE": ADDRESS}
        return re.sub(r"\$\{\{ *(.*?) *\}\}", lambda match: known[match[1]], text)


class GitLab(Runner):
    def steps(self, site: pathlib.Path, workspace: pathlib.Path) -> list[str]:
        (name, job), = yaml.safe_load((site / ".gitlab-ci.yml").read_text("utf-8")).items()
        if name != "pages" or set(job) - {"image", "rules", "cache", "before_script", "script", "artifacts"}:
            return [f"not imitated: {name} {sorted(job)}"]
        if job["rules"] != [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]:
            return [f"not imitated: {job['rules']}"]
        self.checkout(site, workspace)
        self.restore(workspace)
        script = "\n".join(job["before_script"] + job["script"])
        if found := self.shell(script, workspace, SHELLS["bash"], {"VERSUS_PACKAGE": ADDRESS}):
            return found
        self.keep(job["cache"]["paths"], workspace)
        shutil.rmtree(self.published, ignore_errors=True)
        for path in job["artifacts"]["paths"]:
            for each in glob.glob(str(workspace / path)):
                shutil.copytree(each, self.published)
        return []
