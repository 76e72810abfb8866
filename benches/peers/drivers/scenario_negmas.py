"""NegMAS on a scenario: the frontier of the zone, then its bargaining solutions on that frontier.

Its documented fast path: `pareto_frontier(ufuns, issues=...)` from the utility functions, and the solutions with
`frontier=` and `ranges=`, the ranges from the linear functions' own `minmax`; never `outcomes=`.
"""

import warnings

from negmas import LinearAdditiveUtilityFunction, make_issue, make_os
from negmas.preferences.ops import (
    kalai_points,
    ks_points,
    max_welfare_points,
    nash_points,
    pareto_frontier,
    pareto_frontier_numpy,
)
from negmas.preferences.value_fun import TableFun

SOLUTIONS = {
    "nash": nash_points,
    "kalai_smorodinsky": ks_points,
    "egalitarian": kalai_points,
    "utilitarian": max_welfare_points,
}
"""By our names; NegMAS calls the egalitarian one Kalai's."""

warnings.simplefilter("ignore")


class Scenario:
    """The instance as NegMAS has it: utilities from 0 to 1, as its users write them, or the integers themselves."""

    def __init__(self, instance, is_unit):
        self.unit = instance.scale if is_unit else 1
        names = [f"issue{number}" for number in range(instance.issues)]
        self.issues = [make_issue(list(range(size)), name=name) for name, size in zip(names, instance.sizes)]
        self.space = make_os(self.issues)
        self.ufuns = [self._ufun(instance, party, names) for party in range(instance.parties)]

    def _ufun(self, instance, party, names):
        """An issue's weight is its largest value, so that its function runs up to 1; integers go without weights."""
        weights, functions = {}, {}
        for name, values in zip(names, instance.values[party]):
            most = 1 if self.unit == 1 else max(values)
            weights[name] = most / self.unit
            functions[name] = TableFun({choice: value / most for choice, value in enumerate(values)})
        return LinearAdditiveUtilityFunction(
            values=functions,
            weights=weights,
            outcome_space=self.space,
            reserved_value=instance.reservation[party] / self.unit,
        )

    def answer(self):
        """The frontier (utilities, indices of outcomes) and the solutions as indices into it."""
        utilities, outcomes = pareto_frontier(self.ufuns, issues=self.issues, sort_by_welfare=True)
        return outcomes, self._solutions(utilities)

    def _solutions(self, utilities):
        ranges = [ufun.minmax(self.space, above_reserve=False) for ufun in self.ufuns]
        return {
            name: [index for _, index in find(self.ufuns, frontier=utilities, ranges=ranges)]
            for name, find in SOLUTIONS.items()
        }

    def answer_from(self, points):
        """The same from the zone's utility vectors, already computed: NegMAS's recommended extractor alone."""
        indices = pareto_frontier_numpy(points, sort_by_welfare=True)
        return indices, self._solutions(tuple(map(tuple, points[indices])))
