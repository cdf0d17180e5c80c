"""Which reader a data set needs, by its name, and by its content where the name says nothing."""

from pathlib import Path
from typing import Final

from granview.io.datasets.conll import is_conll, read_conll
from granview.io.datasets.delimited import read_csv, read_tsv
from granview.io.datasets.json_rows import read_json, read_json_lines
from granview.io.datasets.line_file import LineFile
from granview.io.datasets.parquet import read_parquet
from granview.io.datasets.row_items import Reader

_CSV: Final = Reader("line", read_csv, read_csv)
_TSV: Final = Reader("line", read_tsv, read_tsv)
_JSON: Final = Reader("record", read_json)
_JSON_LINES: Final = Reader("line", read_json_lines)
_PARQUET: Final = Reader("row", read_parquet)
_CONLL: Final = Reader("sentence", read_conll)

READERS: Final[dict[str, Reader]] = {
    ".csv": _CSV,
    ".tsv": _TSV,
    ".tab": _TSV,
    ".json": _JSON,
    ".jsonl": _JSON_LINES,
    ".ndjson": _JSON_LINES,
    ".parquet": _PARQUET,
    ".pq": _PARQUET,
    ".conll": _CONLL,
    ".conll03": _CONLL,
    ".iob": _CONLL,
    ".iob1": _CONLL,
    ".iob2": _CONLL,
    ".bio": _CONLL,
    ".bioes": _CONLL,
    ".bilou": _CONLL,
}
"""By lower-case suffix."""

_SNIFF_BYTES: Final = 1 << 16
_PROSE: Final = frozenset({".md", ".markdown", ".rst"})


def reader_for(path: Path) -> Reader | None:
    """The reader of a data set; None where the file is one text.

    Raises:
        InputError: a file that is no data set by its name cannot be read, or is not a text.
    """
    known = READERS.get(path.suffix.lower())
    if known is not None:
        return known
    head = LineFile(path, _SNIFF_BYTES).head(_SNIFF_BYTES // 4)
    return _CONLL if path.suffix.lower() not in _PROSE and is_conll(head) else None
