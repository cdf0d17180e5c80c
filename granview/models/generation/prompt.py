"""What goes to a model that writes: the text, with a prefix or in a chat's form."""

from collections.abc import Mapping
from typing import Any

from granview.models.texts.tokens import SPECIAL, Tokens


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


def in_chat(tokenizer: Any, text: str) -> str:
    """A text as the message of a user to whom the model is to answer, by the tokenizer's chat template."""
    messages = [{"role": "user", "content": text}]
    rendered: str = tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
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
