"""Pictures in rows through a whole run: scored, failed beside their row, and met again in the session."""

import hashlib
import io
from pathlib import Path

import pytest
from PIL import Image

import granview
from granview.store.session import Session
from tests.helpers.packed_pictures import pictures, rows, save

pytestmark = pytest.mark.slow


def encoded(place: int) -> bytes:
    with io.BytesIO() as file:
        Image.fromarray(pictures(3)[place]).save(file, "PNG")
        return file.getvalue()


def test_a_row_that_cannot_be_decoded_costs_no_other(tmp_path: Path) -> None:
    cells = [{"bytes": encoded(0), "path": None}, {"bytes": b"no picture", "path": None}]
    cells.append({"bytes": encoded(2), "path": "third.png"})
    folder = save(tmp_path / "pets", val=rows(3, image=cells))
    kept = tmp_path / "a.granview"
    with granview.compare("zoo:unet-nano", folder, device="cpu", session=kept) as comparison:
        assert comparison.samples == ("val-00000", "val-00001", "val-00002")
        ((sample, _, words),) = comparison.failures
        assert sample == "val-00001"
        assert words.startswith("data-00000-of-00001.arrow[column=image,row=1] is not an image that is read here")
    with Session.open(kept) as session:
        first, _, third = session.samples()
        assert first.sha256 == hashlib.sha256(encoded(0)).hexdigest()
        assert (third.name, third.size_bytes) == ("val-00002", len(encoded(2)))
    with granview.compare("zoo:unet-nano", folder, device="cpu", session=kept) as again:
        assert again.samples == ("val-00000", "val-00001", "val-00002")
