"""What an update says in words of its own, beside stock phrases: those could be written in any outage.

The list is ours (assumption), read off what status pages say when they have nothing to say.
"""

import re
from functools import lru_cache

from simulator.domain.plain_text import plain
from simulator.domain.update import Update

SAID = 2
"""So many words of its own make a statement (assumption)."""
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[a-z']{4,}")
STOCK = frozenset((
    "about", "actively", "after", "again", "also", "another", "anything", "apologies", "apologise",
    "apologize", "appreciate", "around", "available", "aware", "back", "bear", "because", "been",
    "being", "cause", "caused", "causing", "check", "checking", "continue", "continues", "continuing",
    "could", "currently", "customers", "details", "doing", "else", "experience", "experiencing",
    "find", "fixing", "from", "further", "happened", "happening", "have", "having", "here", "hope",
    "impact", "impacted", "incident", "inconvenience", "information", "investigate", "investigated",
    "investigates", "investigating", "investigation", "issue", "issues", "just", "keep", "keeping",
    "know", "known", "latest", "learn", "long", "look", "looking", "make", "many", "matter", "minutes",
    "moment", "monitor", "monitoring", "more", "much", "need", "news", "next", "nothing", "notice",
    "once", "ongoing", "only", "other", "others", "patience", "people", "please", "possible", "post",
    "posted", "potential", "problem", "problems", "progress", "provide", "providing", "regret",
    "remain", "report", "reports", "request", "resolution", "resolve", "resolving", "result", "right",
    "same", "service", "services", "shortly", "should", "solve", "some", "something", "soon", "sorry",
    "still", "support", "sure", "system", "systems", "team", "teams", "tell", "thank", "thanks",
    "that", "their", "them", "then", "there", "these", "they", "things", "this", "those", "time",
    "today", "trouble", "trying", "under", "understand", "update", "updated", "updates", "updating",
    "user", "users", "very", "watch", "watching", "well", "what", "when", "where", "which", "while",
    "will", "with", "work", "working", "would", "write", "your",
))  # fmt: skip


def says_more(words: frozenset[str], read: frozenset[str]) -> bool:
    """Whether an update's own words tell an audience something that it had not read yet.

    News for the audience and for the judge alike.
    """
    return len(words - read) >= SAID


@lru_cache(maxsize=4096)
def own_words(update: Update) -> frozenset[str]:
    """The words and numbers of an update's text, its workaround and its cause that are no stock phrases."""
    text = f"{update.text} {update.workaround} {update.cause}".lower()
    return frozenset(_WORD.findall(plain(text))) - STOCK
