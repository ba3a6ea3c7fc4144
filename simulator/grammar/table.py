"""The command table: every command there is, said once. Reading, completion, help and the docs all use it."""

from simulator.domain import command as said
from simulator.grammar.row import Row
from simulator.grammar.vocabulary import VIEWS

GROUPS = (
    "look around", "take command", "people", "changes", "tell people", "wind down", "time",
)  # fmt: skip
"""The groups of the overview, in the order in which a first exercise needs them."""

_BY = "[by|with PERSON]"
_STREAM = "[in workstream|by workstream|through workstream|for workstream workstream:NAME]"
_STAGED = (
    "[staged|canary|gradually|in stages|one node first|on one node first|one region first|on one region first"
    "|in one region first|one domain first|one first]"
)
_BECAUSE = "[because|since TEXT]"
_WITHIN = "[within|for|in|timebox|time box|timeboxed to|, DURATION]"
_SURE = "[sure|confidence|confident sure:SHARE]"
_UPDATE = (
    "AUDIENCE STATE [affecting|affects|impacting|hitting scope:SCOPE] [cause|caused by|because|due to WORDS] "
    "[workaround WORDS] [data|data is|data are data:DATA] [eta DURATION] "
    "[next in|next update in|next update|update in|next next_in:DURATION] "
    f"[via|by way of WORDS] {_SURE} [saying|message text:TEXT]"
)
_WHATEVER = frozenset({"it", "this", "that", "now", "is", "incident", "as", "at", "call", "from", "off"})
_SPEAKING = frozenset({"we", "we're", "are", "is", "it", "still", "as", "now"})
_TOWARDS = frozenset({"to", "on", "for", "about", "against", "of", "up", "with", "at"})

_DOING = frozenset(
    {"looking", "checking", "preparing", "work", "working", "into", "off", "from", "it", "now"}
)
_CALLED = frozenset({"change"})
"""A change may be called one: `the settings change`."""
_AT_ONCE = frozenset({"now"})
WHOLE = frozenset({"everywhere"})
"""What is added to an order in its whole form, after its small first form."""


_NARROWED = {"runbook": ("[of:PLACE]", "[of:SIGNAL]")}
"""What a look may be narrowed to: what of it concerns a part of the system, or a signal."""


def _look(view: str, shows: str, others: tuple[str, ...]) -> Row:
    form, *more = _NARROWED.get(view, ("",))
    return Row(
        (view, *others), form, f"{view} app errors" if form else view, shows,
        "A look costs a moment of your attention and nothing else.",
        "look around", said.Look, tuple(more), view,
        frozenset({"me", "all", "is", "are", "here", "on", "call", "for", "about"}),
    )  # fmt: skip


TABLE: tuple[Row, ...] = (
    *(_look(view, *told) for view, told in VIEWS.items()),
    Row(
        ("look", "show", "view", "see", "display", "list"), "VIEW", "look board",
        "read one of these (or just type its name)",
        "To have a responder look at a part of the system, use investigate.",
        "look around", said.Look, idle=frozenset({"me", "us", "all", "at", "is"}),
    ),
    Row(
        ("declare", "take command", "open incident", "start incident"), "SEVERITY", "declare P1",
        "open the incident and take command",
        "Declare early; when you are between two levels take the higher one.",
        "take command", said.Declare,
        idle=_WHATEVER | {"i", "am", "i'm", "im", "commander", "command", "and", "taking", "take", "ic"},
    ),
    Row(
        ("severity", "set severity", "change severity", "raise severity", "lower severity", "upgrade",
         "downgrade", "escalate", "sev", "raise to", "raise it to", "raise this to", "make it", "make this",
         "go to", "lower to", "lower it to", "lower this to", "bump to", "bump it to", "drop to"),
        f"SEVERITY {_BECAUSE}", "severity P0 because customer data is at risk",
        "change the severity",
        "It may change as you learn the impact; say why, and do not debate it.",
        "take command", said.SetSeverity, idle=_WHATEVER | _TOWARDS,
    ),
    Row(
        ("assign", "appoint", "nominate", "make"), "ROLE (to person:PERSON)", "assign business lead to carol",
        "give someone a role",
        "A role that nobody holds is yours. Fill the one that writes to customers first.",
        "take command", said.Assign,
        other_forms=("PERSON (as role:ROLE)", "PERSON ROLE", "ROLE PERSON"),
    ),
    Row(
        ("sitrep", "situation report", "summarise", "summarize", "sum up"), "TEXT",
        "sitrep rollback is running, next look in five minutes",
        "sum up for the call",
        "State, open tasks, next time: whenever there is a lull.",
        "take command", said.Sitrep,
    ),
    Row(
        ("decide", "decision"), f"TEXT {_SURE}",
        "decide fail over before rolling back, it is quicker to judge",
        "state a decision and its reason",
        "A stated reason is what makes an exception a choice. Say it before you act; how sure, too.",
        "take command", said.Decide,
    ),
    Row(
        ("note", "record", "log", "remember", "write down"), "TEXT", "note shard 3 looked odd at 21:30",
        "write something down",
        "What is on record does not have to be remembered.",
        "take command", said.Note,
    ),
    Row(
        ("say", "chat", "talk"), "TEXT", "say on it, back in five",
        "talk to the others at their keyboards",
        "It takes no time and is held against nobody. People of the company answer to commands, as to ask.",
        "people", said.Say,
    ),
    Row(
        ("page", "call", "summon"), "target:WHO", "page datastores",
        "page a team's on-call, or a person",
        "Page the one team you need, not everyone.",
        "people", said.Page, idle=_TOWARDS | {"team", "oncall", "too", "also", "as", "well"},
    ),
    Row(
        ("ask",), "[PERSON] TOPIC", "ask bo what changed",
        "ask someone, or the whole call, what they know",
        "Ask what changed, impact, options, progress, theory, or to save evidence. It costs minutes.",
        "people", said.Ask,
    ),
    Row(
        ("investigate", "look into", "look at", "take a look at", "have a look at", "inspect", "dig into",
         "examine", "diagnose", "debug", "go on", "carry on", "continue",
         "keep looking at", "keep looking into",
         "keep going on", "keep going with", "keep digging into", "keep working on", "keep at", "stay on"),
        f"PLACE {_BY} {_STREAM} {_WITHIN}", "investigate db-shards by ana within 10m",
        "have someone look at a part of the system",
        "Name one owner and a time-box, then come back when it is over. By me is for the "
        "commander alone, and takes all their attention.",
        "people", said.Investigate, idle=_TOWARDS | {"again"},
    ),
    Row(
        ("withdraw", "call off", "never mind", "nevermind"), "[TASK] WORK [by|of PERSON]",
        "withdraw check fail over a shard",
        "take back what you asked for",
        "A look, a check, a preparation. What nobody has taken goes first, else who has it in hand is free.",
        "people", said.Withdraw,
        other_forms=("WORK TASK", "by:PERSON TASK WORK", "by:PERSON WORK"),
        idle=_TOWARDS | _DOING | {"request", "task", "look", "check", "preparation", "watch"},
    ),
    Row(
        ("stop",), "work:PERSON", "stop raj",
        "take somebody off what they look at",
        "They are free at once, and say so. A change is called off with cancel, or undone with revert.",
        "people", said.Withdraw,
        other_forms=("by:PERSON WORK",),
        idle=_TOWARDS | _DOING,
    ),
    Row(
        ("workstream open", "open workstream", "start workstream"),
        "NAME (led by|lead by|under leader:PERSON) [scope WORDS] "
        "[within|for|in|timebox|time box|timeboxed to DURATION]",
        'workstream open cache led by raj scope "warm it" within 20m',
        "split off a group under a leader",
        "For separate problems or more than seven people reporting to you.",
        "people", said.OpenWorkstream,
    ),
    Row(
        ("workstream close", "close workstream", "end workstream"), "NAME", "workstream close cache",
        "close it again", "Its people report to you once more.",
        "people", said.CloseWorkstream,
    ),
    Row(
        ("hand over", "handover", "hand off", "handoff", "hand command"), "to PERSON", "hand over to niamh",
        "hand command to someone",
        "They must accept before it is theirs; brief them first.",
        "people", said.HandOver, idle=frozenset({"command", "incident", "to", "over"}),
    ),
    Row(
        ("release", "stand down", "dismiss"), "PERSON", "release bo",
        "let someone leave the call",
        "Say who must stay and let the others go, as soon as the fault is located.",
        "people", said.Release, idle=_WHATEVER,
    ),
    Row(
        ("warn", "hush"), "person:PERSON", "warn bo",
        "tell someone who derails the call to stop",
        "Once, plainly. Who goes on is released.",
        "people", said.Warn, idle=_WHATEVER,
    ),
    Row(
        ("check", "precheck", "pre check"), f"CHANGE {_BY} {_STREAM}", "check fail over a shard by ana",
        "look for hazards before ordering it",
        "Is it safe now, what does it assume? A few minutes; what goes unchecked can make it worse.",
        "changes", said.Check, idle=_TOWARDS | _CALLED | {"whether", "hazards", "before"},
    ),
    Row(
        ("poll", "objections", "any objections", "strong objections", "any strong objections"), "CHANGE",
        "poll fail over a shard",
        "ask for strong objections",
        "Before what is large or cannot be undone; not for what is trivially undone.",
        "changes", said.Poll, idle=_TOWARDS | _CALLED,
    ),
    Row(
        ("order", "apply", "execute", "perform", "run", "do"),
        f"CHANGE {_BY} {_STREAM} {_STAGED} {_BECAUSE}",
        "order roll back app by bo because the 21:20 release fits",
        "have a change made on production",
        "One at a time: verify it before you order the next. Staged, where that is possible. "
        "Until it is begun, and while somebody objects, cancel calls it off.",
        "changes", said.Order, idle=_CALLED | WHOLE | _AT_ONCE,
    ),
    Row(
        ("verify", "confirm", "validate", "watch"),
        f"CHANGE [on|using|via signal:SIGNAL] [for|over|within|, window:DURATION] {_BY} {_STREAM}",
        "verify roll back app on app errors for 5m",
        "watch a signal: did it work?",
        "Watch the signal for at least its own lag, or you read the past. Watched twice as long as usual or "
        "longer, it tells how bad it became meanwhile: what comes and goes is not well.",
        "changes", said.Verify, idle=_CALLED,
    ),
    Row(
        ("revert", "undo", "back out"), f"CHANGE {_BY} {_STREAM}", "revert turn off new inbox",
        "have a change undone",
        "Undo what did not help, or put it on record with residual.",
        "changes", said.Revert, idle=_CALLED,
    ),
    Row(
        ("cancel", "abort", "do not", "don't", "dont"), "CHANGE", "cancel restart app",
        "call off a change that is not begun",
        "Whether somebody was named for it or not, objects, or has yet to come to it. What is being made is "
        "undone, as with revert.",
        "changes", said.CallOff, idle=frozenset(
            {"order", "ordered", "change", "that", "this", "do", "make", "run", "apply", "any", "now", "yet"}
        ),
    ),
    Row(
        ("residual", "keep", "leave"), f"CHANGE {_BECAUSE}",
        "residual turn off new inbox because it is safer off tonight",
        "put on record that a change stays",
        "A measure nobody wrote down is the next incident.",
        "changes", said.Residual, idle=_CALLED | {"in", "place", "on", "for", "now"},
    ),
    Row(
        ("prepare", "prep", "get ready", "ready", "get ready to", "be ready to", "prepare to", "stand by to"),
        f"CHANGE {_BY} {_STREAM}",
        "prepare add shard replicas by raj",
        "get plan B ready without applying it",
        "Preparing may run beside a change; applying may not.",
        "changes", said.Prepare, idle=_CALLED,
    ),
    Row(
        ("freeze",), "", "freeze", "stop other teams' changes",
        "So that only what you order moves the graphs.",
        "changes", said.Freeze,
        idle=frozenset({"production", "changes", "deploys", "deployments", "all", "other", "everything"}),
    ),
    Row(
        ("unfreeze", "thaw", "lift freeze"), "", "unfreeze", "let them go on changing things",
        "Once the incident is over and its measures are undone or recorded.",
        "changes", said.Unfreeze,
        idle=frozenset({"production", "changes", "deploys", "deployments", "all", "other", "everything"}),
    ),
    Row(
        ("draft", "write"), _UPDATE.replace("STATE", "STATE [by PERSON]", 1),
        "draft status page identified affecting send a message workaround \"retry once\" next in 20m",
        "have an update written for approval",
        "Whoever leads communication writes, you approve; the facts may move meanwhile.",
        "tell people", said.Draft, idle=_TOWARDS | _SPEAKING,
    ),
    Row(
        ("approve", "sign off"), "AUDIENCE", "approve status page",
        "send the waiting draft",
        "Read it again first: does it still say what is true?",
        "tell people", said.Approve, idle=_TOWARDS | {"draft", "update", "post"},
    ),
    Row(
        ("post", "publish", "announce"), _UPDATE,
        "post status page investigating affecting send a message next in 20m "
        'saying "Some customers cannot send messages. We are looking into it."',
        "tell customers (the status page)",
        "What they feel, what you do, when you write again. Never guess a cause or an ETA.",
        "tell people", said.Post, idle=_TOWARDS | _SPEAKING,
    ),
    Row(
        ("brief", "tell", "update", "inform"), _UPDATE,
        "brief leadership identified affecting send a message eta 30m next in 30m",
        "tell people inside the company",
        "Leadership, support and sales each wait for news; silence brings them to the call.",
        "tell people", said.Post, idle=_TOWARDS | _SPEAKING,
    ),
    Row(
        ("answer", "reply", "respond"),
        "AUDIENCE [take command|do you wish to take command|do you want command] "
        "[no eta|no time|no estimate] [eta DURATION] [severity stays|severity stands|keep severity] "
        "[later|not now] [because|since|saying|say|with TEXT]",
        "answer leadership no eta because we are still looking",
        "answer a senior, or whoever asked from outside",
        "A time or that there is none, why it is this severe, or: do you wish to take command? Who only "
        "asked is answered in words: answer leadership saying we know it at noon.",
        "tell people", said.Answer, idle=_TOWARDS | {"there", "is", "in", "say", "yet"},
    ),
    Row(
        ("mitigated", "mitigate"), _SURE, "mitigated 90%",
        "state that customers are well again",
        "Say it when the signals say it, not when the fix has landed; and how sure you are, if you like.",
        "wind down", said.Mitigated, idle=_WHATEVER | {"impact", "customers"}, guarded=True,
    ),
    Row(
        ("resolve", "resolved", "close incident"), _SURE, "resolve",
        "close the incident",
        "After recovery has held for a while and the backlog has drained.",
        "wind down", said.Resolve, idle=_WHATEVER, guarded=True,
    ),
    Row(
        ("follow-up", "followup", "action item", "todo"),
        "text:WORDS [for|by|owner|owned by owner:PERSON] [due WORDS]",
        'follow-up "add replica alarm" for ana due friday',
        "give out work for afterwards",
        "Work without an owner is not done.",
        "wind down", said.FollowUp,
    ),
    Row(
        ("review", "postmortem", "post mortem", "incident review"), "by owner:PERSON [due WORDS]",
        "review by bo due thursday",
        "name who writes the review, and when",
        "Name the writer before people leave.",
        "wind down", said.Review, idle=_TOWARDS | {"by", "owner"},
    ),
    Row(
        ("end", "finish", "end exercise", "stop exercise"), "", "end",
        "end the exercise and read the debrief",
        "End soon after it is resolved: a lingering room costs everyone.",
        "wind down", said.End, idle=frozenset({"exercise", "it", "now", "session", "call"}), guarded=True,
    ),
    Row(
        ("wait", "pass", "sleep"),
        "[seconds:DURATION] [until news|for news|until there is news] [until|till clock:CLOCK]",
        "wait 5m",
        "let time pass (alone: until news or what is due)",
        "A bare number is minutes. wait until news for up to 8h, wait until 09:00 (UTC). "
        "wait 5m runs on over promises.",
        "time", said.Wait, idle=_TOWARDS | {"another", "most"},
    ),
    Row(
        ("skip", "fast forward"), "[at_most:DURATION]", "skip",
        "let quiet time pass, to what is next",
        "Until there is news, or an update or a time-box is about to fall due; 8h at most.",
        "time", said.Skip, idle=_TOWARDS | {"quiet", "time", "ahead", "most"},
    ),
    Row(
        ("help", "commands"), "[topic:COMMAND]", "help order",
        "this page, or all about one command",
        "Any command may be shortened while it stays clear: inv, ver, ord.",
        "time", said.Help, idle=frozenset({"me", "do", "i", "with", "about"}),
    ),
)  # fmt: skip
"""Every command, in the order of the overview."""
