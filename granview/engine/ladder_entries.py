"""The rungs of the catalogue as models that can be given to a lane: what of them is here, and what it takes."""

from collections.abc import Iterable, Iterator

from granview.core.catalogue import Ladder, Rung
from granview.core.model_tasks import with_kin
from granview.engine.catalog import CatalogEntry

CATALOGUE = "Catalogue"
"""The family of models that the catalogue has."""


def ladder_entries(ladders: Iterable[Ladder], known: Iterable[CatalogEntry]) -> list[CatalogEntry]:
    """An entry for each rung, ladder by ladder.

    Args:
        ladders: The catalogue.
        known: Models that are known of otherwise, on this machine or not; what they say of sizes is exact.
    """
    by_source = {_without_revision(entry.source): entry for entry in known}
    return [_entry(rung, by_source.get(rung.source)) for ladder in ladders for rung in ladder.rungs]


def _entry(rung: Rung, known: CatalogEntry | None) -> CatalogEntry:
    is_exact = known is not None and known.weights_mb is not None
    exact = known if is_exact else None
    return CatalogEntry(
        known.source if known is not None and known.local else rung.source,
        rung.title,
        CATALOGUE,
        with_kin(rung.task),
        exact.params if exact and exact.params is not None else rung.params,
        exact.weights_mb if exact else rung.estimated_bytes / 1e6,
        known is not None and known.local,
        ". ".join(_note_parts(rung)),
        ladder=rung.ladder,
        rung=rung.name,
        licence=rung.licence,
        gated=rung.gated,
        is_estimate=exact is None,
    )


def _note_parts(rung: Rung) -> Iterator[str]:
    """What is said about a rung, sentence by sentence, each without its full stop."""
    if rung.classes:
        yield rung.classes[0].upper() + rung.classes[1:]
    if rung.languages:
        yield ", ".join(rung.languages)
    yield f"Licence: {rung.licence or 'unknown'}"
    if rung.gated:
        yield "Gated: its terms must be accepted at the hub first"
    if rung.note:
        yield rung.note.rstrip(".")


def _without_revision(source: str) -> str:
    return source.partition("@")[0] if source.startswith("hf:") else source


def entries_with_ladders(entries: Iterable[CatalogEntry], ladders: Iterable[Ladder]) -> list[CatalogEntry]:
    """What is known of, and after it the rungs of the catalogue."""
    known = list(entries)
    return [*known, *ladder_entries(ladders, known)]
