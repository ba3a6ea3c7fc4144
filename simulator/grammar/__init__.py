"""What people type, and what it means: one table of commands feeds reading, spelling, completion and help."""
