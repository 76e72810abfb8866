"""Frontier and principles of a scenario that can be enumerated, beside NegMAS."""

from fractions import Fraction
from functools import partial

import numpy as np

from drivers.scenario_negmas import Scenario
from kit import exact
from kit.clock import TookTooLong, in_child
from kit.generate import scenario
from kit.instance import from_data
from kit.table import Row, Work
from works.frontier import compare

TITLE = "Frontier and principles of a scenario"
TARGET = 1_000
EXPLANATION = (
    "Generated scenarios of 1e5 and 1e6 packages: values 0 to 100, weights that sum to 100, every reservation 35. The frontier "
    "of the zone and, on it, Nash, Kalai–Smorodinsky, egalitarian and utilitarian. NegMAS's utility functions are built in "
    "memory outside the time and take its documented fast path. Its outcomes are read back in integers: `invented` points are "
    "dominated ones that rounded doubles let it keep."
)
SHAPES = [(2, 5, 10), (2, 6, 10), (3, 5, 10), (3, 6, 10)]
GIVEN = "NegMAS, zone's points given"
ONLY = ["frontier", "nash", "kalai-smorodinsky", "egalitarian", "utilitarian"]


def work(bench, say):
    rows = []
    for parties, issues, choices in bench.some(SHAPES, SHAPES[:1]):
        instance = from_data(scenario(parties, issues, choices, 1), bench.scratch)
        for row in _rows(bench, instance):
            rows.append(row)
            say(row)
    return Work(TITLE, TARGET, EXPLANATION, rows)


def _rows(bench, instance):
    everything = exact.enumerate_utilities(instance)
    zone = exact.zone(instance, everything)
    truth = Truth(instance, exact.frontier(zone))
    ours = bench.ours and bench.ours.solve(instance, ONLY, points=True)
    wrong = _wrong(ours, truth)
    ways = {
        "NegMAS, utilities 0 to 1": (lambda: Scenario(instance, is_unit=True).answer, everything),
        "NegMAS, integer utilities": (lambda: Scenario(instance, is_unit=False).answer, everything),
        GIVEN: (lambda: _from_points(instance, zone), zone),
    }
    for peer, (way, points) in ways.items():
        row = Row(f"{instance.name} ({instance.outcomes:,} packages)", peer, bench.limit, "not finished", is_over=True)
        row.ours, row.wrong, row.is_part = ours and ours.timed, wrong, peer == GIVEN
        _measure(bench, row, way, points, truth)
        yield row


def _from_points(instance, zone):
    """The part without any utility computed: what NegMAS would take if evaluation cost nothing."""
    return partial(Scenario(instance, is_unit=True).answer_from, np.ascontiguousarray(zone / instance.scale))


def _measure(bench, row, way, points, truth):
    """Completes the row, unless the limit comes first. `points` holds the exact vectors that the peer's indices mean."""
    try:
        row.seconds, (indices, solutions) = in_child(way, bench.limit)
    except TookTooLong:
        return
    row.is_over = False
    vectors = [tuple(points[index].tolist()) for index in indices]
    found = {name: [vectors[index] for index in picks] for name, picks in solutions.items()}
    other = [f"another {name}" for name in ("nash", "egalitarian", "utilitarian") if not truth.agrees(name, found[name])]
    row.same = "; ".join([compare(set(vectors), truth.frontier).replace("not on the frontier", "invented"), *other])
    row.notes = _notes(truth, found["kalai_smorodinsky"])


class Truth:
    """The answers by enumeration, exactly."""

    def __init__(self, instance, frontier):
        self.instance = instance
        self.frontier = frontier
        self.ideal = [max(column) for column in zip(*frontier)]
        self.value = {
            "nash": instance.product,
            "kalai_smorodinsky": self.least_share,
            "egalitarian": lambda vector: min(instance.gains(vector)),
            "utilitarian": sum,
        }
        self.highest = {name: max(map(value, frontier)) for name, value in self.value.items()}

    def least_share(self, vector):
        """The least share of what a party could hope for in the zone."""
        return min(map(Fraction, self.instance.gains(vector), self.instance.gains(self.ideal)))

    def agrees(self, name, vectors):
        """Whether all vectors of a solution reach the principle's highest value."""
        return bool(vectors) and all(self.value[name](vector) == self.highest[name] for vector in vectors)


def _notes(truth, vectors):
    """NegMAS's Kalai–Smorodinsky is another notion, so it is told apart, not held against it as an error."""
    if not vectors or truth.agrees("kalai_smorodinsky", vectors):
        return []
    reached, highest = max(map(truth.least_share, vectors)), truth.highest["kalai_smorodinsky"]
    return [
        f"NegMAS's Kalai–Smorodinsky minimises the spread of shares. On {truth.instance.name} whoever gets least gets "
        f"{float(reached):.1%} of the hoped-for there, {float(highest):.1%} at the package that maximises this."
    ]


def _wrong(ours, truth):
    """What enumeration shows to be wrong with our own answers."""
    if not ours:
        return ""
    vectors = {name: ours.principle(name) for name in truth.value}
    wrong = [name for name, vector in vectors.items() if not truth.agrees(name, [vector] if vector else [])]
    wrong += [] if ours.frontier() == truth.frontier else ["frontier"]
    return f"by enumeration, our {', '.join(wrong)} is wrong" if wrong else ""
