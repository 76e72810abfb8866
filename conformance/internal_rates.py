"""Present values and internal rates of return by numpy-financial 1.0.0 and numpy's polynomial roots.

Run it to print `internal_rates.json`; the test `crates/lens/detente-fund/tests/peers.rs` holds `detente-fund` against it. Flows are in
whole hundredths. Where a flow changes sign once, `irr` is numpy-financial's; `rates` are all real rates above -100% from the
roots of the polynomial in 1 / (1 + r), those nearer to each other than 1e-6 once. Flows whose roots the floats of numpy cannot tell
real from complex (an imaginary part between 1e-9 and 1e-4) are left out.
"""

import json
import random

import numpy
import numpy_financial

RATE = 0.085


def rates(flow):
    trimmed = flow[next(i for i, x in enumerate(flow) if x):]
    roots = numpy.roots(trimmed[::-1])
    found = []
    for x in roots:
        if x.real <= 1e-6:
            continue
        if 1e-9 < abs(x.imag) < 1e-4:
            return None
        if abs(x.imag) <= 1e-9:
            found.append(1 / x.real - 1)
    found.sort()
    return [r for i, r in enumerate(found) if i == 0 or 1e-6 < r - found[i - 1]]


def changes(flow):
    signs = [x > 0 for x in flow if x]
    return sum(a != b for a, b in zip(signs, signs[1:]))


def entry(flow):
    found = rates(flow)
    if found is None:
        return None
    of = {"flow": flow, "rates": [round(r, 7) for r in found], "npv": round(float(numpy_financial.npv(RATE, flow)), 4)}
    if changes(flow) == 1:
        of["irr"] = round(float(numpy_financial.irr(flow)), 7)
    return of


def main():
    random.seed(5)
    flows = [
        [-10000, 3900, 5900, 5500, 2000],
        [-10000, 0, 0, 7400],
        [-10000, 10000, 0, -700],
        [-100000, 235000, -137500],
        [-500, -4000, 2000, 3000, 1000, 1500, -2200],
    ]
    while len(flows) < 60:
        length = random.randint(3, 25)
        kind = random.randint(0, 2)
        if kind == 0:
            flow = [-random.randint(10_000, 90_000)] + [random.randint(0, 20_000) for _ in range(length)]
        elif kind == 1:
            flow = [-random.randint(10_000, 90_000)] + [random.randint(0, 30_000) for _ in range(length)] + [-random.randint(10_000, 90_000)]
        else:
            flow = [random.randint(-30_000, 30_000) for _ in range(length)]
        if any(flow) and flow[0] and flow[-1]:
            flows.append(flow)
    print(json.dumps({"rate": RATE, "flows": [e for e in map(entry, flows) if e]}, indent=None).replace('{"flow"', '\n{"flow"'))


main()
