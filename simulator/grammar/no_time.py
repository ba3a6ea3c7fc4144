"""`No eta` in an update: it promises no time, and neither does an update that says nothing of one."""

from simulator.grammar.words import COMMA, QUOTED, Line

_NONE = (("no", "eta", "yet"), ("no", "eta", "known"), ("no", "eta"))
_WORDS = frozenset({"saying", "message", "workaround", "cause", "by", "because", "to", "via", "of"})
"""Words after which free text may stand: what is not in quotes may hold the rest of the line."""


def without_no_time(line: Line) -> str:
    """The line without `no eta`; empty where it has none, gives a time as well, or says it in free words."""
    words = line.plain
    at = next((at for at in range(len(words)) if words[at : at + 2] == ("no", "eta")), 0)
    if not at or words.count("eta") > 1 or _in_text(words, at):
        return ""
    end = at + next(len(none) for none in _NONE if words[at : at + len(none)] == none)
    begin = at - 1 if words[at - 1] == COMMA else at
    return (
        f"{line.raw[: line.spans[begin][0]].rstrip()} {line.raw[line.spans[end - 1][1] :].lstrip()}".strip()
    )


def _in_text(words: tuple[str, ...], at: int) -> bool:
    """Whether words before it may be a free text that goes on."""
    return any(words[one] in _WORDS and words[one + 1] != QUOTED for one in range(at))
