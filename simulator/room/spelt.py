"""What many are sent is spelt once."""

import json
from collections import OrderedDict
from typing import Any


class Spelt:
    """JSON of values that many sockets are sent, by which object it is: nobody changes one that was told.

    Kept by the object and not by what it is for, so that what is made for one person is never sent to
    another. Only the latest are kept.
    """

    MOST = 4000

    def __init__(self) -> None:
        self._texts: OrderedDict[int, tuple[Any, str]] = OrderedDict()

    def __call__(self, value: Any) -> str:
        """The value as JSON."""
        held = self._texts.get(id(value))
        if held is not None:
            self._texts.move_to_end(id(value))
            return held[1]
        text = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
        self._texts[id(value)] = (value, text)  # holding the value keeps its id from being used again
        if len(self._texts) > self.MOST:
            self._texts.popitem(last=False)
        return text
