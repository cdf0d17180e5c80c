from msgspec.structs import replace

from granview.core.sample import Part, Sample
from granview.core.text import TextInput
from granview.report.copies import content_of, count_copies


def text(name: str, words: str, question: str = "") -> Sample:
    parts = (Part("question", "text", text=TextInput.of(question)),) if question else ()
    return Sample(name, "", kind="text", text=TextInput.of(words), parts=parts)


def test_files_of_equal_bytes_are_copies_and_those_that_nobody_has_read_are_not() -> None:
    one, other, unread = Sample("a", "/a.png", "ab"), Sample("b", "/b.png", "ab"), Sample("c", "/c.png")
    assert count_copies([one, other, replace(one, name="d"), unread, replace(unread, name="e")]) == 2
    assert content_of(unread) is None


def test_pages_of_a_file_and_other_questions_about_a_text_are_none() -> None:
    pages = [Sample(f"p{i}", "/a.tif", "ab", record=i) for i in range(3)]
    assert count_copies(pages) == 0
    assert count_copies([text("a", "so so", "Who?"), text("b", "so so", "Why?"), text("c", "so so")]) == 0
    assert count_copies([text("a", "so so", "Who?"), text("b", "so so", "Who?"), text("c", "so")]) == 1
