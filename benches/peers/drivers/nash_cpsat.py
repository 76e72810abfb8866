"""Nash with CP-SAT: maximise the product of gains itself, in integers, where it stays within 64 bits.

Presolve is off in CP-SAT's favour: so it proves three parties and forty issues in 6 s, with presolve not in 10 s.
"""

import math

from ortools.sat.python import cp_model

from drivers.nash import Nash, NotExpressible

NAME = "CP-SAT, product"
BEARS = 2**62


class Model:
    def __init__(self, instance):
        self.instance = instance
        highest = [instance.highest(party) - instance.reservation[party] for party in range(instance.parties)]
        largest = math.prod(highest)
        if largest > BEARS:
            raise NotExpressible(f"products up to 2^{largest.bit_length()} do not fit CP-SAT's 64 bits")
        self.solver = cp_model.CpSolver()
        self.solver.parameters.num_workers = 1
        self.solver.parameters.cp_model_presolve = False
        self._build(highest)

    def _build(self, highest):
        self.model = cp_model.CpModel()
        choices = [[self.model.new_bool_var("") for _ in range(size)] for size in self.instance.sizes]
        self.variables = [variable for issue in choices for variable in issue]
        for issue in choices:
            self.model.add_exactly_one(issue)
        product, bound = None, 1
        for party, most in enumerate(highest):
            gain = self.model.new_int_var(1, most, "")
            total = cp_model.LinearExpr.weighted_sum(self.variables, self.instance.flat(party))
            self.model.add(gain == total - self.instance.reservation[party])
            bound *= most
            if product is None:
                product = gain
            else:
                further = self.model.new_int_var(1, bound, "")
                self.model.add_multiplication_equality(further, [product, gain])
                product = further
        self.model.maximize(product)

    def run(self, budget):
        self.solver.parameters.max_time_in_seconds = budget.left()
        status = self.solver.solve(self.model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Nash(None, status == cp_model.INFEASIBLE)
        package = self.instance.package([self.solver.boolean_value(variable) for variable in self.variables])
        return Nash(package, status == cp_model.OPTIMAL)
