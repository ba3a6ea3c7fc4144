"""Names that only people inside know: machines, addresses, and what the company calls its services."""

import re
from collections.abc import Iterator
from functools import lru_cache

from simulator.domain.organisation import Organisation
from simulator.scoring.plain_words.finding import Finding

_MACHINES = re.compile(
    r"\b(?:\d{1,3}(?:\.\d{1,3}){3}|[\w-]+(?:\.[\w-]+)*\.(?:internal|local|lan|svc|corp)"
    r"|(?:db|web|app|api|cache|redis|mysql|pg|node|host|srv|prod|stg|worker|queue|mq|lb|fe|be|k8s|kube)"
    r"-(?:[\w]+-)*\d+)\b",
    re.IGNORECASE,
)
_IDS = re.compile(r"\b(?:c\d{1,3}|[A-Z]{2,8}-\d{2,}|[0-9a-f]{12,40})\b(?!\.\d)")
_NOT_IDS = re.compile(r"^(?:CVE|ISO|RFC|UTC|GMT|SHA|TLS|UTF|AES|IPV|HTTP|HTTPS|UEFI)-\d", re.IGNORECASE)


def inside_names(text: str, company: Organisation) -> Iterator[Finding]:
    """Each name in a text that customers cannot know, once."""
    found = [match[0] for match in (*_MACHINES.finditer(text), *_IDS.finditer(text)) if not _known(match[0])]
    found += [name for name, word in _own(company) if word.search(text)]
    for name in dict.fromkeys(found):
        yield Finding("inside name", name)


def _known(word: str) -> bool:
    return bool(_NOT_IDS.match(word)) or word.isdecimal()


@lru_cache(maxsize=16)
def _own(company: Organisation) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What the company calls its services, where no word of everyday language is spelt like that."""
    felt = " ".join(company.journeys)
    own = (name for name in company.services if "-" in name and name.replace("-", " ") not in felt)
    return tuple((name, re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)) for name in own)
