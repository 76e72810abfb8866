"""Nash with HiGHS: outer approximation of Σ ln(gain) by tangents.

First the relaxation is tightened, without integers, until its tangents hold; then integer solves and tangents at what they
find alternate until bound and best package meet. Gains are in units of the scale. Bound and package meet to 1e-8, a
relative error of the product that doubles can show; exactness beyond that is not claimed by this peer.
"""

import math

import highspy

from drivers.nash import Nash

NAME = "HiGHS, outer approximation"
MEET = 1e-8
FIRST = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
"""Where the first tangents touch, as shares of a party's highest gain."""


class Model:
    def __init__(self, instance):
        self.instance = instance
        self.model = highspy.Highs()
        options = {
            "output_flag": False,
            "threads": 1,
            "parallel": "off",
            "mip_rel_gap": 0.0,
            "mip_abs_gap": MEET / 2,
            "mip_feasibility_tolerance": 1e-9,
            "primal_feasibility_tolerance": 1e-9,
            "dual_feasibility_tolerance": 1e-9,
            "mip_heuristic_run_feasibility_jump": False,
        }
        for option, value in options.items():
            if self.model.setOptionValue(option, value) != highspy.HighsStatus.kOk:
                raise ValueError(f"HiGHS refuses {option} = {value}")
        self._build()

    def _build(self):
        model, instance, unit = self.model, self.instance, self.instance.scale
        choices = [[model.addVariable(lb=0, ub=1) for _ in range(size)] for size in instance.sizes]
        for issue in choices:
            model.addConstr(sum(issue) == 1)
        self.columns = [variable.index for issue in choices for variable in issue]
        self.gains, self.logs = [], []
        for party in range(instance.parties):
            highest = (instance.highest(party) - instance.reservation[party]) / unit
            gain = model.addVariable(lb=1 / unit, ub=highest)
            weights = [value / unit for value in instance.flat(party)]
            least = instance.reservation[party] / unit
            model.addRow(least, least, len(weights) + 1, [*self.columns, gain.index], [*weights, -1.0])
            self.gains.append(gain.index)
            self.logs.append(model.addVariable(lb=math.log(1 / unit), ub=math.log(highest)).index)
            for share in FIRST:
                self._tangent(party, share * highest)
        model.changeColsCost(len(self.logs), self.logs, [1.0] * len(self.logs))
        model.changeObjectiveSense(highspy.ObjSense.kMaximize)

    def _tangent(self, party, at):
        """ln(gain) lies below its tangent: log <= ln(at) + (gain - at) / at."""
        columns = [self.logs[party], self.gains[party]]
        self.model.addRow(-highspy.kHighsInf, math.log(at) - 1, 2, columns, [1.0, -1.0 / at])

    def run(self, budget):
        self._relaxation(budget)
        kind = [highspy.HighsVarType.kInteger] * len(self.columns)
        self.model.changeColsIntegrality(len(self.columns), self.columns, kind)
        best, best_log, solves = None, -math.inf, 0
        while not budget.is_spent():
            if not self._optimal(budget):
                break
            solves += 1
            bound = self.model.getInfo().objective_function_value
            package = self.instance.package(self.model.getSolution().col_value)
            gains = [gain / self.instance.scale for gain in self.instance.gains(self.instance.utilities(package))]
            if min(gains) > 0:
                reached = sum(map(math.log, gains))
                if reached > best_log:
                    best, best_log = package, reached
            if bound - best_log <= MEET:
                return Nash(best, True, f"{solves} integer solves")
            for party, gain in enumerate(gains):
                self._tangent(party, max(gain, 1 / self.instance.scale))
        return Nash(best, False, f"{solves} integer solves")

    def _relaxation(self, budget):
        """Tangents where the relaxation's optimum lies, until they are tight there."""
        while not budget.is_spent() and self._optimal(budget):
            values = self.model.getSolution().col_value
            loose = [
                (party, values[gain])
                for party, (gain, log) in enumerate(zip(self.gains, self.logs))
                if values[log] - math.log(values[gain]) > 1e-6
            ]
            if not loose:
                break
            for party, gain in loose:
                self._tangent(party, gain)

    def _optimal(self, budget):
        self.model.setOptionValue("time_limit", self.model.getRunTime() + budget.left())
        self.model.run()
        return self.model.getModelStatus() == highspy.HighsModelStatus.kOptimal
