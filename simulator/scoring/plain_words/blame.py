"""Blame: somebody's fault, told to people who asked when it will work again (ETSY; PD-EXT)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from simulator.domain.organisation import Organisation
from simulator.domain.plain_text import plain
from simulator.scoring.plain_words.finding import Finding

_WHO = (
    r"(?:engineer|developer|operator|employee|admin|intern|team|vendor|provider|supplier|colleague|contractor"
    r"|partner|department|customer|shop|merchant|user)"
)
"""Blame is about people and those whom they work for; a release or a rule can be at fault."""
_WHAT = (
    r"(?:release|change|rule|update|deployment|version|setting|configuration|system|software|code|script"
    r"|service|database|disk|machine|server|network|tool|site|page|app|cache|queue|index|shard|node|cluster"
    r"|region|zone|cloud|link|line|cable|power|flag|migration|job|query|certificate|bug|traffic|load"
    r"|failure|error|outage|failover|restart|copy|key"
    r"|morning|afternoon|evening|night|today|yesterday|week|month|year)"
)
"""What is no person, and when: `this morning's fault` blames nobody."""
_BROKE = r"broke(?! (?:\w+ ){0,4}?(?:down|up|off|out|into|apart)\b)"
_TEAM = r"(?:engineer|developer|operator|employee|admin|intern|team|colleague|contractor|department)"
_BAD = (
    r"(?:bad|broken|faulty|untested|wrong|buggy) (?:\w+ )?"
    r"(?:release|change|update|deployment|version|setting|rule)"
)
"""What is bad is no blame; whose it is nobody outside has to know."""
_SLIPPED = (
    r"(?:made (?:a|the same) mistake|(?:messed|screwed) (?:it |this )?up|forgot(?! nothing)|ignored"
    rf"|failed us|let us down|{_BROKE})"
)
_BLAME = re.compile(
    r"\b(?:(?:human|operator) errors?|user error\b(?! (?:rate|message|report|count|page|log)s?\b)"
    r"|(?:(?:is|was|were|are) )?to blame|blam(?:es?|ed|ing) (?:on |for )?(?!nobody|no one)\w+"
    rf"|(?!(?:nobody|{_WHAT})s?')\w+'s? (?:own )?fault\b(?! (?:report|tolerance|line|domain|injection)s?\b)"
    r"|(?:their|his|her|your) (?:own )?fault\b"
    rf"|(?:the )?fault (?:of|lies with) (?:\w+ ){{0,3}}?(?:{_WHO}s?\b|them\b|him\b|her\b|you\b)"
    rf"|mistake (?:by|of) (?:an?|our|the|one of) [\w ]{{0,20}}?{_WHO}s?"
    rf"|(?:an?|our|the|one of our) (?:\w+ )?{_WHO}s? (?:has |have |had )?{_SLIPPED}"
    rf"|our (?:\w+ ){{2,3}}{_WHO}s? (?:has |have |had )?{_SLIPPED}"
    rf"|{_BAD} (?:by|of|from) (?:one of )?our (?:\w+ ){{0,2}}?{_TEAM}s?\b"
    r"|careless\w*|incompeten\w+|negligen\w+|sloppy)",
    re.IGNORECASE,
)
_A_THING = re.compile(rf"\b{_WHAT}s? $", re.IGNORECASE)
"""What is no person stands before `is to blame`."""
_HOW = r"(?:has|have|had|again|just|simply|then|also|once more|clearly|really|who|apparently)"
_ERRED = (
    rf"(?:{_SLIPPED}|made an? \w+ mistake|overlooked|neglected|disregarded|botched|bungled|slipped up"
    r"|got it wrong|caused (?:it|this|that|the (?:outage|incident|trouble|failures?|errors?))"
    r"|should have (?:known|noticed|listened|thought)|is at fault\b"
    r"|failed to (?:test|check|review|notice|listen|ask|tell|warn|follow)\b"
    r"|(?:did not|didn't|never) (?:test|review|listen)\w*(?![^.!?;]* yet\b)"
    r"|(?:shipped|deployed|released|merged|pushed|changed) [^.!?;,]{0,30}\bwithout (?:an? |any |the |its )?"
    r"(?:test|review|check|approv|ask|tell|look|read|warn|word|permission|care|notice)\w*)"
)
_DENIED = r"(?:not|never|none|nobody|no one|in no way|by no means|neither|nor|cannot|\w+n't)"
_MEANWHILE = (
    r"is|was|are|were|be|been|of|this|that|it|its|at all|in any way|anyhow|really|ever|entirely|in fact"
    r"|think|believe|say|the|an?|any|our|your"
)
"""What stands between a denial and what it denies, besides a name of two words."""
_NO_BLAME = re.compile(
    rf"\b(?:{_DENIED}(?! (?:only|just|merely|simply|least)\b)(?: (?:{_MEANWHILE})\b)*"
    r"(?: (?!because|due|but)\w+){0,2}|no|segmentation|page|default"
    r"|whether (?:\w+ ){0,2}) ?$",
    re.IGNORECASE,
)
"""A denial or doubt of blame, just before it: `not the Oslo`, of `not the Oslo customer's fault`."""


def blame(text: str, company: Organisation) -> Iterator[Finding]:
    """Each piece of blame in a text, once; to name somebody of the company in full is one, too."""
    said = plain(text)
    found = [m[0] for m in _BLAME.finditer(said) if _meant(m, said[: m.start()])]
    found += [m[0] for m in _of(company).finditer(said) if not _NO_BLAME.search(said[: m.start()])]
    found += [who.name for who in company.people.values() if " " in who.name and plain(who.name) in said]
    for words in dict.fromkeys(found):
        yield Finding("blame", words)


def _meant(found: re.Match[str], before: str) -> bool:
    """Whether it blames somebody: it is not denied, nor said of a thing."""
    thing = found[0].lower().endswith("to blame") and _A_THING.search(before)
    return not thing and not _NO_BLAME.search(before)


@lru_cache(maxsize=16)
def _of(company: Organisation) -> re.Pattern[str]:
    """What somebody of a company, by first or full name, is said to have done badly."""
    every = sorted({name for who in company.people.values() for name in (who.name, who.first_name)})
    names = "|".join(re.escape(plain(name)) for name in reversed(every))
    return re.compile(rf"\b(?:{names}) (?:{_HOW} ){{0,2}}(?i:{_ERRED})" if names else r"(?!)")
