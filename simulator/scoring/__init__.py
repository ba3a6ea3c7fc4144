"""Timeline to marks: what was done, judged on what could be known then, every point with its evidence."""
