"""Every kind of entry, written in the notation, and the sentence it makes."""

import pytest

from simulator.domain.codec import KINDS, kind_of
from simulator.domain.fact import Looked
from simulator.domain.messages import MESSAGES, NEWS
from simulator.domain.notation import read_entry
from simulator.domain.prose import Names, say, speaker, tone
from simulator.domain.prose.weight import BESIDE, WANTS_YOU, mark_of

PEOPLE = {"ana": "Ana", "bo": "Bo", "carol": "Carol", "sam-l": "Sam Lee", "commander": "you"}
NAMES = Names(PEOPLE, {"app errors": "errors", "shard write time": "latency", "message delivery": "success"})

SAID = """
opened title="A quarter of customers cannot send" briefing="It is Wednesday evening."
    command - | A quarter of customers cannot send. It is Wednesday evening.
taken-over task="Write the first status post."
    command - | You take over. Write the first status post.
swooped who=leadership audience=leadership says="When will it be fixed?" wants=eta
    alert leadership | Leadership steps in: When will it be fixed?
replied audience=leadership how="no eta" text="we still look"
    news commander | You answer leadership: there is no time yet, because we still look.
replied audience=leadership how=eta eta=30m
    news commander | You answer leadership: it should be over within 30 min.
replied audience=leadership how="take command"
    news commander | You answer leadership: whether they wish to take command.
stepped-back who=leadership audience=leadership says="It is yours"
    alert leadership | Leadership steps back: It is yours.
complained who=customers audience="status page" about="missed eta" says="You said it would be over."
    alert customers | Customers: You said it would be over.
mood-changed who=sales mood=angry anger=26
    alert sales | The mood of sales: angry.
mood-changed who=sales mood=calm anger=4
    alert sales | The mood of sales: calm again.
escalated who="Big Shop" audience=sales worth="a tenth of it all" says="I have called your chief"
    alert Big Shop | Big Shop goes over your head: I have called your chief.
notice-due who="the authority" audience=regulator within=4h why="data loss"
    alert the authority | A legal clock runs: the authority must hear within 4 h, for data loss is known.
notice-due who="the authority" audience=regulator within=1d why=declaring
    alert the authority | A legal clock runs: the authority must hear within 24 h, for it is declared.
notice-missed who="the authority" audience=regulator why="data loss"
    alert the authority | The time by which the authority had to hear has passed, and nobody told them.
contacted who=Paybox
    news commander | You call Paybox.
post-failed audience="status page" state=investigating by=carol says="It is down too."
    news carol | The update to the status page does not go out: It is down too.
ended why="ended by the commander"
    command - | The exercise ends: ended by the commander.
commanded seat=commander text="page bo" takes=15
    command commander | You say "page bo".
misread seat=commander text="pge bo" answer="'pge' is no command; did you mean 'page'?"
    command commander | You say "pge bo". 'pge' is no command; did you mean 'page'?
refused seat=carol text="resolve" reason="It is not declared."
    command carol | Carol asks for "resolve". It is not declared.
looked view=board
    command commander | You look at the board.
inject-fired inject=3 seen=truth
    truth - | The facilitator has inject 3 happen.
inject-fired inject=3 text="Is it us?" seen=truth
    truth - | The facilitator has inject 3 happen, in other words.
inject-held inject=3 seen=truth
    truth - | The facilitator holds inject 3 back.
inject-reworded inject=3 text="Is it us?" seen=truth
    truth - | The facilitator puts inject 3 in other words, for when its time comes: Is it us?
inject-planned inject=9 who=bo at=10m text="Is it us?" seen=truth
    truth - | The facilitator plans inject 9, for 0:10:00: Bo says: Is it us?
inject-let-go inject=3 seen=truth
    truth - | The facilitator lets inject 3 go again.
prompted who=bo seen=truth
    truth - | The facilitator has Bo say something.
prompted who=leadership steps_in=yes seen=truth
    truth - | The facilitator has leadership step in.
nudged service=app pull=slowness amount=20 lasts=10m seen=truth
    truth - | The facilitator nudges app: 20 % slower answers for 10 min.
whispered to=commander text="Watch the clock" seen=commander
    people - | The facilitator, to you alone: Watch the clock.
hint-given to=deputy step=question text="What changed?" seen=deputy
    people - | A hint for deputy: What changed?
cause-drawn cause="stalled primary" truth="The primary of shard 3 stopped committing." seen=truth
    truth - | What is wrong is 'stalled primary'. The primary of shard 3 stopped committing.
hazard-drawn change="fail over a shard" hazard="replica is behind" holds=yes seen=truth
    truth - | 'fail over a shard' is dangerous today: replica is behind.
hazard-drawn change="fail over a shard" hazard="replica is behind" seen=truth
    truth - | 'fail over a shard' is safe today: the runbook's warning, 'replica is behind', is not true now.
effect-set-in to=db-shards part=3 what=errors amount=0.95 why="stalled primary" seen=truth
    truth - | db-shards, part 3: requests fail for 95 % ('stalled primary').
effect-set-in to=db-main what=load amount=0.8 why="harm of c2" seen=truth
    truth - | db-main: load changes by +80 % (harm done by change c2).
effect-set-in to=db-main what=slow amount=4 why=c2 seen=truth
    truth - | db-main: answers are slow, 4 times the usual ('c2').
effect-went-off to=db-shards part=3 what=errors why="stalled primary" seen=truth
    truth - | db-shards, part 3: no longer so that requests fail ('stalled primary').
impact-changed failing=13500 arriving=13500 total=42000.5 journeys="send a message:0.23" seen=truth
    truth - | 13,500 customers are failing ('send a message' for 23 %); 42,000 customer-minutes lost so far.
impact-changed failing=0 arriving=10 total=1 seen=truth
    truth - | No customer is failing; 1 customer-minute lost so far.
impact-changed failing=0 arriving=0 total=7 losing=60 stranded=12 seen=truth
    truth - | No customer is failing; the work of 60 customers is being lost; 7 customer-minutes lost so far.
effect-set-in to=db-main what=loses amount=0.2 why="leak" seen=truth
    truth - | db-main: work is lost that seems to be done for 20 % ('leak').
healed cause="blip" seen=truth
    truth - | 'blip' is over by itself.
work-lost minutes=1200 seen=truth
    truth - | Stranded work of 1,200 customer-minutes is gone.
work-merged minutes=1 seen=truth
    truth - | Stranded work of 1 customer-minute is safe.
overloaded service=db-main over=yes seen=truth
    truth - | db-main goes into overload.
interrupted person=ana seconds=2m seen=truth
    truth - | The question costs Ana 2 min of work.
paged person=ana team=datastores
    people ana | Ana is paged, on call for datastores.
paged person=ana
    people ana | Ana is paged.
acknowledged person=ana
    people ana | Ana acknowledges the page.
page-unanswered person=ana
    people ana | Ana's page goes unanswered.
joined person=bo
    people bo | Bo joins the call.
left person=sam-l
    people sam-l | Sam Lee leaves the call.
task-given task=t1 what=investigate subject=db-shards owner=ana within=5m
    people commander | Ana is asked to look into db-shards, within 5 min.
task-given task=t1 what=investigate subject="what changed?"
    people commander | Who can look into what changed? Anybody may take it; whoever is named begins at once.
task-given task=t1 what=write subject="status page" owner=carol
    people commander | Carol is asked to write the update for the status page.
task-started task=t1 what=verify subject="clear cache" owner=commander
    people commander | You start to watch the effect of 'clear cache'.
task-ended task=t1 what=check subject="clear cache" owner=ana
    people ana | Ana is done with checking the hazards of 'clear cache'.
clue-found person=ana place=db-shards clue=1 says="Writes on shard 3 are stuck; reads are fine."
    people ana | Ana on db-shards: Writes on shard 3 are stuck; reads are fine.
not-known person=bo place=db-shards says="I don't know db-shards well enough to say"
    people bo | Bo: I don't know db-shards well enough to say.
answered person=bo topic=theory says="My gut says bad release." sure=0.4
    people bo | Bo (not sure): My gut says bad release.
said who=support says="Forty tickets now"
    people support | Support: Forty tickets now.
hazard-checked person=ana change="fail over a shard" hazard=x says="Checked: not so."
    change ana | Ana on 'fail over a shard': Checked: not so.
change-ordered id=c1 change="roll back app" owner=bo staged=yes because="because it is quick."
    change commander | Change c1 'roll back app' ordered from Bo, in its small first form, because it is \
quick.
change-ordered id=c1 change="roll back app"
    change commander | Change c1 'roll back app' ordered, with no name on it.
change-started id=c1 change="roll back app" owner=bo
    change bo | Change c1 'roll back app' started by Bo.
change-done id=c1 change="roll back app" owner=bo says="roll back app is done."
    change bo | Change c1 'roll back app' made by Bo.
change-failed id=c1 change="roll back app" owner=bo says="It will not go through."
    change bo | Change c1 'roll back app' could not be made. Bo: It will not go through.
change-hung id=c1 change="roll back app" owner=bo says="It got stuck"
    change bo | Change c1 'roll back app' hangs. Bo: It got stuck.
change-acted id=c1 change="roll back app" acted=nothing harmed=yes seen=truth
    truth - | 'roll back app' (c1) does nothing about what is wrong, and makes something worse.
change-wore-off id=c1 change="roll back app" owner=bo says="It is as bad as before"
    change bo | Change c1 'roll back app' has stopped helping. Bo: It is as bad as before.
change-prepared change="roll back app" owner=bo
    change bo | 'roll back app' is ready to be made by Bo.
revert-started id=c1 change="roll back app" owner=commander
    change commander | You start to undo c1 'roll back app'.
change-reverted id=c1 change="roll back app" owner=bo
    change bo | Change c1 'roll back app' undone by Bo.
verify-started id=c1 change="roll back app" signal="app errors" window=4m owner=ana
    change ana | Ana watches app errors for 4 min for the effect of c1 'roll back app'.
verified id=c1 change="roll back app" signal="app errors" result=recovered before=0.23 after=0.004 owner=ana
    change ana | Ana on the effect of c1 'roll back app': back to normal (app errors, 23 % before and 0.4 % \
now).
verified id=c1 change="roll back app" signal="app errors" result=better before=0.8 after=0 owner=ana \
on_a_part=yes
    change ana | Ana on the effect of c1 'roll back app': better (app errors, 80 % before and 0.0 % now, \
where it was made).
verified id=c1 change="roll back app" signal="shard write time" result=unclear before=18 after=9 \
confounded=c2,c3 owner=ana
    change ana | Ana on the effect of c1 'roll back app': moved, but it cannot be told why (shard write \
time, 18x before and 9x now). c2 and c3 could be behind it as well.
verified id=c1 change="roll back app" signal="app errors" result=same before=0.2 after=0.2 early=yes
    change - | You on the effect of c1 'roll back app': no difference (app errors still 20 %). That was \
sooner than the signal can show.
acted-alone person=ana id=c2 change="clear cache" says="I'm on it."
    people ana | Change c2 'clear cache' is Ana's own doing; nobody asked for it. Ana: I'm on it.
withdrawn task=t1 what=investigate subject="db-shards" owner=ana by=commander
    people commander | You take Ana off looking into db-shards.
withdrawn task=t1 what=check subject="roll back app" owner="" by=deputy
    people deputy | Deputy takes back the request to check the hazards of 'roll back app'.
withdrawn task=t1 what=check subject="roll back app" owner="" by=""
    people - | The request to check the hazards of 'roll back app' lapses.
warned person=ana
    people commander | You ask Ana to stop it.
warned person=ana by=deputy
    people deputy | Deputy asks Ana to stop it.
residual-logged id=c1 change="roll back app" because="it does no harm"
    change commander | On record: c1 'roll back app' stays in place, because it does no harm.
polled change="roll back app"
    change commander | You ask for strong objections to 'roll back app'.
polled change="roll back app" by=deputy
    change deputy | Deputy asks for strong objections to 'roll back app'.
objected person=ana change="roll back app" says="Yes, I object."
    change ana | Ana: Yes, I object.
nobody-objected change="roll back app"
    change - | Nobody objects to 'roll back app'.
frozen
    change commander | Other teams' changes to production are stopped.
unfrozen
    change commander | Other teams may change production again.
workstream-opened name=search leader=ana scope="get search back." within=20m
    change commander | Workstream 'search' opened under Ana, within 20 min: get search back.
workstream-closed name=search
    change commander | Workstream 'search' closed.
alert-fired alert="app errors high" signal="app errors" reading=0.21 pages=product
    alert - | Alert 'app errors high': app errors reads 21 %. It pages product.
alert-cleared alert="app errors high" signal="app errors"
    alert - | Alert 'app errors high' goes quiet.
customers-reported count=40 says="40 customers have written in about this."
    alert - | Support: 40 customers have written in about this.
customers-reported count=1
    alert - | Support has 1 report by now.
stakeholder-asked who=leadership audience=leadership silence=20m says="Any news?"
    alert leadership | Leadership: Any news?
swooped who=leadership audience=leadership says="Who is running this?"
    alert leadership | Leadership steps in: Who is running this?
drafted audience=leadership state=identified by=carol
    news carol | Carol has a draft for leadership: identified.
posted audience="status page" state=investigating scope="send a message,log in" next_in=20m text="We are on \
it." by=carol
    news carol | Carol updates the status page: investigating, 'send a message' and 'log in' affected; next \
update in 20 min. "We are on it."
posted audience=support state=identified cause="a stuck database." workaround="use email" eta=10m by=commander
    news commander | You update support: identified; cause given as a stuck database; until then: use \
email; fixed within 10 min, it says.
posted audience=support state=resolved scope="send a message,log in" by=carol
    news carol | Carol updates support: resolved, 'send a message' and 'log in' were affected.
posted audience=support state=resolved scope="log in" by=carol
    news carol | Carol updates support: resolved, 'log in' was affected.
declared severity=P1 commander=commander
    command commander | You declare the incident at P1 and take command.
declared severity=P1 commander=ana
    command commander | Ana declares the incident at P1 and takes command.
severity-changed before=P1 severity=P0 because="data may be lost"
    command commander | The severity is now P0, after P1, because data may be lost.
role-assigned role="business lead" person=carol
    command commander | Carol is now business lead.
role-assigned role=business-lead person=business-lead
    command commander | The business lead is in their seat.
command-offered person=ana
    command commander | You offer command to Ana.
command-handed person=ana
    command commander | Ana is now in command.
led-on person=ana
    command commander | Ana leads on from here.
command-left person=commander
    command commander | You leave while customers are still affected. Nobody leads from here on.
sitrep-given text="Rolling back, next word at 20"
    command commander | Situation report: Rolling back, next word at 20.
decided text="fail over, the replica is fine"
    command commander | Decided: fail over, the replica is fine.
noted text="hm"
    command commander | Note: hm.
spoke seat=commander text="who writes to customers?"
    people commander | You: who writes to customers?
spoke seat=deputy text="I do"
    people deputy | Deputy: I do
called-mitigated
    command commander | You call it mitigated: customers are no longer affected.
resolved
    command commander | The incident is resolved.
followed-up text="add an alert" owner=ana due=Friday
    command commander | Follow-up for Ana, due Friday: add an alert.
followed-up text="look into it"
    command commander | Follow-up for nobody by name: look into it.
review-set owner=ana due=Friday
    command commander | Ana writes the incident review, due Friday.
"""


def _cases():
    lines = [line for line in SAID.splitlines() if line.strip()]
    for written, expected in zip(lines[::2], lines[1::2], strict=True):
        heading, _, sentence = expected.strip().partition(" | ")
        yield f"0:01:00 {written}", heading, sentence


@pytest.mark.parametrize(("written", "heading", "sentence"), list(_cases()))
def test_each_kind_says_one_plain_sentence(written, heading, sentence):
    entry = read_entry(written, 1)

    assert say(entry, NAMES) == sentence
    assert f"{tone(entry)} {speaker(entry) or '-'}" == heading


def test_every_kind_of_entry_is_covered():
    kinds = {kind_of(read_entry(case[0], 1).fact) for case in _cases()}

    assert kinds == set(KINDS)


def test_looking_at_signals_says_what_they_showed():
    entry = read_entry("0:01:00 looked view=signals", 1)
    shown = (("app errors", 0.004), ("shard write time", 6.2), ("unknown", 3.0))
    entry = entry._replace(fact=Looked("signals", shown))

    assert say(entry, NAMES) == (
        "You look at the signals: app errors 0.4 %, shard write time 6.2x and unknown 3."
    )


def test_the_commander_can_be_someone_else_to_the_reader():
    names = Names({"commander": "the commander"})

    assert say(read_entry("0:01:00 resolved", 1), names) == "The incident is resolved."
    assert say(read_entry("0:01:00 called-mitigated", 1), names).startswith(
        "The commander calls it \
mitigated"
    )
    assert say(read_entry("0:01:00 declared severity=P1", 1), names).endswith(
        "declares the incident at P1 \
and takes command."
    )


def test_what_waits_in_a_queue_is_told_as_a_time():
    names = Names(PEOPLE, {"mail queue": "waiting", "app errors": "errors"})
    assert names.reading("mail queue", 790.2) == "13 min"
    assert names.reading("mail queue", 0.4) == "0 s"
    assert names.reading("app errors", 0.21) == "21 %"


def test_what_nobody_could_see_has_the_tone_of_truth():
    assert tone(read_entry("0:01:00 noted text=x seen=truth", 1)) == "truth"


def test_unknown_ids_are_called_by_their_id():
    assert say(read_entry("0:01:00 joined person=zoe", 1), Names()) == "Zoe joins the call."
    assert say(read_entry("0:01:00 paged person=commander", 1), Names()) == "You are paged."


def test_whatever_calls_for_the_reader_is_a_message():
    assert set(WANTS_YOU) <= set(MESSAGES)


def test_what_ends_a_wait_is_marked_and_besides_it_only_words_beside_the_play_are():
    assert set(MESSAGES) < set(NEWS)
    assert set(BESIDE).isdisjoint(NEWS)
    assert mark_of(read_entry("0:01:00 command-handed person=grace", 1)) == "*"
    assert mark_of(read_entry("0:01:00 alert-cleared alert=x", 1)) == "*"
    assert mark_of(read_entry("0:01:00 whispered to=commander text=x", 1)) == "*"
    assert mark_of(read_entry("0:01:00 noted text=x", 1)) == " "
