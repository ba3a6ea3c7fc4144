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
_NO_HELP = (
    rf"(?i){_NOT}(?: \w+){{0,2}}? (?:help(?:ed|s|ing)?|end(?:ed)?|better|improve\w*|cure[ds]?|effect"
    r"|difference|relief|enough|changed?(?! \w))\b|\b(?:did not|didn't|has not|have not) work(?:ed)?\b"
    r"|\b(?:changed|did) nothing\b|\b(?:useless|in vain)\b"
)
_AS_BEFORE = (
    rf"(?i)\bas (?:bad |it was )?before\b|\b(?:came|come|comes|is|are|was) back\b|\bwore off\b"
    rf"|(?:\bimprovement (?:has |did )?)?{_NOT}(?: \w+)? (?:last(?:ed)?|hold|held)\b"
    r"|\bback (?:again|to (?:square one|where))\b"
    r"|\bfail(?:s|ing)? again\b|\bagain (?:fail|some|many|most|all|one in)"
)
_BETTER = (
    r"(?i)\b(?:better|milder|fewer|helped|improv(?:es?|ed|ing|ements?)"
    r"|eas(?:es|ed|ing)|recover(?:s|ed|ing)?)\b"
)
_WORSE = r"(?i)\b(?:worse|worsen(?:s|ed|ing)?|deteriorat\w+)\b"
_IN_PLACE = r"(?i)\b(?:in place\b|is in(?=[.,;]|$))"
_TAKEN_BACK = r"(?i)\b(?:taken|taking|take|took) (?:\w+ ){0,2}?back\b|\bundo(?:ing|ne)?\b"
_IF = r"(?i)\b(?:whether|if|when|once|until|before you|in case)\b[^.,;:!?]*"
"""What is not so yet: `we look whether it helps`."""
_STEP = (
    r"(?i)\b(another|first|second|third|fourth|next|other|different|new)"
    r" (?:measure|change|step|fix|attempt|remedy|one|way|approach)\b(?! out\b)|\b(in one) [\w-]+ first\b"
)


@lru_cache(maxsize=4096)
def turns(update: Update) -> Mapping[str, Turn]:
    """What an update's words say has turned, by what makes it another: a second step is not a third."""
    return dict(_turns(plain(update.text)))


def _turns(text: str) -> Iterator[tuple[str, Turn]]:
    rest = re.sub(_IF, " ", text)
    for turn, pattern in _DENIED:
        if re.search(pattern, rest):
            yield turn, turn
        rest = re.sub(pattern, " ", rest)
    for turn, pattern in _SAID:
        if re.search(pattern, rest):
            yield turn, turn
    for found in re.finditer(_STEP, text):
        yield f"step: {(found[1] or found[2]).lower()}", "step"


_DENIED: tuple[tuple[Turn, str], ...] = (("no help", _NO_HELP), ("as before", _AS_BEFORE))
"""What has words of the better in it, and says the contrary."""
_SAID: tuple[tuple[Turn, str], ...] = (
    ("better", _BETTER), ("worse", _WORSE), ("in place", _IN_PLACE), ("taken back", _TAKEN_BACK),
)  # fmt: skip
