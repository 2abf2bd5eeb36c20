"""The files of docs/sharding, which people copy: what they hold is run as it stands there.

Docker, Kubernetes and GitHub's runner are imitated in what these files use of them and no more; a key,
an action or an expression that is not imitated is a problem, so that nothing new goes untried.
"""
import concurrent.futures
import fnmatch
import glob
import os
import pathlib
import re
import shutil
import subprocess

import yaml

FILES = pathlib.Path(__file__).resolve().parents[2] / "docs/sharding"
SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
SHELLS = {"bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"], "sh": ["sh", "-e"]}
BOUND = 300


def checks(binary: str, folder: pathlib.Path, site: pathlib.Path, whole: pathlib.Path):
    """The image first: the job and the workflow run the program that it holds."""
    folder.mkdir()
    image = folder / "image"
    problems = dockerfile(binary, folder / "clone", image)
    yield "sharding: the image", problems
    if problems:
        return
    yield "sharding: the Kubernetes Job writes the whole site", kubernetes(image, folder / "volume", site, whole)
    yield "sharding: the GitHub workflow writes the whole site", github(image, folder / "runner", site, whole)


def run(command: list[str], folder: pathlib.Path, environment: dict[str, str]) -> list[str]:
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=BOUND)
    return [f"{command[-1]!r} ended with {done.returncode}: {done.stderr.strip()}"] if done.returncode else []


def differences(parts: pathlib.Path, whole: pathlib.Path) -> list[str]:
    def files(folder: pathlib.Path) -> dict[str, bytes]:
        # What a build notes for the next one is no part of the site, and Pages leave it out.
        return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*")
                if path.is_file() and path.name != ".versus-build"}

    ours, theirs = files(parts), files(whole)
    if not theirs:
        return ["the whole build is empty"]
    return [f"{path} is not what one build writes" for path in sorted(ours.keys() | theirs.keys())
            if ours.get(path) != theirs.get(path)]


# MARK: Docker

def dockerfile(binary: str, clone: pathlib.Path, image: pathlib.Path) -> list[str]:
    """Runs the first stage with a `swift` that is done at once; the second is compared with setup."""
    root = FILES.parents[1]
    clone.mkdir()
    shutil.copy(root / "Makefile", clone)
    shutil.copytree(root / "Scripts", clone / "Scripts")
    tools = clone.parent / "tools"
    tools.mkdir()
    # What stands in the image has no Swift beside it.
    (tools / "swift").write_text(f"""#!/bin/sh
case "$*" in
  --version) echo 'Swift version 6.2' ;;
  *--static-swift-stdlib*) mkdir -p .build/release && cp '{pathlib.Path(binary).resolve()}' .build/release/versus ;;
  *) exit 1 ;;
esac
""")
    (tools / "apt-get").write_text("#!/bin/sh\n")
    for tool in tools.iterdir():
        tool.chmod(0o755)
    lines = [line for line in (FILES / "Dockerfile").read_text("utf-8").splitlines() if line and line[0] != "#"]
    stage, problems, packages = "", [], set()
    for line in lines:
        instruction, _, rest = line.partition(" ")
        if instruction == "FROM":
            stage = rest.partition(" AS ")[2]
        elif instruction == "RUN" and stage == "program":
            problems += run(["sh", "-c", rest], clone, {"PATH": f"{tools}:{SYSTEM_PATH}"})
        elif instruction == "RUN":
            packages |= {word for word in rest.split("install", 1)[1].split() if not word.startswith("-")}
        elif line == "COPY --from=program /versus/program /" and not problems:
            shutil.copytree(clone / "program", image) if (clone / "program").is_dir() else image.mkdir()
        elif line not in ("WORKDIR /versus", "COPY . ."):
            problems.append(f"not imitated: {line}")
    setup = (root / "Scripts/setup").read_text("utf-8")
    needed = set(re.search(r"^packages=\((.*)\)$", setup, re.MULTILINE)[1].split()) - {"pkg-config"}
    if packages != needed:
        problems.append(f"the image's packages differ from setup's in {sorted(packages ^ needed)}")
    if not os.access(image / "usr/local/bin/versus", os.X_OK):
        problems.append("the image has no versus in its PATH")
    return problems


def in_image(image: pathlib.Path) -> str:
    return f"{image}/usr/local/bin:{SYSTEM_PATH}"


def image_name() -> str:
    return re.search(r"--tag (\S+)", (FILES / "Dockerfile").read_text("utf-8"))[1]


# MARK: Kubernetes

def expanded(text: str, values: dict[str, str]) -> str:
    """`$(NAME)` is the variable's value, or stays when there is none; `$$` is a dollar sign."""
    def replaced(match: re.Match) -> str:
        return "$" if match[0] == "$$" else values.get(match[1], match[0])

    return re.sub(r"\$\$|\$\(([^)]*)\)", replaced, text)


def kubernetes(image: pathlib.Path, volume: pathlib.Path, site: pathlib.Path, whole: pathlib.Path) -> list[str]:
    job = yaml.safe_load((FILES / "kubernetes-job.yaml").read_text("utf-8"))
    spec, pod = job["spec"], job["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    (mount,) = container["volumeMounts"]
    problems = []
    if (job["apiVersion"], job["kind"], spec["completionMode"]) != ("batch/v1", "Job", "Indexed"):
        problems.append("this is no indexed Job")
    # A policy for failed pods may only stand beside Never.
    if pod["restartPolicy"] != "Never":
        problems.append(f"restartPolicy is {pod['restartPolicy']}")
    if [rule["onExitCodes"]["containerName"] for rule in spec["podFailurePolicy"]["rules"]
            if "onExitCodes" in rule] != [container["name"]]:
        problems.append("the policy for failed pods names no container")
    if [each["name"] for each in pod["volumes"] if "persistentVolumeClaim" in each] != [mount["name"]]:
        problems.append("the volume is not that of the claim")
    if container["workingDir"] != mount["mountPath"]:
        problems.append("the container does not work in its volume")
    if container["image"] != image_name():
        problems.append(f"{container['image']} is not the image of the Dockerfile")
    shutil.copytree(site / "content", volume / "content")

    def pod_of(index: int) -> list[str]:
        values = {each["name"]: each["value"] for each in container["env"]} | {"JOB_COMPLETION_INDEX": str(index)}
        command = [expanded(word, values) for word in container["command"] + container.get("args", [])]
        return run(command, volume, values | {"PATH": in_image(image)})

    with concurrent.futures.ThreadPoolExecutor(spec["parallelism"]) as pool:
        for found in pool.map(pod_of, range(spec["completions"])):
            problems += found
    problems += differences(volume / "public", whole)
    # A pod whose node was lost at the end is made again, though its part is there.
    return problems + pod_of(spec["completions"] // 2) + differences(volume / "public", whole)


# MARK: GitHub

def github(image: pathlib.Path, folder: pathlib.Path, site: pathlib.Path, whole: pathlib.Path) -> list[str]:
    # YAML 1.1 reads the key `on` as true.
    workflow = yaml.safe_load((FILES / "github-workflow.yml").read_text("utf-8"))
    runner = Runner(workflow, image, folder, site)
    waiting, problems = dict(workflow["jobs"]), []
    while ready := [name for name, job in waiting.items() if job.get("needs") not in waiting]:
        for name in ready:
            problems += runner.run_job(name, waiting[name])
        if problems:
            return problems
        waiting = {name: job for name, job in waiting.items() if name not in ready}
    if waiting:
        return [f"jobs wait for each other: {sorted(waiting)}"]
    return differences(runner.published, whole) if runner.deployed else ["nothing is deployed"]


class Runner:
    """As much of GitHub's runner as the workflow uses."""

    def __init__(self, workflow: dict, image: pathlib.Path, folder: pathlib.Path, site: pathlib.Path):
        self.workflow, self.image, self.folder, self.site = workflow, image, folder, site
        self.artifacts, self.published, self.deployed = folder / "artifacts", folder / "pages", False

    def run_job(self, name: str, job: dict) -> list[str]:
        (matrix,) = job.get("strategy", {}).get("matrix", {"": [None]}).items()
        problems = []
        if job.get("container", image_name()) != image_name():
            problems.append(f"{job['container']} is not the image of the Dockerfile")
        for value in matrix[1]:
            known = {f"matrix.{matrix[0]}": value, "strategy.job-total": len(matrix[1])}
            workspace = self.folder / f"{name}-{value}"
            workspace.mkdir(parents=True)
            for step in job["steps"]:
                # The runner stops a job at its first step that fails.
                if found := self.run_step(step, job, known, workspace):
                    problems += [f"{name} {value}: {problem}" for problem in found]
                    break
        return problems

    def run_step(self, step: dict, job: dict, known: dict, workspace: pathlib.Path) -> list[str]:
        def value(text: str) -> str:
            return re.sub(r"\$\{\{ *(.*?) *\}\}", lambda match: str(known[match[1]]), text)

        if "run" in step:
            shell = step.get("shell", self.workflow.get("defaults", {}).get("run", {}).get("shell"))
            script = self.folder / "script.sh"
            script.write_text(value(step["run"]))
            # Without a name it is bash, which is given no pipefail, and in a container it is sh.
            command = SHELLS[shell] if shell else SHELLS["sh"] if "container" in job else ["bash", "-e"]
            path = in_image(self.image) if "container" in job else SYSTEM_PATH
            return run([*command, str(script)], workspace, {"PATH": path, "CI": "true", "HOME": str(self.folder)})
        inputs = {key: value(str(text)) for key, text in step.get("with", {}).items()}
        action, _, version = step["uses"].partition("@")
        method = getattr(self, action.removeprefix("actions/").replace("-", "_"), None)
        if not method or not re.fullmatch(r"v\d+", version):
            return [f"not imitated: {step['uses']}"]
        return method(workspace, job, **{key.replace("-", "_"): text for key, text in inputs.items()})

    def checkout(self, workspace: pathlib.Path, job: dict) -> list[str]:
        shutil.copytree(self.site / "content", workspace / "content")
        return []

    def upload_artifact(self, workspace, job, name, path, if_no_files_found, retention_days) -> list[str]:
        found = [each for each in glob.glob(str(workspace / path)) if os.path.isfile(each)]
        if (self.artifacts / name).exists():
            return [f"there is an artifact '{name}' already"]
        if not found or if_no_files_found != "error":
            return [f"no file at '{path}', or nobody would be told"]
        (self.artifacts / name).mkdir(parents=True)
        for each in found:
            # Who may run a file is not kept.
            shutil.copyfile(each, self.artifacts / name / pathlib.Path(each).name)
        return []

    def download_artifact(self, workspace, job, pattern, path, merge_multiple="false") -> list[str]:
        for artifact in sorted(self.artifacts.iterdir()):
            if fnmatch.fnmatchcase(artifact.name, pattern):
                folder = workspace / path / ("" if merge_multiple == "True" else artifact.name)
                shutil.copytree(artifact, folder, dirs_exist_ok=True)
        return []

    def upload_pages_artifact(self, workspace, job, path) -> list[str]:
        # Names that begin with a dot are left out.
        shutil.copytree(workspace / path, self.published, ignore=shutil.ignore_patterns(".*"))
        return []

    def deploy_pages(self, workspace, job) -> list[str]:
        self.deployed = self.published.is_dir()
        if job["permissions"] != {"pages": "write", "id-token": "write"}:
            return [f"Pages need other permissions than {job['permissions']}"]
        return [] if job["environment"]["name"] == "github-pages" else ["Pages need their environment"]
