"""What a peer says about the largest product of gains."""

from dataclasses import dataclass


@dataclass
class Nash:
    package: list | None
    """The best package found; None if there is none or the peer cannot state the problem."""
    proved: bool
    note: str = ""


class NotExpressible(Exception):
    """The peer cannot state this instance; the message says why."""
