"""Run when it is installed: names the libraries that the window needs and this system lacks, and their packages."""

import sys

from granview.cli.system_libraries import missing_libraries, missing_words

if __name__ == "__main__":
    missing = missing_libraries()
    if missing:
        sys.exit(missing_words(missing))
