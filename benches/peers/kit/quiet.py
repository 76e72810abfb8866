"""Solvers write banners and remarks past Python; the report's output stays clean of them."""

import contextlib
import ctypes
import os
import sys


@contextlib.contextmanager
def quiet():
    """Sends what compiled code writes to nowhere while the block runs. Exceptions still show."""
    streams = (sys.stdout, sys.stderr)
    _flush(streams)
    saved = [os.dup(stream) for stream in (1, 2)]
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    try:
        yield
    finally:
        _flush(streams)
        for stream, copy in zip((1, 2), saved):
            os.dup2(copy, stream)
            os.close(copy)
        os.close(nowhere)


def _flush(streams):
    for stream in streams:
        stream.flush()
    ctypes.CDLL(None).fflush(None)
