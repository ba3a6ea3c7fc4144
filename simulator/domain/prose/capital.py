"""How a sentence begins."""


def capital(text: str) -> str:
    """A text as the beginning of a sentence: `the database` is `The database`."""
    return text[:1].upper() + text[1:]
