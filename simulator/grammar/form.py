"""The form of a command, `CHANGE [by PERSON] [staged]`, written once and read into slots and clauses."""

import re
from collections.abc import Mapping, Sequence

from simulator.domain.value import Value
from simulator.grammar.amount import WHOLE, hear, hear_in_units, hear_share
from simulator.grammar.kinds import FREE

_PART = re.compile(r"\[[^\]]*\]|\([^)]*\)|\S+")
_SLOT = re.compile(r"(?:(\w+):)?([A-Z]+)")
DAYS = ("today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNSAID = (",",)


class Slot(Value):
    """A place to fill: the kind of thing it takes, and the field of the command that it becomes."""

    kind: str
    field: str
    required: bool = True


class Clause(Value):
    """Keywords, the first of them the usual one, with the slot they open; a flag has none."""

    keywords: tuple[tuple[str, ...], ...]
    field: str
    slot: Slot | None
    required: bool = False

    @property
    def keyword(self) -> str:
        """The usual keyword."""
        return " ".join(self.keywords[0])

    def __str__(self) -> str:
        shown = f"{self.keyword} {self.slot.kind}" if self.slot else self.keyword
        return shown if self.required else f"[{shown}]"


class Opening(Value):
    """A clause whose keyword was met, and the word after that keyword."""

    clause: Clause
    after: int


class Form(Value):
    """What may follow a verb: an expected word (`lead`), slots in order, then clauses in any order."""

    lead: str
    heads: tuple[Slot, ...]
    clauses: tuple[Clause, ...]
    starts: Mapping[str, tuple[tuple[tuple[str, ...], Clause], ...]]
    required: tuple[Clause, ...]
    timed: Clause | None = None

    @classmethod
    def of(cls, text: str) -> "Form":
        """The form written as `CHANGE [on|using signal:SIGNAL] [staged]`.

        A duration whose clause may begin with a comma needs no keyword at all: `db-shards 5m`.
        Alternatives of a keyword are parted by `|`, `field:KIND` names the field when it is not the
        keyword or the kind itself, and a clause in round brackets is required.
        """
        parts = _PART.findall(text)
        clauses = tuple(_clause(part) for part in parts if _is_clause(part))
        heads = tuple(_head(part) for part in parts if not _is_clause(part) and not part.islower())
        lead = next((part for part in parts if part.islower() and part[0] not in "[("), "")
        required = tuple(clause for clause in clauses if clause.required)
        free = any(slot.kind in FREE for slot in heads)
        begun = _starts(clauses) | ({} if free else _days(clauses))
        timed = next((clause for clause in clauses if _UNSAID in clause.keywords), None)
        return cls(lead, heads, clauses, begun, required, timed)

    def opening(self, words: Sequence[str], start: int) -> Opening | None:
        """The clause that begins at a word, if one does.

        The usual keyword always begins its clause. Another keyword does so only when what follows fits,
        for such words (`in`, `for`, `with`) mean other things too.
        """
        for keyword, clause in self.starts.get(words[start], ()):
            after = start + len(keyword)
            if words[start:after] == keyword and (
                keyword == clause.keywords[0] or _fits(clause, words, after)
            ):
                return Opening(clause, after)
        timed = self.timed if words[start][0].isdecimal() else None
        return Opening(timed, start) if timed and hear_in_units(words, start) else None

    def may_open(self, word: str) -> bool:
        """Whether a clause may begin at such a word."""
        return word in self.starts or (self.timed is not None and word[0].isdecimal())

    def __str__(self) -> str:
        heads = (slot.kind if slot.required else f"[{slot.kind}]" for slot in self.heads)
        return " ".join(part for part in (self.lead, *heads, *map(str, self.clauses)) if part)


def _fits(clause: Clause, words: Sequence[str], start: int) -> bool:
    if clause.slot is None:
        return True
    if clause.slot.kind == "DURATION":
        return hear(words, start) is not None
    if clause.slot.kind == "SHARE":
        return hear_share(words, start) is not None
    return start < len(words)


def _is_clause(part: str) -> bool:
    return part[0] == "(" or (part[0] == "[" and not _SLOT.fullmatch(part[1:-1]))


def _head(part: str) -> Slot:
    field, kind = _slot(part.strip("[]"))
    return Slot(kind, field or kind.lower(), required=part[0] != "[")


def _slot(text: str) -> tuple[str, str]:
    match = _SLOT.fullmatch(text)
    if not match:
        raise ValueError(f"'{text}' is not a slot")
    return match[1] or "", match[2]


def _clause(part: str) -> Clause:
    inside, required = part[1:-1], part[0] == "("
    said, _, last = inside.rpartition(" ")
    if not _SLOT.fullmatch(last):
        return Clause(_keywords(inside), "_".join(_keywords(inside)[0]), None, required)
    field, kind = _slot(last)
    keywords = _keywords(said)
    slot = Slot(kind, field or keywords[0][0], required)
    return Clause(keywords, slot.field, slot, required)


def _keywords(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(way.split()) for way in text.split("|"))


def _starts(clauses: tuple[Clause, ...]) -> dict[str, tuple[tuple[tuple[str, ...], Clause], ...]]:
    every = [(keyword, clause) for clause in clauses for keyword in clause.keywords]
    every.sort(key=lambda pair: -len(pair[0]))
    begun: dict[str, tuple[tuple[tuple[str, ...], Clause], ...]] = {
        word: tuple(pair for pair in every if pair[0][0] == word) for word in {pair[0][0] for pair in every}
    }
    return begun | _shares(clauses)


def _days(clauses: tuple[Clause, ...]) -> dict[str, tuple[tuple[tuple[str, ...], Clause], ...]]:
    """A day such as `friday` says when it is due without a keyword, where no text could hold it."""
    opened = tuple(((), clause) for clause in clauses if clause.field == "due")
    return dict.fromkeys(DAYS, opened) if opened else {}


def _shares(clauses: tuple[Clause, ...]) -> dict[str, tuple[tuple[tuple[str, ...], Clause], ...]]:
    """A share such as `80%` opens its clause without a keyword."""
    opened = tuple(((), clause) for clause in clauses if clause.slot and clause.slot.kind == "SHARE")
    return {f"{percent}%": opened for percent in range(WHOLE + 1)} if opened else {}
