"""Where the files of a source lie on this machine."""

from dataclasses import dataclass
from pathlib import Path

from granview.core.errors import ArgumentError, WeightsMissing
from granview.core.model_source import Source
from granview.core.resources import embedded_model
from granview.io.model_file import check_model_file, lone_model
from granview.io.trusted_code import require_trust


@dataclass(frozen=True)
class ResolvedSource:
    """Where a source's files lie on this machine.

    Attributes:
        source: The source itself.
        folder: The folder with config and weights; None where the family finds its files on its own.
        revision: Commit hash of a repository from the hub.
        notices: What the user must know about how it was found.
        weights: The file of weights that is a model by itself, named or alone in a folder without a config.
    """

    source: Source
    folder: Path | None = None
    revision: str | None = None
    notices: tuple[str, ...] = ()
    weights: Path | None = None


def find_folder(source: Source) -> ResolvedSource:
    """The folder, or file of weights, that a ``zoo`` or ``folder`` source names.

    Raises:
        ArgumentError: there is no embedded model of that name.
        WeightsMissing: there is no such folder, or it is a file of another sort.
    """
    if source.scheme == "zoo":
        return ResolvedSource(source, embedded_model(source.name))
    folder = Path(source.name)
    if weights := lone_model(folder):
        _check(weights)
        return ResolvedSource(source, folder.resolve() if folder.is_dir() else None, weights=weights.resolve())
    if folder.is_file():
        _check(folder)
    if not folder.is_dir():
        raise WeightsMissing(
            f"There is no folder {folder}.", "For a model from the hub write hf:ORG/NAME; for an embedded one zoo:NAME."
        )
    return ResolvedSource(source, folder.resolve())


def find_code(source: Source) -> ResolvedSource:
    """The Python file that holds a class of one's own.

    Raises:
        UnsupportedModel: nobody has allowed that it runs.
        WeightsMissing: there is no such file.
    """
    file = Path(source.name)
    if not file.is_file():
        raise WeightsMissing(f"There is no file {file}.", "Name the file that holds the class.")
    require_trust(file)
    return ResolvedSource(source, weights=file.resolve())


def _check(file: Path) -> None:
    try:
        check_model_file(file)
    except ArgumentError as error:
        raise WeightsMissing(error.message, error.hint) from error
