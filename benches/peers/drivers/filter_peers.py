"""The filters: which rows of an array no other row dominates, smaller being better, one row of equals.

Both get a contiguous array of doubles, already turned round, so that neither pays for a copy or a sign.
"""

import moocore
import numpy as np
from paretoset import paretoset


def with_moocore(costs):
    return moocore.is_nondominated(costs, keep_weakly=False)


def with_paretoset(costs):
    return paretoset(costs, distinct=True)


FILTERS = {"moocore": with_moocore, "paretoset": with_paretoset}


def warm_up():
    """paretoset compiles when first called, once per layout and type."""
    for dimensions in (2, 3, 4):
        for run in FILTERS.values():
            run(np.zeros((4, dimensions)))
