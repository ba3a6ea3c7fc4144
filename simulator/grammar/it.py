"""The change that is meant by `it`: `verify it`, `undo that`, `confirm it's working`."""

import re

from simulator.domain.plain_text import plain

_ABOUT = r"verify|validate|confirm|watch|undo|revert|back out|cancel|call off|residual|keep"
_MORE = r"on|using|via|for|over|within|by|because|since|in|please|now"
_DONE_WITH_IT = re.compile(
    rf"(.*?\b(?:{_ABOUT})) (?:it|that|this)((?: (?:{_MORE})\b.*)?[.!?]*)", re.IGNORECASE
)
_WHETHER_IT_WORKS = re.compile(
    r"(.*?)\b(?:confirm|verify|check|see|make sure)(?: that| whether| if)? (?:it|that)(?:'s| is| has)?"
    rf" (?:work(?:s|ed|ing)?|help(?:s|ed|ing)?)((?: (?:{_MORE})\b.*)?[.!?]*)",
    re.IGNORECASE,
)
_BACK = re.compile(
    rf"(.*?)\b(?:roll|take|put|bring) (?:it|that|this) back((?:,? (?:{_MORE}|)\b.*)?[.!]*)", re.IGNORECASE
)
_ASKED = re.compile(r"\b(?:can|could|would|will) you\b", re.IGNORECASE)
"""A question that is one for form's sake."""


def with_its_name(text: str, change: str) -> str:
    """What is said of `it`, with the name of the change; empty where that speaks of no change made."""
    said = plain(text).strip()
    if said.endswith("?") and not _ASKED.search(said):
        return ""
    if found := _WHETHER_IT_WORKS.fullmatch(said):
        return f"{found[1]}verify {change}{found[2]}"
    if found := _BACK.fullmatch(said):
        return f"{found[1]}revert {change}{found[2]}"
    found = _DONE_WITH_IT.fullmatch(said)
    return f"{found[1]} {change}{found[2]}" if found else ""
