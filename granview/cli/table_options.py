"""The options of ``granview run`` that say how tables of texts are read: their columns, and their first row."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from granview.io.column_roles import ColumnRoles

_HEADERS: Final[dict[str, bool | None]] = {"auto": None, "yes": True, "no": False}


def add_table_options(parser: ArgumentParser) -> None:
    """Add the group of options."""
    group = parser.add_argument_group("tables of texts, or of files with texts (CSV, TSV, JSON, JSONL, Parquet)")
    group.add_argument(
        "--columns",
        action="extend",
        nargs="+",
        default=[],
        metavar="ROLE=COLUMN",
        help="which column is what, such as text=review label=mood; roles: text, pair, messages, question, context, "
        "label, label_name, tokens, tags, entities, target, answers, cases, grain, id; where each row names a file, "
        "such as a picture: file, second, phrase, reference (default: guessed, and said)",
    )
    group.add_argument(
        "--header",
        choices=tuple(_HEADERS),
        default="auto",
        help="whether the first row of a CSV or TSV file holds the names of its columns (default: %(default)s)",
    )


def columns_of(options: Namespace) -> "ColumnRoles | None":
    """The columns that were chosen; None where they are to be guessed.

    Raises:
        ArgumentError: one has no meaning, a role comes twice, or none is the text.
    """
    from granview.core.errors import ArgumentError
    from granview.io.column_roles import chosen_columns

    if not options.columns:
        return None
    columns: dict[str, str] = {}
    for text in options.columns:
        role, equals, column = text.partition("=")
        if not equals or not role:
            raise ArgumentError(f"'{text}' chooses no column.", "Write --columns ROLE=COLUMN, such as text=review.")
        if role in columns:
            raise ArgumentError(f"Two columns are chosen as {role}.", f"There is one: '{columns[role]}' or '{column}'.")
        columns[role] = column
    return chosen_columns(columns)


def header_of(options: Namespace) -> bool | None:
    """Whether the first row names the columns; None to find out."""
    return _HEADERS[options.header]
