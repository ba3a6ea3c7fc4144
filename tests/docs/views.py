"""Every view of the browser room: what it is for, and the page of the docs that shows a sheet of each."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class View:
    """One view: the name of its sheet, the page (and its part) that shows it, its title, what it is for."""

    name: str
    where: str
    title: str
    about: str


COMING = (
    View("front", "front", "Join", "Type the code that the facilitator shows."),
    View("lobby", "lobby", "Take a seat", "Give a name, choose a seat, and see who sits where."),
    View(
        "fault", "fault", "Not here", "Whoever opens an address without a seat is shown the way to the code."
    ),
    View("join", "screen", "Big screen, before the start", "How to join, and who is here."),
)
SEAT = (
    View(
        "start", "seat", "Before the start", "What this seat knows, and first steps to try for whoever leads."
    ),
    View("channel", "seat#channel", "Channel", "All that happens, and a line to talk, ask and order by."),
    View("board", "seat#board", "Board", "What is owed, what is under way, and what is not verified."),
    View("updates", "seat#post", "Updates", "An update, claim by claim, and as its readers will see it."),
    View("charts", "seat#charts", "Charts", "What dashboards show, each as old as its signal's lag."),
    View("map", "seat#map", "Map", "What customers do, what it needs, and what alarms."),
    View("people", "seat#crew", "People", "Who sits where, and who of the company is on the call."),
    View(
        "runbook", "seat#runbook", "Runbook", "What each change does, how long it takes, what could be wrong."
    ),
    View("form", "seat#form", "A form", "A button's form shows the words that it says."),
    View("help", "seat#help", "Words", "The words that this seat may say; choose one to have it typed."),
    View(
        "notes",
        "seat#pinned",
        "Pins",
        "An observer's note on what was done, pinned to a line of the channel.",
    ),
    View(
        "supervisor",
        "seat",
        "Beside somebody",
        "A supervisor sees what a seat sees, and nudges it in private.",
    ),
    View("screen", "screen", "Big screen", "What everybody may see, for the wall."),
    View("screen-over", "screen", "Big screen, after the end", "How it ended, for the wall."),
)
DESK = (
    View(
        "console",
        "facilitator#injects",
        "Injects",
        "What will happen, what it waits for, and buttons for it.",
    ),
    View("step-in", "facilitator#stepin", "Step in", "Forms to speak, to send people in and to nudge."),
    View("hints", "facilitator#hints", "Hints", "What would help the team on most now, in three steps."),
    View(
        "truth", "facilitator#secret", "Truth", "What is wrong, what helps now, what the team could believe."
    ),
    View("score", "facilitator#score", "Score", "The score so far, and what cost points lately."),
    View("console-pins", "facilitator#pinned", "Pins", "What observers write, as they write it."),
    View(
        "console-people",
        "facilitator#crew",
        "People",
        "Who types when; move somebody, or let a program lead.",
    ),
    View("console-board", "facilitator#board", "Board", "The commander's board."),
    View("console-charts", "facilitator#charts", "Charts", "What the team can see on its dashboards."),
    View("invite", "facilitator#invite", "Invite", "Address, code and picture to join by."),
    View("console-help", "facilitator#help", "Words", "The words to guide by."),
    View("ending", "facilitator#ask", "A question", "What ends or skips much is asked about first."),
)
HOSTING = (
    View("rooms", "rooms", "Rooms", "The rooms that are there, and a form for another one."),
    View("upload", "upload", "Bring an outage along", "A file of one's own, and what is wrong with it."),
    View("log", "log", "Who did what", "Who joined, left, spoke and turned the clock, and when."),
    View("side", "side", "Several teams", "All teams as they stand now, and every clock at once."),
)
AFTER = (
    View("soon", "soon", "Not yet", "Nothing opens as long as another team plays the same outage."),
    View("after", "after", "Afterwards", "Debrief, replay, talk, and the costliest decisions to take again."),
    View(
        "share",
        "after",
        "Share and keep",
        "The facilitator makes a link for others, and takes all files along.",
    ),
    View("shared", "after", "A shared link", "What people without a seat can open."),
    View("debrief", "debrief", "Debrief", "What happened, how it was done, and what cost most."),
    View("replay", "replay", "Replay", "Any second again: heard, known, shown, believed."),
    View("guide-5", "guide", "Talk of 5 minutes", "Facts, one question, one commitment."),
    View("guide-30", "guide", "Talk of 30 minutes", "The timeline first, then how, then what next."),
    View("talk", "guide", "Talk", "What was said since the end, at the foot of every page."),
    View(
        "commitments", "guide", "Commitments", "When this happens, I will do that: whose it is, and by when."
    ),
    View("again", "seat", "Decide again", "The commander's seat a moment before, with a clock of one's own."),
    View("then-and-now", "beside", "Then and now", "Two decisions, and what came of each course."),
    View("compared", "comparison", "Side by side", "All teams at the same seconds: where did they part?"),
)
PARTS = {
    "Coming in": COMING,
    "At a seat": SEAT,
    "At the facilitator's console": DESK,
    "Around the rooms": HOSTING,
    "Afterwards": AFTER,
}
VIEWS = tuple(view for part in PARTS.values() for view in part)
NAMES = frozenset(view.name for view in VIEWS)
SIZES = "light and dark on a desktop, on a big screen, and light and dark on a phone"

PAGE = f"""\
# Views of the room

Every page of the [browser room](../guides/game-day.md), in five frames each:
{SIZES}.
Pages follow the colours that a browser is set to. On a phone the channel is one of the views, and their names
are at the bottom. What is shown is one play of `write-stall`, and two teams that meet the same outage.
"""


def views() -> str:
    """The page of all views."""
    return "\n".join([PAGE, *_shown()])


def _shown() -> Iterator[str]:
    for title, part in PARTS.items():
        yield f"## {title}\n"
        for view in part:
            yield f"### {view.title}\n\n{view.about}\n"
            yield f"![{view.title}: {SIZES}](../pictures/views/{view.name}.webp)\n"
