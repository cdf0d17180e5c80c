"""Texts as samples, and what is known to be true of them.

Offsets into a text count Unicode code points, as Python's strings do. Texts travel and are stored as UTF-8 in which
lone surrogates are kept (Python's ``surrogatepass``), so that any text comes back as it went.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any, Final

import msgspec


def to_utf8(text: str) -> bytes:
    """A text as bytes that ``from_utf8`` turns into the same text, lone surrogates and NUL included."""
    return text.encode("utf-8", "surrogatepass")


def from_utf8(data: bytes) -> str:
    """The text that ``to_utf8`` was given."""
    return data.decode("utf-8", "surrogatepass")


class Message(msgspec.Struct, frozen=True):
    """One message of a chat. Make one with ``of``.

    Attributes:
        role: Who says it: ``system``, ``user``, ``assistant``, or what else the model's chat template knows.
        utf8: What is said.
    """

    role: str
    utf8: bytes

    @classmethod
    def of(cls, role: str, content: str) -> "Message":
        """A message from strings."""
        return cls(role, to_utf8(content))

    @property
    def content(self) -> str:
        """What is said."""
        return from_utf8(self.utf8)


class TextInput(msgspec.Struct, frozen=True):
    """What a model is given of a text sample. Make one with ``of``.

    Attributes:
        utf8: The text; for a question, the context in which the answer is looked for.
        pair_utf8: The second text of a pair, or None.
        question_utf8: The question, or None.
        word_ends: Offsets after the last code point of each word, where the text was given as words, such as those of a
            CoNLL file, which one space joins; None where it is not known what its words are.
        history: The messages of a chat before the text, which is its last.
    """

    utf8: bytes
    pair_utf8: bytes | None = None
    question_utf8: bytes | None = None
    word_ends: tuple[int, ...] | None = None
    history: tuple[Message, ...] = ()

    @classmethod
    def of(cls, text: str, pair: str | None = None, question: str | None = None) -> "TextInput":
        """An input from strings."""
        return cls(
            to_utf8(text), None if pair is None else to_utf8(pair), None if question is None else to_utf8(question)
        )

    @classmethod
    def of_words(cls, words: Sequence[str]) -> "TextInput":
        """An input from words, joined by single spaces."""
        ends = accumulate(len(word) + 1 for word in words)
        return cls(to_utf8(" ".join(words)), word_ends=tuple(end - 1 for end in ends))

    @classmethod
    def of_messages(cls, messages: Sequence[Message]) -> "TextInput":
        """An input from a chat, whose last message is the text; at least one."""
        return cls(messages[-1].utf8, history=tuple(messages[:-1]))

    def has_part(self, role: str) -> bool:
        """Whether there is a ``question`` or a ``pair``; False for other roles."""
        return {"question": self.question_utf8, "pair": self.pair_utf8}.get(role) is not None

    @property
    def n_bytes(self) -> int:
        """Bytes of all that the model is given."""
        before = sum(len(message.utf8) for message in self.history)
        return before + len(self.utf8) + len(self.pair_utf8 or b"") + len(self.question_utf8 or b"")

    @property
    def n_chars(self) -> int:
        """Characters of all that the model is given."""
        before = sum(len(message.content) for message in self.history)
        return before + len(self.text) + len(self.pair or "") + len(self.question or "")

    def exceeds(self, n_chars: int) -> bool:
        """Whether it has more characters; of most texts their bytes tell that it has not."""
        return self.n_bytes > n_chars and self.n_chars > n_chars

    @property
    def text(self) -> str:
        """The text, or the context."""
        return from_utf8(self.utf8)

    @property
    def words(self) -> tuple[tuple[int, int], ...] | None:
        """Start and end of each word as it was given, in code points; None where that is not known."""
        if self.word_ends is None:
            return None
        return tuple(zip((0, *(end + 1 for end in self.word_ends)), self.word_ends, strict=False))

    @property
    def pair(self) -> str | None:
        """The second text of a pair."""
        return None if self.pair_utf8 is None else from_utf8(self.pair_utf8)

    @property
    def question(self) -> str | None:
        """The question."""
        return None if self.question_utf8 is None else from_utf8(self.question_utf8)


class Span(msgspec.Struct, frozen=True):
    """A named span of a text, such as an entity.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last code point; greater than ``start``.
        label: What it is.
    """

    start: int
    end: int
    label: str


class Case(msgspec.Struct, frozen=True):
    """An input of a piece of code, and the value that is right for it; both as JSON knows values."""

    variables: dict[str, Any]
    value: Any


class DataSetNames(msgspec.Struct, frozen=True):
    """The names that a data set says of any of its texts, declared or found in it; empty where they are not known.

    Attributes:
        labels: The classes.
        types: The types of entities.
    """

    labels: tuple[str, ...] = ()
    types: tuple[str, ...] = ()


NO_NAMES: Final = DataSetNames()


class TextReference(msgspec.Struct, frozen=True):
    """What is known to be true of a text; a field is None where nothing of the kind is known.

    Attributes:
        labels: Names of its classes; one where classes exclude each other.
        entities: Its entities, in the order of their starts.
        answers: The answers that are accepted, as they stand in the context; empty: the question has no answer.
        targets: Texts that are right as a summary, a translation, a completion.
        cases: What code made from the text must compute.
        grain: How fine the text is in the data set's own measure, such as the depth of nesting.
    """

    labels: tuple[str, ...] | None = None
    entities: tuple[Span, ...] | None = None
    answers: tuple[str, ...] | None = None
    targets: tuple[str, ...] | None = None
    cases: tuple[Case, ...] | None = None
    grain: float | None = None

    def entity_over(self, start: int, end: int) -> Span | None:
        """The first entity that shares a code point with a span, or holds the place of an empty one."""
        last = max(end, start + 1)
        return next((span for span in self.entities or () if span.start < last and start < span.end), None)
