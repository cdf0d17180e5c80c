from granview.gui.language.mnemonics import without_mnemonic


def test_the_letter_goes_whether_it_stands_in_the_text_or_behind_it() -> None:
    assert without_mnemonic("&Run") == "Run"
    assert without_mnemonic("Save session &as…") == "Save session as…"
    assert without_mnemonic("运行(&R)") == "运行"
    assert without_mnemonic("导出(&E)…") == "导出…"
