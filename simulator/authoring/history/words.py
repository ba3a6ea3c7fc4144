"""The words of a history: kinds of event, states of a post, also as others say them; free text made plain."""

import re
from collections.abc import Mapping
from html import unescape

from simulator.authoring.problem import harmless
from simulator.domain.doctrine import STATES, UpdateState
from simulator.domain.history import EVENT_KINDS, EventKind

_ALSO: Mapping[EventKind, tuple[str, ...]] = {
    "impact": ("impacted", "began", "start", "started"),
    "alert": ("alerted", "alarm", "detect", "detected"),
    "declare": ("declared", "opened"),
    "severity": ("raised", "lowered"),
    "page": ("paged",),
    "join": ("joined",),
    "assign": ("assigned", "role"),
    "change": ("changed", "deploy", "deployed", "action"),
    "verify": ("verified", "check", "checked"),
    "revert": ("reverted", "undo", "undone"),
    "post": ("posted", "update", "updated", "comms"),
    "mitigated": ("mitigate", "recovered", "stable"),
    "resolved": ("resolve", "closed", "close", "end", "ended"),
    "note": ("noted", "comment", "chat", ""),
}
KINDS: Mapping[str, EventKind] = {
    **{kind: kind for kind in EVENT_KINDS},
    **{word: kind for kind, words in _ALSO.items() for word in words},
}
"""What a kind of event may be called. Without a word it is a note."""

STATUSES: Mapping[str, UpdateState | None] = {
    **{state: state for state in STATES},
    "update": None,
    "scheduled": "investigating",
    "in_progress": "identified",
    "verifying": "monitoring",
    "completed": "resolved",
    "postmortem": None,
}
"""What a status page's update may be in. None: as the one before."""

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")


def plain(text: str) -> str:
    """Free text in one line, without markup or anything that moves a cursor."""
    bare = _TAG.sub(" ", text) if "<" in text else text
    bare = unescape(bare) if "&" in bare else bare
    return " ".join((bare if bare.isprintable() else harmless(bare)).split())
