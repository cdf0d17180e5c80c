"""Requests over HTTP, and what goes wrong with them in words."""

import base64
import http.client
import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote, urlsplit, urlunsplit

from granview.core.errors import RuntimeProblem

TIMEOUT_S: Final = 30.0
"""Without a byte for so long, a connection counts as lost."""

LOST: Final = (OSError, http.client.HTTPException)
"""What a request raises that finds no answer, or loses it; errors of HTTP and of addresses are ``OSError`` too."""

_ADVICE: Final = "Check the network and the proxy (HTTPS_PROXY), name another index, or take a folder of wheels."
_STATUS: Final = {
    401: "it asks for a name and a password",
    403: "it refuses access; a firewall or the index itself may do that",
    404: "it does not have this page",
    407: "the proxy asks for a name and a password",
    429: "it takes no more requests for now",
}


def open_url(address: str, headers: Mapping[str, str]) -> http.client.HTTPResponse:
    """Open an address of HTTP or HTTPS, with the certificates that the system trusts.

    A name and a password in the address, as ``https://name:password@host/simple``, are sent to that server alone.

    Raises:
        OSError: there is no answer, or one that refuses.
        http.client.HTTPException: the answer is none of HTTP.
        RuntimeProblem: the address is none of HTTP.
    """
    if not address.startswith(("http://", "https://")):
        raise RuntimeProblem(
            f"{without_login(address)[0]} is no address of an index.", "It begins with https:// or http://."
        )
    plain, login = without_login(address)
    request = urllib.request.Request(plain, headers=dict(headers))
    if login:  # to the server that it is for, and to none that this one leads to
        request.add_unredirected_header("Authorization", f"Basic {base64.b64encode(login.encode()).decode()}")
    try:
        reply: http.client.HTTPResponse = urllib.request.urlopen(request, timeout=TIMEOUT_S, context=_trust())
    except urllib.error.HTTPError as error:
        error.close()
        raise
    return reply


def without_login(address: str) -> tuple[str, str]:
    """An address as it can be shown and logged, and the name and password that it holds, as ``name:password``."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address.rpartition("@")[2], ""
    login, _, host = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(netloc=host)), unquote(login)


def is_final(error: Exception) -> bool:
    """Whether trying again is of no use: the server has answered, and its answer is no."""
    if isinstance(error, urllib.error.HTTPError):
        return error.code < 500 and error.code not in (408, 429)
    return isinstance(_inner(error), ssl.SSLCertVerificationError)


def unreachable(address: str, error: Exception) -> RuntimeProblem:
    """The error to tell, for one that a request raised."""
    return RuntimeProblem(f"{without_login(address)[0]} cannot be reached: {_reason(error)}.", _ADVICE)


def _reason(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return _STATUS.get(error.code, f"it replies {error.code} {error.reason}").rstrip(".")
    inner = _inner(error)
    if isinstance(inner, TimeoutError):
        return f"nothing came for {TIMEOUT_S:g} s"
    if isinstance(inner, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted ({inner.verify_message})"
    return str(getattr(inner, "strerror", None) or inner or type(inner).__name__).strip().rstrip(".")


def _inner(error: Exception) -> BaseException:
    """What a ``URLError`` wraps."""
    reason = getattr(error, "reason", None)
    return reason if isinstance(reason, BaseException) else error


def _trust() -> ssl.SSLContext:
    """The system's own certificates, where the means to read them are there; else those that OpenSSL knows."""
    try:
        import truststore
    except ImportError:
        return ssl.create_default_context()
    context: ssl.SSLContext = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return context
