"""The address is taken before anything else: whoever comes back after a restart waits at the door."""

import socket
import subprocess
import sys

import pytest

from simulator.room.address import Taken, bound


def test_whoever_comes_before_the_rooms_are_read_waits():
    with bound("127.0.0.1", 0) as listening, socket.create_connection(listening.getsockname()) as visitor:
        visitor.sendall(b"here I am")
        came, _ = listening.accept()
        with came:
            assert came.recv(20) == b"here I am"


def test_an_address_that_another_has_is_told_with_the_next_port():
    with bound("127.0.0.1", 0) as listening:
        port = listening.getsockname()[1]
        with pytest.raises(
            Taken, match=rf"port {port}: address already in use\. Another one: --port {port + 1}"
        ):
            bound("127.0.0.1", port)


def test_an_address_of_another_machine_is_told():
    with pytest.raises(Taken, match=r"nothing can be served at 192\.0\.2\.1"):
        bound("192.0.2.1", 0)


def test_the_program_is_read_after_the_address_is_taken():
    told = subprocess.run(
        [sys.executable, "-c", "import sys, simulator.cli.serve; print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    read = {name for name in told.stdout.split() if name.startswith("simulator.")}
    assert read <= {"simulator.cli", "simulator.cli.lazy", "simulator.cli.outcome", "simulator.cli.serve",
                    "simulator.domain", "simulator.domain.calling", "simulator.room",
                    "simulator.room.address"}  # fmt: skip


def test_a_server_says_what_is_wrong_with_its_address(capsys):
    from simulator.cli import main

    with bound("127.0.0.1", 0) as listening:
        assert main(["serve", "--port", str(listening.getsockname()[1])]) == 1
    assert "nothing can be served at 127.0.0.1" in capsys.readouterr().err
