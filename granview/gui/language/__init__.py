"""The language of the window: translations, words from below the window, numbers and dates."""
