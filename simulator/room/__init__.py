"""The room: a game day in browsers. Sockets, cookies and real time live here."""
