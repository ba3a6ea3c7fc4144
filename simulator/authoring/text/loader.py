"""PyYAML's loaders, stripped of its habit of turning words into times, dates and octal numbers."""

from typing import Any

import yaml


class PureLoader(yaml.SafeLoader):
    """PyYAML's own parser: slower, with the better reasons when something is wrong."""


def _fast() -> type[Any]:
    if not yaml.__with_libyaml__:
        return PureLoader

    class FastLoader(yaml.CSafeLoader):
        """libyaml's parser."""

    return FastLoader


FastLoader = _fast()
"""libyaml's parser where PyYAML was built with it, else the pure one: the same trees."""

# Every word stays the text that it is; what it means is decided in `scalars`.
PureLoader.yaml_implicit_resolvers = {}
FastLoader.yaml_implicit_resolvers = {}
