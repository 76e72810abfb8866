"""Our own engine: its answers through the command, its time through an executable that repeats the questions."""

import json
import os
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path

from kit.clock import children, repeated

REPETITIONS = 9


@dataclass(frozen=True)
class Timed:
    """The engine's own time in a warm process, and the CPU time of the whole command. Seconds."""

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

    def __init__(self, command, solve_bench, limit):
        self.command = str(command)
        self.solve_bench = str(solve_bench)
        self.limit = limit

    def version(self):
        return _run([self.command, "--version"]).strip()

    def solve(self, instance, only, points=False):
        """Solves an instance several times on one thread; the medians and the last document."""
        arguments = [self.command, "solve", str(instance.path), "--json", "--threads", "1", "--only", ",".join(only)]
        arguments += ["--time-limit", f"{self.limit:g}"] + (["--points"] if points else [])

        def once():
            before = children()
            document = json.loads(_run(arguments))
            return children() - before, document

        command, document = repeated(once, REPETITIONS)
        return Answer(Timed(self._engine_seconds(instance, only), command), document)

    def _engine_seconds(self, instance, only):
        """The engine alone in a warm process, as the peers are: what all questions stand on, and each question."""
        asked = [question.replace("-", "_") for question in only]
        parts = json.loads(_run([self.solve_bench, str(instance.path), *asked], {"RAYON_NUM_THREADS": "1"}))
        return sum(parts.values()) / 1000


def ours_filter(command, path, dimensions):
    """Filters a file of points with the executable given as `--filter-bench`; (seconds, kept, fingerprint).

    The executable takes FILE DIMENSIONS and prints {"kept": n, "hash": "...", "ms": x}; its time is that of the filter alone.
    """

    def once():
        document = json.loads(_run([str(command), str(path), str(dimensions)]))
        return document["ms"] / 1000, document

    seconds, document = repeated(once, REPETITIONS)
    return Timed(seconds, None), document["kept"], document["hash"]


def _run(arguments, variables=None):
    done = subprocess.run(arguments, capture_output=True, text=True, env={**os.environ, **(variables or {})})
    if done.returncode != 0:
        said = " ".join(Path(argument).name for argument in arguments)
        raise OursFailed(f"`{said}` ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout
