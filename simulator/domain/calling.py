"""What one types to call the program: `icsim`, or `./dev icsim` in a checkout where nothing is installed.

Everywhere a command is written with `icsim`; `as_called` spells it as it has to be typed here.
"""

import os
import re
from collections.abc import Mapping

SETTING = "ICSIM_AS"
"""The environment variable that says what the program is called by; `./dev` sets it."""
USUAL = "icsim"
COMMANDS = (
    "play", "drill", "list", "review", "retry", "history", "whatif", "replay", "new", "check", "bless",
    "serve", "try", "gauntlet", "schema", "bench",
)  # fmt: skip
_COMMAND = re.compile(rf"(?<![\w./-])(?<!dev ){USUAL}(?= (?:{'|'.join(COMMANDS)})\b)")


def called(environment: Mapping[str, str] = os.environ) -> str:
    """The words that call the program."""
    return environment.get(SETTING, "").strip() or USUAL


def as_called(text: str, environment: Mapping[str, str] = os.environ) -> str:
    """A text whose commands can be typed as they stand."""
    name = called(environment)
    return text if name == USUAL else _COMMAND.sub(lambda _: name, text)
