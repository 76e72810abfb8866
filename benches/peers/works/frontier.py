"""The frontier of two parties beside epsilon-constraint loops."""

from drivers import epsilon, frontier_cpsat, frontier_highs, frontier_scip
from kit.clock import Budget, repeated
from kit.generate import scenario
from kit.instance import from_data
from kit.quiet import quiet
from kit.table import Row, Work

TITLE = "Two-party frontier"
TARGET = 10_000
EXPLANATION = (
    "All nondominated utility vectors of the zone. 10 issues with 8 choices are 1.07e9 packages, 20 issues 1.15e18. Each loop "
    "finds them one by one, by one or two solves per point; none can take a dominated point. Models are built outside the "
    "time."
)
INSTANCES = [
    "add_k2_n10_m8_s10000_c50_seed1",
    "add_k2_n10_m8_s1000000000_c50_seed1",
    "add_k2_n20_m8_s10000_c50_seed1",
]
PEERS = [frontier_highs, frontier_scip, frontier_cpsat]


def work(bench, say):
    _warm_up(bench)
    rows = []
    for name in bench.some(INSTANCES, INSTANCES[:1]):
        instance = bench.instance(name)
        ours = bench.ours and bench.ours.solve(instance, ["frontier"], points=True)
        for peer in PEERS:
            rows.append(_row(bench, instance, ours, peer))
            say(rows[-1])
    return Work(TITLE, TARGET, EXPLANATION, rows)


def _row(bench, instance, ours, peer):
    with quiet():
        seconds, found = repeated(lambda: _measure(bench, instance, peer))
    listed = bench.answers.frontier(instance.name)
    reference = ours.frontier() if ours else listed
    beyond = f"{peer.NAME} returned {found.beyond} packages below its limit, through tolerances, on {instance.name}."
    return Row(
        instance=instance.name,
        peer=peer.NAME,
        seconds=seconds,
        same=f"{compare(found.points, reference, found.complete)}, {found.solves} solves",
        ours=ours and ours.timed,
        is_over=not found.complete,
        wrong=_wrong(ours, listed),
        notes=[beyond] if found.beyond else [],
    )


def _measure(bench, instance, peer):
    stages = epsilon.stages(peer.Stage, instance, peer.BEARS)
    budget = Budget(bench.limit)
    found = epsilon.frontier(instance, stages, budget)
    return budget.spent(), found


def _wrong(ours, listed):
    """What is wrong with our own frontier."""
    if ours and ours.frontier() is None:
        return "our frontier is not complete"
    return "our frontier is not that of answers.json" if ours and listed and ours.frontier() != listed else ""


def compare(points, reference, is_complete=True):
    """The two sets point by point, in integers."""
    if reference is None:
        return f"not compared, {len(points)} points"
    wrong = len(points - reference)
    if not is_complete:
        others = f", {wrong} not on the frontier" if wrong else ""
        return f"{len(points & reference)} of {len(reference)} points found{others}"
    missing = len(reference - points)
    if not missing and not wrong:
        return f"yes, {len(points)} points"
    return f"no: {missing} of {len(reference)} points missing, {wrong} not on the frontier"


def _warm_up(bench):
    """Libraries load and first-time tables fill outside the time."""
    instance = from_data(scenario(2, 3, 4, 0), bench.scratch)
    with quiet():
        for peer in PEERS:
            _measure(bench, instance, peer)
