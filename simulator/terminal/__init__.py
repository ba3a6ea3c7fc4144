"""The terminal: a live console, or plain lines for scripts and pipes. Clocks and keys live here."""
