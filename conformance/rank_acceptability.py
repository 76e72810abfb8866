"""Rank acceptability indices of a small case, written apart from this code, with the standard library alone.

Seven packages over three issues, two parties; weights and values are uniform or triangular and independent, weights are normalised.
For each party: in which share of draws each package ranks first, second, … by the party's own points; and in which share both can
accept it. Run it to print `rank_acceptability.json`; the test `crates/surface/detente/tests/robust.rs` holds the same case, as a
case folder, against these numbers.

The indices are those of stochastic multicriteria acceptability analysis (Lahdelma, Hokkanen and Salminen 1998; Lahdelma and
Salminen 2001).
"""

import json
import random

DRAWS = 1_000_000
ISSUES = {"a": ["a0", "a1", "a2"], "b": ["b0", "b1", "b2"], "c": ["c0", "c1"]}
PACKAGES = [
    ("a0", "b2", "c1"), ("a1", "b1", "c0"), ("a2", "b0", "c1"), ("a1", "b2", "c1"),
    ("a2", "b1", "c0"), ("a0", "b1", "c1"), ("a1", "b0", "c1"),
]
# [low, high] is uniform, [low, mode, high] triangular, a single number certain.
PARTIES = {
    "eastland": {
        "bottom_line": [40, 60],
        "weights": {"a": [10, 50], "b": [20, 30, 60], "c": [5, 40]},
        "values": {"a": [0, [30, 70], 100], "b": [100, [20, 60], 0], "c": [0, 100]},
    },
    "westland": {
        "bottom_line": [30, 45, 70],
        "weights": {"a": [30, 60], "b": [10, 40], "c": [0, 10, 50]},
        "values": {"a": [100, [10, 40, 80], 0], "b": [0, [40, 90], 100], "c": [100, 0]},
    },
}


def draw(number):
    if not isinstance(number, list):
        return float(number)
    if len(number) == 2:
        return random.uniform(number[0], number[1])
    return random.triangular(number[0], number[2], number[1])


def points(party, package):
    total = sum(party["weights"].values())
    worth = 0.0
    for (issue, choices), choice in zip(ISSUES.items(), package):
        worth += party["weights"][issue] / total * party["values"][issue][choices.index(choice)]
    return worth


def main():
    random.seed(20260)
    n = len(PACKAGES)
    ranks = {name: [[0] * n for _ in PACKAGES] for name in PARTIES}
    accepted = [0] * n
    for _ in range(DRAWS):
        can = [True] * n
        for name, of in PARTIES.items():
            drawn = {
                "weights": {issue: draw(weight) for issue, weight in of["weights"].items()},
                "values": {issue: [draw(value) for value in values] for issue, values in of["values"].items()},
            }
            line = draw(of["bottom_line"])
            worth = [points(drawn, package) for package in PACKAGES]
            for place, package in enumerate(sorted(range(n), key=lambda at: -worth[at])):
                ranks[name][package][place] += 1
            for package in range(n):
                can[package] &= worth[package] >= line
        for package in range(n):
            accepted[package] += can[package]
    print(json.dumps({
        "draws": DRAWS,
        "packages": [list(package) for package in PACKAGES],
        "accepted_by_all": [round(times / DRAWS, 5) for times in accepted],
        "ranks": {name: [[round(times / DRAWS, 5) for times in row] for row in rows] for name, rows in ranks.items()},
    }, indent=1))


main()
