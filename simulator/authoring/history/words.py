"""The words of a history: kinds of event, states of a post, also as others say them; free text made plain."""

import re
from collections.abc import Mapping
from html import unescape
from typing import get_args

from simulator.authoring.problem import harmless
from simulator.domain.doctrine import STATES, UpdateState
from simulator.domain.fact import Result
from simulator.domain.history import EVENT_KINDS, STAGES, EventKind, EventState

_ALSO: Mapping[EventKind, tuple[str, ...]] = {
    "impact": ("impacted", "began", "start", "started"),
    "alert": ("alerted", "alarm", "detect", "detected"),
    "declare": ("declared", "opened"),
    "severity": ("raised", "lowered"),
    "page": ("paged",),
    "join": ("joined",),
    "leave": ("left",),
    "assign": ("assigned", "role"),
    "handover": ("hand-over", "handoff", "hand-off", "handed over"),
    "task": ("tasked", "asked to"),
    "ask": ("asked", "question"),
    "brief": ("briefed", "sitrep", "summary"),
    "decide": ("decided", "decision"),
    "change": ("changed", "deploy", "deployed", "action"),
    "verify": ("verified", "check", "checked"),
    "revert": ("reverted", "undo", "undone"),
    "post": ("posted", "update", "updated", "comms"),
    "mitigated": ("mitigate", "recovered", "stable"),
    "resolved": ("resolve", "closed", "close", "end", "ended"),
    "follow-up": ("followup", "follow up", "action item"),
    "review": ("post-mortem", "retrospective"),
    "stand-down": ("stood down", "stand down", "let go"),
    "note": ("noted", "comment", "chat", ""),
}
KINDS: Mapping[str, EventKind] = {
    **{kind: kind for kind in EVENT_KINDS},
    **{word: kind for kind, words in _ALSO.items() for word in words},
}
"""What a kind of event may be called. Without a word it is a note."""
ALL = "everything"
"""What a writer says whose timeline holds all that happened."""

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

PAST: Mapping[str, EventState] = {stage: stage for stage in STAGES} | {
    "start": "started", "begun": "started", "ordered": "started", "made": "done", "finished": "done",
    "fail": "failed",
}  # fmt: skip
"""How far a change, its undoing or a task was."""
TOLD: Mapping[str, EventState] = {result: result for result in get_args(Result)}
"""What a verification said."""


def states(kind: EventKind | None) -> Mapping[str, EventState | None]:
    """The states that an event of a kind may be in, as they may be written; all, of a kind nobody knows."""
    if kind in ("change", "revert", "task"):
        return PAST
    return TOLD if kind == "verify" else STATUSES


_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")


def plain(text: str) -> str:
    """Free text in one line, without markup or anything that moves a cursor."""
    bare = _TAG.sub(" ", text) if "<" in text else text
    bare = unescape(bare) if "&" in bare else bare
    return " ".join((bare if bare.isprintable() else harmless(bare)).split())
