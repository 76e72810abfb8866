"""CPU time: budgets, medians, and limits that end even a call that never looks up."""

import os
import pickle
import resource
import signal
import statistics
import traceback

ENOUGH = 3.0
"""Seconds after which a measurement is not repeated any more."""


def cpu():
    """CPU seconds of this process, all threads together: threads would not hide.

    From the resource usage: Linux's process clock, which Python's `process_time` reads, is only as fine as the scheduler's
    tick while a CPU limit is set.
    """
    return _seconds(resource.RUSAGE_SELF)


def children():
    """CPU seconds of all ended children."""
    return _seconds(resource.RUSAGE_CHILDREN)


def _seconds(who):
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


class Budget:
    """CPU seconds that a peer may use."""

    def __init__(self, seconds):
        self.seconds = seconds
        self.start = cpu()

    def spent(self):
        return cpu() - self.start

    def left(self):
        """What a solver is told; never so little that it would refuse."""
        return max(self.seconds - self.spent(), 0.001)

    def is_spent(self):
        return self.spent() >= self.seconds


def repeated(measure, repetitions=5, enough=ENOUGH):
    """Calls `measure()`, which returns (seconds, result), several times; the median, and the last result.

    Long ones are called once: repetition stops when `enough` seconds are used up.
    """
    times = []
    while not times or (len(times) < repetitions and sum(times) < enough):
        seconds, result = measure()
        times.append(seconds)
    return statistics.median(times), result


class TookTooLong(Exception):
    """A child used up its limit."""


def in_child(prepare, seconds):
    """`repeated` in a forked child, with a limit for each call; (median seconds, the call's picklable result).

    `prepare()` returns the call to measure; its own time does not count. The limit is the kernel's, which also ends compiled
    code that never looks up. Raises TookTooLong.
    """
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        _child(prepare, seconds, write)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        sent = pipe.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGPROF:
        raise TookTooLong
    if status != 0:
        raise RuntimeError("a measurement failed; its message is above")
    return pickle.loads(sent)


def _child(prepare, seconds, write):
    """Measures, sends the result and ends; nothing of the parent's is run down a second time."""
    code = 1
    try:
        call = prepare()
        result = repeated(lambda: _limited(call, seconds))
        with os.fdopen(write, "wb") as pipe:
            pickle.dump(result, pipe)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _limited(call, seconds):
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    start = cpu()
    result = call()
    spent = cpu() - start
    signal.setitimer(signal.ITIMER_PROF, 0)
    return spent, result
