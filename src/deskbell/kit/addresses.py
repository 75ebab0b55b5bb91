"""Which internet addresses our server may call on somebody else's word. Pure; everything unlisted is refused.

Sources: IANA special-purpose address registries (RFC 6890 and updates) and IANA IPv6 global unicast allocations.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import TypeAlias

Address: TypeAlias = IPv4Address | IPv6Address

# Everything that is not an ordinary public host, and the one public address that is a cloud's inside (Azure).
CLOSED_V4 = [
    IPv4Network(block)
    for block in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",
        "240.0.0.0/4",
    )
]  # fmt: skip

# IPv6 the other way round: what has been handed out. Forms that embed an IPv4 address are not in it.
OPEN_V6 = [
    IPv6Network(block)
    for block in (
        "2001:200::/23", "2001:400::/22", "2001:800::/21", "2001:1000::/20", "2001:2000::/19", "2001:4000::/19",
        "2001:8000::/18", "2003::/18", "2400::/11", "2600::/12", "2610::/23", "2620::/23", "2630::/12", "2800::/12",
        "2a00::/11", "2c00::/12",
    )
]  # fmt: skip
CLOSED_V6 = [IPv6Network("2001:db8::/32"), IPv6Network("2620:4f:8000::/48")]


def is_public(address: Address) -> bool:
    """An ordinary host of the public internet."""
    if isinstance(address, IPv4Address):
        return not any(address in block for block in CLOSED_V4)
    return any(address in block for block in OPEN_V6) and not any(address in block for block in CLOSED_V6)


def literal_address(host: str) -> Address | None:
    """The address that `host` spells, or None for a name that may be asked of DNS.

    `ValueError` for spellings that are neither: short, octal or hexadecimal IPv4, zones, prefixes, empty labels.
    Name resolvers read some of those as addresses (`127.1`), so they must never get them.
    """
    if not host or not host.isascii() or any(character in "%/\\@[] \t\r\n" for character in host):
        raise ValueError(f"{host!r} is not a host name")
    if ":" in host:
        return ip_address(host)
    labels = host.removesuffix(".").split(".")
    if "" in labels:
        raise ValueError(f"{host!r} is not a host name")
    if _is_number(labels[-1]):  # no top-level domain is a number (WHATWG URL, "ends in a number")
        return IPv4Address(host)
    return None


def _is_number(label: str) -> bool:
    lowered = label.lower()
    return lowered.isdigit() or (
        lowered.startswith("0x") and all(c in "0123456789abcdef" for c in lowered[2:])
    )
