"""What is no command, or could be several: the whole line of the answer."""

import pytest

from simulator.grammar import Ambiguous, Unreadable, read

ORDER = "Say: order CHANGE [by PERSON] [in workstream NAME] [staged] [because TEXT]"
VERIFY = "Say: verify CHANGE [on SIGNAL] [for DURATION] [by PERSON] [in workstream NAME]"
WAIT = "Say: wait [DURATION] [until news] [until CLOCK]"
INVESTIGATE = "Say: investigate PLACE [by PERSON] [in workstream NAME] [within DURATION]"
POST = "Say for example: post status page investigating affecting send a message next in 30m"
TEAMS = "teams: datastores, product, traffic, commanders. Say: page WHO"
QUIT = (
    "end judges the play and tells how it went; in a terminal Ctrl-C twice keeps it, to go on with it later."
)
UNREAD = (
    "Unread are the messages that came in since you last spoke: questions, alerts and news, marked ! or *. "
    "Each costs a moment when you speak next. timeline shows them, board what is owed."
)
TALK = "Type help to see every command; to talk to the others, begin with say."
ROLES = "commander, deputy, scribe, business lead, technical lead"

UNREADABLE = {
    "release all": "One person at a time. Say for each: release PERSON (people shows them)",
    "Carol, let leadership know we are investigating, more in 20 minutes": (
        "'Carol, let leadership know we are investigating, more in...' is not a command. "
        "'Carol' is a person: to have an update written, which you approve, say: "
        "draft leadership investigating affecting send a message next in 20m."
    ),
    # no verb
    "": "Nothing to read: type a command, or help to see them all.",
    "quit": f"'quit' is not a command. {QUIT}",
    "exit": f"'exit' is not a command. {QUIT}",
    "q": f"'q' is not a command. {QUIT}",
    "unread": f"'unread' is not a command. {UNREAD}",
    "read": f"'read' is not a command. {UNREAD}",
    "   ": "Nothing to read: type a command, or help to see them all.",
    "!!!": "Nothing to read: type a command, or help to see them all.",
    "frobnicate": "'frobnicate' is not a command. Type help to see every command.",
    "hello": f"'hello' is not a command. {TALK}",
    "lgtm, one shard. prep failover as plan B": (
        f"'lgtm, one shard. prep failover as plan B' is not a command. {TALK}"
    ),
    "invetsigate db": "'invetsigate db' is not a command. Did you mean: investigate?",
    "roll it back": "'roll it back' is not a command. Did you mean: order roll back app?",
    "hadn over": "'hadn over' is not a command. Did you mean: hand over?",
    "roll back the app": (
        "'roll back the app' is not a command. To have a change made, say: order roll back app."
    ),
    "let's roll back": "'roll back' is not a command. To have a change made, say: order roll back app.",
    "stop the migration": (
        "'stop the migration' is not a command. To have a change made, say: order stop the migration."
    ),
    "db-shards": "'db-shards' is not a command. It is a place: investigate db-shards.",
    "edge is down": "'edge is down' is not a command. 'edge' is a place: investigate edge.",
    "ana": "'ana' is not a command. It is a person: ask ana for progress.",
    "P1": "'P1' is not a command. It is a severity: declare P1.",
    "what changed in app?": "'what changed in app' is not a command. To ask the call, say: ask what changed.",
    "who is affected?": "'who is affected' is not a command. To ask the call, say: ask impact.",
    "eta on c1?": "'eta on c1' is not a command. To ask the call, say: ask progress.",
    "status page investigating": (
        "'status page investigating' is not a command. "
        "'status page' is an audience: post status page investigating."
    ),
    "is restart app safe?": (
        "'is restart app safe' is not a command. To have its hazards looked for, say: check restart app."
    ),
    "what can I do here?": (
        "'what can I do here' is not a command. "
        "To ask the call, say: ask what changed, ask impact or ask options. Type help to see every command."
    ),
    "resolv": "'resolv' is short for something final; spell it out: resolve",
    "miti": "'miti' is short for something final; spell it out: mitigated",
    # a slot that is empty
    "declare": "'declare' needs a severity: P0, P1, P2, P3. Say: declare SEVERITY",
    "order": f"'order' needs a change in the runbook (runbook shows them). {ORDER}",
    "order roll back app by": f"'order roll back app by' needs a person (people shows them). {ORDER}",
    "order roll back app because": f"'order roll back app because' needs a text. {ORDER}",
    "ask": (
        "'ask' needs a topic to ask about: what changed, impact, options, progress, theory, evidence. "
        "Say: ask [PERSON] TOPIC"
    ),
    "ask ana": (
        "'ask ana' needs a topic to ask about: what changed, impact, options, progress, theory, evidence. "
        "Say: ask [PERSON] TOPIC"
    ),
    "assign": f"'assign' needs a role: {ROLES}. Say: assign ROLE to PERSON",
    "assign scribe to": "'assign scribe to' needs a person (people shows them). Say: assign ROLE to PERSON",
    "runbook pizza": (
        "'pizza' is not a place to investigate: edge, app, db-main, db-shards, cache, search, "
        "the release pipeline. Say: runbook [PLACE]"
    ),
    "note": "'note' needs a text. Say: note TEXT",
    'note "': "'note \"' needs a text. Say: note TEXT",
    "post status page": (
        "'post status page' needs a state of an update: investigating, identified, monitoring, resolved. "
        + POST
    ),
    "workstream open cache": (
        "'workstream open cache' needs a person (people shows them). "
        "Say: workstream open NAME led by PERSON [scope WORDS] [within DURATION]"
    ),
    # a slot that names nothing
    "declare P7": "'P7' is not a severity: P0, P1, P2, P3. Say: declare SEVERITY",
    "order roll bakc app": f"'roll bakc app' is not a change in the runbook; near: roll back app. {ORDER}",
    "order pizza": f"'pizza' is not a change in the runbook (runbook shows them). {ORDER}",
    "order roll back app by zed": f"'zed' is not a person (people shows them). {ORDER}",
    "investigate what changed": (
        f"'what changed' is not a place to investigate but a topic to ask about. {INVESTIGATE}"
    ),
    "release traffic team": "'traffic team' is not a person but a team. Say: release PERSON",
    "page dba": f"'dba' is not a person or a team; {TEAMS}",
    "page engineering": f"'engineering' is not a person or a team; {TEAMS}",
    "page shards": (
        "'shards' is not a person or a team; the team of that is product: page product. Say: page WHO"
    ),
    "page rja": "'rja' is not a person or a team; near: Raj Patel. Say: page WHO",
    "ask zed what changed": "'zed' is not a person (people shows them). Say: ask [PERSON] TOPIC",
    "ask ana the time": (
        "'time' is not a topic to ask about: what changed, impact, options, progress, theory, evidence. "
        "Say: ask [PERSON] TOPIC"
    ),
    "verify app errors for 3m by ana": (
        "'app errors' is not a change in the runbook but a signal. "
        "Say: verify CHANGE on app errors for 3m by ana"
    ),
    "order roll back app staged everywhere": (
        f"'everywhere' is not understood after 'order roll back app staged'. {ORDER}"
    ),
    "release raj, bo": "One at a time. Say: release raj, then: release bo",
    "ask raj and bo progress": "One at a time. Say: ask raj progress, then: ask bo progress",
    "page datastores and product": "One at a time. Say: page datastores, then: page product",
    "page raj, bo and ana": "One at a time. Say: page raj, then: page bo, then: page ana",
    "release raj, nobody": "'nobody' is not understood after 'release raj'. Say: release PERSON",
    "review by bo, soon": "'soon' is not understood after 'review by bo'. Say: review by PERSON [due WORDS]",
    "answer leadership no eta we are looking": (
        "'we are looking' is not understood after 'answer leadership no eta'. Say: answer AUDIENCE "
        "[take command] [no eta] [eta DURATION] [severity stays] [later] [because TEXT]"
    ),
    "assign bizness lead to carol": (
        "'bizness lead' is not a role; near: business lead. Say: assign ROLE to PERSON"
    ),
    "assign carol as bizness lead": (
        "'bizness lead' is not a role; near: business lead. Say: assign ROLE to PERSON"
    ),
    "verify roll back app on foo": (
        f"'foo' is not a signal: app errors, message delivery, shard write time. {VERIFY}"
    ),
    "verify roll back app for ever": f"'ever' is not a duration such as 5m or 1h30m. {VERIFY}",
    "wait soon": f"'soon' is not a duration such as 5m or 1h30m. {WAIT}",
    "wait 101d": f"'101d' is not a duration such as 5m or 1h30m. {WAIT}",
    "post everyone investigating": (
        f"'everyone' is not an audience: status page, leadership, sales, support. {POST}"
    ),
    "post status page worried": (
        "'worried' is not a state of an update: investigating, identified, monitoring, resolved. " + POST
    ),
    "post status page investigating affecting checkout": (
        f"'checkout' is not a journey or a service (services shows them). {POST}"
    ),
    # more than was expected
    "declare p1 all down": "'all down' is not understood after 'declare p1'. Say: declare SEVERITY",
    "order roll back app foo": f"'foo' is not understood after 'order roll back app'. {ORDER}",
    "investigate db-shards ana": f"'ana' is not understood after 'investigate db-shards'. {INVESTIGATE}",
    "end of the world": "'world' is not understood after 'end of the'. Say: end",
    "order roll back app by bo by ana": f"'by' is said twice. {ORDER}",
    "post status page investigating next in 5m next in 10m": f"'next in' is said twice. {POST}",
}

AMBIGUOUS = {
    "page sam": ("'sam' could be: Sam Lee, Sam Wolfe", ("Sam Lee", "Sam Wolfe")),
    "order restart app by datastores": (
        "'datastores' could be: Ana Ruiz, Raj Patel",
        ("Ana Ruiz", "Raj Patel"),
    ),
    "order turn off": (
        "'turn off' could be: turn off new inbox, turn off search",
        ("turn off new inbox", "turn off search"),
    ),
    "investigate db": ("'db' could be: db-main, db-shards", ("db-main", "db-shards")),
    "rev roll back app": ("'rev' could be: revert, review", ("revert", "review")),
    "res": ("'res' could be: residual, resolve", ("residual", "resolve")),
    "workstream": (
        "'workstream' could be: workstream open, workstream close",
        ("workstream open", "workstream close"),
    ),
    "ask ana what do you think changed": (
        "'what do you think changed' could be: theory, what changed",
        ("theory", "what changed"),
    ),
    "post status page i": (
        "'i' could be: investigating, identified",
        ("investigating", "identified"),
    ),
}


@pytest.mark.parametrize(("text", "answer"), UNREADABLE.items())
def test_an_unreadable_line_is_quoted_and_told_what_would_be_understood(text, answer, vocabulary):
    assert read(text, vocabulary) == Unreadable(text, answer)


@pytest.mark.parametrize(("text", "told"), AMBIGUOUS.items())
def test_an_ambiguous_line_is_told_what_it_could_be(text, told, vocabulary):
    assert read(text, vocabulary) == Ambiguous(text, *told)


def test_what_is_quoted_is_one_short_printable_line(vocabulary):
    said = read("order \x1b[31m" + "red alert\n" * 500, vocabulary)
    assert isinstance(said, Unreadable)
    assert said.answer.isprintable()
    assert len(said.answer) < 250


@pytest.mark.parametrize(
    "text", ["'", '"', "\x00", "order \x00", "\ud800", "note \ud800", "9" * 5000, "wait " + "9" * 5000]
)
def test_odd_text_is_answered_too(text, vocabulary):
    assert isinstance(read(text, vocabulary), Unreadable)
