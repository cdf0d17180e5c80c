"""The layout of Hugging Face's ``datasets`` saved to disk, of pictures: each row's picture is a sample.

Pictures stay where they are until their pixels are needed (see ``granview.io.packed``).
"""

from collections.abc import Iterator, Mapping

from granview.core.errors import InputError
from granview.io.data_set import DataSet, DataSetChoice, Member
from granview.io.folder_names import FolderNames
from granview.io.layout import LAYOUTS, Layout
from granview.io.packed.described_rows import described_rows, members_of_rows
from granview.io.packed.shards import Shards, first_uses
from granview.io.regular_files import refusal_of
from granview.io.saved_datasets import SavedPart, damage_words, evidence_of, missing_words, saved_parts
from granview.io.search_events import Problem

_NAME = "huggingface_pictures"


class HuggingFacePictures(Layout):
    """Splits of rows of pictures in Arrow files."""

    title = "Hugging Face data set of pictures on disk"
    rank = 4
    holds_rows = True

    def recognise(self, folder: FolderNames) -> DataSet | None:
        """A folder with ``dataset_dict.json``, or with ``state.json`` beside Arrow files, with a column of pictures.

        Raises:
            InputError: one of these files cannot be read, or names no Arrow file that is there and can be read.
        """
        saved = saved_parts(folder)
        if not saved:
            return None
        parts = _shards(folder)
        if first_uses(parts) is None:
            _refuse_damaged(saved)
            return None
        words = missing_words([name for part in parts for name in part.missing])
        notes = [*([words] if words else []), *damage_words(saved.values())]
        return described_rows(_NAME, self.title, folder, evidence_of(saved), parts, notes)

    def members(self, data_set: DataSet, choice: DataSetChoice) -> Iterator[Member | Problem]:
        """The pictures of the chosen splits."""
        yield from members_of_rows(data_set, choice, _shards(FolderNames(data_set.root)))


LAYOUTS.register(_NAME)(HuggingFacePictures())


def _refuse_damaged(saved: Mapping[str, SavedPart]) -> None:
    """Where a data set is said to hold pictures, and no file says so, its files are damaged."""
    for part in saved.values():
        kinds = [each.get("_type") for each in part.features.values() if isinstance(each, dict)]
        if "Image" in kinds and part.files:
            if refusal := refusal_of(part.files[0]):
                raise refusal
            words = (
                f"No Arrow file of {part.folder.path.name} can be read, such as {part.files[0].name}: it is damaged."
            )
            raise InputError(words, "Copy it again, or save it again with save_to_disk.")


def _shards(folder: FolderNames) -> list[Shards]:
    return [Shards(name, part.files, part.missing) for name, part in saved_parts(folder).items()]
