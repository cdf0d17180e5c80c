"""The window's strings and their translations: none escapes, none is missing, and each keeps its places."""

import re
import string
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from translatable_strings import Opaque, Source, read_sources
from translations import FORMS, GUI, TRANSLATIONS, build_translations, current, parts
from ts_files import Translated, read_ts, ts_text
from visible_literals import visible_literals

DECLARED_ELSEWHERE = {
    "commands/file_commands.py": "galleries, by the tables of sample kinds",
    "cost/cost_report.py": "costs, declared in the report",
    "dialogs/mask_values.py": "doubts of the reader of masks",
    "dialogs/model_words.py": "families and what describes them",
    "dialogs/task_params.py": "parameters of tasks",
    "dialogs/typed_source.py": "what the tasks of a source are told by",
    "disagreement/queue_columns.py": "scores of tasks",
    "grain/grain_sentences.py": "patterns of one table",
    "grain/panel.py": "scores of tasks",
    "metrics/cells.py": "why there is no interval",
    "language/below.py": "what the lower layers say",
    "model/number_filter.py": "marked translatable",
    "model/view_option.py": "marked translatable",
    "start/start_page.py": "galleries, by the tables of sample kinds",
    "variants/variant_cells.py": "words of variants",
    "verdict/statement_tips.py": "estimands and metrics",
    "widgets/metric_cells.py": "metrics and costs",
}
"""Files that translate what is declared elsewhere, and what that is: the one list of strings that are no literals."""

EVERY_FILE = sorted(GUI.rglob("*.py"))


def test_a_string_is_read_with_its_context_and_its_plural(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text(
        'class Panel(QWidget):\n    def show(self, n):\n        tr = self.tr\n        tr("One")\n'
        '        self.tr("%n units", "", n)\n        painter.translate(3, 4)\n'
        'translate("Words", "Two")\ntranslatable("Words", "Three")\ntranslate("Words", name)\n'
    )

    sources, opaque = read_sources([file])

    expected = {Source("Panel", "One"), Source("Panel", "%n units", True), Source("Words", "Two")}
    assert sources == expected | {Source("Words", "Three")}
    assert opaque == [Opaque(file.as_posix(), 9, "translate('Words', name)")]


def test_words_that_no_translation_reaches_are_found(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text(
        'label.setText("Units")\nlabel.setText(f"{n} units")\nlabel.setText("–")\nbox.addItem(words, "key")\n'
    )

    assert [each.line for each in visible_literals([file])] == [1, 2]


def test_files_are_read_as_they_were_written(tmp_path: Path) -> None:
    known = {
        Source("A", "One & <two>"): Translated(("一",)),
        Source("A", "%n units", True): Translated(("%n 个单元",)),
        Source("B", "Three\nlines"): Translated(("",)),
    }
    path = tmp_path / "a.ts"
    path.write_text(ts_text("zh_CN", known), encoding="utf-8")

    assert read_ts(path) == known


def test_words_that_moved_keep_their_translation() -> None:
    known = {Source("A", "One"): Translated(("一",)), Source("A", "Gone"): Translated(("无",))}

    assert current("zh_CN", {Source("B", "One"), Source("B", "New")}, known) == {
        Source("B", "One"): Translated(("一",)),
        Source("B", "New"): Translated(("",)),
    }


def test_no_string_escapes_the_translation() -> None:
    _, opaque = read_sources(EVERY_FILE)
    assert {each.file.removeprefix(f"{GUI.as_posix()}/") for each in opaque} == set(DECLARED_ELSEWHERE)
    assert visible_literals(EVERY_FILE) == []


def test_qt_reads_no_string_that_is_not_read_here(tmp_path: Path) -> None:
    import PySide6

    tool = Path(PySide6.__file__).parent / ("lupdate.exe" if sys.platform == "win32" else "lupdate")
    target = tmp_path / "all.ts"
    command = [str(tool), "-silent", *map(str, EVERY_FILE), "-ts", str(target)]
    subprocess.run(command, check=True, capture_output=True)
    by_qt = {message.findtext("source", "") for message in ElementTree.parse(target).iter("message")}
    assert by_qt
    assert by_qt - {source.text for source in read_sources(EVERY_FILE)[0]} == set()


@pytest.mark.parametrize("language", FORMS)
def test_every_string_is_translated_and_keeps_its_places(language: str) -> None:
    wanted = {
        name: {source for source in read_sources(files)[0] if source.is_plural or language != "en"}
        for name, files in parts().items()
    }
    found = {path.stem: read_ts(path) for path in (TRANSLATIONS / language).glob("*.ts")}
    assert {name: set(each) for name, each in found.items()} == {name: each for name, each in wanted.items() if each}
    for name, translations in found.items():
        for source, translated in translations.items():
            assert translated.is_finished, f"{name}.ts: {source.text!r} has no translation; see CONTRIBUTING.md"
            assert len(translated.forms) == (FORMS[language] if source.is_plural else 1)
            for form in translated.forms:
                assert _places(form) <= _places(source.text), source
                assert _places(source.text) - _places(form) <= ({"%n"} if source.is_plural else set()), source
                assert source.text.count("\n") == form.count("\n"), source


def test_qt_can_load_what_is_built() -> None:
    from PySide6.QtCore import QTranslator

    for path in build_translations():
        assert QTranslator().load(str(path))
    translator = QTranslator()
    assert translator.load(str(TRANSLATIONS / "zh_CN.qm"))
    assert translator.translate("MetricsPanel", "Metrics") == "指标"


def _places(text: str) -> set[str]:
    named = {f"{name}:{form}" for _, name, form, _ in string.Formatter().parse(text) if name}
    return named | set(re.findall(r"%n", text))
