"""Starting from nothing: a template, cast with what a company has and with what really happened."""

from simulator.authoring.start.casting import cast
from simulator.authoring.start.fill import fill, written
from simulator.authoring.start.past import noticed, past

__all__ = ["cast", "fill", "noticed", "past", "written"]
