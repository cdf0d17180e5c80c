"""How files and folders of pictures and masks are called, as layouts look for them."""

from functools import lru_cache

from granview.io.reference_format import REFERENCE_FORMATS
from granview.io.sample_kind import SAMPLE_FILES


@lru_cache(maxsize=1)
def picture_suffixes() -> tuple[str, ...]:
    """Endings of pictures that are read, in lower case."""
    kinds = SAMPLE_FILES.all().values()
    return tuple(sorted(suffix for files in kinds if files.is_picture for suffix in files.suffixes))


@lru_cache(maxsize=1)
def picture_folders() -> tuple[str, ...]:
    """Names, case-folded, of folders that hold pictures beside a folder of references, the preferred ones first."""
    kinds = SAMPLE_FILES.all().values()
    return tuple(name for files in kinds if files.is_picture for name in files.folders)


@lru_cache(maxsize=1)
def mask_suffixes() -> tuple[str, ...]:
    """Endings of files whose values may be classes, in lower case."""
    formats = REFERENCE_FORMATS.all().values()
    return tuple(sorted({suffix for known in formats if known.has_mask_values for suffix in known.suffixes}))
