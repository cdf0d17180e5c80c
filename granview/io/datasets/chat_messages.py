"""Chats in data sets: a list of messages, each with a role and a content, as instruction data has them."""

from collections.abc import Mapping
from typing import Any, Final

from granview.core.errors import InputError
from granview.core.text import Message

_ASSISTANT: Final = "assistant"


def are_messages(value: Any) -> bool:
    """Whether a value is a list of messages."""
    return isinstance(value, list) and bool(value) and all(map(_is_message, value))


def prompt_of(value: Any) -> tuple[Message, ...]:
    """The messages that a model is given: all, without an answer of the assistant at the end.

    Raises:
        InputError: it is no list of messages, or nothing is left of it.
    """
    if not are_messages(value):
        raise InputError("has no list of messages with role and content")
    messages = tuple(Message.of(each["role"], each["content"]) for each in value)
    if messages[-1].role == _ASSISTANT:
        messages = messages[:-1]
    if not messages or messages[-1].role == _ASSISTANT:
        raise InputError("has messages that no user's message ends")
    return messages


def reply_of(value: Any) -> str | None:
    """What the assistant says at the end; None where the chat ends with another's message."""
    if not are_messages(value) or value[-1]["role"] != _ASSISTANT:
        return None
    content: str = value[-1]["content"]
    return content


def _is_message(value: Any) -> bool:
    return isinstance(value, Mapping) and isinstance(value.get("role"), str) and isinstance(value.get("content"), str)
