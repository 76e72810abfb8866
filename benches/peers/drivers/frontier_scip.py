"""SCIP as a stage of the epsilon-constraint loop.

Heuristics and separation are set to FAST in SCIP's favour: the loop over twenty issues took 6.2 s so, 9.3 s by default.

SCIP's tolerances are relative to a row's size: at a scale of 1e9 it takes a sum that is one too low for met. There the limit
stands in the row's coefficients (every package has exactly one choice of the first issue, which pays for it) and the right
side stays at half a unit below zero. Where the scale is small the right side carries the limit, which is faster.
"""

from pyscipopt import SCIP_PARAMSETTING, Model, quicksum

from drivers.epsilon import OutOfTime

NAME = "SCIP"
BEARS = 1e10
"""Objectives up to this size stay well apart from the tolerances."""

LARGE = 1e6
"""Beyond this scale a relative tolerance of 1e-9 is no longer small against a unit."""


class Stage:
    def __init__(self, instance, objective):
        self.instance = instance
        self.model = Model()
        self.model.hideOutput()
        self.model.setParams(
            {
                "timing/clocktype": 1,
                "limits/gap": 0.0,
                "numerics/feastol": 1e-9,
                "numerics/lpfeastolfactor": 1.0,
            }
        )
        self.model.setHeuristics(SCIP_PARAMSETTING.FAST)
        self.model.setSeparating(SCIP_PARAMSETTING.FAST)
        self._build(objective)

    def _build(self, objective):
        model = self.model
        self.choices = [[model.addVar(vtype="B") for _ in range(size)] for size in self.instance.sizes]
        self.variables = [variable for issue in self.choices for variable in issue]
        for issue in self.choices:
            model.addCons(quicksum(issue) == 1)
        self.rows = []
        for party in range(2):
            total = quicksum(value * variable for value, variable in zip(self.instance.flat(party), self.variables))
            self.rows.append(model.addCons(total >= -0.5))
        model.setObjective(quicksum(w * variable for w, variable in zip(objective, self.variables)), "maximize")

    def solve(self, least, seconds):
        model = self.model
        model.freeTransform()
        for party, limit in enumerate(least):
            self._limit(party, limit)
        model.setParam("limits/time", seconds)
        model.optimize()
        status = model.getStatus()
        if status == "infeasible":
            return None
        if status != "optimal":
            raise OutOfTime
        return self.instance.package([model.getVal(variable) for variable in self.variables])

    def _limit(self, party, limit):
        if self.instance.scale <= LARGE:
            self.model.chgLhs(self.rows[party], limit - 0.5)
            return
        for value, variable in zip(self.instance.values[party][0], self.choices[0]):
            self.model.chgCoefLinear(self.rows[party], variable, value - limit)
