"""What a file means: names that must exist, sums that must be right. Works on whatever parts are sound."""
