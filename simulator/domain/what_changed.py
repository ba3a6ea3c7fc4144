"""The question of what changed: asked of somebody, of the call, or as a place to look at."""

WHAT_CHANGED = "what changed"


def asks_what_changed(subject: str) -> bool:
    """Whether a topic or a place is the question of what changed."""
    return subject.lower().startswith(WHAT_CHANGED)
