"""Who asks: a token, or a name and password, from the environment or a netrc; never from the command line.

TRIPLEHELIX_TOKEN, or TRIPLEHELIX_USER and TRIPLEHELIX_PASSWORD, or the host's entry in $NETRC or ~/.netrc.
"""

from __future__ import annotations

import netrc
import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from triplehelix.errors import RemoteError

USER, PASSWORD, TOKEN = "TRIPLEHELIX_USER", "TRIPLEHELIX_PASSWORD", "TRIPLEHELIX_TOKEN"

#: How they can be sent.
WAYS = ("basic", "digest", "bearer")


@dataclass(frozen=True, slots=True)
class Credentials:
    """What is sent, and in which of the WAYS; its repr tells no secret."""

    way: str
    user: str = ""
    secret: str = field(default="", repr=False)


def credentials(url: str, way: str, *, told: bool = False) -> Credentials | None:
    """What to send to the host of an address, or None where nothing is known for it.

    Args:
        url: the address.
        way: how the profile sends a name and password.
        told: whether the user said so; otherwise a token in the environment goes as a bearer token.

    Raises:
        RemoteError: the user asked for a way that what is known does not fit, or the netrc cannot be read.
    """
    token, user = os.environ.get(TOKEN), os.environ.get(USER)
    if token and (way == "bearer" or not told):
        return Credentials("bearer", secret=token)
    found = (user, os.environ.get(PASSWORD, "")) if user else _from_netrc(url)
    if told and (way == "bearer" or found is None):
        need = TOKEN if way == "bearer" else f"{USER} and {PASSWORD}"
        raise RemoteError(f"nothing to send for --auth {way}", url, f"set {need}")
    if found is None:
        return None
    # A netrc holds no tokens by name: what stands there for a store that takes tokens is the token.
    return Credentials(way, found[0], found[1])


def _from_netrc(url: str) -> tuple[str, str] | None:
    named = os.environ.get("NETRC")
    path = Path(named) if named else Path.home() / ".netrc"
    if not path.is_file():
        return None
    try:
        entry = netrc.netrc(path).authenticators(urlsplit(url).hostname or "")
    except (netrc.NetrcParseError, OSError, UnicodeDecodeError) as fault:
        raise RemoteError(f"cannot be read as a netrc ({fault})", path) from None
    return (entry[0] or "", entry[2] or "") if entry else None
