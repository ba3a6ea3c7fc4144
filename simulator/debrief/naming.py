"""Options as one would say them."""

from simulator.scoring.weighing import Option

_DEEDS = {"change": "make '{}'", "look": "look at {}", "check": "check '{}'"}


def named(option: Option) -> str:
    """An option as an instruction: `order 'roll back app'`."""
    if option.absent:
        return f"page somebody who can {_DEEDS[option.kind].format(option.name)}"
    match option.kind:
        case "change":
            return f"order '{option.name}'"
        case "look":
            return f"wait for the look at {option.name}" if option.in_hand else f"look at {option.name}"
        case "check":
            return f"{'wait to hear' if option.in_hand else 'check'} whether '{option.name}' is safe"
        case "undo":
            return f"undo '{option.name}'"
        case "keep":
            return f"keep '{option.name}' until something else is known to hold"
        case "wait":
            return "go on waiting"
        case _:
            return "begin the slow fix"
