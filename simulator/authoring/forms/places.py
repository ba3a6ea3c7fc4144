"""Where an effect happens: a service, or one part of it."""

from simulator.authoring.forms.form import Form, match


def _place(text: str) -> tuple[str, int | None] | None:
    found = match(r"([^/\s](?:[^/]*[^/\s])?)(?:/([1-9]\d?))?", text)
    return (found[1], int(found[2]) if found[2] else None) if found else None


TARGET = Form("a service, or one part of it,", "app or db-shards/3", r"^[^/]+(?:/[1-9]\d?)?$", _place)
