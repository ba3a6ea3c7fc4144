"""What one can ask about, in the words people use for it."""

from collections.abc import Mapping, Sequence

from simulator.domain.command import Topic
from simulator.grammar.how_far import TELLING as HOW_FAR
from simulator.grammar.how_far import asks_how_far
from simulator.grammar.words import COMMA, Line, spoken

TOPICS: Mapping[Topic, str] = {
    "what changed": "deploys, flags, migrations, traffic: what is different from an hour ago",
    "impact": "who is affected, how badly, is it growing",
    "options": "what can we quickly try",
    "progress": "how far is the task in hand, and when will it be done",
    "theory": "what do you think it is",
    "evidence": "save what a restart would wipe: dumps, logs, counters",
}
"""Every topic, with the question it stands for."""

_PHRASES: Mapping[str, Topic] = {
    "what happened": "what changed",
    "what did we ship": "what changed",
    "who feels it": "impact",
    "how big is it": "impact",
    "is it getting better": "impact",
    "is it getting worse": "impact",
    "is it better": "impact",
    "is it worse": "impact",
    "did that help": "impact",
    "did it help": "impact",
    "did that work": "impact",
    "did it work": "impact",
    "is it fixed": "impact",
    "is it back": "impact",
    "is it back to normal": "impact",
    "are we back to normal": "impact",
    "are we back": "impact",
    "how does it look": "impact",
    "how's it looking": "impact",
    "how are we looking": "impact",
    "what can we do": "options",
    "what's plan b": "options",
    "what is plan b": "options",
    "what could we do": "options",
    "what should we do": "options",
    "quick wins": "options",
    "easy stuff": "options",
    "how far": "progress",
    "how far are you": "progress",
    "where are we": "progress",
    "where are you": "progress",
    "when": "progress",
    "when will it be fixed": "progress",
    "when will it be back": "progress",
    "when will it be over": "progress",
    "any luck": "progress",
    "any news": "progress",
    "news": "progress",
    "status": "progress",
    "what's the status": "progress",
    "what is the status": "progress",
    "update": "progress",
    "any update": "progress",
    "any updates": "progress",
    "any progress": "progress",
    "how is it going": "progress",
    "how's it going": "progress",
    "how are you doing": "progress",
    "what is it": "theory",
    "what's going on": "theory",
    "what is going on": "theory",
    "what's happening": "theory",
    "what is happening": "theory",
    "what do you see": "theory",
    "why": "theory",
}
_TOGETHER = frozenset({"how are we doing", "how is it going", "how's it going", "how far are we"})
_GOING_ON = ("what's going on", "what is going on", "what's happening", "what is happening")
_TELLING: Mapping[Topic, str] = {
    "what changed": "changed changes change deploys deploy deployed releases released shipped different",
    "impact": "impact affected affects affecting hurt hurting bad badly broken blast reports tickets",
    "options": "options option try fixes fix mitigate mitigation mitigations",
    "progress": " ".join(sorted(HOW_FAR)),
    "theory": "theory theories think hypothesis cause wrong guess hunch suspect idea ideas",
    "evidence": "evidence dump dumps snapshot snapshots capture preserve heap save keep logs",
}
"""Words that tell what a question is about."""
_TOPIC_OF: Mapping[str, Topic] = {word: topic for topic, words in _TELLING.items() for word in words.split()}

EVERYONE = frozenset(
    {"everyone", "everybody", "anyone", "anybody", "all", "call", "room", "team", "folks", "people"}
)
OPENERS = EVERYONE | frozenset(
    {"what", "what's", "whats", "how", "how's", "who", "who's", "when", "where", "why", "which", "is", "are"}
    | {"was", "were"}
    | {"do", "does", "did", "can", "could", "should", "any", "anything", "has", "have", "for", "about"}
    | {"to", "on", "if", "your", "their", "quick", "easy", "recent", "blast"}
)
"""Words a question begins with; none of them is taken for the beginning of somebody's name."""

_LEADING = frozenset({"for", "about", "to", "on", "if", "her", "his", "their", "your", "its"})
_SHORTEST = 3
_MOST_WORDS = 40


def topics_in(words: Sequence[str]) -> tuple[Topic, ...]:
    """The topics a question is about: none when it is no question, several when it is unclear."""
    asked = [word for word in spoken(words[:_MOST_WORDS]) if word not in EVERYONE]
    while asked and asked[0] in _LEADING:
        asked.pop(0)
    text = " ".join(asked)
    known = _PHRASES.get(text) or _with_tail(text)
    if known:
        return (known,)
    return _spotted(asked) if asked else ()


def asks_everybody(line: Line) -> bool:
    """Whether a line that speaks to nobody, or to all, asks how far all is: `how are we doing?`."""
    said = [word for word in line.plain if word != COMMA and word not in EVERYONE]
    return " ".join(said) in _TOGETHER


def _with_tail(text: str) -> Topic | None:
    """What is going on with something is a question for what one thinks of it."""
    return next((_PHRASES[phrase] for phrase in _GOING_ON if text.startswith(f"{phrase} with ")), None)


def _spotted(asked: list[str]) -> tuple[Topic, ...]:
    if asked[0] not in OPENERS and asked[0] not in _TOPIC_OF:
        return _begun(asked)
    found = dict.fromkeys(_TOPIC_OF[word] for word in asked if word in _TOPIC_OF)
    if "progress" in found and not asks_how_far(asked):
        del found["progress"]
    return tuple(found) or (("progress",) if asks_how_far(asked) else ())


def _begun(asked: list[str]) -> tuple[Topic, ...]:
    if len(asked) > 1 or len(asked[0]) < _SHORTEST:
        return ()
    return tuple(topic for topic in TOPICS if topic.startswith(asked[0]))
