"""Python's collector of cycles, which has nothing to find in bulk work and costs it a third of its time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pause_collector() -> Iterator[None]:
    """Do without it for a while: half a million small tuples, none in a cycle, are not walked again and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.freeze()  # and thaw: what was made is old now, else it would be walked at once
            gc.unfreeze()
            gc.enable()


@contextmanager
def spare_collector() -> Iterator[None]:
    """Let it look at nothing that is there already, of which a fork would have to copy all that it looks at."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
