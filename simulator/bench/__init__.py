"""Measures of the program itself, each printed with how it was taken. Nothing here passes or fails a test."""

from simulator.bench.figure import Figure
from simulator.bench.run import MEASURES, QUICK, run

__all__ = ["MEASURES", "QUICK", "Figure", "run"]
