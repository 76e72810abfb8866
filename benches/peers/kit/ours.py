"""Our own engine, through the command and nothing else."""

import json
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path

from kit.clock import children, repeated

REPETITIONS = 9


@dataclass(frozen=True)
class Timed:
    """The engine's own time, as it states it, and the CPU time of the whole command. Seconds."""

    engine: float
    command: float | None


@dataclass(frozen=True)
class Answer:
    timed: Timed
    document: dict

    def frontier(self):
        """The frontier as a set of vectors; None unless it is complete."""
        frontier = self.document["frontier"]
        return {tuple(point) for point in frontier["points"]} if frontier["complete"] else None

    def principle(self, name):
        """The proved utility vector of a principle; None without."""
        found = self.document["principles"].get(name)
        return tuple(found["utilities"]) if found and found["proved"] else None


class OursFailed(Exception):
    """Our command or filter ended with an error."""


class Ours:
    """The `detente` command."""

    def __init__(self, command, limit):
        self.command = str(command)
        self.limit = limit

    def version(self):
        return _run([self.command, "--version"]).strip()

    def solve(self, instance, only, points=False):
        """Solves an instance several times on one thread; the medians and the last document."""
        arguments = [self.command, "solve", str(instance.path), "--json", "--threads", "1", "--only", ",".join(only)]
        arguments += ["--time-limit", f"{self.limit:g}"] + (["--points"] if points else [])
        engine = []

        def once():
            before = children()
            document = json.loads(_run(arguments))
            spent = children() - before
            engine.append(_engine_seconds(document["elapsed_ms"]))
            return spent, document

        command, document = repeated(once, REPETITIONS)
        return Answer(Timed(statistics.median(engine), command), document)


def _engine_seconds(elapsed):
    """All parts that the engine lists for this question, in milliseconds; a total, if listed, is not counted twice."""
    return sum(value for key, value in elapsed.items() if key != "total") / 1000


def ours_filter(command, path, dimensions):
    """Filters a file of points with the executable given as `--filter-bench`; (seconds, kept, fingerprint).

    The executable takes FILE DIMENSIONS and prints {"kept": n, "hash": "...", "ms": x}; its time is that of the filter alone.
    """

    def once():
        document = json.loads(_run([str(command), str(path), str(dimensions)]))
        return document["ms"] / 1000, document

    seconds, document = repeated(once, REPETITIONS)
    return Timed(seconds, None), document["kept"], document["hash"]


def _run(arguments):
    done = subprocess.run(arguments, capture_output=True, text=True)
    if done.returncode != 0:
        said = " ".join(Path(argument).name for argument in arguments)
        raise OursFailed(f"`{said}` ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout
