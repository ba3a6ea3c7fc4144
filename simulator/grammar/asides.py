"""Words that are no command, and that newcomers type all the same: each has an answer of its own."""

_LEAVING = (
    "end judges the play and tells how it went; in a terminal Ctrl-C twice keeps it, to go on with it later."
)
_UNREAD = (
    "Unread are the messages that came in since you last spoke: questions, alerts and news, marked ! or *. "
    "Each costs a moment when you speak next. timeline shows them, board what is owed."
)
_LOST = (
    "board tells what is owed now and who is free, ask options what the call could try, and runbook SIGNAL "
    "what helps where an alert rings."
)
_AT_A_LOSS = (
    "what should i do", "what should i do now", "what should i do next", "what do i do", "what do i do now",
    "what now", "what's next", "what is next", "i don't know what to do", "i'm lost", "i am lost",
)  # fmt: skip
_ASIDES = {
    **dict.fromkeys(_AT_A_LOSS, _LOST),
    **dict.fromkeys(("quit", "exit", "q"), _LEAVING),
    **dict.fromkeys(("unread", "read", "unread messages"), _UNREAD),
}


def aside(words: tuple[str, ...]) -> str:
    """What to say to such words; empty for all others."""
    return _ASIDES.get(" ".join(words), "")
