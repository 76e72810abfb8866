"""Measures our engine beside its peers, in one run, and writes a Markdown report. See README.md."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[threads] = "1"

from kit import machine, table  # noqa: E402  (threads are limited before anything that would start them)
from kit.answers import Answers  # noqa: E402
from kit.bench import Bench  # noqa: E402
from kit.ours import Ours, OursFailed  # noqa: E402
from works import filters, frontier, nash, scenarios  # noqa: E402

WORKS = {"frontier": frontier, "nash": nash, "scenarios": scenarios, "filters": filters}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--detente", type=Path, metavar="BINARY", help="the `detente` command; without it only peers run")
    parser.add_argument("--solve-bench", type=Path, metavar="BINARY", help="our questions in a warm process; needed with --detente")
    parser.add_argument("--filter-bench", type=Path, metavar="BINARY", help="our filter: FILE DIMENSIONS -> JSON")
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="instances and answers.json; needed for frontier and nash")
    parser.add_argument("--work", choices=WORKS, action="append", help="only this work; may be repeated")
    parser.add_argument("--limit", type=float, default=60.0, metavar="SECONDS", help="CPU time a peer may use (60)")
    parser.add_argument("--quick", action="store_true", help="the smallest instances only, limit 10 seconds")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where the report goes; else it is printed")
    return parser.parse_args()


def main():
    asked = arguments()
    chosen = [WORKS[name] for name in asked.work or WORKS]
    if asked.data is None and (frontier in chosen or nash in chosen):
        sys.exit("run.py: frontier and nash need --data FOLDER")
    if asked.detente and not asked.solve_bench:
        sys.exit("run.py: --detente needs --solve-bench BINARY")
    limit = min(asked.limit, 10.0) if asked.quick else asked.limit
    load = machine.load()
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(
            data=asked.data,
            answers=Answers(asked.data),
            ours=Ours(asked.detente.resolve(), asked.solve_bench.resolve(), limit) if asked.detente else None,
            filter_bench=asked.filter_bench and asked.filter_bench.resolve(),
            limit=limit,
            is_quick=asked.quick,
            scratch=Path(scratch),
        )
        done = [measured(work, bench) for work in chosen]
    text = table.report([*machine.lines(bench.ours, load), f"- Limit per peer: {limit:g} s of CPU time"], done)
    if asked.output:
        asked.output.write_text(text)
    else:
        print(text, end="")
    if any(not work.rows or any(row.wrong for row in work.rows) for work in done):
        sys.exit(1)


def measured(work, bench):
    """A work's part of the report; if our command fails, the other works still run."""
    try:
        return work.work(bench, say)
    except OursFailed as failure:
        print(failure, file=sys.stderr)
        return table.Work(work.TITLE, work.TARGET, f"Not measured: {failure}", [])


def say(row):
    """A line of progress."""
    over = "> " if row.is_over else ""
    said = "; ".join(filter(None, [over + table.time(row.seconds), row.same, row.wrong.upper()]))
    print(f"{row.instance}: {row.peer}: {said}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
