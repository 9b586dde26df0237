"""What may be fetched: public addresses, and private ones that were allowed."""

from __future__ import annotations

import ipaddress

import pytest

from greffier.sources.kinds import UnreadableError
from greffier.sources.online.addresses import is_open, parsed, reachable


@pytest.mark.parametrize("ip", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_a_public_address_is_open(ip: str) -> None:
    assert is_open(ip)


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "127.8.9.10",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",  # where clouds keep their secrets
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:0:0:0:0:f5ff:fffe",
        "no address",
    ],
)
def test_a_private_address_is_closed_however_it_is_wrapped(ip: str) -> None:
    assert not is_open(ip)


def test_a_network_that_is_allowed_is_open() -> None:
    allowed = (ipaddress.ip_network("10.0.0.0/8"), ipaddress.ip_network("fd00::/8"))
    assert is_open("10.1.2.3", allowed)
    assert is_open("::ffff:10.1.2.3", allowed)
    assert is_open("fd00::1", allowed)
    assert not is_open("127.0.0.1", allowed)


def test_only_the_open_addresses_of_a_host_are_reached() -> None:
    def resolve(host: str, port: int) -> list[str]:
        return ["10.0.0.1", "93.184.216.34", "::1"]

    assert reachable(parsed("http://a.example/"), (), resolve) == ["93.184.216.34"]


@pytest.mark.parametrize(
    ("told", "taken"),
    [
        ("https://Phare.example", "https://phare.example/"),
        ("http://phare.example:8080/a?b=c#d", "http://phare.example:8080/a?b=c"),
        ("https://phare.example/été et là", "https://phare.example/%C3%A9t%C3%A9%20et%20l%C3%A0"),
        ("https://élan.example/a%20b", "https://xn--lan-9la.example/a%20b"),
        ("http://[::1]:80/", "http://[::1]/"),
    ],
)
def test_an_address_is_written_as_it_is_sent(told: str, taken: str) -> None:
    assert str(parsed(told)) == taken


@pytest.mark.parametrize(
    "told",
    [
        "ftp://phare.example/",
        "file:///etc/passwd",
        "https://",
        "https://a:b@phare.example/",
        "http://phare.example:99999/",
        "http://[::1",
        "http://phare.example/" + "a" * 5000,
        "http://a b/",
        "http://x\r\ny/",
    ],
)
def test_what_is_no_address_is_told(told: str) -> None:
    with pytest.raises(UnreadableError):
        reachable(parsed(told), (), lambda host, port: [])
