"""What nothing is read from is told by sort and reason."""

from pathlib import Path

from granview.io.data_set import Leftover
from granview.io.leftovers import counted, example_of, in_words, leftovers_of
from granview.io.search_events import Notice, Problem, RefusedReference


def _of(sort: str, n: int, reason: str = "Nobody reads them.") -> Problem:
    return Problem(Path("/x"), "…", unused=(Leftover(sort, n, Path("/x/a"), reason),))


def test_one_sort_with_one_reason_is_one_entry_and_the_most_frequent_comes_first() -> None:
    problems = [_of("captions", 1), _of(".xml files", 3), _of(".xml files", 2), _of(".xml files", 1, "They are empty.")]
    assert [(each.sort, each.n) for each in leftovers_of(problems)] == [
        (".xml files", 5), ("captions", 1), (".xml files", 1),
    ]  # fmt: skip


def test_a_problem_of_one_file_is_one_and_a_notice_none() -> None:
    problems = [
        Problem(Path("/a"), "a is damaged."),
        Notice(Path("/b"), "b is old."),
        RefusedReference(Path("/c"), "c."),
    ]
    found = leftovers_of(problems)
    assert [(each.sort, each.n, each.reason) for each in found] == [
        ("files that cannot be used", 1, "a is damaged."), ("references that cannot be used", 1, "c."),
    ]  # fmt: skip


def test_counts_are_said_in_one_line() -> None:
    problems = [_of(f".{name} files", n) for n, name in enumerate("abcdef", 1)]
    assert in_words(leftovers_of(problems)) == "6 .f files, 5 .e files, 4 .d files, 3 .c files, 3 more"
    assert counted("files that cannot be used", 1) == "1 file that cannot be used"
    assert counted(".xml files", 1) == "1 .xml file"
    assert counted("captions", 1200) == "1,200 captions"


def test_an_example_is_named_from_its_folder() -> None:
    left = Leftover("captions", 1, Path("/top/a/b.json"), "")
    assert example_of(left, Path("/top")) == str(Path("a/b.json"))
    assert example_of(left, Path("/other")) == str(Path("/top/a/b.json"))
