"""What may have been meant by a name that is not there."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

_NEAR: Final = 3
_LISTED: Final = 40


def near_names(wanted: str, known: Iterable[str]) -> list[str]:
    """Up to three names that are spelt alike, whatever their case, the nearest first."""
    by_letters = {name.casefold(): name for name in known}
    return [by_letters[letters] for letters in get_close_matches(wanted.casefold(), by_letters, _NEAR)]


def there_are(wanted: str, known: Iterable[str]) -> str:
    """A hint for a name that is not there: the names that are near it, then those that there are."""
    names = list(dict.fromkeys(known))
    if not names:
        return "There are none."
    near = near_names(wanted, names)
    more = f", … ({len(names)} in all)" if len(names) > _LISTED else ""
    meant = f"Did you mean {' or '.join(near)}? " if near else ""
    return f"{meant}There are: {', '.join(names[:_LISTED])}{more}."
