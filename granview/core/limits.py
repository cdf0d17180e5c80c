"""How much text is read, and how much a model is given: one limit for each, whatever the format."""

from typing import Final

MAX_RECORD_CHARS: Final = 10_000_000
"""Characters of one record of a data set: a line, a row, a sentence, an object. A larger one is told and left out."""

MAX_RUN_CHARS: Final = 2_000_000
"""Characters of a text that a model is given, a pair or a question included. A longer one is shown, and not run."""

MAX_RECORDS: Final = 1_000_000
"""So many records of a file become samples; the rest is said to be left out."""

MAX_TEXT_BYTES: Final = 256 << 20
"""So much text of a data set, in UTF-8, becomes samples; and so much of a text file is shown."""

TOO_LONG: Final = f"has more than {MAX_RECORD_CHARS:,} characters, the limit for one record"
"""What is said of a record that is larger, after its name."""
