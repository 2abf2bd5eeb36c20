"""Where results are kept: `results/<date>-<name>.md`, one file a run, so that no run hides another."""
import argparse
import datetime
import pathlib
import platform

FOLDER = pathlib.Path(__file__).resolve().parent / "results"


def add_arguments(parser: argparse.ArgumentParser, name: str) -> None:
    parser.add_argument("--machine", help="what it runs on; with it, the table is kept in Benchmarks/results/")
    parser.add_argument("--date", type=datetime.date.fromisoformat, default=datetime.date.today(),
                        help="the date of the run (default: today)")
    parser.add_argument("--name", help=f"what the run is called (default: {name})", default=name)


def heading(given: argparse.Namespace) -> str:
    return f"{given.machine or platform.machine()}, {given.date}"


def keep(text: str, given: argparse.Namespace) -> None:
    """Prints the table, and writes it when the machine is named: figures without one mean nothing."""
    print(text, end="")
    if given.machine:
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / f"{given.date}-{given.name}.md").write_text(text, "utf-8")
