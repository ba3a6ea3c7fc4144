"""Starting from nothing: a template, cast with what a company has and with what really happened."""

from simulator.authoring.start.casting import cast
from simulator.authoring.start.fill import fill, written
from simulator.authoring.start.past import past

__all__ = ["cast", "fill", "past", "written"]
