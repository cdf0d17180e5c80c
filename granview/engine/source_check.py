"""Whether a model that is named lies on this machine, where its name says that it does."""

from pathlib import Path

from granview.core.errors import ArgumentError
from granview.core.own_code import class_in, own_code
from granview.core.resources import embedded_models
from granview.engine.source_scheme import scheme_of
from granview.io.model_file import check_model_file


def check_source(source: str) -> None:
    """Refuse a model that is to be on this machine and is not, before anything is started for it.

    Whether it can be loaded is found out by its lane; what comes from the network is not looked for.

    Raises:
        ArgumentError: there is no such embedded model, method, folder, file of weights, or class of one's own.
        InputError: the file of a class is no Python.
    """
    if own := own_code(source):
        class_in(*own)
    elif known := scheme_of(source):
        scheme, name = known
        scheme.check(name)
    elif source.strip():
        _check_path(source.strip())


def _check_path(source: str) -> None:
    path = Path(source).expanduser().absolute()
    try:
        is_folder, is_there = path.is_dir(), path.exists()
    except OSError as error:
        raise ArgumentError(f"{path} cannot be read: {error.strerror}.", "Name the folder of a model.") from error
    if is_there and not is_folder:
        check_model_file(path)
    elif not is_folder:
        raise ArgumentError(f"There is no folder {path}.", _instead_of(path.name))


def _instead_of(name: str) -> str:
    if name in embedded_models():
        return f"For the embedded model of that name write zoo:{name}."
    return "For an embedded model write zoo:NAME, for one from the hub hf:ORG/NAME."
