"""Requests over HTTP: repeated when the line is bad, refused when the answer is, always one line to say why."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from triplehelix.errors import MissingExtra, RemoteError

try:
    import requests
    from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
except ImportError:
    raise MissingExtra("loading needs requests", "load") from None

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triplehelix.loading.credentials import Credentials

#: Seconds before each further attempt. All that is sent here may be sent twice, since it has no blank nodes.
_PAUSES = (0.2, 1.0)
_PASSING = frozenset({429, 502, 503, 504})
_CONNECT, _READ = 10, 300
_TOLD = 200


class _Bearer(AuthBase):
    """Sends a token, or nothing; given always, because requests takes what a netrc has where it is given nothing."""

    def __init__(self, token: str) -> None:
        self.token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self.token:
            request.headers["Authorization"] = f"Bearer {self.token}"
        return request


class Connection:
    """An open line to a store; close it."""

    def __init__(self, known: Credentials | None) -> None:
        self._known = known
        self._session = requests.Session()
        self._session.auth = _auth(known)

    def close(self) -> None:
        """Hang up."""
        self._session.close()

    def send(  # noqa: PLR0913 - one argument a part of the request
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        body: bytes | None = None,
        form: str = "",
        accept: str = "*/*",
    ) -> requests.Response:
        """One request, its answer read to the end; a bad line or a busy store is given two more chances.

        Args:
            method: GET, PUT, POST or DELETE.
            url: where to.
            params: what stands behind the question mark.
            body: what is sent.
            form: the media type of the body.
            accept: the media types wanted.

        Raises:
            RemoteError: no answer, or one that is not 2xx; `status` has its number.
        """
        headers = {"Accept": accept, **({"Content-Type": form} if form else {})}
        for pause in (*_PAUSES, None):
            try:
                answer = self._session.request(
                    method,
                    url,
                    params=params,
                    data=body,
                    headers=headers,
                    timeout=(_CONNECT, _READ),
                    allow_redirects=False,  # a password goes to no other host
                )
            except requests.RequestException as fault:
                if pause is None:
                    raise RemoteError(_why(fault), url, "see that it runs, then load again: it goes on") from None
            else:
                if answer.status_code not in _PASSING or pause is None:
                    return self._checked(answer, url)
            time.sleep(pause)
        raise AssertionError("unreachable")

    def _checked(self, answer: requests.Response, url: str) -> requests.Response:
        status = answer.status_code
        if answer.is_redirect:
            raise RemoteError(f"moved to {answer.headers['Location']}", url, "name that address", status)
        if status in {401, 403}:
            raise RemoteError(f"refused ({status})", url, self._who(answer), status)
        if not answer.ok:
            said = " ".join(answer.text[:_TOLD].split())
            raise RemoteError(f"refused ({status}): {said}" if said else f"refused ({status})", url, None, status)
        return answer

    def _who(self, answer: requests.Response) -> str:
        if self._known is None:
            return "set TRIPLEHELIX_USER and TRIPLEHELIX_PASSWORD, or TRIPLEHELIX_TOKEN, or write a netrc"
        wanted = answer.headers.get("WWW-Authenticate", "").partition(" ")[0].lower()
        if wanted and wanted != self._known.way:
            return f"it asks for --auth {wanted}"
        return f"see what is sent (--auth {self._known.way}), and that it may write"


def _auth(known: Credentials | None) -> AuthBase:
    if known is None:
        return _Bearer("")
    if known.way == "bearer":
        return _Bearer(known.secret)
    kind = HTTPDigestAuth if known.way == "digest" else HTTPBasicAuth
    return kind(known.user, known.secret)


def _why(fault: requests.RequestException) -> str:
    if isinstance(fault, requests.Timeout):
        return "no answer in time"
    if isinstance(fault, requests.exceptions.SSLError):
        return "its certificate is not trusted"
    if isinstance(fault, requests.ConnectionError) and "refused" in str(fault):
        return "nothing answers there"
    return f"the connection broke ({type(fault).__name__})"
