"""Rows of the report, and the report."""

from dataclasses import dataclass, field

from kit.ours import Timed

HEAD = ["instance", "peer", "peer's time", "ours", "ratio", "whole command", "its ratio", "same answer?"]


@dataclass
class Row:
    """One peer on one instance."""

    instance: str
    peer: str
    seconds: float | None
    """CPU seconds of the peer; None if it could not be asked."""
    same: str
    ours: Timed | None = None
    is_over: bool = False
    """Whether the peer had not finished when its time was up."""
    is_part: bool = False
    """Whether the peer did only part of the work; the summary leaves such rows out."""
    wrong: str = ""
    """What is wrong with our own answer."""
    notes: list[str] = field(default_factory=list)

    def ratio(self):
        """How many times our engine's time the peer took; None if either is missing."""
        return self.seconds / self.ours.engine if self.seconds and self.ours and self.ours.engine else None


@dataclass
class Work:
    """A part of the report: what was done, what it is to reach, and the rows."""

    title: str
    target: float
    explanation: str
    rows: list[Row]


def time(seconds):
    """Three digits and a unit."""
    if seconds is None:
        return "–"
    for unit, factor in (("s", 1), ("ms", 1e3), ("µs", 1e6)):
        if seconds * factor >= 1:
            return f"{_digits(seconds * factor)} {unit}"
    return "< 1 µs"


def times(ratio):
    """A ratio with its sign."""
    return "–" if ratio is None else f"{_digits(ratio)}×"


def _digits(number):
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


def report(head, works):
    """The whole report in Markdown."""
    text = ["# Beside the peers", "", *head, "", *_summary(works)]
    for work in works:
        text += ["", *_section(work)]
    return "\n".join(text) + "\n"


def _summary(works):
    """Per work, our ratio to the fastest peer of each instance: the worst, the best, and how often it is enough."""
    text = ["| work | ratio to reach | lowest to an instance's fastest peer | highest | instances that reach it |"]
    text += ["|---|---:|---:|---:|---:|"]
    for work in works:
        fastest = _fastest(work.rows)
        reached = sum(ratio >= work.target for ratio in fastest)
        low, high = (times(min(fastest)), times(max(fastest))) if fastest else ("–", "–")
        text.append(f"| {work.title} | {times(work.target)} | {low} | {high} | {reached} of {len(fastest)} |")
    return text


def _fastest(rows):
    """The lowest ratio of each instance. A wrong answer of ours has none, however fast it came."""
    lowest = {}
    for row in rows:
        ratio = 0.0 if row.wrong else row.ratio()
        if ratio is not None and not row.is_part:
            lowest[row.instance] = min(ratio, lowest.get(row.instance, ratio))
    return list(lowest.values())


def _section(work):
    notes = []
    text = [f"## {work.title}", "", work.explanation, "", _line(HEAD), "|---|---|" + "---:|" * 5 + "---|"]
    for row in work.rows:
        text.append(_line(_cells(row, notes)))
    text += ["", *[f"{number}. {note}" for number, note in enumerate(notes, 1)]] if notes else []
    return text


def _cells(row, notes):
    marks = []
    for note in row.notes:
        if note not in notes:
            notes.append(note)
        marks.append(f"[{notes.index(note) + 1}]")
    over = "> " if row.is_over else ""
    command = row.ours.command if row.ours else None
    command_ratio = row.seconds / command if row.seconds and command else None
    return [
        row.instance,
        " ".join([row.peer, *marks]),
        over + time(row.seconds),
        time(row.ours.engine) if row.ours else "–",
        over + times(row.ratio()) if row.ratio() else "–",
        time(command),
        over + times(command_ratio) if command_ratio else "–",
        row.same + (f"; **{row.wrong}**" if row.wrong else ""),
    ]


def _line(cells):
    return "| " + " | ".join(cells) + " |"
