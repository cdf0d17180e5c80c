"""How files become samples of each kind: one file of ``granview.io.sample_kinds`` a kind."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from granview.core.file_names import SampleNames
from granview.core.registry import Registry
from granview.core.sample import Part, Reference, Sample
from granview.core.sample_kind import Kind
from granview.core.truth import Truth
from granview.io.column_roles import ColumnRoles
from granview.io.reference_format import has_compound_suffix, reference_suffix, truth_type_of
from granview.io.search_events import RefusedReference, SearchEvent

if TYPE_CHECKING:
    from granview.io.text_references import TextReferenceFiles


@dataclass(frozen=True)
class InputFile:
    """A file of a kind by its name, with what a directory listing says about it.

    Attributes:
        path: The file.
        size_bytes: Its size; None where it was not looked at.
        name: What its sample is called; empty: as the file.
    """

    path: Path
    size_bytes: int | None = None
    name: str = ""


@dataclass(frozen=True)
class SearchContext:
    """What one search knows that every kind may need.

    Attributes:
        names: Gives each sample its name.
        columns: Which column of a data set is what; None to guess.
        header: Whether the first row of a delimited file names its columns; None to find out.
        text_references: What is known of texts in files that were given explicitly; None where none were.
        only_own: Whether nothing but samples of the kind that is asked is searched for.
    """

    names: SampleNames
    columns: ColumnRoles | None = None
    header: bool | None = None
    text_references: "TextReferenceFiles | None" = None
    only_own: bool = False


class SampleFiles(ABC):
    """The files of one kind of samples. Without more being said, each file is one sample, and its reference another.

    Attributes:
        kind: The kind's name.
        noun: One of it in a sentence, such as ``an image``.
        readable: What is read, as a sentence.
        suffixes: Lower-case suffixes of its files, such as ``.png``.
        folders: Names, case-folded, of folders that hold its files beside a folder of references.
        is_about_others: Whether its files, where they lie beside files of another kind, are about these: then they are
            samples only where they are named themselves.
        takes_anything: Whether any file is taken for one where nothing else is searched for; its reader refuses others.
        reference_suffixes: Lower-case suffixes of files that say what is true of its samples and that it reads itself;
            empty where ``granview.io.reference_formats`` does.
        is_picture: Whether its files are pictures, whose grey values and masks are looked at before a run.
        no_reference: What is wrong with a file of it that is no reference, without the subject, and what to do.
    """

    kind: ClassVar[Kind]
    noun: ClassVar[str]
    readable: ClassVar[str]
    suffixes: ClassVar[frozenset[str]]
    folders: ClassVar[tuple[str, ...]] = ()
    is_about_others: ClassVar[bool] = False
    takes_anything: ClassVar[bool] = False
    reference_suffixes: ClassVar[frozenset[str]] = frozenset()
    is_picture: ClassVar[bool] = False
    no_reference: ClassVar[tuple[str, str]] = ("is no reference in a format that is read.", "")

    @abstractmethod
    def belongs(self, head: bytes, name: str, is_cut: bool) -> bool:
        """Whether a file is of this kind by its content, where its name says nothing.

        Args:
            head: Its first bytes; not empty.
            name: Its name.
            is_cut: Whether it has more.
        """

    def is_input(self, name: str) -> bool:
        """Whether a file of a folder is one of its samples, and not a text about the others."""
        return True

    def names_others(self, path: Path, context: SearchContext) -> bool:
        """Whether a file of it is a table that names files of other kinds, so that it holds samples of these."""
        return False

    def samples(
        self, file: InputFile, references: Sequence[Reference], context: SearchContext
    ) -> Iterator[SearchEvent]:
        """The samples of a file.

        Args:
            file: The file.
            references: The references that belong to it; of several of one type none is used.
            context: What the search knows.

        Yields:
            Samples, problems and notices.
        """
        path = file.path
        by_type: dict[type[Truth], list[Reference]] = {}
        for each in references if len(references) > 1 else ():
            by_type.setdefault(truth_type_of(each), []).append(each)
        used = [alone for alone, *others in by_type.values() if not others] if by_type else references
        yield Sample(
            context.names.claim(file.name or path.stem),
            str(path),
            size_bytes=file.size_bytes,
            reference=next(iter(used), None),
            kind=self.kind,
            more_references=tuple(used[1:]),
        )
        for several in by_type.values():
            if len(several) > 1:
                listed = ", ".join(each.path for each in several[:3])
                words = f"{path.name} has several references, so none is used: {listed}."
                yield RefusedReference(path, words, "Keep one.")


SAMPLE_FILES: Final[Registry[SampleFiles]] = Registry("granview.io.sample_kinds", "kind of sample")


def kind_by_suffix(path: Path) -> SampleFiles | None:
    """The kind of a file by its name; None where that says nothing."""
    return _by_suffix(tuple(SAMPLE_FILES.all().values())).get(path.suffix.lower())


@lru_cache(maxsize=4)
def _by_suffix(kinds: tuple[SampleFiles, ...]) -> dict[str, SampleFiles]:
    """The first of the kinds that each suffix belongs to: asked for every file of a folder."""
    return {suffix: files for files in reversed(kinds) for suffix in files.suffixes}


def is_only_reference(path: Path) -> bool:
    """Whether a file's name says that it is a reference, and it is of no kind of samples."""
    return has_compound_suffix(path.name) or (kind_by_suffix(path) is None and bool(reference_suffix(path)))


def names_a_sample(name: str) -> bool:
    """Whether a name is that of a file of a kind of samples, but for files that are about others."""
    files = kind_by_suffix(Path(name))
    return files is not None and not files.is_about_others


def pictures(samples: Sequence[Sample]) -> list[Sample]:
    """The samples whose first input is a picture in a file."""
    known = SAMPLE_FILES.all()
    return [sample for sample in samples if sample.path and sample.kind in known and known[sample.kind].is_picture]


def picture_paths(samples: Sequence[Sample]) -> list[Path]:
    """The files of all pictures that samples hold, as first inputs and as parts; each once."""
    known = SAMPLE_FILES.all()
    held: list[Sample | Part] = [*samples, *(part for sample in samples for part in sample.parts)]
    shown = [each.path for each in held if each.path and each.kind in known and known[each.kind].is_picture]
    return [Path(path) for path in dict.fromkeys(shown)]
