"""Frozen value types and small pure functions: the words of incident command. Imports nothing above it."""
