"""What kind of sample a file that was named itself is: by its name, else by its content."""

from pathlib import Path
from typing import Final

from granview.core.errors import InputError
from granview.core.sample_kind import SAMPLE_KINDS, Kind
from granview.io.file_formats import SIGNATURE_BYTES, foreign_format
from granview.io.regular_files import open_regular
from granview.io.sample_kind import SAMPLE_FILES, SampleFiles

_SNIFF_BYTES: Final = 1 << 16


def all_kinds() -> frozenset[Kind]:
    """All kinds of samples that files hold."""
    return frozenset(SAMPLE_KINDS.all()) & frozenset(SAMPLE_FILES.all())


def files_of(kinds: frozenset[Kind]) -> tuple[SampleFiles, ...]:
    """How these kinds are found in files; those that may be about others come last."""
    known = (files for kind, files in SAMPLE_FILES.all().items() if kind in kinds)
    return tuple(sorted(known, key=lambda files: files.is_about_others))


def kind_of(path: Path, kinds: frozenset[Kind]) -> SampleFiles:
    """The kind of a file.

    Args:
        path: A regular file.
        kinds: What is searched for. Where that is texts alone, every file is taken for one; its reader refuses others.

    Raises:
        InputError: it is nothing that is searched for.
    """
    wanted = files_of(kinds)
    if len(wanted) == 1 and wanted[0].takes_anything:
        return wanted[0]
    suffix = path.suffix.lower()
    for files in wanted:
        if suffix in files.suffixes:
            return files
    with open_regular(path) as file:
        head = file.read(_SNIFF_BYTES)
    is_cut = len(head) == _SNIFF_BYTES
    found = next((files for files in wanted if head and files.belongs(head, path.name, is_cut)), None)
    if found is None:
        raise _refusal(path, head, wanted)
    return found


def _refusal(path: Path, head: bytes, wanted: tuple[SampleFiles, ...]) -> InputError:
    nouns = [files.noun for files in wanted]
    what = f"not {nouns[0]}" if len(nouns) == 1 else f"neither {' nor '.join(nouns)}"
    held = foreign_format(head[:SIGNATURE_BYTES]) if head else "nothing"
    hint = " ".join(files.readable for files in wanted)
    return InputError(f"{path.name} is {what} that is read here: it holds {held}.", hint)
