"""Guesses which column of a data set is what, from usual names and from content."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from granview.io.column_roles import ColumnRoles, Preview
from granview.io.datasets.chat_messages import are_messages
from granview.io.datasets.value_parsing import are_spans
from granview.io.reference_format import reference_suffix
from granview.io.usual_column_names import NAMES, OF_FILES, WEAK_TEXTS, is_number, language_of, normalized_column_name

_WORDS: Final = 3
"""No class has a name of so many words that all of its texts have different ones."""

_FEW: Final = 20
"""A column of at most so many different short values may be a label."""


NamesAFile = Callable[[str], bool]
"""Whether a value is called as a file of a sample is."""


def guess_columns(preview: Preview, names_a_file: NamesAFile | None = None) -> ColumnRoles:
    """The likeliest roles: by usual names first, by content where no name helps.

    Texts are long and all different; labels are short and few; identifiers are short and all different.

    Args:
        preview: The first rows.
        names_a_file: Tells a column that names files, which makes these the samples; None where only texts are wanted.
    """
    return msgspec.convert(_Guess(preview, names_a_file).roles(), ColumnRoles)


class _Guess:
    def __init__(self, preview: Preview, names_a_file: NamesAFile | None) -> None:
        self._preview = preview
        self._names = {role: names for role, names in NAMES.items() if role != "file" or names_a_file}

        def is_file(value: Any) -> bool:
            return names_a_file is not None and isinstance(value, str) and names_a_file(value)

        self._content = {**_CONTENT, "file": is_file, "second": is_file}
        self._roles: dict[str, str] = {}

    def roles(self) -> dict[str, str]:
        for role in self._names:
            if role not in OF_FILES or "file" in self._roles:
                self._by_name(role)
        self._by_language()
        self._by_meaning()
        if not ColumnRoles(**self._roles).usable:
            self._by_content()
        elif not set(self._roles) & {"label", "file", "target", "answers", "entities", "tags"}:
            self._take("label", self._label_like())
        return self._roles

    def _free(self) -> list[str]:
        return [column for column in self._preview.columns if column not in self._roles.values()]

    def _take(self, role: str, column: str | None) -> None:
        if column is not None:
            self._roles[role] = column

    def _by_name(self, role: str) -> None:
        named = {
            normalized_column_name(column): column for column in reversed(self._free()) if self._fits(role, column)
        }
        self._take(role, next((named[name] for name in NAMES[role] if name in named), None))

    def _fits(self, role: str, column: str) -> bool:
        """Whether the content of a column of a usual name may be what the name says."""
        values = self._preview.values(column)
        if role == "id" and len(set(map(str, values))) < len(values):
            return False
        if role == "messages" and not values:
            return False
        if role == "text" and 0 < 2 * len(values) < len(self._preview.rows):
            return False
        check = self._content.get(role)
        return check is None or not values or all(map(check, values))

    def _by_language(self) -> None:
        """A pair of columns named after languages is a text and its translation."""
        spoken = [column for column in self._free() if language_of(column) and _mean_length(self._strings(column)) > 0]
        if len(spoken) >= 2 and "text" not in self._roles:
            self._roles["text"], self._roles["target"] = spoken[:2]

    def _by_meaning(self) -> None:
        """What a name means depends on the columns beside it."""
        roles = self._roles
        if "question" in roles and "context" not in roles and "file" not in roles:
            self._question_without_context()
        if "question" not in roles and "context" in roles:
            roles.setdefault("text", roles["context"])
            del roles["context"]
        if "label" not in roles and "target" in roles and self._is_label(roles["target"]):
            roles["label"] = roles.pop("target")
        if "label" not in roles and "label_name" in roles:
            roles["label"] = roles.pop("label_name")
        if "label" in roles and "text" in roles:
            self._label_of_doccano()
        if "tokens" in roles and "tags" not in roles and "label" in roles and self._is_listed(roles["label"]):
            roles["tags"] = roles.pop("label")
        if "question" in roles or "messages" in roles or {"tokens", "tags"} <= set(roles):
            roles.pop("text", None)
        if "text" in roles and normalized_column_name(roles["text"]) in WEAK_TEXTS:
            self._longer_than_title()

    def _label_of_doccano(self) -> None:
        """A column of labels may hold spans, and then empty lists mean no entity; or one long text each, a target."""
        roles, values = self._roles, self._preview.values(self._roles["label"])
        if not values or not all(isinstance(value, list) for value in values):
            return
        is_nested = all(isinstance(each, list | Mapping) for value in values for each in value)
        if "entities" not in roles and is_nested and any(map(are_spans, values)):
            roles["entities"] = roles.pop("label")
        elif "target" not in roles and all(map(_is_one_sentence, values)) and len(set(map(str, values))) == len(values):
            roles["target"] = roles.pop("label")

    def _question_without_context(self) -> None:
        roles = self._roles
        if "text" in roles and "label" in roles:
            roles["text"], roles["pair"] = roles.pop("question"), roles["text"]
        elif "text" in roles:
            roles["context"] = roles.pop("text")
        else:
            roles["text"] = roles.pop("question")
            if "answers" in roles and all(isinstance(v, str) for v in self._preview.values(roles["answers"])):
                roles["target"] = roles.pop("answers")

    def _longer_than_title(self) -> None:
        """A title is the text only where no column holds more."""
        other = [column for column in (*self._free(), self._roles.get("target")) if column is not None]
        longest = max(other, key=lambda column: _mean_length(self._strings(column)), default=None)
        title = _mean_length(self._strings(self._roles["text"]))
        if longest is None or _mean_length(self._strings(longest)) < 3 * title:
            return
        self._roles["text"] = longest
        if self._roles.get("target") == longest:
            del self._roles["target"]

    def _by_content(self) -> None:
        free = [column for column in self._free() if self._strings(column)]
        if not free:
            return
        longest = max(free, key=lambda column: _mean_length(self._strings(column)))
        if "label" not in self._roles:
            self._take("label", self._label_like(longest))
        self._roles["text"] = longest

    def _label_like(self, other_than: str | None = None) -> str | None:
        candidates = [column for column in self._free() if column != other_than and self._is_label(column)]
        return min(candidates, key=lambda column: len(set(map(str, self._preview.values(column)))), default=None)

    def _is_label(self, column: str) -> bool:
        """Few different short values, each of which comes more than once on average."""
        values = self._preview.values(column)
        if len(values) < 3 or any(isinstance(value, list | Mapping) for value in values):
            return False
        distinct = set(map(str, values))
        return len(distinct) <= min(_FEW, len(values) / 1.5) and max(map(len, distinct)) <= 40

    def _is_listed(self, column: str) -> bool:
        return all(isinstance(value, list) for value in self._preview.values(column))

    def _strings(self, column: str) -> list[str]:
        """Its texts; none where they are all numbers, as tables write them."""
        strings = [value for value in self._preview.values(column) if isinstance(value, str)]
        return [] if all(map(is_number, strings)) else strings


def _mean_length(values: Sequence[str]) -> float:
    return sum(map(len, values)) / len(values) if values else 0.0


def _is_one_sentence(value: list[Any]) -> bool:
    """Whether a list holds one text of several words, as doccano writes what a text should become."""
    return len(value) == 1 and isinstance(value[0], str) and len(value[0].split()) >= _WORDS


def _names_a_reference(value: Any) -> bool:
    return isinstance(value, str) and bool(reference_suffix(Path(value)))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


_CONTENT: Final[dict[str, Callable[[Any], bool]]] = {
    "phrase": _is_text,
    "reference": _names_a_reference,
    "text": _is_text,
    "pair": _is_text,
    "question": _is_text,
    "context": _is_text,
    "messages": are_messages,
    "tokens": lambda value: isinstance(value, list),
    "tags": lambda value: isinstance(value, list),
    "id": lambda value: isinstance(value, str | int),
    "grain": lambda value: isinstance(value, str | int | float),
    "entities": lambda value: isinstance(value, list) or (isinstance(value, str) and value[:1] == "["),
    "cases": lambda value: isinstance(value, list),
    "target": lambda value: isinstance(value, str | int | list),
}
