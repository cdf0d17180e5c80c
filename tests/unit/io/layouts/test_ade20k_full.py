"""The full ADE20K: its pictures are taken, its masks left alone with the reason."""

from pathlib import Path

from tests.helpers.laid_out import known, loaded, put_picture, words_of


def test_pictures_are_taken_and_masks_left_alone_in_words(tmp_path: Path) -> None:
    for split in ("training", "validation"):
        top = tmp_path / "images" / "ADE" / split / "urban" / "street"
        put_picture(top / f"ADE_{split}_1.jpg")
        put_picture(top / f"ADE_{split}_1_seg.png")
        put_picture(top / f"ADE_{split}_1_parts_1.png")
        (top / f"ADE_{split}_1.json").write_text("{}")
    (tmp_path / "index_ade20k.pkl").write_bytes(b"\x80\x04.")
    data_set = known(tmp_path)
    assert (data_set.title, data_set.n_inputs) == ("the full ADE20K", 2)

    samples, problems = loaded(tmp_path)

    assert [Path(sample.path).name for sample in samples] == ["ADE_validation_1.jpg"]
    assert samples[0].reference is None
    words = words_of(problems)
    assert "2 masks (_seg.png) are left alone: they have their classes in two colours by an index that is a" in words
    assert "2 masks of parts are left alone" in words
    assert "2 .json files are left alone: they say of the masks what is not read." in words
