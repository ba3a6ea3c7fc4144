"""What people type, and the command it says."""

import pytest

from simulator.domain import command as said
from simulator.domain.update import Update
from simulator.grammar import Unreadable, read

ME = "commander"


def update(audience="status page", state="investigating", **claims):
    return Update(audience, state, **claims)


NO_TIME = {
    "brief leadership investigating no eta next in 20m": said.Post(update("leadership", next_in=1200)),
    'brief leadership investigating, no eta yet, saying "we look"': said.Post(
        update("leadership", text="we look")
    ),
    "post status page identified affecting search no eta": said.Post(
        update(state="identified", scope=("search",))
    ),
    "draft leadership investigating no eta": said.Draft(update("leadership")),
    "brief leadership investigating saying we have no eta yet": said.Post(
        update("leadership", text="we have no eta yet")
    ),
}


@pytest.mark.parametrize(("text", "command"), NO_TIME.items())
def test_that_no_time_is_promised_is_promised_by_none(text, command, vocabulary):
    assert read(text, vocabulary) == command


@pytest.mark.parametrize("text", ["no eta", "brief leadership investigating eta 30m no eta"])
def test_no_time_and_a_time_do_not_fit(text, vocabulary):
    assert isinstance(read(text, vocabulary), Unreadable)


TAKING_COMMAND = {
    "declare P1": said.Declare("P1"),
    "declare a P1 incident": said.Declare("P1"),
    "declare p 1": said.Declare("P1"),
    "Declare SEV-1!": said.Declare("P1"),
    "declare severity 2": said.Declare("P2"),
    "/declare P0": said.Declare("P0"),
    "take command, P1": said.Declare("P1"),
    "declare P1, I am the incident commander": said.Declare("P1"),
    "severity P0": said.SetSeverity("P0"),
    "sev 2": said.SetSeverity("P2"),
    "raise severity to P0 because data is lost": said.SetSeverity("P0", "data is lost"),
    "escalate to P0": said.SetSeverity("P0"),
    "raise it to P0": said.SetSeverity("P0"),
    "make it a P0": said.SetSeverity("P0"),
    "go to P0": said.SetSeverity("P0"),
    "lower to P2 because it eased": said.SetSeverity("P2", "it eased"),
    "get ready to fail over a shard": said.Prepare("fail over a shard"),
    "downgrade to P3 since only staff saw it": said.SetSeverity("P3", "only staff saw it"),
    "assign business lead to carol": said.Assign("business lead", "carol"),
    "assign carol as business lead": said.Assign("business lead", "carol"),
    "make carol the business lead": said.Assign("business lead", "carol"),
    "assign scribe raj": said.Assign("scribe", "raj"),
    "appoint raj as tech lead": said.Assign("technical lead", "raj"),
    "assign comms lead to carol": said.Assign("business lead", "carol"),
    "assign technical lead to me": said.Assign("technical lead", ME),
    "sitrep: rollback runs, next look at 0:20": said.Sitrep("rollback runs, next look at 0:20"),
    'decide "fail over first, it is quicker"': said.Decide("fail over first, it is quicker"),
    "note - shard 3 looked odd": said.Note("shard 3 looked odd"),
    "note \N{FIRE} shard 3": said.Note("\N{FIRE} shard 3"),
    'note he said "no"': said.Note('he said "no"'),
    "log \N{LEFT DOUBLE QUOTATION MARK}all quiet\N{RIGHT DOUBLE QUOTATION MARK}": said.Note("all quiet"),
    "note 'all quiet'": said.Note("all quiet"),
}

PEOPLE = {
    "page datastores": said.Page("datastores"),
    "page the datastores team": said.Page("datastores"),
    "page datastores on-call": said.Page("datastores"),
    "page ana": said.Page("ana"),
    "call Ana Ruiz": said.Page("ana"),
    "please page ruiz": said.Page("ana"),
    "page José": said.Page("jose"),
    "page jose": said.Page("jose"),
    "page o'neill": said.Page("niamh"),
    "page o\N{RIGHT SINGLE QUOTATION MARK}neill": said.Page("niamh"),
    "page sam lee": said.Page("sam-l"),
    "page sam-w": said.Page("sam-w"),
    "ask what changed": said.Ask("what changed"),
    "ask everyone what changed?": said.Ask("what changed"),
    "ask bo what changed?": said.Ask("what changed", "bo"),
    "ask bo what's changed": said.Ask("what changed", "bo"),
    "ask bo about recent deploys": said.Ask("what changed", "bo"),
    "wait for news": said.Wait(until_news=True),
    "ask bo to save the evidence": said.Ask("evidence", "bo"),
    "ask bo for a heap dump": said.Ask("evidence", "bo"),
    "ask bo to keep the logs": said.Ask("evidence", "bo"),
    "ask bo to capture what it shows": said.Ask("evidence", "bo"),
    "ask raj for an eta": said.Ask("progress", "raj"),
    "ask raj how long": said.Ask("progress", "raj"),
    "ask raj how it is going": said.Ask("progress", "raj"),
    "ask raj how far are you with the edge": said.Ask("progress", "raj"),
    "ask raj what's going on with db-shards": said.Ask("theory", "raj"),
    "how are we doing?": said.Ask("progress"),
    "how are we doing, everyone": said.Ask("progress"),
    "how's it going?": said.Ask("progress"),
    "answer leadership yes, tell them it is not only them": said.Answer(
        "leadership", because="yes, tell them it is not only them"
    ),
    "answer leadership no eta, we are looking": said.Answer(
        "leadership", no_eta=True, because="we are looking"
    ),
    "answer leadership no, it stays because the release was yesterday": said.Answer(
        "leadership", because="no, it stays because the release was yesterday"
    ),
    "tell leadership no, we are not rolling back": said.Answer(
        "leadership", because="no, we are not rolling back"
    ),
    "verify the search change on app errors": said.Verify("turn off search", signal="app errors"),
    "watch roll back app for 5m": said.Verify("roll back app", window=300),
    "order roll back app everywhere because one region is back": said.Order(
        "roll back app", because="one region is back"
    ),
    "order roll back app staged because it fails everywhere": said.Order(
        "roll back app", staged=True, because="it fails everywhere"
    ),
    "investigate db-shards 10 min": said.Investigate("db-shards", within=600),
    "draft support investigating by carol": said.Draft(update("support"), "carol"),
    "ask ana what can we quickly try": said.Ask("options", "ana"),
    "ask ana what we can try": said.Ask("options", "ana"),
    "ask for options": said.Ask("options"),
    "ask ana what do you think it is?": said.Ask("theory", "ana"),
    "ask ana for her theory": said.Ask("theory", "ana"),
    "ask carol who is affected": said.Ask("impact", "carol"),
    "ask carol how bad is it": said.Ask("impact", "carol"),
    "ask carol imp": said.Ask("impact", "carol"),
    "investigate db-shards": said.Investigate("db-shards"),
    "investigate the db shards by ana within 10m": said.Investigate("db-shards", "ana", 600),
    "investigate db-shards within 10m by ana": said.Investigate("db-shards", "ana", 600),
    "inv shards by ana in 10 minutes": said.Investigate("db-shards", "ana", 600),
    "look into search for half an hour": said.Investigate("search", None, 1800),
    "can someone look at the app": said.Investigate("app"),
    "look at the release pipeline with bo": said.Investigate("the release pipeline", "bo"),
    "workstream open cache led by raj": said.OpenWorkstream("cache", "raj"),
    'workstream open the Cache Refill led by raj scope "warm it" within 20m': said.OpenWorkstream(
        "cache refill", "raj", "warm it", 1200
    ),
    "workstream open cache within 20m scope warm it led by raj": said.OpenWorkstream(
        "cache", "raj", "warm it", 1200
    ),
    "open workstream cache under raj": said.OpenWorkstream("cache", "raj"),
    "workstream close the cache": said.CloseWorkstream("cache"),
    "work close cache": said.CloseWorkstream("cache"),
    "hand over to niamh": said.HandOver("niamh"),
    "hand over niamh": said.HandOver("niamh"),
    "hand command to niamh": said.HandOver("niamh"),
    "handover to niamh": said.HandOver("niamh"),
    "release bo": said.Release("bo"),
    "warn bo": said.Warn("bo"),
    "release bo from the call": said.Release("bo"),
    "stand down bo": said.Release("bo"),
}

CHANGES = {
    "order roll back app": said.Order("roll back app"),
    "order roll app": said.Order("roll back app"),
    "order the rollback": said.Order("roll back app"),
    "order a roll-back of the app": said.Order("roll back app"),
    "ORDER ROLL BACK APP BY BO": said.Order("roll back app", "bo"),
    "order roll back app, by bo": said.Order("roll back app", "bo"),
    'order "roll back app" by bo': said.Order("roll back app", "bo"),
    "order roll back app staged by bo": said.Order("roll back app", "bo", staged=True),
    "order staged restart app": said.Order("restart app", staged=True),
    "order restart app because it leaks by design": said.Order("restart app", because="it leaks by design"),
    'order restart app because "it leaks" by bo': said.Order("restart app", "bo", because="it leaks"),
    "order failover": said.Order("fail over a shard"),
    "order reboot app": said.Order("restart app"),
    "apply flush the cache": said.Order("clear cache"),
    "order disable new inbox": said.Order("turn off new inbox"),
    "order drain traffic by region by ana": said.Order("drain traffic by region", "ana"),
    "order restart app by myself": said.Order("restart app", ME),
    "order restart app by business lead": said.Order("restart app", "carol"),
    "order restart app by bo by bo": said.Order("restart app", "bo"),
    "check fail over a shard by ana": said.Check("fail over a shard", "ana"),
    "prepare add replicas by raj": said.Prepare("add shard replicas", "raj"),
    "verify c1": said.Verify("c1"),
    "undo change c12 by raj": said.Revert("c12", "raj"),
    "keep c3 because it helps": said.Residual("c3", "it helps"),
    "verify c2 on app errors for 5m": said.Verify("c2", "app errors", 300),
    "verify roll back app": said.Verify("roll back app"),
    "verify roll back app on app errors for 5m": said.Verify("roll back app", "app errors", 300),
    "ver rollback for 5 by ana using errors": said.Verify("roll back app", "app errors", 300, "ana"),
    "confirm rollback over 5m on app errors": said.Verify("roll back app", "app errors", 300),
    "revert turn off new inbox by bo": said.Revert("turn off new inbox", "bo"),
    "undo turn off search": said.Revert("turn off search"),
    "residual turn off search because it is safer": said.Residual("turn off search", "it is safer"),
    "leave turn off search in place": said.Residual("turn off search"),
    "poll failover": said.Poll("fail over a shard"),
    "any strong objections to fail over a shard?": said.Poll("fail over a shard"),
    "freeze": said.Freeze(),
    "freeze all deploys": said.Freeze(),
    "unfreeze": said.Unfreeze(),
}

TELLING_PEOPLE = {
    "post status page investigating": said.Post(update()),
    "post statuspage inv": said.Post(update()),
    "post to the status page: we are investigating": said.Post(update()),
    "post status page investigating affecting send a message": said.Post(update(scope=("send a message",))),
    "post status page investigating affecting send a message, search and log in": said.Post(
        update(scope=("send a message", "search", "log in"))
    ),
    "post status page inv affecting sending messages": said.Post(update(scope=("send a message",))),
    "post status page identified affecting everything": said.Post(
        update(state="identified", scope=("send a message", "open the inbox", "search", "log in"))
    ),
    'post status page inv affecting send a message next in 20m saying "We look into it."': said.Post(
        update(scope=("send a message",), next_in=1200, text="We look into it.")
    ),
    "post status page investigating saying We look into it, next update in 20m": said.Post(
        update(next_in=1200, text="We look into it")
    ),
    "post status page investigating saying next we try a rollback": said.Post(
        update(text="next we try a rollback")
    ),
    'post status page investigating saying "We look into it.': said.Post(update(text="We look into it.")),
    'post status page identified cause "bad release" workaround "use the app" eta 20m': said.Post(
        update(state="identified", cause="bad release", workaround="use the app", eta=1200)
    ),
    "post status page identified eta 20m due to a bad release workaround use the app": said.Post(
        update(state="identified", cause="a bad release", workaround="use the app", eta=1200)
    ),
    "post status page identified cause bad release saying it is back, eta 5m": said.Post(
        update(state="identified", cause="bad release", text="it is back", eta=300)
    ),
    "post status page fixed": said.Post(update(state="resolved")),
    "brief leadership identified next in 30m": said.Post(update("leadership", "identified", next_in=1800)),
    "update leadership monitoring": said.Post(update("leadership", "monitoring")),
    "update leadership a fix is in": said.Post(update("leadership", "monitoring")),
    "brief leadership the fix is in place": said.Post(update("leadership", "monitoring")),
    "brief leadership fix applied": said.Post(update("leadership", "monitoring")),
    "tell leadership fix deployed": said.Post(update("leadership", "monitoring")),
    "tell leadership it is mitigated": said.Post(update("leadership", "monitoring")),
    "tell leadership it is fixed": said.Post(update("leadership", "resolved")),
    "brief support investigating affecting search": said.Post(update("support", scope=("search",))),
    "draft status page identified": said.Draft(update(state="identified")),
    "approve status page": said.Approve("status page"),
    "approve the status page draft": said.Approve("status page"),
}

WINDING_DOWN = {
    "mitigated": said.Mitigated(),
    "mitigated 90%": said.Mitigated(90),
    "mitigated, 90 %": said.Mitigated(90),
    "mitigated sure 90": said.Mitigated(90),
    "mitigated confidence 80 percent": said.Mitigated(80),
    "resolve confident 95 per cent": said.Resolve(95),
    "resolve 100%": said.Resolve(100),
    "decide the cause is the release sure 70%": said.Decide("the cause is the release", 70),
    "decide roll back to 50%": said.Decide("roll back to 50%"),
    "decide we are sure it is the cache": said.Decide("we are sure it is the cache"),
    "resolve": said.Resolve(),
    "resolve the incident": said.Resolve(),
    'follow-up "add replica alarm" for ana due friday': said.FollowUp("add replica alarm", "ana", "friday"),
    "follow up add replica alarm for ana due friday": said.FollowUp("add replica alarm", "ana", "friday"),
    "followup add alarm for replica lag due next week for ana": said.FollowUp(
        "add alarm for replica lag", "ana", "next week"
    ),
    "follow-up thank the night shift": said.FollowUp("thank the night shift"),
    "review by bo due thursday": said.Review("bo", "thursday"),
    "review by bo, friday": said.Review("bo", "friday"),
    "review by bo tomorrow": said.Review("bo", "tomorrow"),
    "follow-up clean up before friday": said.FollowUp("clean up before friday"),
    "postmortem bo": said.Review("bo"),
    "end": said.End(),
    "end the exercise": said.End(),
    "wait 5m": said.Wait(300),
    "wait 5": said.Wait(300),
    "wait 90s": said.Wait(90),
    "wait 1h 30m": said.Wait(5400),
    "wait for another 90 seconds": said.Wait(90),
    "wait half an hour": said.Wait(1800),
    "wait five minutes": said.Wait(300),
    "wait": said.Wait(),
}

LOOKING = {
    "board": said.Look("board"),
    "Signals": said.Look("signals"),
    "show me the signals": said.Look("signals"),
    "look people": said.Look("people"),
    "who is on call?": said.Look("people"),
    "sig": said.Look("signals"),
    "runb": said.Look("runbook"),
    "runbook for app": said.Look("runbook", "app"),
    "changes app errors": said.Look("runbook", "app errors"),
    "timeline": said.Look("timeline"),
    "clocks": said.Look("clocks"),
    "services": said.Look("services"),
    "severities": said.Look("severities"),
    "help": said.Help(),
    "?": said.Help(),
    "help order": said.Help("order"),
    "help me with follow up": said.Help("follow-up"),
    "help hand": said.Help("hand over"),
    "help the weather": said.Help("the weather"),
}

EVERY = TAKING_COMMAND | PEOPLE | CHANGES | TELLING_PEOPLE | WINDING_DOWN | LOOKING


@pytest.mark.parametrize(("text", "command"), EVERY.items())
def test_a_line_says_a_command(text, command, vocabulary):
    assert read(text, vocabulary) == command


def test_what_is_shorter_and_exact_wins_over_what_begins_alike(vocabulary):
    assert read("investigate app", vocabulary) == said.Investigate("app")
    assert read("investigate edge", vocabulary) == said.Investigate("edge")


def test_a_long_line_is_read_in_no_time(vocabulary):
    text = "all quiet " * 1000
    assert read(f"note {text}", vocabulary) == said.Note(text.strip())
