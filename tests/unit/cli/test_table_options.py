"""Columns and headers as the command line takes them."""

from argparse import ArgumentParser, Namespace

import pytest

from granview.cli.table_options import add_table_options, columns_of, header_of
from granview.core.errors import ArgumentError
from granview.io.column_roles import ColumnRoles


def parse(*arguments: str) -> Namespace:
    parser = ArgumentParser()
    add_table_options(parser)
    return parser.parse_args(arguments)


def test_nothing_is_chosen_unless_it_is_said() -> None:
    assert columns_of(parse()) is None
    assert header_of(parse()) is None


def test_columns_are_named_by_role_and_may_hold_equal_signs() -> None:
    options = parse("--columns", "text=a = b", "label=Bewertung", "--columns", "id=n")
    assert columns_of(options) == ColumnRoles(text="a = b", label="Bewertung", id="n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["review"], "'review' chooses no column. Write --columns ROLE=COLUMN"),
        (["=review"], "'=review' chooses no column"),
        (["text=a", "text=b"], "Two columns are chosen as text. There is one: 'a' or 'b'"),
        (["label=a"], "hold no text"),
        (["stars=a"], "No column of a data set can be 'stars'"),
    ],
)
def test_what_chooses_no_column_is_a_bad_argument(arguments: list[str], words: str) -> None:
    with pytest.raises(ArgumentError, match=words):
        columns_of(parse("--columns", *arguments))


@pytest.mark.parametrize(("word", "header"), [("yes", True), ("no", False), ("auto", None)])
def test_a_header_is_there_or_not_or_found_out(word: str, header: bool | None) -> None:
    assert header_of(parse("--header", word)) is header


def test_every_role_is_in_the_help() -> None:
    parser = ArgumentParser()
    add_table_options(parser)
    said = " ".join(parser.format_help().split())
    assert all(f" {role}" in said for role in ColumnRoles.__struct_fields__)
