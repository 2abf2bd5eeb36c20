"""The table of results: what was measured, what was wanted, and whether it was reached."""


class Table:
    def __init__(self):
        self.rows: list[tuple[str, str, str, str]] = []

    def at_least(self, what: str, value: float, target: float, shown: str, unit: str = "") -> None:
        self.add(what, shown, f"at least {target:g}{unit}", value >= target)

    def at_most(self, what: str, value: float, target: float, shown: str, unit: str = "") -> None:
        self.add(what, shown, f"at most {target:g}{unit}", value <= target)

    def add(self, what: str, shown: str, target: str, is_met: bool) -> None:
        self.rows.append((what, shown, target, "met" if is_met else "**missed**"))

    def note(self, what: str, shown: str) -> None:
        """A figure that nothing was promised of."""
        self.rows.append((what, shown, "", ""))

    def fail(self, what: str, why: str) -> None:
        self.rows.append((what, why, "", "**not measured**"))

    def markdown(self) -> str:
        head = [("", "measured", "target", ""), ("---",) * 4]
        return "\n".join("| " + " | ".join(row) + " |" for row in head + self.rows) + "\n"


def megabytes(size: int) -> str:
    return f"{size / 2**20:.0f} MB"


def times(ratio: float) -> str:
    return f"{ratio:.2f} ×" if ratio < 10 else f"{ratio:.0f} ×"
