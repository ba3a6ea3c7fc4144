"""Which changes can be told apart. Two changes interact when one's effect can show where the other's does."""

from simulator.domain.organisation import Change, Organisation


def domain_of(change: Change, organisation: Organisation) -> frozenset[str]:
    """The services a change may act on: the one it is made on and everything that one depends on."""
    return organisation.reaches.get(change.on, frozenset((change.on,)))


def path_of(signal: str, organisation: Organisation) -> frozenset[str]:
    """The services whose state a signal can show: those behind the service or journey it is of."""
    of = organisation.signals[signal].of
    if of in organisation.services:
        return organisation.reaches[of]
    reached = (organisation.reaches[name] for name in organisation.journeys[of].needs)
    return frozenset().union(*reached)


def can_show(change: Change, signal: str, organisation: Organisation) -> bool:
    """Whether a signal is causally downstream of a change: its path includes the service changed.

    Load comes from above: the load of a service also shows what is done to those that send it work.
    """
    shown = organisation.signals[signal]
    sends = shown.shows == "load" and shown.of in domain_of(change, organisation)
    return sends or change.on in path_of(signal, organisation)


def interact(one: Change, other: Change, organisation: Organisation) -> bool:
    """Whether two changes in flight at once confound each other.

    They do when they are made on the same service, when one is made on something the other's service
    depends on, or when the signal that verifies one also shows the other (doctrine D1).
    """
    if one.on == other.on:
        return True
    if one.on in domain_of(other, organisation) or other.on in domain_of(one, organisation):
        return True
    return can_show(one, other.signal, organisation) or can_show(other, one.signal, organisation)
