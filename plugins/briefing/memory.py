"""Memory that was freed goes back to the system, where glibc would keep much of it for later."""

import ctypes
import sys

THRESHOLD = 2**20
"""Bytes from which a block is the system's own. Glibc raises that to 32 MB, and then large blocks lie among others."""
_M_MMAP_THRESHOLD = -3


def keep_little() -> None:
    """Let large blocks go back to the system as soon as they are freed."""
    if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None), "mallopt"):
        libc.mallopt(_M_MMAP_THRESHOLD, THRESHOLD)


def give_back() -> None:
    """Give back what small blocks have left free."""
    if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None), "malloc_trim"):
        libc.malloc_trim(0)
