"""Models whose loading runs a program that lies in a file: which files these are, and whether each was allowed."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from granview.core.errors import ArgumentError, GranViewError
from granview.core.own_code import own_code, summary_of
from granview.io.exported.formats import exported_format


@dataclass(frozen=True)
class UntrustedCode:
    """A program that a model's loading would run, and nobody has allowed yet.

    Attributes:
        file: Where it lies.
        sha256: Hex digest of what it holds now.
        summary: What it says of itself, in a line; empty where it says nothing that can be read.
    """

    file: Path
    sha256: str
    summary: str


def code_file(model: str) -> Path | None:
    """The file whose program the loading of a model runs; None where no program is run, or it is not there."""
    own = own_code(model)
    if own is not None:
        return own[0] if own[0].is_file() else None
    path = Path(model).expanduser()
    kind = exported_format(path)
    return path if kind is not None and kind.runs_code and path.is_file() else None


def untrusted_code(models: Iterable[str]) -> list[UntrustedCode]:
    """The programs of some models that nobody has allowed, each once.

    Raises:
        OSError: a file cannot be read.
    """
    from granview.io.hashing import sha256_file  # the window is shown without
    from granview.io.trusted_code import is_trusted

    asked = {file.resolve(): model for model in models if (file := code_file(model)) is not None}
    refused = {file: model for file, model in asked.items() if not is_trusted(file)}
    return [UntrustedCode(file, sha256_file(file), _summary(model)) for file, model in refused.items()]


def refuse_untrusted(models: Iterable[str]) -> None:
    """Refuse models whose program nobody has allowed.

    Raises:
        ArgumentError: there is one.
    """
    for code in untrusted_code(models):
        raise ArgumentError(
            f"{code.file} is a program, and nobody has allowed it to run as it is now (SHA-256 {code.sha256[:12]}…).",
            "Read it first. Then give --trust-code FILE, or trust_code=[FILE] in Python.",
        )


def trust_all(files: Iterable[Path]) -> None:
    """Allow files to run, as they are now, from here on.

    Raises:
        ArgumentError: one is not there.
        GranViewError: that cannot be kept.
    """
    from granview.io.trusted_code import trust

    for file in files:
        trust(file)


def trust_programs(programs: Iterable[UntrustedCode]) -> None:
    """Allow programs to run that a person was asked about, each as it was then.

    Raises:
        ArgumentError: one is not there, or was changed since.
        GranViewError: that cannot be kept.
    """
    from granview.io.trusted_code import trust

    for program in programs:
        trust(program.file, shown=program.sha256)


def _summary(model: str) -> str:
    own = own_code(model)
    try:
        return "" if own is None else summary_of(*own)
    except GranViewError:
        return ""
