"""From text to a tree of values that keep their places; everything YAML is known here and nowhere else."""
