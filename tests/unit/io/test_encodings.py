import pytest

from granview.core.errors import InputError
from granview.io.encodings import UTF8, decoding_notices, detect

TEXTS = {
    "english": "Plain words, nothing else.",
    "german": "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich.",
    "arabic": "مرحبا بالعالم، هذا نص من اليمين إلى اليسار.",
    "hebrew": "שלום עולם",
    "chinese": "这是一个用来测试编码的中文句子，我们希望它能被正确地识别出来。",
    "japanese": "これは日本語の文章です。",
    "emoji": "👩‍👩‍👧 family 🇩🇪 flag ❤️",
    "combining": "e\u0301 a\u0308\u0323 \u0928\u093f",
    "nul": "before\0after\0",
}
RUSSIAN = "Это довольно длинное русское предложение, которое написано для проверки определения кодировки текста."
KOREAN = "이것은 인코딩을 확인하기 위해 작성된 꽤 긴 한국어 문장입니다. 올바르게 인식되어야 합니다."


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_and_without_a_mark(text: str, codec: str) -> None:
    data = text.encode(codec)
    found = detect(data, "a.txt")
    assert found.decode(data) == text
    assert bool(found.notices("a.txt")) == (codec != "utf-8")


@pytest.mark.parametrize("mark", [b"\xfe\xff", b"\x00\x00\xfe\xff"])
def test_big_endian_marks(mark: bytes) -> None:
    codec = "utf-16-be" if len(mark) == 2 else "utf-32-be"
    data = mark + "wörd 字".encode(codec)
    found = detect(data, "a.txt")
    assert found.decode(data) == "wörd 字"
    assert found.notices("a.txt") == (
        f"a.txt was read as {codec.upper().replace('-B', ' B')}, as its byte order mark says.",
    )


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Plain words.\n", "Übermäßig groß\n", "中文的一个句子。\n" * 20, "Слово за словом\n"])
def test_utf_16_without_a_mark(codec: str, text: str) -> None:
    data = text.encode(codec)
    found = detect(data, "a.txt")
    assert (found.codec, found.guessed) == (codec, True)
    assert found.decode(data) == text


@pytest.mark.parametrize(
    ("text", "codec", "title"),
    [
        (TEXTS["chinese"], "gb18030", "GB18030"),
        ("你好，世界", "gb18030", "GB18030"),
        (f"id,text\n1,{TEXTS['chinese']}\n", "gb18030", "GB18030"),
        (TEXTS["chinese"] + "𠀀 and a rare one", "gb18030", "GB18030"),
        (TEXTS["german"], "latin-1", "Latin-1"),
        ("Café", "latin-1", "Latin-1"),
        ("Il a été créé à l'été, où même les élèves gênés étaient là.", "latin-1", "Latin-1"),
        ("He said “no” – and left…", "cp1252", "Windows-1252"),
        (RUSSIAN, "cp1251", "Windows-1251"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (KOREAN, "euc-kr", "EUC-KR"),
        ("これは文字コードの判定を確かめるための、少し長い日本語の文章です。", "shift-jis", "Shift JIS"),
    ],
)
def test_older_encodings_are_guessed_and_said(text: str, codec: str, title: str) -> None:
    data = text.encode(codec)
    found = detect(data, "a.txt")
    assert found.notices("a.txt") == (f"a.txt was read as {title}; it is not UTF-8.",)
    assert found.decode(data) == text


def test_the_same_when_the_last_character_is_cut() -> None:
    assert detect("überall 字".encode()[:-1], "a.txt", is_cut=True) == UTF8
    assert detect((TEXTS["chinese"] * 9).encode("gb18030")[:-1], "a.txt", is_cut=True).title == "GB18030"


@pytest.mark.parametrize("text", ["lone \ud800 surrogate", "\udfff", "a\0\ud83d", "pair as two: \ud83d\ude00"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_lone_surrogates_are_kept_and_said(text: str, codec: str) -> None:
    data = text.encode(codec, "surrogatepass")
    decoded = detect(data, "a.txt").decode(data)
    assert decoded.encode("utf-16-le", "surrogatepass") == text.encode("utf-16-le", "surrogatepass")
    if codec == "utf-8" or len(text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")) < len(text) - 1:
        assert decoding_notices(detect(data, "a.txt"), data, decoded, "a.txt") == (
            "a.txt holds lone surrogates, which are no characters; they are kept.",
        )


def test_utf_8_with_little_damage_is_utf_8_with_damage() -> None:
    data = ("Straße über Straße\n" * 50).encode() + b"torn \xe4 here\n"
    found = detect(data, "a.txt")
    assert found == UTF8
    assert found.decode(data).endswith("torn \ufffd here\n")
    assert decoding_notices(found, data, found.decode(data), "a.txt") == (
        "a.txt is damaged in 1 place, shown as \ufffd.",
    )


def test_a_replacement_character_that_stands_in_the_file_is_no_damage() -> None:
    data = "shown as \ufffd".encode()
    assert decoding_notices(UTF8, data, UTF8.decode(data), "a.txt") == ()


@pytest.mark.parametrize(
    ("data", "held"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"%PDF-1.4\nall of it ASCII\n", "a PDF"),
        (b"PK\x03\x04\x14\0\0\0", "a ZIP archive"),
        (b"PAR1\x15\0", "a Parquet file"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\xff\xfe", "a program"),
        (bytes(range(256)) * 4, "data of an unknown kind"),
        (bytes(1000), "data of an unknown kind"),
    ],
)
def test_what_is_no_text_is_refused_in_words(data: bytes, held: str) -> None:
    with pytest.raises(InputError, match=f"a.txt is not a text that is read here: it holds {held}"):
        detect(data, "a.txt")


def test_nothing_is_an_empty_text() -> None:
    assert detect(b"", "a.txt") == UTF8
