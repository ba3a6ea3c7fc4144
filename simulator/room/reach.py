"""How a server is reached: on this machine, in a network of friends, or by anybody, and what that takes."""

from ipaddress import ip_network
from pathlib import Path

from simulator.domain.value import Value
from simulator.library import Unusable

TOO_OPEN = (
    "--public needs TLS, or whoever listens on the way reads the game day and takes its seats: give "
    "--tls-cert and --tls-key, or --proxy with the address of the proxy in front that does TLS"
)


class Reach(Value):
    """What was asked for: `proxy` is the address of the one whose `X-Forwarded-*` headers are believed."""

    public: bool = False
    certificate: Path | None = None
    key: Path | None = None
    proxy: str = ""

    @property
    def secure(self) -> bool:
        """Whether browsers come by TLS alone."""
        return self.certificate is not None or bool(self.proxy)

    @property
    def scheme(self) -> str:
        """How addresses begin."""
        return "https" if self.secure else "http"


def checked(reach: Reach) -> Reach:
    """The same, when it can be served so; raises `Unusable` with what is missing."""
    if (reach.certificate is None) != (reach.key is None):
        raise Unusable("--tls-cert and --tls-key go together")
    for path in (reach.certificate, reach.key):
        if path is not None and not path.is_file():
            raise Unusable(f"there is no file {str(path)!r}")
    if reach.proxy and not _one_address(reach.proxy):
        raise Unusable(f"--proxy is an IP address or a network such as 10.0.0.0/8, not {reach.proxy!r}")
    if reach.public and not reach.secure:
        raise Unusable(TOO_OPEN)
    return reach


def _one_address(text: str) -> bool:
    try:
        return ip_network(text, strict=False).prefixlen > 0  # not everybody
    except ValueError:
        return False
