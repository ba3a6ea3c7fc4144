"""Measures of the program itself, each printed with how it was taken. Nothing here passes or fails a test."""
