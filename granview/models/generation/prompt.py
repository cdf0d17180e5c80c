"""What goes to a model that writes: the text, with a prefix or in a chat's form."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from granview.core.errors import InputError
from granview.core.readable_errors import first_line
from granview.core.text import Message, TextInput
from granview.models.texts.text_cleaning import readable
from granview.models.texts.tokens import SPECIAL, Tokens

SYSTEM: Final = "system"
"""The role of the message that a chat may begin with."""


def default_prefix(task: str, config: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """What a model's config says must stand before a text, such as ``summarize: ``; and what must be said of it.

    Args:
        task: The task's name; ``translation`` also stands for the config's ``translation_en_to_de`` and its like.
        config: The config as it stands in the file.
    """
    sample_input = config.get("task_specific_params") or {}
    names = [name for name in sample_input if name == task or name.startswith(f"{task}_")]
    prefixes = [str(prefix) for name in names if (prefix := (sample_input[name] or {}).get("prefix"))]
    if not prefixes:
        return "", ()
    several = (f"Its config names {len(prefixes)} prefixes for {task}; '{prefixes[0].strip()}' is used.",)
    return prefixes[0], several if len(prefixes) > 1 else ()


def message_of(sample_input: TextInput) -> str:
    """A text as a message: without one line end at its end, which text files have, unless it is a message already."""
    text = sample_input.text
    return text if sample_input.history else text.removesuffix("\n").removesuffix("\r")


def in_chat(tokenizer: Any, text: str, history: Sequence[Message] = (), system: str = "") -> str:
    """A text as the message of a user to whom the model is to answer, by the tokenizer's chat template.

    Args:
        tokenizer: The model's.
        text: What the user says last.
        history: The messages before.
        system: The system's message, where ``history`` has none; empty for none.

    Raises:
        InputError: the template does not take such messages.
    """
    messages = [{"role": message.role, "content": readable(message.content)[0]} for message in history]
    if system and all(message["role"] != SYSTEM for message in messages):
        messages.insert(0, {"role": SYSTEM, "content": readable(system)[0]})
    messages.append({"role": "user", "content": text})
    try:
        rendered: str = tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
    except Exception as error:
        roles = ", ".join(message["role"] for message in messages)
        raise InputError(
            f"The model's chat template does not take messages of {roles}: {first_line(error)}.",
            "Leave out the system prompt, or use roles that the model knows, or run without its chat template.",
        ) from error
    return rendered


def framed(tokens: Tokens, start: int, length: int) -> Tokens:
    """Tokens of a text in a frame: those of the frame are special, and offsets count in the text itself.

    Args:
        tokens: Of the text with its frame.
        start: Where the text begins in it.
        length: How long it is.
    """
    if tokens.spans is None:
        return tokens
    parts, spans = [], []
    for part, (first, last) in zip(tokens.parts, tokens.spans, strict=True):
        inside = part != SPECIAL and last > start and first < start + length
        parts.append(0 if inside else SPECIAL)
        spans.append((max(first - start, 0), min(last - start, length)) if inside else (0, 0))
    return Tokens(tokens.ids, parts, tokens.types, spans)
