"""What an update says has turned since: better, worse, as before, or a step taken. Few words, and much news.

`It is as before again; another measure is under way` has hardly a word that was not there in the update
before, and is all that its readers wait for. The list is ours (assumption), and kept short.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal, TypeAlias

from simulator.domain.plain_text import plain
from simulator.domain.update import Update

Turn: TypeAlias = Literal["better", "worse", "as before", "no help", "step", "in place", "taken back"]

_NOT = r"(?:\b(?:not|no|nothing|never|without|hardly|neither)|\b\w+n't)\b"
_NO_HELP = re.compile(
    rf"{_NOT}(?: \w+){{0,2}}? (?:help(?:ed|s|ing)?|end(?:ed)?|better|improve\w*|cure[ds]?|effect|difference"
    rf"|relief|enough|changed?(?! \w))\b|\b(?:did not|didn't|has not|have not) work(?:ed)?\b"
    r"|\b(?:changed|did) nothing\b|\b(?:useless|in vain)\b",
    re.IGNORECASE,
)
_AS_BEFORE = re.compile(
    rf"\bas (?:bad |it was )?before\b|\b(?:came|come|comes|is|are|was) back\b|\bwore off\b"
    rf"|(?:\bimprovement (?:has |did )?)?{_NOT}(?: \w+)? (?:last(?:ed)?|hold|held)\b"
    r"|\bback (?:again|to (?:square one|where))\b"
    r"|\bfail(?:s|ing)? again\b|\bagain (?:fail|some|many|most|all|one in)",
    re.IGNORECASE,
)
_BETTER = re.compile(
    r"\b(?:better|milder|fewer|helped|improv(?:es?|ed|ing|ements?)|eas(?:es|ed|ing)|recover(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_WORSE = re.compile(r"\b(?:worse|worsen(?:s|ed|ing)?|deteriorat\w+)\b", re.IGNORECASE)
_IN_PLACE = re.compile(r"\b(?:in place\b|is in(?=[.,;]|$))", re.IGNORECASE)
_TAKEN_BACK = re.compile(
    r"\b(?:taken|taking|take|took) (?:\w+ ){0,2}?back\b|\bundo(?:ing|ne)?\b", re.IGNORECASE
)
_IF = re.compile(r"\b(?:whether|if|when|once|until|before you|in case)\b[^.,;:!?]*", re.IGNORECASE)
"""What is not so yet: `we look whether it helps`."""
_STEP = re.compile(
    r"\b(another|first|second|third|fourth|next|other|different|new)"
    r" (?:measure|change|step|fix|attempt|remedy|one|way|approach)\b(?! out\b)|\b(in one) [\w-]+ first\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def turns(update: Update) -> Mapping[str, Turn]:
    """What an update's words say has turned, by what makes it another: a second step is not a third."""
    return dict(_turns(plain(update.text)))


def _turns(text: str) -> Iterator[tuple[str, Turn]]:
    rest = _IF.sub(" ", text)
    for turn, pattern in _DENIED:
        if pattern.search(rest):
            yield turn, turn
        rest = pattern.sub(" ", rest)
    for turn, pattern in _SAID:
        if pattern.search(rest):
            yield turn, turn
    for found in _STEP.finditer(text):
        yield f"step: {(found[1] or found[2]).lower()}", "step"


_DENIED: tuple[tuple[Turn, re.Pattern[str]], ...] = (("no help", _NO_HELP), ("as before", _AS_BEFORE))
"""What has words of the better in it, and says the contrary."""
_SAID: tuple[tuple[Turn, re.Pattern[str]], ...] = (
    ("better", _BETTER), ("worse", _WORSE), ("in place", _IN_PLACE), ("taken back", _TAKEN_BACK),
)  # fmt: skip
