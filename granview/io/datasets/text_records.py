"""A row of a data set as a sample's text and what is known of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from granview.core.errors import InputError
from granview.core.limits import MAX_RECORD_CHARS, TOO_LONG
from granview.core.text import Span, TextInput, TextReference
from granview.io.column_roles import ColumnRoles
from granview.io.datasets.chat_messages import prompt_of, reply_of
from granview.io.datasets.tag_schemes import entities_of, join_tokens
from granview.io.datasets.value_parsing import (
    are_spans,
    as_answers,
    as_cases,
    as_entities,
    as_grain,
    as_identifier,
    as_labels,
    as_targets,
    as_text,
    is_unknown_label,
)

_UNKNOWN: Final = "has the label -1, which is read as no label"
_NO_NAMES: Final[Mapping[str, Sequence[str]]] = {}


@dataclass(frozen=True)
class TextRecord:
    """A row, understood.

    Attributes:
        text: What a model is given.
        reference: What is known of it; None where nothing is.
        name: Its own identifier, or None.
        words: What is wrong with its reference, without the subject; empty where nothing is.
    """

    text: TextInput
    reference: TextReference | None
    name: str | None
    words: str = ""


def record_of(
    values: Mapping[str, Any], roles: ColumnRoles, names: Mapping[str, Sequence[str]] = _NO_NAMES
) -> TextRecord:
    """Understand a row.

    Args:
        values: By column.
        roles: Which column is what.
        names: By column, the classes in index order, where it holds their numbers.

    Raises:
        InputError: it has no text; the message is a sentence without its subject.
    """
    row = _Row(values, roles, names)
    text = row.text()
    if text.exceeds(MAX_RECORD_CHARS):
        raise InputError(TOO_LONG)
    try:
        reference, words = row.reference(text)
    except InputError as error:
        reference, words = None, f"{error.message}, so it has no reference"
    return TextRecord(text, reference, as_identifier(row.get(roles.id)), words)


def reference_of(
    values: Mapping[str, Any], roles: ColumnRoles, text: TextInput, names: Mapping[str, Sequence[str]] = _NO_NAMES
) -> tuple[TextReference | None, str]:
    """What a row says about a text that stands elsewhere, and what is wrong with it.

    Raises:
        InputError: it does not fit the text.
    """
    return _Row(values, roles, names).reference(text)


def with_word_ends(values: Mapping[str, Any], roles: ColumnRoles, text_input: TextInput) -> TextInput:
    """A text that stands elsewhere with the words that a row divides it into; as it is where the row has none of it."""
    return _Row(values, roles, _NO_NAMES).with_word_ends(text_input)


@dataclass(frozen=True)
class _Row:
    values: Mapping[str, Any]
    roles: ColumnRoles
    names: Mapping[str, Sequence[str]]

    def get(self, column: str | None) -> Any:
        return None if column is None else self.values.get(column)

    def text(self) -> TextInput:
        roles = self.roles
        if roles.question is not None:
            question = as_text(self.get(roles.question), "question")
            return TextInput.of(as_text(self.get(roles.context), "context"), question=question)
        if roles.text is None and roles.tokens is not None:
            return TextInput.of_words(self._tokens())
        if roles.text is None and roles.messages is not None:
            return TextInput.of_messages(prompt_of(self.get(roles.messages)))
        text = as_text(self.get(roles.text), "text")
        pair = None if roles.pair is None else as_text(self.get(roles.pair), f"text in '{roles.pair}'")
        return self.with_word_ends(TextInput.of(text, pair))

    def with_word_ends(self, text_input: TextInput) -> TextInput:
        tokens = self.get(self.roles.tokens)
        if not _are_tokens(tokens) or " ".join(tokens) != text_input.text:
            return text_input
        return msgspec.structs.replace(text_input, word_ends=TextInput.of_words(tokens).word_ends)

    def reference(self, text_input: TextInput) -> tuple[TextReference | None, str]:
        roles = self.roles
        entities, labels = self._entities(text_input.text), None
        if entities is None or roles.label_name or roles.entities or roles.tags:
            labels = self._labels()
        answers, words = as_answers(self.get(roles.answers), text_input.text)
        words = words or self._unknown()
        targets, cases = self._targets(), as_cases(self.get(roles.cases))
        if all(part is None for part in (labels, entities, answers, targets, cases)):
            return None, words
        grain = as_grain(self.get(roles.grain))
        return TextReference(labels, entities, answers, targets, cases, grain), words

    def _targets(self) -> tuple[str, ...] | None:
        """Of a chat without a target of its own, what the assistant says last."""
        targets = as_targets(self.get(self.roles.target))
        reply = reply_of(self.get(self.roles.messages)) if targets is None else None
        return targets if reply is None else (reply,)

    def _labels(self) -> tuple[str, ...] | None:
        named = self.get(self.roles.label_name)
        return self._classes(self.roles.label) if named is None else as_labels(named, None)

    def _unknown(self) -> str:
        roles = self.roles
        is_named = self.get(roles.label_name) is not None or roles.label not in self.names
        return "" if is_named or not is_unknown_label(self.get(roles.label)) else _UNKNOWN

    def _classes(self, column: str | None) -> tuple[str, ...] | None:
        return as_labels(self.get(column), None if column is None else self.names.get(column))

    def _entities(self, text: str) -> tuple[Span, ...] | None:
        label = self.get(self.roles.label)
        if self.roles.entities is not None:
            return as_entities(self.get(self.roles.entities), text)
        if self.roles.tags is not None:
            return self._tagged(text)
        return as_entities(label, text) if are_spans(label) else None

    def _tagged(self, text: str) -> tuple[Span, ...] | None:
        tags = self.get(self.roles.tags)
        if tags is None:
            return None
        tokens = self._tokens()
        if join_tokens(tokens)[0] != text:
            raise InputError("has tags of tokens that are not those of its text")
        named = self._classes(self.roles.tags) or ()
        if named and all(tag.isdecimal() for tag in named):
            raise InputError("has tags that are numbers without names")
        return entities_of(named, tokens)

    def _tokens(self) -> list[str]:
        tokens = self.get(self.roles.tokens)
        if not _are_tokens(tokens):
            raise InputError("has no list of tokens")
        return list(tokens)


def _are_tokens(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(token, str) for token in value)
