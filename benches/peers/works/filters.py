"""The filter alone: which points of a cloud no other point dominates, beside moocore and paretoset."""

from functools import partial

import numpy as np

from drivers import filter_peers
from kit.clock import TookTooLong, in_child
from kit.exact import fingerprint
from kit.generate import cloud
from kit.ours import ours_filter
from kit.table import Row, Work

TITLE = "Filter only"
TARGET = 1
EXPLANATION = (
    "Which of 1e5 and 1e6 points in 2, 3 and 4 dimensions no other dominates. `uniform` clouds keep few, `conflict` clouds many. "
    "Integers below 2^31, exact in the peers' doubles. Peers get a contiguous array with the sign already turned; paretoset is "
    "compiled beforehand. Ours reads the same points from a file, outside its time. The kept sets are compared by hash."
)
SEED = 1


def work(bench, say):
    filter_peers.warm_up()
    rows = []
    counts = bench.some([100_000, 1_000_000], [100_000])
    for kind in ("uniform", "conflict"):
        for count in counts:
            for dimensions in (2, 3, 4):
                for row in _rows(bench, kind, count, dimensions):
                    rows.append(row)
                    say(row)
    return Work(TITLE, TARGET, EXPLANATION, rows)


def _rows(bench, kind, count, dimensions):
    points = cloud(kind, count, dimensions, SEED)
    label = f"{kind}, {count:,} points, {dimensions}-D"
    ours, expected = None, None
    if bench.filter_bench:
        path = bench.scratch / "points.i64"
        write(points, path)
        ours, _, expected = ours_filter(bench.filter_bench, path, dimensions)
    costs = np.ascontiguousarray(-points.astype(np.float64))
    for name, run in filter_peers.FILTERS.items():
        try:
            seconds, mask = in_child(lambda: partial(run, costs), bench.limit)
        except TookTooLong:
            yield Row(label, name, bench.limit, "not finished", ours, is_over=True)
            continue
        kept = {tuple(point) for point in points[mask].tolist()}
        found = fingerprint(kept)
        expected = expected or found
        same = f"{'yes' if found == expected else 'no'}, {len(kept)} kept"
        wrong = "our filter keeps other points" if ours and found != expected else ""
        notes = [] if ours else ["No `--filter-bench` given: ours is skipped; peers are compared with each other."]
        yield Row(label, name, seconds, same, ours, wrong=wrong, notes=notes)


def write(points, path):
    """The points row by row as little-endian i64, nothing else in the file; larger is better."""
    points.astype("<i8").tofile(path)
