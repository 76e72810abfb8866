"""An instance: parties, issues with choices, integer values, reservations."""

import json
import math
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Instance:
    """An additive model, as the JSON file has it: `values[party][issue][choice]`."""

    path: Path
    name: str
    parties: int
    scale: int
    sizes: list[int]
    values: list[list[list[int]]]
    reservation: list[int]

    @property
    def issues(self):
        return len(self.sizes)

    @property
    def outcomes(self):
        return math.prod(self.sizes)

    def highest(self, party):
        """What a party would get if it alone chose."""
        return sum(map(max, self.values[party]))

    def flat(self, party):
        """The party's values, one per pair of issue and choice, in the order of the solvers' variables."""
        return [value for issue in self.values[party] for value in issue]

    def utilities(self, package):
        """The exact utility vector of a package (one choice per issue)."""
        return tuple(sum(issue[choice] for issue, choice in zip(party, package)) for party in self.values)

    def gains(self, utilities):
        return [utility - least for utility, least in zip(utilities, self.reservation)]

    def in_zone(self, utilities):
        return min(self.gains(utilities)) >= 0

    def product(self, utilities):
        """The product of gains, exactly; 0 unless everybody gains."""
        gains = self.gains(utilities)
        return math.prod(gains) if min(gains) > 0 else 0

    def package(self, weights):
        """The package that a solver's variables mean: in every issue the choice with the largest value."""
        package, start = [], 0
        for size in self.sizes:
            package.append(max(range(size), key=lambda choice: weights[start + choice]))
            start += size
        return package


def load(path):
    """Reads an instance; what the peers' models here cannot express is refused."""
    data = json.loads(Path(path).read_text())
    if data["tables"] or data["forbidden"] or data["rules"]:
        raise ValueError(f"{path}: only additive instances are compared")
    keys = ("name", "parties", "scale", "sizes", "values", "reservation")
    return Instance(path=Path(path), **{key: data[key] for key in keys})


def from_data(data, folder):
    """Writes an instance's JSON into `folder` and returns it as `load` would."""
    path = Path(folder) / f"{data['name']}.json"
    path.write_text(json.dumps(data, separators=(",", ":")))
    return load(path)
