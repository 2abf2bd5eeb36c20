"""What is measured: each function fills the rows of one part of the table."""
import re
import statistics

from measuring import Failed, Run, best, peak
from sites import Site, pairs, slug
from table import Table, megabytes, times


def against_hugo(table: Table, site: Site, rounds: int) -> None:
    what = f"{site.vendors} vendors, equivalent page: against Hugo"
    ours, theirs = [], []
    for _ in range(rounds):
        site.choose("equivalent")
        theirs.append(site.build_with_hugo())
        ours.append(site.build())
        site.check_equivalence()
    ratio = best(theirs) / best(ours)
    table.at_least(what, ratio, 25, f"{times(ratio)} faster", " ×")
    table.note("… peak memory of versus and of Hugo", f"{megabytes(peak(ours))}, {megabytes(peak(theirs))}")
    site.clear()


def against_raw_writer(table: Table, site: Site, theme: str, target: float, rounds: int) -> None:
    ours, raw = [], []
    for _ in range(rounds):
        site.choose(theme)
        ours.append(site.build())
        size = site.page_bytes()
        # The output is removed first, so that both find the memory file system alike.
        site.clear()
        raw.append(site.write_raw(size))
        site.clear()
    ratio = best(ours) / best(raw)
    table.at_most(
        f"{site.vendors} vendors, {theme} page ({size:,} bytes): wall time against the raw writer",
        ratio, target, times(ratio), " ×")


def careless(table: Table, site: Site, rounds: int) -> None:
    """What a theme costs whose author does not know what is fast."""
    runs = {"default": [], "naive": []}
    for _ in range(rounds):
        for theme, list in runs.items():
            site.choose(theme)
            list.append(site.build())
    table.at_most(
        f"{site.vendors} vendors, naive page: expressions evaluated anew for each pair", site.evaluations(), 0,
        f"{site.evaluations():g}", "")
    site.clear()
    for what, value in [("wall time", best), ("peak memory", peak)]:
        ratio = value(runs["naive"]) / value(runs["default"])
        table.at_most(
            f"{site.vendors} vendors, naive page: {what} against the default page", ratio, 1.5, times(ratio), " ×")


def growth(table: Table, small: Site, large: Site, theme: str, rounds: int) -> None:
    few, many = [], []
    for _ in range(rounds):
        small.choose(theme)
        few.append(small.build())
    small.clear()
    large.choose(theme)
    many.append(large.build())
    large.clear()
    rate = [runs[0].result["pages"] / best(runs) for runs in (few, many)]
    ratio = rate[1] / rate[0]
    table.at_least(
        f"{theme} page: pages per second at {large.vendors:,} vendors ({pairs(large.vendors):,} pairs) "
        f"against {small.vendors}", ratio, 0.8, f"{times(ratio)} ({rate[1]:,.0f} to {rate[0]:,.0f})", " ×")
    for site, runs, target in [(small, few, 64), (large, many, 256)]:
        table.at_most(
            f"{theme} page: peak memory at {site.vendors:,} vendors", peak(runs) / 2**20, target,
            megabytes(peak(runs)), " MB")


def incremental(table: Table, site: Site) -> None:
    vendor, count = site.vendors // 2, f"{site.vendors:,} vendors"
    site.choose("default")
    full = site.build()

    def share(run: Run) -> float:
        return 100 * run.seconds / full.seconds

    run, touched = site.files_touched_by(site.build)
    shown = f"{len(touched)} times touched, {run.result['written']} files written, {share(run):.1f} % of the full build"
    table.add(f"{count}, nothing changed", shown, "nothing touched, at most 8 %", not touched and share(run) <= 8)

    report = site.report(vendor)
    text = report.read_text("utf-8")
    report.write_text(re.sub(r"trust: \d+", lambda old: "trust: 50" if old[0] != "trust: 50" else "trust: 51", text))
    run, touched = site.files_touched_by(site.build)
    changed = [path for path in touched if "-vs-" in path and path.endswith(".html")]
    own = {f"compare/{pair(vendor, other)}/index.html" for other in range(site.vendors) if other != vendor}
    others = [path for path in touched if (site.output / path).is_file() and path not in changed]
    strangers = [path for path in others if slug(vendor).encode() not in (site.output / path).read_bytes()]
    shown = (f"{len(changed)} pairs, {len(set(changed) ^ own)} wrong; {len(others)} other files, "
             f"{len(strangers)} without it; {share(run):.1f} % of the full build")
    is_exact = set(changed) == own and not strangers
    table.add(f"{count}, one cell changed", shown, f"exactly its {len(own)} pairs and what lists it, at most 10 %",
              is_exact and share(run) <= 10)

    report.write_text(report.read_text("utf-8") + "\nOne more sentence.\n")
    run, touched = site.files_touched_by(site.build)
    changed = [path for path in touched if "-vs-" in path]
    table.add(f"{count}, one report's body changed",
              f"{len(changed)} pair pages, {run.result['written']} files, {share(run):.1f} % of the full build",
              "no pair page", not changed and run.result["written"] > 0)
    site.clear()


def pair(one: int, other: int) -> str:
    return f"{slug(min(one, other))}-vs-{slug(max(one, other))}"


def start_up(table: Table, versus, rounds: int) -> None:
    runs = [Run([versus, "version"]).seconds for _ in range(rounds)]
    middle = 1000 * statistics.median(runs)
    table.at_most(f"`versus version`, median of {rounds} runs", middle, 15, f"{middle:.1f} ms", " ms")


def instructions(table: Table, sites: list[Site], theme: str) -> None:
    """Three sizes that are one step apart. What is spent once and once a vendor is gone from the second
    difference, and the pairs are left: one step squared of them."""
    counts = []
    for site in sites:
        site.choose(theme)
        for number in range(site.vendors):
            front_matter = site.report(number).read_text("utf-8").split("\n---\n")[0]
            site.report(number).write_text(front_matter + "\n---\n", "utf-8")
        run = Run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", site.versus, "build",
                   "--source", site.folder, "--output", site.output, "--jobs", 1, "--quiet"],
                  SWIFT_DETERMINISTIC_HASHING="1")
        found = re.search(r"Collected : (\d+)", run.errors)
        if not found:
            raise Failed("callgrind gave no count")
        counts.append(int(found[1]))
        site.clear()
    first, second, third = counts
    step = sites[1].vendors - sites[0].vendors
    each = (third - 2 * second + first) / step**2
    table.note(f"instructions per pair, {theme} page (callgrind)", f"{each:,.0f}")
