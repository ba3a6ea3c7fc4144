"""A cause guessed in half a sentence: `it looks like card testing`, `card testing, probably`.

Only a few words without a verb are one: `it looks like payments work again` says how it goes. Two bare words,
`card testing`, are none either: they may be what is found, what fails, or what is being done.
"""

import re
from collections.abc import Iterator

from simulator.domain.sentences import asked, sentences
from simulator.scoring.claims.cause_denied import denied, measure

_HEDGE = r"(?:(?:most|very|quite) )?(?:probably|likely|perhaps|maybe|possibly|presumably|apparently)"
_FEW = r"((?:[\w'-]+ ){0,4}[\w'-]+)"
_LOOKS = r"(?:it|this|that)(?: all)? (?:now )?(?:looks|seems|smells|sounds) like (?!an? |the |our )"
_FORMS = (
    re.compile(rf"^\W*{_HEDGE},? {_FEW}\W*$", re.IGNORECASE),
    re.compile(rf"^\W*{_FEW},? {_HEDGE}\W*$", re.IGNORECASE),
    re.compile(rf"^(?:.*[,:] )?\W*{_LOOKS}{_FEW}\W*$", re.IGNORECASE),
)
_TELLS = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|can|cannot|could|will|would|do|does|did|not|no|none|nothing"
    r"|it|this|that|we|you|they|he|she|one|some|many|most|all|more|less|fewer|every\w*|too|also|only|still"
    r"|again|now|back|soon|later|until|before|after|over|fixed|resolved|done|better|worse|well|gone"
    r"|minutes?|hours?|works?|fails?|failing|failed|waits?|goes|comes?|recover\w*|holds?|affect\w*"
    r"|\w+n't)\b",
    re.IGNORECASE,
)
"""What tells how it goes, whom it hits or when it ends, and names no cause."""


def guessed(text: str) -> Iterator[str]:
    """What a text names as the cause in a few words that only guess, each in its own words."""
    for sentence in sentences(text):
        found = next((hit[1] for form in _FORMS if (hit := form.match(sentence))), "")
        other = _TELLS.search(found) or denied(found) or measure(found) or asked(sentence, 0)
        if found and not other:
            yield found
