"""Images: pictures at their native size, with predictions and heat maps drawn over them."""

from pathlib import Path

from granview.export.explanation_groups import ExplanationGroup
from granview.export.heat_map_pages import write_heat_map, write_heat_map_page
from granview.export.layout import lay_out
from granview.export.page_formats import PAGE_WRITERS
from granview.export.page_request import PageRequest, PageTools
from granview.export.picture_page import picture_page
from granview.export.report.document import PictureRow
from granview.export.report.example_pictures import picture_example
from granview.export.report.example_request import ExampleRequest
from granview.export.sample_export import SAMPLE_EXPORTS, SampleExport
from granview.io.atomic_write import atomic_write
from granview.store.rows import ExplanationRow


class ImageExport(SampleExport):
    """Pages of one row of pictures."""

    suffixes = tuple(PAGE_WRITERS)

    def write_page(self, request: PageRequest, path: Path) -> None:
        """The picture, its reference and what lanes said, side by side."""
        page = lay_out(picture_page(request))
        with atomic_write(path) as file:
            PAGE_WRITERS[path.suffix.lower()](page, file)

    def example(self, request: ExampleRequest) -> PictureRow:
        """The unit cut out, with outlines of what each lane said."""
        return picture_example(request)

    def draws_explanations(self, group: ExplanationGroup) -> bool:
        """Whether every answer is a map over the picture."""
        return group.over_image

    def write_explanation(self, path: Path, group: ExplanationGroup, row: ExplanationRow, _tools: PageTools) -> None:
        """The picture under the heat map, at its own size."""
        write_heat_map(path, group, row)

    def write_explanations(self, path: Path, group: ExplanationGroup, _tools: PageTools) -> None:
        """The picture under each lane's heat map, with its numbers."""
        write_heat_map_page(path, group)


SAMPLE_EXPORTS.register("image")(ImageExport())
