"""Exact integer reference answers and fingerprints; never timed."""

import numpy as np

OFFSET, PRIME, MASK = 0xCBF29CE484222325, 0x100000001B3, (1 << 64) - 1


def enumerate_utilities(instance):
    """All utility vectors in int64, a row per package, the last issue fastest."""
    columns = []
    for party in instance.values:
        sums = np.zeros(1, dtype=np.int64)
        for issue in party:
            sums = (sums[:, None] + np.array(issue, dtype=np.int64)[None, :]).ravel()
        columns.append(sums)
    return np.stack(columns, axis=1)


def zone(instance, points):
    return points[(points >= np.array(instance.reservation)).all(axis=1)]


def frontier(points):
    """The nondominated vectors among the rows of an integer array, as a set.

    Rows are visited in descending lexicographic order, so that only an earlier row can dominate a later one; rows that a
    kept one dominates leave in blocks.
    """
    rest = np.unique(points, axis=0)[::-1]
    if points.shape[1] == 2:
        highest = np.maximum.accumulate(rest[:, 1])
        rest = rest[np.concatenate(([True], rest[1:, 1] > highest[:-1]))]
        return set(map(tuple, rest.tolist()))
    kept = set()
    while len(rest):
        kept.add(tuple(rest[0].tolist()))
        rest = rest[(rest > rest[0]).any(axis=1)]
    return kept


def fingerprint(points):
    """FNV-1a 64 of the points, descending lexicographically, each coordinate as a little-endian i64."""
    state = OFFSET
    for byte in np.array(sorted(points, reverse=True), dtype="<i8").tobytes():
        state = ((state ^ byte) * PRIME) & MASK
    return f"{state:016x}"
