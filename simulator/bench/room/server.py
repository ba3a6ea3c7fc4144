"""A server under measure: a process of its own, killed and started again at the same address."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

_LINK = re.compile(r"(http://\S+)/host/(\S+)")


class Served:
    """`icsim serve` over a database, at a port of loopback that stays its own."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self.port = _free_port()
        self.key = ""
        self._process = self._start()

    def _start(self) -> "subprocess.Popen[str]":
        words = ["serve", "--port", str(self.port), "--database", str(self._database)]
        process = subprocess.Popen(
            [sys.executable, "-m", "simulator", *words],
            env=self._compiled(),
            stdout=subprocess.PIPE,
            text=True,
        )
        if process.stdout is None:
            raise RuntimeError("the server has no output")
        for line in process.stdout:
            found = _LINK.search(line)
            if found:
                self.key = found[2]
            if "Everybody" in line:
                return process
        raise RuntimeError("the server did not start")

    def _compiled(self) -> Mapping[str, str]:
        """Python keeps what it compiled, as pip does for whoever installs icsim: beside the rooms."""
        bytecode = str(self._database.parent / "bytecode")
        return {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": bytecode}

    def kill(self) -> None:
        """End it without a word."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def start(self) -> None:
        """Start it again over the same rooms."""
        self._process = self._start()

    def stop(self) -> None:
        """End it properly."""
        self._process.terminate()
        self._process.wait()

    @property
    def memory(self) -> int:
        """Bytes that it keeps in memory now (resident set; Linux only)."""
        pages = int(Path(f"/proc/{self._process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
