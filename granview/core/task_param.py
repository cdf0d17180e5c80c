"""Parameters that one task has of its own: declared in its traits, chosen for a comparison by name."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from granview.core.errors import ArgumentError

ParamValue = bool | int | float | str | tuple[str, ...]
"""What a parameter may be."""

ChosenParams = dict[str, dict[str, ParamValue]]
"""What was chosen, by task and by parameter; what is not in it has its default."""


class TaskParam(msgspec.Struct, frozen=True):
    """A parameter of a task, as the command line, the window and the Python API offer it.

    Attributes:
        name: Its key, such as ``iou_threshold``.
        title: Its name on screen.
        default: What it is where nothing is said. It says the type as well: a tuple is a list of words.
        description: What it does, in a sentence without the point.
        low: Least value of a number.
        high: Greatest value of a number.
        unit: Unit of a number.
        choices: The words that a text may be; empty for any text.
        rescores: Whether it acts on scoring alone, so that predictions stay what they are.
        reading: The field of ``ImageParams`` that it sets, where it says how references are read; else empty.
    """

    name: str
    title: str
    default: ParamValue
    description: str
    low: float | None = None
    high: float | None = None
    unit: str = ""
    choices: tuple[str, ...] = ()
    rescores: bool = False
    reading: str = ""

    def checked(self, value: Any) -> ParamValue:
        """The value as one of this parameter.

        Raises:
            ArgumentError: it is of another type, or out of range.
        """
        found = self._converted(value)
        if isinstance(found, float | int) and not isinstance(found, bool):
            self._check_range(found)
        if self.choices and found not in self.choices:
            raise ArgumentError(f"{self.name} is '{found}'.", f"It can be {', '.join(self.choices)}.")
        return found

    def parsed(self, text: str) -> ParamValue:
        """What a text says, as it is written on the command line; the words of a list stand between commas.

        Raises:
            ArgumentError: it says no value of this parameter.
        """
        if isinstance(self.default, tuple):
            return tuple(word for part in text.split(",") if (word := part.strip()))
        if isinstance(self.default, bool):
            return self._flag(text)
        return self.checked(text)

    def written(self, value: ParamValue) -> str:
        """A value as it is written on the command line, with its unit."""
        if isinstance(value, tuple):
            return ",".join(value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        return f"{value:g} {self.unit}".rstrip() if isinstance(value, float | int) else value

    def _flag(self, text: str) -> bool:
        known = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
        if text.strip().lower() not in known:
            raise ArgumentError(f"{self.name} is '{text}'.", "Write yes or no.")
        return known[text.strip().lower()]

    def _converted(self, value: Any) -> ParamValue:
        try:
            if isinstance(self.default, tuple):
                return (value,) if isinstance(value, str) else tuple(str(word) for word in value)
            if isinstance(self.default, bool) and not isinstance(value, bool):
                raise ValueError
            found: ParamValue = type(self.default)(value)
            if isinstance(value, float) and found != value:
                raise ValueError
            return found
        except (TypeError, ValueError, OverflowError) as error:
            kind = {bool: "yes or no", int: "a whole number", float: "a number"}.get(type(self.default), "text")
            raise ArgumentError(f"{self.name} is '{value}'.", f"It must be {kind}.") from error

    def _check_range(self, value: float) -> None:
        low, high = -float("inf") if self.low is None else self.low, float("inf") if self.high is None else self.high
        if not low <= value <= high:
            limits = f"from {low:g} to {high:g}" if self.high is not None else f"at least {low:g}"
            raise ArgumentError(f"{self.name} is {value:g}.", f"It must be {limits}.")


def param_values(declared: Iterable[TaskParam], chosen: Mapping[str, ParamValue]) -> dict[str, Any]:
    """Every declared parameter by name, as it was chosen or else its default."""
    return {param.name: chosen.get(param.name, param.default) for param in declared}
