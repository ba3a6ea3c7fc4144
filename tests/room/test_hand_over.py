"""Command handed over in a room: whoever did so gets up, and a program leads on until somebody sits down."""

from simulator.domain.entry import each
from simulator.domain.fact import CommandHanded, LedOn
from simulator.room.sqlite import SqliteStore
from simulator.room.stand_in import think

NIAMH = ((1, "declare P1"), (30, "page niamh"), (400, "sitrep the shop is slow, raj looks at the shards"))


def handed(room):
    """Aoife leads, and hands over to Niamh, who is simulated."""
    assert room.sit("a1", "Aoife", "commander") == ""
    for at, text in NIAMH:
        room.clock.jump(at)
        room.tick()
        room.say("a1", "commander", text)
    room.clock.jump(460)
    room.tick()
    assert room.say("a1", "commander", "hand over to niamh").status == "done"
    for second in range(461, 900, 5):
        room.clock.jump(second)
        room.tick()
        think(room)
    return room


def facts(room, kind):
    return [fact for _, fact in each(room.exercise.entries, kind)]


def test_who_handed_over_watches_and_a_program_leads(store, opened):
    def played(room):
        handed(room)
        lines = room.exercise.recording.commands
        since = next(at for at, line in enumerate(lines) if line.text == "step aside")
        return facts(room, LedOn), room.people["a1"].seat, room.standing()["program"], lines[since + 1 :]

    led, seat, program, said = opened(store, played)
    assert led == [LedOn("niamh")]
    assert seat == "observer"
    assert program
    assert {line.seat for line in said} == {"commander"}
    assert len(said) >= 3


def test_who_sits_down_takes_command_back_and_no_program_speaks(store, opened):
    def played(room):
        handed(room)
        assert room.sit("b1", "Bert", "commander") == ""
        lines = len(room.exercise.recording.commands)
        for second in range(901, 1200, 5):
            room.clock.jump(second)
            room.tick()
            think(room)
        later = [line.text for line in room.exercise.recording.commands[lines:]]
        return facts(room, CommandHanded), later, room.people["b1"].seat, room.board("observer")["leads"]

    passed, later, seat, leads = opened(store, played)
    assert passed == [CommandHanded("niamh"), CommandHanded("commander")]
    assert later == []
    assert (seat, leads) == ("commander", "Bert")


def test_a_restart_finds_it_led_on(kept, opened, restored):
    store = SqliteStore(kept)
    before = opened(store, lambda room: handed(room).exercise.recording.text())
    store.close()
    again = SqliteStore(kept)

    def later(room):
        text = room.exercise.recording.text()
        for second in range(room.now, room.now + 600, 5):
            room.clock.jump(second)
            room.tick()
            think(room)
        return text, len(room.exercise.recording.commands), room.people["a1"].seat

    text, said, seat = restored(again, later)
    again.close()
    assert text == before
    assert said > before.count('{"command"')
    assert seat == "observer"


def test_who_leads_in_their_own_name_stays(store, opened):
    """Between people command goes with the seat; nobody simulated has anything to do with it."""

    def played(room):
        room.sit("a1", "Aoife", "commander")
        room.say("a1", "commander", "declare P1")
        room.leave("a1")
        room.sit("b1", "Bert", "commander")
        for second in range(30, 600, 5):
            room.clock.jump(second)
            room.tick()
        return facts(room, LedOn), room.people["b1"].seat, room.standing()["program"]

    assert opened(store, played) == ([], "commander", False)
