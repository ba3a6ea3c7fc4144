"""Whoever names somebody who cannot work on a place is told who can."""

from simulator.domain import command as said

RESTART = said.Order("restart", "eli")
CLEAR = said.Order("clear cache", "grace")


def test_the_team_is_to_be_paged_while_nobody_of_it_was(play):
    assert play("", "eli").world.allows(RESTART) == "Eli cannot work on shop: page web, who run it."


def test_who_is_on_the_way_is_named(play):
    it = play("", "eli")
    it.say(said.Page("web"))
    assert it.world.allows(RESTART) == "Eli cannot work on shop: Bo can, and is on the way."


def test_a_team_whose_on_call_is_there_in_vain_is_not_to_be_paged(play, write_stall):
    """Grace has the datastores' pager that evening together with Raj, and does not know the cache."""
    allows = play(write_stall, "grace").world.allows
    assert allows(CLEAR) == "Grace cannot work on cache: page raj or ana, who can."
