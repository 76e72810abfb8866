"""Where and with what a report was made."""

import datetime
import os
import platform
from importlib import metadata
from pathlib import Path

PACKAGES = ["negmas", "ortools", "highspy", "pyscipopt", "moocore", "paretoset", "numba", "numpy"]


def processor():
    """The processor's model name, where the system tells it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.is_file() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def load():
    return f"{os.getloadavg()[0]:.1f}"


def lines(ours, load_before):
    """The head of the report."""
    versions = ", ".join(f"{package} {metadata.version(package)}" for package in PACKAGES)
    now = datetime.datetime.now(datetime.timezone.utc)
    return [
        f"- Date: {now:%Y-%m-%d %H:%M} UTC",
        f"- Machine: {processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}; "
        f"load {load_before} before, {load()} after",
        f"- Ours: {ours.version() if ours else 'not given'}",
        f"- Peers: Python {platform.python_version()}, {versions}",
    ]
