"""What every answer of the server says about itself: nobody else may frame it, read it, script it or keep a copy."""

from collections.abc import Iterable, Iterator

Header = tuple[bytes, bytes]
"""One header as ASGI hands it over: a name in lower case and a value."""

_FIXED: tuple[Header, ...] = (
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-embedder-policy", b"require-corp"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
    (
        b"permissions-policy",
        b"microphone=(self), camera=(self), geolocation=(), usb=(), payment=(), display-capture=()",
    ),
)


def protective(host: str, nonce: str) -> tuple[Header, ...]:
    """The headers of one answer, for the host it was asked under and a nonce that no other answer has."""
    return ((b"content-security-policy", policy(host, nonce).encode("ascii")), *_FIXED)


def policy(host: str, nonce: str) -> str:
    """The content security policy: scripts by nonce only, no inline style, nothing from or to elsewhere.

    The socket is named beside 'self', because older Safari does not count `ws:` as the same origin. A form may be
    submitted nowhere: the page sends what it sends itself, and a passphrase must never land in an address.
    """
    return "; ".join(f"{name} {value}" for name, value in _directives(host, nonce))


def replaced(headers: Iterable[Header], ours: tuple[Header, ...]) -> list[Header]:
    """Headers of the app, with ours in place of its own, and none that lets another origin read the answer."""
    names = {name for name, _ in ours}
    kept = [(name, value) for name, value in headers if name.lower() not in names and not _opens(name.lower())]
    return [*kept, *ours]


def _opens(name: bytes) -> bool:
    return name.startswith(b"access-control-") or name == b"timing-allow-origin"


def _directives(host: str, nonce: str) -> Iterator[tuple[str, str]]:
    yield "default-src", "'none'"
    yield "script-src", f"'nonce-{nonce}' 'strict-dynamic'"
    yield "style-src", "'self'"
    yield "img-src", "'self' blob:"
    yield "media-src", "'self' blob:"
    yield "connect-src", _reachable(host)
    yield "font-src", "'self'"
    yield "worker-src", "'self'"
    yield "manifest-src", "'self'"
    yield "object-src", "'none'"
    yield "base-uri", "'none'"
    yield "form-action", "'none'"
    yield "frame-ancestors", "'none'"
    yield "require-trusted-types-for", "'script'"
    yield "trusted-types", "kl lit-html"


def _reachable(host: str) -> str:
    # A policy has no way to write an IPv6 address, and one it cannot read would only be reported as a fault.
    return "'self'" if host.startswith("[") else f"'self' ws://{host}"
