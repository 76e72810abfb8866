"""The exact epsilon-constraint loop over two parties, the same for every solver.

A *stage* is a solver's model: `Stage(instance, objective)` with integer weights of the objective, one per variable, and
`solve(least, seconds)`, which returns the package that maximises it with u_0 >= least[0] and u_1 >= least[1], None if there
is none. It raises `OutOfTime`.

No point that the loop takes can be dominated: either one stage maximises M·u_0 + u_1 with M beyond any difference in u_1,
where the solver's arithmetic bears the size of M, or the first maximises u_0 and the second u_1 where u_0 is no less.
"""

from dataclasses import dataclass, field


class OutOfTime(Exception):
    """The solver stopped at its limit, without proof."""


@dataclass
class Found:
    """What a loop brought: exact vectors, recomputed in integers from the packages."""

    points: set = field(default_factory=set)
    complete: bool = False
    solves: int = 0
    beyond: int = 0
    """Packages below the limit that the solver was given, accepted through its tolerances."""


def lexicographic(instance):
    """The weights of M·u_0 + u_1, and the largest value they can reach."""
    most = instance.highest(1) - instance.reservation[1] + 1
    weights = [most * first + second for first, second in zip(instance.flat(0), instance.flat(1))]
    return weights, most * instance.highest(0) + instance.highest(1)


def stages(stage, instance, bears):
    """One stage if the solver bears the lexicographic objective's size exactly, else two."""
    weights, largest = lexicographic(instance)
    if largest <= bears:
        return [stage(instance, weights)]
    return [stage(instance, instance.flat(0)), stage(instance, instance.flat(1))]


def frontier(instance, stages, budget):
    """Walks along the frontier from the first party's best point in the zone."""
    found = Found()
    least = list(instance.reservation)
    try:
        while not budget.is_spent():
            point = _next(instance, stages, least, budget, found)
            if point is None:
                found.complete = True
                break
            if instance.in_zone(point) and point[1] >= least[1]:
                found.points.add(point)
            else:
                found.beyond += 1
            least[1] = max(point[1], least[1]) + 1
    except OutOfTime:
        pass
    return found


def _next(instance, stages, least, budget, found):
    """The point with the largest u_0 where u_1 is at least `least[1]`, and among those with the largest u_1."""
    point = None
    for stage in stages:
        limits = least if point is None else [point[0], least[1]]
        found.solves += 1
        package = stage.solve(limits, budget.left())
        if package is None:
            break
        point = instance.utilities(package)
    return point
