"""Odd things that code raises, with which whatever runs it must cope."""

from typing import Final


class Panic(BaseException):
    """As a Rust library's panic is raised: no ``Exception``."""


class Mute(Exception):
    """An exception that raises when it is asked what it is."""

    def __str__(self) -> str:
        raise RuntimeError("not even this")


ODD: Final = (
    Panic("called `Option::unwrap()` on a `None` value"),
    KeyError("\ud800"),
    MemoryError(),
    RecursionError("maximum recursion depth exceeded"),
    SystemExit(3),
    Mute(),
)
"""One of each kind. Lone surrogates can be neither sent nor stored."""
