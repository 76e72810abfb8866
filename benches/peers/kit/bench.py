"""What a run was asked for, as every work sees it."""

from dataclasses import dataclass
from pathlib import Path

from kit.answers import Answers
from kit.instance import load
from kit.ours import Ours


@dataclass(frozen=True)
class Bench:
    data: Path | None
    answers: Answers
    ours: Ours | None
    filter_bench: Path | None
    limit: float
    """CPU seconds that a peer may use."""
    is_quick: bool
    scratch: Path
    """A folder for generated instances and points."""

    def instance(self, name):
        return load(self.data / f"{name}.json")

    def some(self, everything, quick):
        return quick if self.is_quick else everything
