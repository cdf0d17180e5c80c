"""What samples of each kind are on pages: the table of what a comparison page and an explanation page of a kind are.

A kind is one file of ``granview.export.sample_kinds`` that registers what makes its pages::

    SAMPLE_EXPORTS.register("image")(ImageExport())
"""

from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from granview.core.errors import GranViewError
from granview.core.registry import Registry
from granview.export.explanation_groups import ExplanationGroup
from granview.export.page_request import PageRequest, PageTools
from granview.export.report.example_request import ExampleRequest
from granview.store.rows import ExplanationRow

if TYPE_CHECKING:
    from granview.export.report.document import PictureRow, TextCards


class SampleExport(ABC):
    """Makes the pages of samples of one kind.

    Attributes:
        suffixes: As what a comparison page can be written.
        always: As what it is written besides the format that is asked for.
    """

    suffixes: ClassVar[tuple[str, ...]]
    always: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def write_page(self, request: PageRequest, path: Path) -> None:
        """Write a comparison page in one of the ``suffixes``, by the path's; whole or not at all.

        Raises:
            InputError: the sample cannot be read.
            GranViewError: the page cannot be drawn, or the file not be written.
        """

    def example(self, request: ExampleRequest) -> "PictureRow | TextCards":
        """The sample, or a unit of it, as a report shows it: what every lane said there, side by side.

        Raises:
            InputError: the sample cannot be read.
            GranViewError: samples of this kind are not shown in reports.
        """
        raise GranViewError(f"Samples of the kind '{request.page.sample.kind}' are not shown in reports.")

    def draws_explanations(self, group: ExplanationGroup) -> bool:
        """Whether what lanes answered is drawn at all, besides its raw values."""
        return False

    def write_explanation(self, path: Path, group: ExplanationGroup, row: ExplanationRow, tools: PageTools) -> None:
        """Write what one lane answered as PNG; only asked where ``draws_explanations`` says so.

        Raises:
            InputError: the sample cannot be read.
            GranViewError: it cannot be drawn, or the file not be written.
        """
        raise NotImplementedError

    def write_explanations(self, path: Path, group: ExplanationGroup, tools: PageTools) -> None:
        """Write what all lanes answered side by side, as ``write_explanation``."""
        raise NotImplementedError


SAMPLE_EXPORTS: Final[Registry[SampleExport]] = Registry(
    "granview.export.sample_kinds", "export of samples of the kind"
)
"""By the name of a kind of samples, what makes its pages."""


def page_suffixes() -> frozenset[str]:
    """How names of files of comparison pages can end."""
    return frozenset(suffix for export in SAMPLE_EXPORTS.all().values() for suffix in export.suffixes)
