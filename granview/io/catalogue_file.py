"""Reading the catalogue, ``resources/catalogue.toml``; whatever is wrong in it is told with its line."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec
from msgspec import Meta

from granview.core.catalogue import Ladder, Rung, Stored
from granview.core.errors import InputError
from granview.core.resources import resource_path
from granview.core.task_trait import TASK_TRAITS

_HINT: Final = "Correct that line, or install GranView again."
_TOML_LINE: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_PLACE: Final = re.compile(r"\$\.ladder\[(?P<ladder>\d+)\](?:\.rungs\[(?P<rung>\d+)\])?(?:\.(?P<key>\w+))?")

Name = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9.+-]*$")]
Source = Annotated[str, Meta(pattern=r"^(hf:[\w.-]+/[\w.-]+|zoo:[\w.-]+|torchvision:\w+)(@[\w.-]+)?$")]
Licence = Annotated[str, Meta(pattern=r"^(other|[A-Z][A-Za-z0-9.+-]*)?$")]
Title = Annotated[str, Meta(min_length=1)]
Millions = Annotated[float, Meta(gt=0)]


class _Shared(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a ladder says of all its rungs, and a rung of itself; None where it says nothing."""

    licence: Licence | None = None
    classes: str | None = None
    languages: tuple[Name, ...] | None = None
    architecture: str | None = None
    model_type: str | None = None
    stored: Stored | None = None
    gated: bool | None = None
    note: str | None = None

    def own_values(self) -> dict[str, Any]:
        """What it says, by the names of ``Rung``."""
        values = {name: getattr(self, name) for name in _Shared.__struct_fields__}
        return {name: value for name, value in values.items() if value is not None}


class _RungRow(_Shared, frozen=True, kw_only=True):
    name: Name
    source: Source
    params_m: Millions


class _LadderTable(_Shared, frozen=True, kw_only=True):
    name: Name
    title: Title
    task: str
    rungs: Annotated[tuple[_RungRow, ...], Meta(min_length=1)]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ladder: tuple[_LadderTable, ...]


def read_catalogue(path: Path | None = None) -> tuple[Ladder, ...]:
    """All ladders of the catalogue, in the file's order.

    Args:
        path: The file; by default GranView's own.

    Raises:
        InputError: it cannot be read, is no TOML, or a row is not as it must be; the line is named.
    """
    path = path or resource_path("catalogue.toml")
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise InputError(f"{path} cannot be read: {reason}.", "Install GranView again.") from error
    try:
        file = msgspec.convert(tomllib.loads(text), _File)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(path, text, str(error)) from error
    except msgspec.ValidationError as error:
        what, _, place = str(error).partition(" - at `")
        line = _line_of(text, place.rstrip("`"))
        raise InputError(f"{path}, line {line}: {what[:1].lower()}{what[1:]}.", _HINT) from error
    _check(path, text, file)
    return tuple(map(_ladder, file.ladder))


def _not_toml(path: Path, text: str, words: str) -> InputError:
    place = _TOML_LINE.search(words)
    line = place[1] if place and place[1] else str(text.count("\n") + 1)
    what = _TOML_LINE.sub("", words)
    return InputError(f"{path}, line {line}: {what[:1].lower()}{what[1:]}.", _HINT)


def _check(path: Path, text: str, file: _File) -> None:
    """What the types of the rows do not say: tasks that there are, and names that are only there once.

    Raises:
        InputError: a row, with its line.
    """
    for place, trouble in _troubles(file):
        raise InputError(f"{path}, line {_line_of(text, place)}: {trouble}.", _HINT)


def _troubles(file: _File) -> Iterator[tuple[str, str]]:
    ladders: set[str] = set()
    for number, ladder in enumerate(file.ladder):
        if ladder.name in ladders:
            yield f"$.ladder[{number}].name", f"there is a ladder '{ladder.name}' already"
        if ladder.task not in TASK_TRAITS:
            yield f"$.ladder[{number}].task", f"there is no task '{ladder.task}'"
        ladders.add(ladder.name)
        rungs: set[str] = set()
        for place, rung in enumerate(ladder.rungs):
            if rung.name in rungs:
                yield f"$.ladder[{number}].rungs[{place}]", f"the ladder has a rung '{rung.name}' already"
            rungs.add(rung.name)


def _line_of(text: str, path: str) -> int:
    """The line, from 1, of a value such as ``$.ladder[3].rungs[1].params_m``; the nearest one that is there.

    A ladder begins with its header, each of its rungs has a line of its own, and so has each of its other keys.
    """
    place = _PLACE.match(path)
    if place is None:
        return 1
    lines = [line.strip() for line in text.splitlines()]
    headers = [number for number, line in enumerate(lines) if line == "[[ladder]]"]
    ladder = int(place["ladder"])
    inside = range(headers[ladder], headers[ladder + 1] if ladder + 1 < len(headers) else len(lines))
    begins, nth = ("{", int(place["rung"])) if place["rung"] else (f"{place['key']} =", 0)
    fitting = [number for number in inside if lines[number].startswith(begins)]
    return (fitting[nth] if nth < len(fitting) else inside[0]) + 1


def _ladder(table: _LadderTable) -> Ladder:
    shared = table.own_values()
    rungs = tuple(_rung(table, row, {**shared, **row.own_values()}) for row in table.rungs)
    return Ladder(table.name, table.title, table.task, rungs, table.note or "")


def _rung(table: _LadderTable, row: _RungRow, values: Mapping[str, Any]) -> Rung:
    title = f"{table.title} · {row.name}"
    return Rung(table.name, row.name, title, row.source, table.task, round(row.params_m * 1e6), **values)
