"""What it takes to be reached by anybody."""

import pytest

from simulator.library import Unusable
from simulator.room.app import application
from simulator.room.reach import Reach, checked
from simulator.room.sqlite import SqliteStore
from tests.room.conftest import Browser


@pytest.fixture
def pem(tmp_path):
    path = tmp_path / "cert.pem"
    path.write_text("not looked into here")
    return path


def test_public_needs_tls_or_a_proxy_that_does_it(pem):
    with pytest.raises(Unusable, match="--public needs TLS"):
        checked(Reach(public=True))
    assert checked(Reach(public=True, certificate=pem, key=pem)).scheme == "https"
    assert checked(Reach(public=True, proxy="127.0.0.1")).secure
    assert not checked(Reach()).secure


@pytest.mark.parametrize("proxy", ["*", "0.0.0.0/0", "::/0", "proxy.example", "1.2.3"])
def test_not_everybody_is_believed_to_be_the_proxy(proxy):
    with pytest.raises(Unusable, match="--proxy is an IP address"):
        checked(Reach(public=True, proxy=proxy))


def test_a_certificate_has_its_key_and_both_are_there(pem, tmp_path):
    with pytest.raises(Unusable, match="go together"):
        checked(Reach(certificate=pem))
    with pytest.raises(Unusable, match="there is no file"):
        checked(Reach(certificate=pem, key=tmp_path / "none"))


def test_cookies_go_by_tls_alone_when_it_is_reached_by_tls(kept, library):
    for secure in (True, False):
        with Browser(application(SqliteStore(kept), library, secure=secure)) as client:
            assert client.portal is not None
            room = client.portal.call(client.rooms.open, library.outage("write-stall"), 3)
            told = client.post("/join", json={"code": room.code, "name": "x", "seat": "observer"})
        assert ("secure" in told.headers["set-cookie"].lower()) is secure
