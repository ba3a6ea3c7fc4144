"""Free words in the letters that every rule reads them in: `don't` has one apostrophe, however it was typed.

Phones and macOS type a curly one. What was typed is kept and shown as it is; only who reads it for its
meaning reads it like this.
"""

_STRAIGHT = str.maketrans(dict.fromkeys("\u2019\u2018\u02bc\u00b4\uff07", "'"))


def plain(text: str) -> str:
    """The same text, letter for letter: a place in it is a place in what was typed."""
    return text if text.isascii() else text.translate(_STRAIGHT)
