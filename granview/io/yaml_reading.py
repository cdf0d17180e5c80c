"""YAML as it is written: every scalar is its text, so that a class called ``no`` stays ``no`` and ``007`` is not 7.

Where PyYAML has libyaml it reads with that, which is ten times as fast. Its composer is recursive and would end the
process on what nests too deep, so the depth is looked at first, in the events, which come one by one.
"""

from typing import Any, Final

MAX_DEPTH: Final = 50
"""Lists and mappings nested deeper than this are refused."""


class YamlError(ValueError):
    """A text that is no YAML that is read here.

    Attributes:
        line: The line that shows it, counted from 1; 0 where it is not known.
    """

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


def plain_yaml(data: bytes) -> Any:
    """What a YAML text holds: texts, lists, and mappings by texts; no value is guessed to be a number or truth.

    Raises:
        YamlError: it is no YAML, holds several documents, or nests too deep.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        _check_depth(yaml.parse(data, Loader=loader))
        return yaml.load(data, Loader=loader)
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        if isinstance(error, YamlError):
            raise
        mark = getattr(error, "problem_mark", None)
        raise YamlError(0 if mark is None else mark.line + 1) from error


def _check_depth(events: Any) -> None:
    depth = 0
    for event in events:
        kind = type(event).__name__
        depth += kind in ("SequenceStartEvent", "MappingStartEvent")
        depth -= kind in ("SequenceEndEvent", "MappingEndEvent")
        if depth > MAX_DEPTH:
            raise YamlError(event.start_mark.line + 1)
