"""The question of what changed: asked of somebody, of the call, or as a place to look at."""

from typing import Final

WHAT_CHANGED: Final = "what changed"
QUICK = ("options", WHAT_CHANGED)
"""The topics of whoever asks what could be done quickly: what can be had, and what may be taken back."""


def asks_what_changed(subject: str) -> bool:
    """Whether a topic or a place is the question of what changed."""
    return subject.lower().startswith(WHAT_CHANGED)
