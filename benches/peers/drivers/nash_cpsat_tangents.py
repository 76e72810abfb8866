"""Nash with CP-SAT by outer approximation of Σ ln(gain): tangents in integers, for where the product does not fit 64 bits.

Logarithms are counted in units of 1/K, K a power of two as large as 64 bits allow. A tangent at gain y,
log <= ln(y) + (gain - y) / y, becomes y·L <= y·⌈K·(ln(y) - 1)⌉ + K·gain: rounded so that it never cuts too much. Presolve
stays on in CP-SAT's favour: without it some instances were faster, but eight parties and sixty issues not proved in 25 s.
"""

import math

from ortools.sat.python import cp_model

from drivers.nash import Nash

NAME = "CP-SAT, outer approximation"
STEP = 1.15
"""First tangents touch at gains this factor apart."""


class Model:
    def __init__(self, instance):
        self.instance = instance
        highest = [instance.highest(party) - instance.reservation[party] for party in range(instance.parties)]
        largest = max(highest)
        self.unit = 1 << min(30, 60 - math.ceil(math.log2(largest * math.log(largest) * 2)))
        self.solver = cp_model.CpSolver()
        self.solver.parameters.num_workers = 1
        self._build(highest)

    def _build(self, highest):
        self.model = cp_model.CpModel()
        choices = [[self.model.new_bool_var("") for _ in range(size)] for size in self.instance.sizes]
        self.variables = [variable for issue in choices for variable in issue]
        for issue in choices:
            self.model.add_exactly_one(issue)
        self.gains, self.logs = [], []
        for party, most in enumerate(highest):
            gain = self.model.new_int_var(1, most, "")
            total = cp_model.LinearExpr.weighted_sum(self.variables, self.instance.flat(party))
            self.model.add(gain == total - self.instance.reservation[party])
            self.gains.append(gain)
            self.logs.append(self.model.new_int_var(0, math.ceil(self.unit * math.log(most)), ""))
            at = float(most)
            while at > most / 50:
                self._tangent(party, max(1, round(at)))
                at /= STEP
        self.model.maximize(cp_model.LinearExpr.sum(self.logs))

    def _tangent(self, party, at):
        limit = at * math.ceil(self.unit * (math.log(at) - 1))
        self.model.add(at * self.logs[party] - self.unit * self.gains[party] <= limit)

    def run(self, budget):
        best, best_log, solves = None, -math.inf, 0
        while not budget.is_spent():
            self.solver.parameters.max_time_in_seconds = budget.left()
            status = self.solver.solve(self.model)
            if status == cp_model.INFEASIBLE:
                return Nash(None, True)
            if status == cp_model.UNKNOWN:
                break
            solves += 1
            package = self.instance.package([self.solver.boolean_value(variable) for variable in self.variables])
            gains = self.instance.gains(self.instance.utilities(package))
            reached = sum(self.unit * math.log(gain) for gain in gains)
            if reached > best_log:
                best, best_log = package, reached
            if status != cp_model.OPTIMAL:
                break
            if self.solver.objective_value - best_log <= 2 * len(gains):
                return Nash(best, True, f"{solves} integer solves")
            for party, gain in enumerate(gains):
                self._tangent(party, gain)
            self._hint(package)
        return Nash(best, False, f"{solves} integer solves")

    def _hint(self, package):
        """The next search starts at the package just found."""
        self.model.clear_hints()
        start = 0
        for size, choice in zip(self.instance.sizes, package):
            for other in range(size):
                self.model.add_hint(self.variables[start + other], other == choice)
            start += size
