"""The languages of models that translate between many, as their tokenizers name them: mBART, NLLB, M2M-100."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from itertools import chain
from typing import Any, Final

from granview.core.errors import InputError

_CODE: Final = re.compile(r"[a-z]{2,3}_[A-Z][A-Za-z]{1,3}")
"""Such as ``eng_Latn`` and ``en_XX``, which are special tokens of tokenizers that keep no table of languages."""

_NEAR: Final = 5
_LETTERS: Final = 2


def languages_of(tokenizer: Any) -> dict[str, int]:
    """The token of each language that a tokenizer knows, by the language's code; empty for those that know none."""
    if not hasattr(tokenizer, "src_lang"):
        return {}
    table: Mapping[str, int] | None = getattr(tokenizer, "lang_code_to_id", None)
    if table is None:
        special = {str(token) for token in tokenizer.all_special_tokens if _CODE.fullmatch(str(token))}
        table = {code: int(tokenizer.convert_tokens_to_ids(code)) for code in sorted(special)}
    return {code: token for code, token in table.items() if token != tokenizer.unk_token_id}


def language_token(code: str, languages: Mapping[str, int], what: str) -> int:
    """The token of a language.

    Args:
        code: Its code.
        languages: As ``languages_of`` gives them.
        what: The parameter that says so.

    Raises:
        InputError: the model does not know it.
    """
    if code in languages:
        return languages[code]
    near = ", ".join(near_codes(code, languages))
    raise InputError(
        f"{what} is '{code}', which is none of the model's {len(languages)} languages.",
        f"Near ones: {near}." if near else f"There are: {', '.join(sorted(languages))}.",
    )


def near_codes(code: str, languages: Iterable[str]) -> list[str]:
    """Some codes that may have been meant: those that begin alike, then those that are spelt alike."""
    known = {each.lower(): each for each in sorted(languages)}
    wanted = code.strip().lower()
    alike = [each for each in known if each.startswith(wanted[:_LETTERS])]
    best = sorted(alike, key=lambda each: (not each.startswith(wanted.split("_")[0]), each))
    spelt = get_close_matches(wanted, known, _NEAR)
    return [known[each] for each in dict.fromkeys(chain(best, spelt))][:_NEAR]
