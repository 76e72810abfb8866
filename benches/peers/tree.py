"""A whole tree of scenario folders: ours beside NegMAS, reading included, equality checked, one thread each.

    cargo build --release --package detente --example scenario_bench
    benches/peers/.venv/bin/python benches/peers/tree.py --detente target/release/detente \
        [--bench target/release/examples/scenario_bench] FOLDER [-o report.md]

Both read every folder as weighted sums as written (`--semantics raw`), because that is what NegMAS reads. NegMAS: load, frontier,
and the bargaining solutions on it, each folder in a warm process of its own, CPU time without starting Python. Ours: CPU time of the whole
command, starting included; with `--bench` one warm process over the whole tree instead, reading and everything `scenario stats` says, the
median of several times, as NegMAS is warm. Then `--detente` may be left out. A folder of NegMAS that is not done at the limit counts with the limit. Folders of hyper-rectangles and
those beyond `--most` outcomes are left out: NegMAS goes through the outcomes.
"""

import argparse
import json
import multiprocessing
import resource
import subprocess
import sys
import time
from pathlib import Path


def folders(root):
    """Folders with a GENIUS domain, in order of path."""
    found = set()
    for file in root.rglob("*.xml"):
        if "<negotiation_template" in file.read_text(errors="replace")[:2000]:
            found.add(file.parent)
    return sorted(found)


def ours(detente, folder, extra=()):
    """The document and the CPU seconds of the command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [detente, "scenario", "stats", folder, "--json", "--semantics", "raw", "--threads", "1", *extra]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return json.loads(done.stdout)["scenarios"], seconds


def warm(bench, root):
    """Per folder what one warm process says of it: the size of its frontier and the seconds of reading and answering."""
    done = subprocess.run([bench, root, "raw"], capture_output=True, text=True, check=True)
    said = map(json.loads, done.stdout.splitlines())
    return {root / one["path"]: one | {"seconds": (one["read_us"] + one["stats_us"]) / 1e6} for one in said}


def negmas(folder, limit, pipe):
    """Runs in a process of its own: seconds of CPU and the frontier within the reservation values."""
    import warnings

    warnings.simplefilter("ignore")
    from negmas.inout import Scenario
    from negmas.preferences.ops import kalai_points, ks_points, max_welfare_points, nash_points, pareto_frontier

    resource.setrlimit(resource.RLIMIT_CPU, (int(limit + time.process_time()) + 1, resource.RLIM_INFINITY))
    began = time.process_time()
    scenario = Scenario.from_genius_folder(folder, ignore_discount=True, safe_parsing=False)
    ufuns, issues = scenario.ufuns, scenario.outcome_space.issues
    frontier, _ = pareto_frontier(ufuns, issues=issues, sort_by_welfare=True)
    ranges = [ufun.minmax(scenario.outcome_space, above_reserve=False) for ufun in ufuns]
    for find in (nash_points, ks_points, kalai_points, max_welfare_points):
        find(ufuns, frontier=frontier, ranges=ranges)
    seconds = time.process_time() - began
    reserved = [ufun.reserved_value for ufun in ufuns]
    within = {
        tuple(round(float(value), 9) for value in point)
        for point in frontier
        if all(value >= least for value, least in zip(point, reserved))
    }
    pipe.send((seconds, len(within)))


def peer(folder, limit):
    ours_end, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=negmas, args=(folder, limit, theirs))
    process.start()
    theirs.close()
    try:
        return ours_end.recv()
    except EOFError:
        return None
    finally:
        process.join()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--detente", type=Path)
    parser.add_argument("--bench", type=Path, help="the example scenario_bench, for a warm process")
    parser.add_argument("--most", type=int, default=400_000, help="outcomes that NegMAS is given (400000)")
    parser.add_argument("--limit", type=float, default=60.0, help="CPU seconds of NegMAS per folder (60)")
    parser.add_argument("-o", "--output", type=Path)
    asked = parser.parse_args()
    if not (asked.detente or asked.bench):
        parser.error("--detente or --bench is needed")
    import negmas as _warm  # noqa: F401  (loaded once, before anything is measured)

    rows, left_out = [], []
    answered = warm(asked.bench, asked.folder) if asked.bench else {}
    for folder in folders(asked.folder):
        if "hyperRectangle" in "".join(file.read_text(errors="replace") for file in folder.glob("*.xml")):
            left_out.append(folder)
            continue
        if asked.bench:
            one = answered.get(folder)
            outcomes, parties, size, own = [one[key] for key in ("outcomes", "parties", "frontier", "seconds")] if one else (None,) * 4
        else:
            [document], own = ours(asked.detente, folder)
            outcomes, parties, size = document["outcomes"], len(document["parties"]), document["frontier"]["size"]
        if outcomes is None or outcomes > asked.most or parties > 20:
            left_out.append(folder)
            continue
        rows.append((folder.relative_to(asked.folder), outcomes, size, own, peer(folder, asked.limit)))
        print(*rows[-1], file=sys.stderr, flush=True)
    report = written(rows, left_out, asked)
    if asked.output:
        asked.output.write_text(report)
    else:
        print(report, end="")


def classes(rows, theirs):
    """A line per class of size."""
    yield "| outcomes | folders | NegMAS s | ours s | ratio |"
    yield "|---|---|---|---|---|"
    bounds = [0, 1_000, 10_000, 100_000, float("inf")]
    for least, beyond in zip(bounds, bounds[1:]):
        inside = [(row[3], their) for row, their in zip(rows, theirs) if least <= row[1] < beyond]
        if inside:
            own, their = (sum(column) for column in zip(*inside))
            yield f"| from {least:,} | {len(inside)} | {their:.2f} | {own:.4f} | {their / own:.0f}× |"


def written(rows, left_out, asked):
    theirs = [asked.limit if peer is None else peer[0] for *_, peer in rows]
    own = [row[3] for row in rows]
    way = "in one warm process" if asked.bench else "with a start of the command for each"
    unequal = [row for row in rows if row[4] is not None and row[4][1] != row[2]]
    lines = [
        f"{len(rows)} folders, {len(left_out)} left out; NegMAS {sum(theirs):.1f} s, ours {sum(own):.3f} s {way}: "
        f"{sum(theirs) / sum(own):.0f}×",
        f"frontier sizes differ in {len(unequal)}: " + ", ".join(f"{row[0]} (ours {row[2]}, NegMAS {row[4][1]})" for row in unequal),
        "",
        *classes(rows, theirs),
        "",
        "| folder | outcomes | frontier | NegMAS s | ours s | ratio |",
        "|---|---|---|---|---|---|",
    ]
    for (folder, outcomes, size, seconds, peer), their in zip(rows, theirs):
        if outcomes >= 50_000:
            bound = ">" if peer is None else ""
            lines.append(f"| {folder} | {outcomes} | {size} | {bound}{their:.2f} | {seconds:.4f} | {bound}{their / seconds:.0f}× |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
