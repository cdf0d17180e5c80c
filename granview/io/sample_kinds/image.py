"""Image files: each is one sample; its reference is another file of the same name or a like one."""

from typing import Final

from granview.io.file_formats import READABLE, image_format
from granview.io.sample_kind import SAMPLE_FILES, SampleFiles

IMAGE_SUFFIXES: Final = frozenset(
    {".png", ".apng", ".jpg", ".jpeg", ".jpe", ".jfif", ".tif", ".tiff", ".bmp", ".dib", ".webp"}
)
"""Lower-case suffixes of the formats that are read."""


class ImageFiles(SampleFiles):
    """Images."""

    kind = "image"
    noun = "an image"
    readable = READABLE
    suffixes = IMAGE_SUFFIXES
    folders = ("images", "image", "img", "imgs", "inputs", "input", "leftimg8bit", "jpegimages")
    is_picture = True
    no_reference = ("is no reference: its format changes values.", "Save it as PNG.")

    def belongs(self, head: bytes, name: str, is_cut: bool) -> bool:
        """Whether a file begins as images do."""
        return image_format(head) is not None


SAMPLE_FILES.register("image")(ImageFiles())
