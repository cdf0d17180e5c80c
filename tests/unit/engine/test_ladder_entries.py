from granview.engine.catalog import CatalogEntry
from granview.engine.ladder_entries import CATALOGUE, ladder_entries
from granview.io.catalogue_file import read_catalogue

LADDERS = [ladder for ladder in read_catalogue() if ladder.name in ("segformer-ade", "gemma3")]
B0 = "hf:nvidia/segformer-b0-finetuned-ade-512-512"


def entries(*known):
    return {(entry.ladder, entry.rung): entry for entry in ladder_entries(LADDERS, known)}


def test_a_rung_that_is_not_here_is_told_by_what_the_catalogue_estimates():
    entry = entries()["segformer-ade", "b0"]
    assert (entry.source, entry.family, entry.local, entry.is_estimate) == (B0, CATALOGUE, False, True)
    assert (entry.params, entry.weights_mb, entry.tasks[0]) == (3_800_000, 15.2, "image-segmentation")
    assert "150 classes of ADE20K. Licence: other. NVIDIA's" in entry.note


def test_a_rung_that_is_here_is_told_by_what_is_here():
    known = CatalogEntry(f"{B0}@c0ffee", "b0", "Hugging Face", ("image-segmentation",), 3_752_694, 15.012, True)
    entry = entries(known)["segformer-ade", "b0"]
    assert (entry.source, entry.local, entry.is_estimate) == (f"{B0}@c0ffee", True, False)
    assert (entry.params, entry.weights_mb) == (3_752_694, 15.012)


def test_terms_that_must_be_accepted_are_told():
    gated = entries()["gemma3", "270m"]
    assert gated.gated
    assert "Gated: its terms must be accepted at the hub first" in gated.note
