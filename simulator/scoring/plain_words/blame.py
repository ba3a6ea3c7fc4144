"""Blame: somebody's fault, told to people who asked when it will work again (ETSY; PD-EXT)."""

import re
from collections.abc import Iterator

from simulator.domain.organisation import Organisation
from simulator.scoring.plain_words.finding import Finding

_WHO = (
    r"(?:engineer|developer|operator|employee|admin|intern|team|vendor|provider|supplier|colleague|contractor"
    r"|partner|department|customer|shop|merchant|user)"
)
"""Blame is about people and those whom they work for; a release or a rule can be at fault."""
_WHAT = (
    r"release|change|rule|update|deployment|version|setting|configuration|system|software|code|script|service"
    r"|database|disk|machine|server|network|tool|site|page"
)
_BLAME = re.compile(
    r"\b(?:human error|operator error|user error"
    r"|(?:(?:is|was|were|are) )?to blame|blam(?:es?|ed|ing) (?:on |for )?(?!nobody|no one)\w+"
    rf"|(?!(?:nobody|{_WHAT})s?')\w+'s? (?:own )?fault\b|(?:their|his|her|your) (?:own )?fault\b"
    rf"|(?:the )?fault (?:of|lies with) (?:\w+ ){{0,3}}?(?:{_WHO}s?\b|them\b|him\b|her\b|you\b)"
    rf"|mistake (?:by|of) (?:an?|our|the|one of) [\w ]{{0,20}}?{_WHO}s?"
    rf"|(?:an?|our|the|one of our) {_WHO}s?"
    r" (?:made a mistake|messed up|screwed up|broke|forgot|failed us|let us down)"
    r"|careless\w*|incompeten\w+|negligen\w+|sloppy)",
    re.IGNORECASE,
)
_DENIED = r"(?:not|never|none|nobody|no one|in no way|by no means|neither|nor|cannot|\w+n['\u2019]t)"
_MEANWHILE = (
    r"is|was|are|were|be|been|of|this|that|it|its|at all|in any way|anyhow|really|ever|entirely|in fact"
    r"|think|believe|say|the|an?|any|our|your"
)
"""What stands between a denial and what it denies, besides a name of two words."""
_NO_BLAME = re.compile(
    rf"\b(?:{_DENIED}(?! (?:only|just|merely|simply|least)\b)(?: (?:{_MEANWHILE})\b)*"
    r"(?: (?!because|due|but)\w+){0,2}|no|segmentation|page|default) ?$",
    re.IGNORECASE,
)
"""A denial of blame, just before it: `not the Oslo`, of `not the Oslo customer's fault`."""


def blame(text: str, company: Organisation) -> Iterator[Finding]:
    """Each piece of blame in a text, once; to name somebody of the company in full is one, too."""
    found = [m[0] for m in _BLAME.finditer(text) if not _NO_BLAME.search(text[: m.start()])]
    found += [who.name for who in company.people.values() if " " in who.name and who.name in text]
    for words in dict.fromkeys(found):
        yield Finding("blame", words)
