"""A private word of the facilitator can be answered to the facilitator alone."""

import pytest

from simulator.room.asides import asides_to
from simulator.room.sqlite import SqliteStore
from tests.room.people import facilitates, joined


def test_it_is_read_by_the_facilitator_and_by_whoever_said_it(kept, opened, restored):
    store = SqliteStore(kept)

    def played(room):
        room.sit("a", "Ann", "responder")
        room.sit("b", "Bo", "responder")
        room.aside("a", "facilitator", "I am lost")
        return [asides_to(room, *read) for read in READERS]

    told = opened(store, played)
    said = [[(each["by"], each["text"], each["from"]) for each in read] for read in told]
    assert said == [[("Ann", "I am lost", "responder")]] * 2 + [[], []]
    assert restored(store, lambda room: [asides_to(room, *read) for read in READERS]) == told
    store.close()


READERS = (("facilitator", "facilitator"), ("responder", "a"), ("responder", "b"), ("commander", "c"))


@pytest.mark.parametrize("seat", ["commander", "observer", "shadow-commander"])
def test_every_place_may_answer_and_it_is_no_part_of_the_exercise(server, room, seat):
    place = joined(server, room, seat)
    before = room.exercise.recording.text()
    assert server.post(f"{place}/aside", json={"text": "thanks"}).json() == {"status": "done"}
    assert server.post(f"{place}/aside", json={"text": " "}).status_code == 400
    assert [each["text"] for each in asides_to(room, "facilitator", "")] == ["thanks"]
    assert room.exercise.recording.text() == before


def test_the_facilitator_has_other_ways(server, room):
    place = facilitates(server, room)
    assert server.post(f"{place}/aside", json={"text": "hm"}).status_code == 403
