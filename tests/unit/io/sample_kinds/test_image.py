from pathlib import Path

from granview.core.file_names import UniqueNames
from granview.core.sample import Reference, Sample
from granview.io.sample_kind import SAMPLE_FILES, InputFile, SearchContext
from granview.io.search_events import RefusedReference

IMAGES = SAMPLE_FILES.get("image")
MASKS = [Reference("/m/a.png"), Reference("/m/a_mask.png")]


def test_images_are_told_by_their_first_bytes() -> None:
    assert IMAGES.belongs(b"\x89PNG\r\n\x1a\n", "x", is_cut=False)
    assert not IMAGES.belongs(b"GIF89a", "x", is_cut=False)


def test_each_file_is_a_sample_with_the_one_reference_that_it_has() -> None:
    context = SearchContext(UniqueNames(["a"]))

    found = list(IMAGES.samples(InputFile(Path("/p/a.png"), 7), MASKS[:1], context))

    assert found == [Sample("a-2", "/p/a.png", size_bytes=7, reference=Reference("/m/a.png"))]


def test_of_several_references_none_is_used_and_that_is_said() -> None:
    sample, refused = IMAGES.samples(InputFile(Path("/p/a.png"), 7), MASKS, SearchContext(UniqueNames()))

    assert isinstance(sample, Sample)
    assert sample.reference is None
    assert isinstance(refused, RefusedReference)
    assert "a.png has several references, so none is used: /m/a.png, /m/a_mask.png." in refused.error
