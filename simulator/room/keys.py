"""Codes to join by, and signed cookies that say who sits where. No secret is in an address that is shared."""

import secrets

from itsdangerous import BadData, URLSafeTimedSerializer

from simulator.domain.duration import DAY
from simulator.domain.value import Value
from simulator.room.store import Store

LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"
"""Without vowels, so that no code is a word, and without what looks alike."""
CODE = 9
"""28 ** 9 is more than 40 bits: nobody guesses one within a game day."""

LASTS = 7 * DAY
"""Seconds for which a pass is good: browsers forget it then, and the server believes it no longer."""


def new_code() -> str:
    """A join code as it is read out: `KXH-4T2-QRB`."""
    drawn = "".join(secrets.choice(LETTERS) for _ in range(CODE))
    return "-".join(drawn[start : start + 3] for start in range(0, CODE, 3))


def same_code(text: str) -> str:
    """A code as somebody may have typed it, in its usual form."""
    kept = [letter for letter in text.upper() if letter in LETTERS]
    return "-".join("".join(kept[start : start + 3]) for start in range(0, len(kept), 3))


def new_id() -> str:
    """An id that nobody guesses."""
    return secrets.token_urlsafe(9)


class Pass(Value):
    """What a cookie vouches for: a person in a seat of a room."""

    room: str
    who: str
    seat: str


class Keys:
    """Signs and reads passes. The secret lives in the store, so that cookies survive a restart."""

    def __init__(self, store: Store) -> None:
        self._signer = URLSafeTimedSerializer(
            store.setting("secret", secrets.token_urlsafe(32)), "icsim room"
        )
        self.facilitator = store.setting("facilitator", secrets.token_urlsafe(12))

    def sign(self, pass_: Pass) -> str:
        """The cookie of a pass."""
        signed: str = self._signer.dumps([pass_.room, pass_.who, pass_.seat])
        return signed

    def read(self, cookie: str | None) -> Pass | None:
        """The pass in a cookie, None when it is none of ours."""
        if not cookie:
            return None
        try:
            told = self._signer.loads(cookie, max_age=LASTS)
            room, who, seat = map(str, told)
        except (BadData, ValueError, TypeError):
            return None
        return Pass(room, who, seat)

    def opens(self, key: str) -> bool:
        """Whether this is the facilitator's key."""
        return secrets.compare_digest(key.encode(), self.facilitator.encode())
