"""Figures along the time axis, drawn as SVG that follows the page's colours."""
