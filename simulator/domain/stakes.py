"""Who may have to be told, and what may become known that binds a company to tell."""

from typing import Literal, TypeAlias

Audience: TypeAlias = Literal["status page", "leadership", "support", "sales", "regulator"]
AUDIENCES: tuple[Audience, ...] = ("status page", "leadership", "support", "sales", "regulator")

PUBLIC: Audience = "status page"
"""The audience that is everybody: what is posted for it, customers read."""

Known: TypeAlias = Literal["data loss", "data exposure"]
KNOWN: tuple[Known, ...] = ("data loss", "data exposure")
"""What an inject may make known, and a legal clock may run from."""
DECLARING = "declaring"
BEGINNINGS = (DECLARING, *KNOWN)
"""What a legal clock may run from: authorities count from when a company knew, not from when it happened."""
