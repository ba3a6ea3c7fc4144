"""The table of whoever handed command over: they look on, note what they know, and can ask for it back."""

from simulator.domain import command as said
from simulator.domain.succession import StepAside, TakeBack
from simulator.domain.value import replace
from simulator.grammar.row import Row
from simulator.grammar.table import TABLE
from simulator.grammar.verbs import Verbs

_STILL = (said.Look, said.Note, said.Say, said.Wait, said.Skip, said.Help)

RELIEVED_TABLE: tuple[Row, ...] = (
    *(row for row in TABLE if row.kind in _STILL),
    Row(
        ("take command", "take command back", "take back command", "take over", "resume command"), "",
        "take command",
        "ask for command back",
        "It is yours when they say so. Who passes it to and fro leaves nobody sure who leads.",
        "take command", TakeBack, idle=frozenset({"back", "again", "now", "please"}),
    ),
    Row(
        ("step aside",), "", "step aside",
        "leave the chair to whoever accepted command",
        "A door says this for you as soon as they have accepted.",
        "take command", StepAside,
    ),
    replace(
        next(row for row in TABLE if row.kind is said.End),
        meaning="go; it is led to its end without you",
        advice="The debrief tells how it came out, and judges what you led.",
    ),
)  # fmt: skip
"""Every command of the relieved."""
RELIEVED_VERBS = Verbs(RELIEVED_TABLE, introduced=("follow it", "take"))
