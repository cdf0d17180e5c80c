import io
import re
import zlib
from collections.abc import Iterator

import pytest

from granview.export.report import document as d
from granview.export.report.pdf.fonts import fonts_for
from granview.export.report.pdf.write_pdf import write_pdf
from tests.helpers.reports import HOSTILE, document_of

ESCAPES = {b"r": b"\r", b"n": b"\n"}
CHINESE = "结论：小模型已足够"


def written(name: str = "unet-small", language: str = "en") -> bytes:
    buffer = io.BytesIO()
    write_pdf(document_of(name, language), buffer)
    return buffer.getvalue()


def texts_of(data: bytes) -> str:
    """What a PDF says, without spaces, by the map from glyphs to characters that each of its fonts has."""
    streams, maps = parts_of(data)
    return "".join(_said(stream, maps) for stream in streams).replace(" ", "")


def parts_of(data: bytes) -> tuple[list[bytes], dict[bytes, dict[int, str]]]:
    """What draws the texts of each page, and by font its map from glyphs to characters."""
    objects = {int(number): body for number, body in re.findall(rb"(\d+) 0 obj\n(.*?)\nendobj", data, flags=re.DOTALL)}
    fonts = {name: objects[int(number)] for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", data)}
    maps = {}
    for name, body in fonts.items():
        (number,) = re.findall(rb"/ToUnicode (\d+) 0 R", body)
        maps[name] = _character_map(_stream(objects[int(number)]))
    streams = map(_stream, objects.values())
    return [stream for stream in streams if b" Tf" in stream and b"BT" in stream], maps


def _stream(body: bytes) -> bytes:
    found = re.search(rb"stream\n(.*)\nendstream", body, flags=re.DOTALL)
    if found is None:
        return b""
    try:
        return zlib.decompress(found[1])
    except zlib.error:
        return found[1]


def _character_map(stream: bytes) -> dict[int, str]:
    pairs = re.findall(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>", stream)
    return {int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in pairs}


TOKENS = rb"/(F\d+) ([\d.]+) Tf|(?<![^\s])(q|Q)(?![^\s])|\(((?:\\.|[^\\)])*)\) Tj"


def _said(stream: bytes, maps: dict[bytes, dict[int, str]]) -> str:
    return "".join(text for text, _ in _shown(stream, maps))


def _shown(stream: bytes, maps: dict[bytes, dict[int, str]]) -> Iterator[tuple[str, float]]:
    """Each text with the size that it is drawn in, by the state that a reader would keep."""
    state: tuple[dict[int, str], float] | None = None
    kept = []
    for name, size, turn, text in re.findall(TOKENS, stream, flags=re.DOTALL):
        if name:
            state = maps[name], float(size)
        elif turn == b"q":
            kept.append(state)
        elif turn == b"Q":
            state = kept.pop()
        else:
            assert state is not None, "a text is drawn in no font"
            raw = re.sub(rb"\\(.)", lambda found: ESCAPES.get(found[1], found[1]), text, flags=re.DOTALL)
            codes = (int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw) - 1, 2))
            yield "".join(state[0].get(code, "") for code in codes), state[1]


def test_a_pdf_has_pages_bookmarks_and_pictures_as_they_were() -> None:
    data = written()
    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") >= 3
    assert b"/Outlines" in data
    assert b"/DCTDecode" in data


def test_its_words_can_be_read_out() -> None:
    assert "unet-small" in texts_of(written())


@pytest.mark.skipif(bool(fonts_for([CHINESE]).missing), reason="no font here has Chinese characters")
def test_chinese_is_drawn_in_a_font_that_has_it() -> None:
    name = f"{CHINESE} unet-small {CHINESE}"
    assert name.replace(" ", "") in texts_of(written(name, "zh-Hans"))


@pytest.mark.skipif(bool(fonts_for([CHINESE]).missing), reason="no font here has Chinese characters")
def test_lines_of_two_scripts_have_one_size_and_no_signs_between_letters() -> None:
    text = (CHINESE + " unet-small ") * 12
    section = d.Section("a", CHINESE, (d.Paragraph(text, "lead"),))
    buffer = io.BytesIO()
    write_pdf(d.ReportDocument("zh-Hans", CHINESE, "", "", (section,), "", CHINESE), buffer)
    streams, maps = parts_of(buffer.getvalue())
    pieces = [piece for stream in streams for piece in _shown(stream, maps)]
    assert {size for said, size in pieces if "unet" in said or "small" in said} == {10.8}
    assert not any("\u200b" in said for said, _ in pieces)


@pytest.mark.skipif(bool(fonts_for([CHINESE]).missing), reason="no font here has Chinese characters")
def test_what_follows_chinese_is_drawn_in_its_own_font() -> None:
    facts = d.Facts(tuple((CHINESE, f"zoo:unet-{n}") for n in range(90)))
    buffer = io.BytesIO()
    sections = (d.Section("facts", CHINESE, (facts,)),)
    write_pdf(d.ReportDocument("zh-Hans", CHINESE, CHINESE, "2026-11-30", sections, CHINESE, CHINESE), buffer)
    text = texts_of(buffer.getvalue())
    assert [n for n in range(90) if f"zoo:unet-{n}" not in text] == []
    assert [n for n in (1, 2) if f"{n}/" not in text] == []


def test_characters_that_no_font_has_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("granview.export.report.pdf.fonts.OTHERS", ())
    found = fonts_for(["a\U0001f9ea"])
    assert found.missing == "\U0001f9ea"
    text = texts_of(written("\U0001f9ea"))
    assert "U+1F9EA" in text
    assert "NotoSans" in text


def test_hostile_names_are_written_as_they_are() -> None:
    assert "<script>alert(1)</script>" in texts_of(written(HOSTILE))


def test_the_same_document_is_the_same_file() -> None:
    assert written() == written()


def test_names_cannot_reorder_what_stands_beside_them() -> None:
    assert "user[U+202E]gnp.exe" in texts_of(written("user\u202egnp.exe"))
