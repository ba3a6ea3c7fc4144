"""Histories: real incidents as people and status pages write them down, read into the domain's values.

for reading in read_histories(text, "incident.csv"):
    print(reading.value or reading.problems)
"""

from simulator.authoring.history.read import read_histories

__all__ = ["read_histories"]
