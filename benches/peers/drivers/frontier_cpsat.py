"""CP-SAT as a stage of the epsilon-constraint loop.

CP-SAT computes in integers, so the loop is exact without tolerances. The model is built once; a solve changes two bounds.
One worker; presolve is off, because on models this small it took longer than the search (measured: 0.48 s with, 0.28 s
without, for the 118 points of ten issues).
"""

from ortools.sat.python import cp_model

from drivers.epsilon import OutOfTime

NAME = "CP-SAT"
BEARS = 2**61
"""Sums must stay within 64 bits."""


class Stage:
    def __init__(self, instance, objective):
        self.instance = instance
        self.solver = cp_model.CpSolver()
        self.solver.parameters.num_workers = 1
        self.solver.parameters.cp_model_presolve = False
        self._build(objective)

    def _build(self, objective):
        self.model = cp_model.CpModel()
        self.choices = [[self.model.new_bool_var("") for _ in range(size)] for size in self.instance.sizes]
        self.variables = [variable for issue in self.choices for variable in issue]
        for issue in self.choices:
            self.model.add_exactly_one(issue)
        self.rows = []
        for party in range(2):
            total = cp_model.LinearExpr.weighted_sum(self.variables, self.instance.flat(party))
            lowest = self.instance.reservation[party]
            self.rows.append(self.model.add_linear_constraint(total, lowest, self.instance.highest(party)))
        self.model.maximize(cp_model.LinearExpr.weighted_sum(self.variables, objective))

    def solve(self, least, seconds):
        for row, limit in zip(self.rows, least):
            self.model.proto.constraints[row.index].linear.domain[0] = limit
        self.solver.parameters.max_time_in_seconds = seconds
        status = self.solver.solve(self.model)
        if status == cp_model.INFEASIBLE:
            return None
        if status != cp_model.OPTIMAL:
            raise OutOfTime
        return self.instance.package([self.solver.boolean_value(variable) for variable in self.variables])
