"""What somebody is told of their words at once, below the box: taken, waiting, refused, or not understood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from simulator.domain.command import Help, Skip, Wait
from simulator.exercise import Receipt
from simulator.grammar import VERBS
from simulator.room.forms import may
from simulator.room.unheard import unheard

if TYPE_CHECKING:
    from simulator.room.room import Room

NOT_HERE = "Time runs for all of you here. Only the facilitator lets it pass at once."
BEGIN = "; to talk to the others, begin with say."
"""What the grammar advises in a terminal; in a room a button says it to the others, or to the facilitator."""


def _not_yours(receipt: Receipt) -> str:
    """What help says besides of a word that is not for whoever asks."""
    if not isinstance(receipt.command, Help):
        return ""
    row = VERBS.in_full.get(tuple(receipt.command.topic.casefold().split()))
    mine = row is None or row.kind.__name__ in may(receipt.seat)
    return "" if mine else "\n  It is not for your seat to say. Ask whoever leads."


def reply(room: Room, receipt: Receipt | None, keeps_time: bool) -> Mapping[str, Any]:
    """The answer to a seat's words; None are words that were taken already."""
    if receipt is None:
        return {"status": "done", "answer": "", "until": room.now}
    if isinstance(receipt.command, Wait | Skip) and not keeps_time:
        return {"status": receipt.status, "answer": NOT_HERE, "until": receipt.until}
    told, instead = unheard(room.exercise, receipt, [each.name for each in room.people.values() if each.seat])
    answer = told or receipt.answer.replace(BEGIN, ".") + _not_yours(receipt)
    return {
        "status": receipt.status, "answer": answer, "until": receipt.until,
        **({"instead": instead} if instead else {}),
    }  # fmt: skip
