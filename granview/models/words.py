"""Other libraries' errors, shortened for a sentence."""


def first_line(error: Exception) -> str:
    """The first line of an error's text, without its full stop, at most 300 characters; its type where it has none."""
    text = next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
    return text[:300].rstrip(".")
