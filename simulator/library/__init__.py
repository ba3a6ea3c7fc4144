"""The library: finds outages and recordings, keeps the journal of a play, and makes its debrief."""

from simulator.library.journal import Journal, Unwritable
from simulator.library.library import FIRST, Library
from simulator.library.outage import Outage
from simulator.library.places import OWN_FOLDERS, PLAYS, personal_folder, shipped
from simulator.library.plays import find_play, name_of, new_play, new_variation
from simulator.library.trouble import Faulty, Unknown, Unusable, counted

__all__ = [
    "FIRST", "OWN_FOLDERS", "PLAYS", "Faulty", "Journal", "Library", "Outage", "Unknown",
    "Unusable", "Unwritable", "counted", "find_play", "name_of", "new_play", "new_variation",
    "personal_folder", "shipped",
]  # fmt: skip
