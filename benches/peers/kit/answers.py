"""The answers that came with the instances, if they did."""

import json


class Answers:
    """`answers.json` of a folder of instances; nothing where there is none."""

    def __init__(self, folder):
        path = folder and folder / "answers.json"
        self.of = json.loads(path.read_text())["answers"] if path and path.is_file() else {}

    def frontier(self, name):
        """The frontier as a set of vectors; None if not listed."""
        listed = self.of.get(name, {}).get("front")
        return None if listed is None else {tuple(point) for point in listed}

    def nash(self, instance):
        """The vector with the largest product of gains; None if unknown or not proved."""
        found = self.of.get(instance.name, {}).get("Nash")
        return tuple(found["utilities"]) if found and found["proved"] else None
