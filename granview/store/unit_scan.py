"""The units of many results in one pass over the file: what a column-wise reader is made of."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from granview.core.labels import LabelSet
from granview.core.unit import PackedUnits, UnitTable, unpack_units
from granview.store.cell_decoding import Damaged, checked_cell, from_blob, from_json, unpacked
from granview.store.damage_log import DamageLog
from granview.store.present import PRESENT

_packed: msgspec.msgpack.Decoder[PackedUnits] = msgspec.msgpack.Decoder(PackedUnits)

_KEYS: Final = f"""
SELECT r.id, s.name, l.name, r.run_id, r.request_id, r.reference_labels_id
FROM units u JOIN results r ON r.id = u.result_id
JOIN samples s ON s.id = r.sample_id JOIN lanes l ON l.id = r.lane_id
WHERE {PRESENT}
ORDER BY r.sample_id, r.lane_id"""

_TABLES: Final = """
SELECT u.result_id, u.data FROM json_each(?) wanted JOIN units u ON u.result_id = wanted.value"""


class UnitKey(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """Which units there are of a sample and a lane; equal keys of one session stand for equal units.

    Attributes:
        result_id: The result's row.
        sample: The sample's name.
        lane: The lane's name.
        run_id: The run that it belongs to.
        request_id: The request that it answers; grows within a run.
        labels_id: The text of the label set that ``class_id`` counts; None without classes.
    """

    result_id: int
    sample: str
    lane: str
    run_id: int
    request_id: int
    labels_id: int | None = None


def read_unit_keys(connection: sqlite3.Connection, damage_log: DamageLog) -> list[UnitKey]:
    """Keys of all results that have units, in sample order, then lane order."""
    found = []
    for row in connection.execute(_KEYS):
        try:
            found.append(checked_cell(row, UnitKey, "a result"))
        except Damaged:
            damage_log.note("a result")
    return found


def read_unit_tables(
    connection: sqlite3.Connection, keys: Sequence[UnitKey], damage_log: DamageLog
) -> Iterator[tuple[UnitKey, UnitTable]]:
    """The units of some keys, in one scan; damaged ones are left out and noted."""
    by_id = {key.result_id: key for key in keys}
    for result_id, data in connection.execute(_TABLES, (msgspec.json.encode(list(by_id)).decode(),)):
        key = by_id[result_id]
        what = f"the list of units of {key.lane} for {key.sample}"
        try:
            yield key, unpacked(from_blob(data, _packed, what), unpack_units, what)
        except Damaged:
            damage_log.note(what)


def read_label_names(connection: sqlite3.Connection, labels_id: int) -> tuple[str, ...]:
    """The names of the classes of a stored label set; empty where it is damaged or gone."""
    row = connection.execute("SELECT data FROM documents WHERE id = ?", (labels_id,)).fetchone()
    try:
        return () if row is None else from_json(row[0], LabelSet, "a list of classes").names
    except Damaged:
        return ()
