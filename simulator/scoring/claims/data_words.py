"""Whether free words say as plainly as a claim could that customers' data is safe."""

import re

from simulator.domain.sentences import sentences

_THING = r"(?:data|messages?|payments?|bookings?|orders?|records?|files?|mails?)"
_IS = r"(?:was|were|is|are|has been|have been|had been)"
_SAFE = re.compile(
    rf"\b(?:(?:nothing|no (?:\w+ )?{_THING}) {_IS} (?:lost|damaged|corrupted)"
    rf"|{_THING} {_IS} (?:all )?(?:safe|intact)|not lost any (?:\w+ )?{_THING})\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\?|\b(?:whether|if|not (?:yet )?(?:know|sure|clear|certain)|unknown|unclear|check(?:ing|ed)?|so far)\b",
    re.IGNORECASE,
)
"""What leaves it open: that is no claim."""


def says_safe(text: str) -> bool:
    """Whether a sentence says that nothing is lost, and leaves nothing open."""
    return any(_SAFE.search(one) and not _OPEN.search(one) for one in sentences(text))
