"""Runs a program and says how long it took, how much memory it had, and what it wrote."""
import os
import subprocess
import tempfile
import time

# Two cores, as the targets say; Go and versus are both told so too.
CORES = 2


class Failed(Exception):
    """A program did not end well; the text is what it said."""


class Run:
    """One run: wall and processor time in seconds, the largest resident size in bytes, standard output and error."""

    def __init__(self, command: list, **environment: str):
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors, \
                tempfile.NamedTemporaryFile("r") as peak:
            start = time.perf_counter()
            child = subprocess.Popen(
                # A child counts the size of who starts it as its own, so one that is small starts it.
                ["/usr/bin/time", "--quiet", "-f", "%U %S %M", "-o", peak.name] + [str(part) for part in command], stdin=subprocess.DEVNULL, stdout=output, stderr=errors,
                env=dict(os.environ, GOMAXPROCS=str(CORES), **environment))
            child.wait()
            self.seconds = time.perf_counter() - start
            used = peak.read().split()[-3:]
            self.peak, self.processor = int(used[2]) * 1024, float(used[0]) + float(used[1])
            self.output, self.errors = text(output), text(errors)
        if child.returncode != 0:
            said = (self.errors.strip() or self.output.strip()).splitlines()
            raise Failed(f"exit {child.returncode}: {said[-1] if said else 'nothing said'}")


def text(file) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")


def best(runs: list[Run]) -> float:
    """The least disturbed of several runs."""
    return min(run.seconds for run in runs)


def peak(runs: list[Run]) -> int:
    return max(run.peak for run in runs)


def use_two_cores() -> None:
    """Children inherit it."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
