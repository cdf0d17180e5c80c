"""Tool tips that show words as they are written."""

from html import escape


def plain_tip(text: str) -> str:
    """A text for ``setToolTip``: Qt takes what looks like HTML for HTML, and file names and texts may look so."""
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>' if "<" in text or "&" in text else text
