"""The largest product of gains beside mixed-integer solvers."""

from drivers import nash_cpsat, nash_cpsat_tangents, nash_highs, nash_scip
from drivers.nash import NotExpressible
from kit.clock import Budget, repeated
from kit.generate import scenario
from kit.instance import from_data
from kit.quiet import quiet
from kit.table import Row, Work

TITLE = "Nash"
TARGET = 100
EXPLANATION = (
    "The package with the largest product of gains, 2 to 8 parties, 20 to 60 issues with 8 choices. Models are built outside "
    "the time. The products of the packages found are compared as integers. Outer approximations and SCIP stop when bound and "
    "package meet to a relative 1e-8 of the product; ours proves the integer itself."
)
INSTANCES = [
    "add_k2_n20_m8_s10000_c50_seed1",
    "add_k2_n40_m8_s10000_c50_seed1",
    "add_k2_n60_m8_s1000000000_c50_seed1",
    "add_k3_n40_m8_s10000_c50_seed1",
    "add_k3_n60_m8_s10000_c50_seed1",
    "add_k5_n20_m8_s10000_c50_seed1",
    "add_k5_n40_m8_s10000_c50_seed1",
    "add_k5_n60_m8_s10000_c50_seed1",
    "add_k8_n20_m8_s10000_c50_seed1",
    "add_k8_n40_m8_s10000_c50_seed1",
    "add_k8_n60_m8_s10000_c50_seed1",
]
QUICK = [INSTANCES[0], INSTANCES[5], INSTANCES[8]]
PEERS = [nash_highs, nash_scip, nash_cpsat, nash_cpsat_tangents]


def work(bench, say):
    _warm_up(bench)
    rows = []
    for name in bench.some(INSTANCES, QUICK):
        instance = bench.instance(name)
        ours = bench.ours and bench.ours.solve(instance, ["nash"])
        for peer in PEERS:
            rows.append(_row(bench, instance, ours, peer))
            say(rows[-1])
    return Work(TITLE, TARGET, EXPLANATION, rows)


def _row(bench, instance, ours, peer):
    timed = ours and ours.timed
    try:
        with quiet():
            seconds, found = repeated(lambda: _measure(bench, instance, peer))
    except NotExpressible as why:
        return Row(instance.name, peer.NAME, None, "not expressible", timed, notes=[f"{peer.NAME}: {why}."])
    listed = bench.answers.nash(instance)
    reference = ours.principle("nash") if ours else listed
    return Row(
        instance=instance.name,
        peer=peer.NAME,
        seconds=seconds,
        same=compare(instance, found, reference),
        ours=timed,
        is_over=not found.proved,
        wrong=_wrong(instance, ours, listed),
    )


def _measure(bench, instance, peer):
    model = peer.Model(instance)
    budget = Budget(bench.limit)
    found = model.run(budget)
    return budget.spent(), found


def _wrong(instance, ours, listed):
    """What is wrong with our own product."""
    if not ours:
        return ""
    vector = ours.principle("nash")
    if vector is None:
        return "ours is not proved"
    is_listed = not listed or instance.product(vector) == instance.product(listed)
    return "" if is_listed else "our product is not that of answers.json"


def compare(instance, found, reference):
    """The exact products of gains of two packages."""
    if found.package is None:
        return "no package found"
    if reference is None:
        return "not compared"
    theirs, ours = instance.product(instance.utilities(found.package)), instance.product(reference)
    doubt = "" if found.proved else ", not proved"
    if theirs == ours:
        return f"yes{doubt}"
    word = "lower" if theirs < ours else "HIGHER"
    return f"no: product {100 * abs(ours - theirs) / ours:.2g}% {word}{doubt}"


def _warm_up(bench):
    """Libraries load and first-time tables fill outside the time."""
    instance = from_data(scenario(2, 3, 4, 0), bench.scratch)
    with quiet():
        for peer in PEERS:
            _measure(bench, instance, peer)
