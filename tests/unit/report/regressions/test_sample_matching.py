from msgspec.structs import replace

from granview.core.sample import Reference, Sample
from granview.core.text import TextInput
from granview.report.regressions.sample_matching import match_samples


def picture(name: str, sha256: str | None = None, folder: str = "/a", reference: str | None = None) -> Sample:
    known = None if reference is None else Reference(f"{folder}/{name}_mask.png", reference)
    return Sample(name, f"{folder}/{name}.png", sha256, reference=known)


def pairs(matches: object) -> list[tuple[str, str]]:
    return [(ours.name, theirs.name) for ours, theirs in matches]  # type: ignore[attr-defined]


def test_equal_contents_match_wherever_they_lie_and_whatever_they_are_called() -> None:
    found = match_samples([picture("one", "11"), picture("two", "22")], [picture("zwei", "22", "/b")])
    assert pairs(found.pairs) == [("two", "zwei")]
    assert (found.only_a, found.only_b) == (("one",), ())


def test_without_hashes_files_match_by_their_place_then_by_their_name() -> None:
    a = [picture("one"), picture("two")]
    b = [replace(picture("other"), path="/a/one.png"), picture("two", folder="/b")]
    assert pairs(match_samples(a, b).pairs) == [("one", "other"), ("two", "two")]


def test_copies_of_one_file_match_by_name() -> None:
    a = [picture("one", "11"), picture("copy", "11")]
    b = [picture("copy", "11", "/b"), picture("one", "11", "/b")]
    assert pairs(match_samples(a, b).pairs) == [("one", "one"), ("copy", "copy")]


def test_a_file_whose_content_changed_is_left_out_and_named() -> None:
    found = match_samples([picture("one", "11")], [picture("one", "99")])
    assert found.pairs == ()
    assert pairs(found.changed) == [("one", "one")]


def test_a_sample_of_another_reference_is_left_out_and_named() -> None:
    with_one = [picture("one", "11", reference="aa"), picture("two", "22", reference="aa")]
    other = [picture("one", "11", reference="bb"), picture("two", "22")]
    found = match_samples(with_one, other)
    assert found.pairs == ()
    assert pairs(found.other_reference) == [("one", "one"), ("two", "two")]


def test_texts_match_to_the_letter_though_their_file_changed() -> None:
    a = [Sample("r1", "/a/t.csv", "11", kind="text", record=0, text=TextInput("Good."))]
    b = [
        Sample("r1", "/a/t.csv", "99", kind="text", record=0, text=TextInput("New.")),
        Sample("r2", "/a/t.csv", "99", kind="text", record=1, text=TextInput("Good.")),
    ]
    found = match_samples(a, b)
    assert pairs(found.pairs) == [("r1", "r2")]
    assert found.only_b == ("r1",)
