"""HiGHS as a stage of the epsilon-constraint loop.

The model is built once; only bounds of rows change between solves. HiGHS computes in doubles with absolute tolerances, so
values are scaled down to about 1e5, tolerances are tight, and every limit stands half a unit below the integer meant.
The feasibility jump is off in HiGHS's favour: without it the loop took half the time.
"""

import highspy

from drivers.epsilon import OutOfTime

NAME = "HiGHS"
BEARS = 1e10
"""Objectives up to this size stay well apart from the tolerances."""


class Stage:
    def __init__(self, instance, objective):
        self.instance = instance
        self.scale = min(1.0, 1e5 / instance.scale)
        self.model = highspy.Highs()
        for option, value in self._options(max(objective) <= instance.scale).items():
            if self.model.setOptionValue(option, value) != highspy.HighsStatus.kOk:
                raise ValueError(f"HiGHS refuses {option} = {value}")
        self._build(objective)

    def _options(self, is_scaled):
        self.objective_scale = self.scale if is_scaled else 1.0
        return {
            "output_flag": False,
            "threads": 1,
            "parallel": "off",
            "mip_rel_gap": 0.0,
            "mip_abs_gap": 0.5 * self.objective_scale,
            "mip_feasibility_tolerance": 1e-9,
            "primal_feasibility_tolerance": 1e-9,
            "dual_feasibility_tolerance": 1e-9,
            "mip_heuristic_run_feasibility_jump": False,
        }

    def _build(self, objective):
        model, infinity = self.model, highspy.kHighsInf
        choices = [[model.addBinary() for _ in range(size)] for size in self.instance.sizes]
        for issue in choices:
            model.addConstr(sum(issue) == 1)
        columns = [variable.index for issue in choices for variable in issue]
        self.rows = []
        for party in range(2):
            weights = [value * self.scale for value in self.instance.flat(party)]
            self.rows.append(model.getNumRow())
            model.addRow(-infinity, infinity, len(columns), columns, weights)
        model.changeColsCost(len(columns), columns, [weight * self.objective_scale for weight in objective])
        model.changeObjectiveSense(highspy.ObjSense.kMaximize)

    def solve(self, least, seconds):
        model = self.model
        for row, limit in zip(self.rows, least):
            model.changeRowBounds(row, (limit - 0.5) * self.scale, highspy.kHighsInf)
        model.setOptionValue("time_limit", model.getRunTime() + seconds)
        model.run()
        status = model.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            raise OutOfTime
        return self.instance.package(model.getSolution().col_value)
