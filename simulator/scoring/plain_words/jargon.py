"""Words of the trade that say nothing to somebody who only wants to know whether their work gets through.

The list is short on purpose (assumption): only terms that have an everyday word for what customers feel, and
that hardly mean anything else. What products name themselves, such as `API` or `webhook`, is not on it, nor
what status pages say every day, such as that a change was rolled back: tried on 824 real posts of a company
with technical customers, it speaks up in fewer than one of twenty-five, each time at a term of the trade.
"""

import re
from collections.abc import Iterator

from simulator.scoring.plain_words.finding import Finding

_TERMS = (
    r"p(?:50|90|95|99)(?:\.9)?", r"5xx(?:s|es)?", r"4xx(?:s|es)?", r"oom(?:[- ]?kill\w*|ed|s)?",
    r"segfault\w*", r"stack ?trace\w*", r"core dumps?", r"heap dumps?", r"gc pauses?",
    r"garbage collection", r"deadlock\w*", r"race conditions?", r"null pointers?", r"mutex\w*",
    r"thread pools?", r"connection pools?", r"split[- ]brain", r"thundering herd",
    r"cascading failures?", r"crash[- ]?loop\w*", r"k8s", r"kubernetes", r"kubelet", r"etcd",
    r"pods?(?= (?:restart\w*|crash\w*|evict\w*))", r"sharding", r"shards?", r"replication lag",
    r"quorum", r"backpressure", r"circuit breakers?", r"rate[- ]limiter", r"feature flags?", r"canary",
    r"blast radius", r"sev[- ]?[0-5]", r"mttr", r"slo", r"slis?", r"runbook", r"hot-?fix(?:ed|es)?",
    r"ingress", r"load balancers?", r"tcp", r"bgp", r"nginx", r"haproxy", r"kafka", r"redis",
    r"memcached?", r"mysql", r"postgres\w*", r"elasticsearch", r"zookeeper",
)  # fmt: skip
_JARGON = re.compile(rf"(?<![\w./-])(?:{'|'.join(_TERMS)})(?![\w-]|[./]\w)", re.IGNORECASE)


def jargon(text: str) -> Iterator[Finding]:
    """Each term of the trade in a text, once."""
    for found in dict.fromkeys(match[0].lower() for match in _JARGON.finditer(text)):
        yield Finding("jargon", found)
