"""The luck of a play, as an option takes it: a whole number."""

import click


class Seed(click.IntRange):
    """A number from 0 on; what is none is called by a plain name."""

    name = "whole number, such as 7"


SEED = Seed(0)
