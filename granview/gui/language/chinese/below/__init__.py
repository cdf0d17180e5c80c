"""Sentences of the layers below the window in Simplified Chinese, a table for what they are about.

Errors, hints and notices are written where they are raised, in English. Each has its Chinese here, with the same
places for what it names. ``tests/contracts/test_chinese_below.py`` finds them by syntax, and holds that
none lacks.
"""
