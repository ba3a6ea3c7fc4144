"""Free text: kept as it was typed, but for what a single line cannot hold."""

_OPEN, _CLOSE = "\u201c", "\u201d"
_CURLY = str.maketrans({_OPEN: '"', _CLOSE: '"'})
_LEADING = " :;,"
MOST = 60
"""Letters of what was typed that an answer quotes."""


def tidy(text: str) -> str:
    """One line of printable text with plain double quotes."""
    if not text.isprintable():
        text = "".join([mark if mark.isprintable() else " " for mark in text])
    if not text.isascii():
        text = text.translate(_CURLY)
    return " ".join(text.split())


def unquoted(text: str) -> str:
    """The text of a slot that was typed without quotes, or with quotes around all of it."""
    bare = tidy(text).lstrip(_LEADING).removeprefix("- ")
    if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "\"'" and bare[0] not in bare[1:-1]:
        return bare[1:-1].strip()
    return bare


def quote(text: str) -> str:
    """The text in quotes that it does not hold itself, so that it can be read back."""
    held = tidy(text)
    return f"{_OPEN}{held}{_CLOSE}" if '"' in held else f'"{held}"'


def excerpt(text: str) -> str:
    """What was typed, short enough to be quoted in an answer."""
    shown = tidy(text)
    return f"'{shown}'" if len(shown) <= MOST else f"'{shown[: MOST - 3].rstrip()}...'"
