"""The player that does everything by the book, and loses no minute over it."""

from simulator.exercise.players.book import ByTheBook


class Optimum(ByTheBook):
    """By the book, quicker. It knows no more than the seat."""

    name = "optimum"
