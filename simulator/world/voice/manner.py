"""How people of a temper talk: what they begin with, what only they say, and how anybody says it again."""

OFTEN = {"eager": 0.35, "cautious": 0.3, "new": 0.4, "belligerent": 0.35, "steady": 0.12, "stubborn": 0.1}
"""How often a sentence begins with one of a temper's openers (assumption)."""

OPENERS: dict[str, tuple[str, ...]] = {
    "steady": ("OK.", "Right.", "Quick word from me.", "Me again.", "For the record."),
    "eager": (
        "Yes!", "Got it.", "Quick one.", "Sure, sure.", "Hey, listen.", "Oh, wait.", "So, here goes.",
    ),
    "cautious": (
        "Careful with this one.", "I may be wrong here.", "I'd like to be sure first, but still.", "Hm.",
        "Let me put it carefully.", "Don't hold me to it.", "With a grain of salt.",
        "I may have missed something.",
    ),
    "stubborn": ("Look.", "Listen.", "Plainly.", "Well."),
    "new": (
        "Sorry, I'm new to this.", "Um.", "I hope this is the right place to say it.", "OK, so.",
        "First time on a call like this.", "Stop me if this is wrong.",
    ),
    "belligerent": (
        "Oh, for heaven's sake.", "Great.", "Fine.", "I knew it.", "Let me finish.", "As usual.",
    ),
}  # fmt: skip

_FOUND = frozenset(
    {
        "nothing found",
        "over by now",
        "nothing but the alarm",
        "still looking",
        "impact",
        "no impact",
        "no impact but an alarm",
    }
    | {"options", "nothing changed", "theory", "hedge", "lean", "hunch", "wore off", "hazard", "no hazard"}
    | {"objects to hazard", "objects to harm"}
)
"""Occasions on which somebody tells what they found or think, about which one may be wrong."""
_TOLD = frozenset(
    {
        "took it",
        "taken off",
        "puts off",
        "free",
        "busy",
        "waiting for it",
        "still hangs",
        "options",
        "evidence saved",
        "done",
    }
    | {"called off", "gives in", "is relieved"}
)
"""Occasions on which somebody does, or tells, what was asked of them."""
SUITS: dict[str, frozenset[str]] = {
    "Careful with this one.": _FOUND, "I may be wrong here.": _FOUND,
    "I'd like to be sure first, but still.": _FOUND, "Let me put it carefully.": _FOUND,
    "Don't hold me to it.": _FOUND, "With a grain of salt.": _FOUND, "I may have missed something.": _FOUND,
    "Look.": _FOUND, "Listen.": _FOUND,
    "Stop me if this is wrong.": _FOUND, "Yes!": _TOLD, "Got it.": _TOLD, "Sure, sure.": _TOLD,
    "I knew it.": _FOUND,
}  # fmt: skip
"""The occasions that an opener goes with, where it does not go with all."""

BY_TEMPER: dict[tuple[str, str], tuple[str, ...]] = {
    ("nothing found", "eager"): (
        "Boring in there. {place} has nothing for us.",
        "Went through {place} at speed, no smoke anywhere.",
        "Nope, {place} is a dud so far.",
    ),
    ("nothing found", "cautious"): (
        "I would not rule {place} out, but I can't show you anything.",
        "On {place} I have nothing that I would put my name to.",
    ),
    ("nothing found", "stubborn"): ("{place}: nothing.", "Nothing on {place}. I said so."),
    ("done", "stubborn"): ("Done: '{change}'.", "'{change}': done."),
    ("done", "eager"): ("And that's '{change}' in, that was quick.", "Boom, '{change}' is out there."),
    ("free", "eager"): ("Bored, honestly. Give me something.", "Hands free and itching. What's next?"),
    ("free", "stubborn"): ("Free.",),
    ("no idea", "stubborn"): ("No idea. I don't guess.",),
    ("no idea", "new"): (
        "I really don't know. Is there somebody I could ask?",
        "No idea, I'm afraid. I would not even know where to look first.",
    ),
    ("busy", "new"): ("Still {doing}. It's my first time, so {left} more, maybe longer.",),
}  # fmt: skip
"""Wordings for an occasion that come to people of one temper only."""

AGAIN = (
    "As I said: {text}",
    "Same as before: {text}",
    "Still what I told you: {text}",
    "I can only repeat it: {text}",
    "Looked again, and it is what it was: {text}",
    "Nothing new from me. {text}",
    "My answer has not changed: {text}",
    "Again: {text}",
)
"""An author's line from the same mouth."""

ASKS_AGAIN = (
    "I ask again: {text}",
    "Nobody has answered me yet. {text}",
    "Same question as before: {text}",
    "Once more from me: {text}",
)
"""An author's question from the same mouth."""

ASKS_TOO = (
    "What {name} asked, I ask too: {text}",
    "{name} had the same question: {text}",
    "I would like to know that as well: {text}",
    "Has anybody answered {name}? {text}",
)
"""An author's question from another mouth."""

ECHO = (
    "What {name} said: {text}",
    "I get the same as {name}: {text}",
    "It is as {name} told us: {text}",
    "I can confirm {name} there: {text}",
    "Same picture as {name} had: {text}",
    "{name} was right about that: {text}",
    "No news beyond what {name} saw: {text}",
    "Second pair of eyes, same thing as {name}: {text}",
)
"""An author's line that somebody else has said."""

LATER = (
    "It's {clock} here, and: {text}",
    "{clock} now. {text}",
    "As of {clock}: {text}",
    "Once more, at {clock}: {text}",
    "Still so at {clock}: {text}",
)
"""When a pool has run dry."""
