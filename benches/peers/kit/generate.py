"""Seeded instances and point clouds; the same seed gives the same bytes everywhere."""

import random

import numpy as np


def scenario(parties, issues, choices, seed):
    """A scenario as people write them: values 0 to 100 within an issue, weights that sum to 100 per party.

    Every party's best choice in an issue is worth 100 and its worst 0; utilities are 0 to 10,000. Everybody can refuse
    what is worth less than 35%.
    """
    draw = random.Random(f"scenario {parties} {issues} {choices} {seed}")
    values = []
    for _ in range(parties):
        cuts = sorted(draw.sample(range(1, 100), issues - 1))
        weights = [high - low for low, high in zip([0, *cuts], [*cuts, 100])]
        party = []
        for weight in weights:
            inner = [draw.randrange(101) for _ in range(choices - 2)] + [0, 100]
            draw.shuffle(inner)
            party.append([weight * value for value in inner])
        values.append(party)
    return {
        "name": f"scenario_k{parties}_n{issues}_m{choices}_seed{seed}",
        "seed": seed,
        "scale": 10_000,
        "parties": parties,
        "sizes": [choices] * issues,
        "values": values,
        "reservation": [3_500] * parties,
        "tables": [],
        "forbidden": [],
        "rules": [],
    }


def cloud(kind, count, dimensions, seed):
    """Points to filter, larger is better, coordinates below 2^31 so that doubles hold them exactly.

    `uniform`: independent coordinates, few are kept. `conflict`: near a sphere in the positive orthant, as where parties
    want opposite things; many are kept.
    """
    draw = np.random.Generator(np.random.PCG64([count, dimensions, seed]))
    if kind == "uniform":
        return draw.integers(0, 1_000_000_000, size=(count, dimensions), dtype=np.int64)
    direction = np.abs(draw.standard_normal((count, dimensions)))
    direction /= np.sqrt((direction**2).sum(axis=1, keepdims=True))
    radius = 1 - 0.5 * draw.random((count, 1)) ** 2
    return np.rint(1_000_000_000 * radius * direction).astype(np.int64)
