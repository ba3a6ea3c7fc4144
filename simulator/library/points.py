"""Points as tables show them."""


def show_points(points: float | None, unscored: str = "-") -> str:
    """Points without a fraction, or what is said where nothing was scored."""
    return unscored if points is None else f"{points:.0f}"
