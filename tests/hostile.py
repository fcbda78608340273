"""Hostile requests as a table, and one way to send them all to a server that listens on this machine.

The attacker is given the cookie and the key, so that in each row only the one thing it is named after stands in the
way. `$name` in a row is filled in from the loot and the port.
"""

# ruff: noqa: E501 - a row of the table is one line

import json

from hostile_exchange import Attack, Loot, answered, bare, exchange, guessable, heard, held, inline, opened, shared
from kindlight.host.server import proof
from kindlight.scene.wire import fingerprint

__all__ = ["ATTACKS", "HONEST", "Attack", "Loot", "loot_of", "run", "turned_away"]


def lines(first, headers, change):
    """A request's head; a header changed to None is left out, to a list comes more than once."""
    told = [(name, value) for name, value in (headers | change).items() if value is not None]
    flat = [(name, each) for name, value in told for each in (value if isinstance(value, list) else [value])]
    return "\r\n".join([first, *(f"{name}: {value}" for name, value in flat), "", ""])


HOST = {"Host": "127.0.0.1:$port"}
OURS = {"Origin": "http://127.0.0.1:$port", "Sec-Fetch-Site": "same-origin"}
COOKIE = {"Cookie": "kindlight_$port=$cookie"}
JSON = {"Content-Type": "application/json", "X-Kindlight": "1", "Content-Length": "$length"}
CLOSE = {"Connection": "close"}
SHAKE = {
    "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "a2luZGxpZ2h0a2luZGxpZw==",
}  # fmt: skip
KNOCK = '{"challenge":"c","proof":"$knock"}'
ENTER = b'\x81{"kind":"enter","key":"$key","contract":"$contract"}'


def get(name, target="/", /, *, method="GET", version="1.1", wins=answered, body="", **change):
    """A request to see the page, with some headers changed."""
    return Attack(
        name, lines(f"{method} {target} HTTP/{version}", HOST | COOKIE | CLOSE, spelled(change)), body, (), wins
    )


def post(name, /, target="/again", *, method="POST", body=KNOCK, wins=answered, **change):
    """A request to do something, with the cookie and the key, and some headers changed."""
    head = lines(f"{method} {target} HTTP/1.1", HOST | OURS | COOKIE | JSON | CLOSE, spelled(change))
    return Attack(name, head, body, (), wins)


def enter(name, token, /):
    """A try to come in with a token; `token` is JSON."""
    return post(name, "/enter", body=f'{{"token":{token}}}', cookie=None)


def shake(name, /, *, method="GET", target="/room", **change):
    """A try to open the socket."""
    head = lines(f"{method} {target} HTTP/1.1", HOST | OURS | COOKIE | SHAKE, spelled(change))
    return Attack(name, head, "", (), opened)


def speak(name, /, *frames, wins=heard, **change):
    """A socket opened as the page would, and frames that are not the page's."""
    head = lines("GET /room HTTP/1.1", HOST | OURS | COOKIE | SHAKE, spelled(change))
    return Attack(name, head, "", frames, wins)


def spelled(change):
    """Header names out of keyword arguments."""
    known = {name.lower().replace("-", "_"): name for name in HOST | OURS | COOKIE | JSON | CLOSE | SHAKE}
    return {known.get(name, name.replace("_", "-")): value for name, value in change.items()}


def said(key):
    return b'\x81{"kind":"enter","key":' + json.dumps(key).encode() + b',"contract":"$contract"}'


FOREIGN_HOSTS = {
    "a name that points here": "evil.example:$port", "a name that points here, no port": "evil.example",
    "no port": "127.0.0.1", "another port": "127.0.0.1:1", "port 80": "localhost:80", "port with a zero": "127.0.0.1:0$port",
    "any address": "0.0.0.0:$port", "another loopback": "127.0.0.2:$port", "a decimal address": "2130706433:$port",
    "a hexadecimal address": "0x7f000001:$port", "an octal address": "0177.0.0.1:$port", "a short address": "127.1:$port",
    "a trailing dot": "localhost.:$port", "upper case": "LOCALHOST:$port", "a subdomain": "evil.localhost:$port",
    "a suffix": "localhost.evil.example:$port", "userinfo": "localhost@evil.example:$port", "a comma": "127.0.0.1:$port,evil.example",
    "a long IPv6": "[0:0:0:0:0:0:0:1]:$port", "a mapped IPv6": "[::ffff:127.0.0.1]:$port", "IPv6 any": "[::]:$port",
    "IPv6 with a zone": "[::1%25lo]:$port", "empty": "", "a path": "127.0.0.1:$port/evil", "wildcard DNS": "127.0.0.1.nip.io:$port",
}  # fmt: skip
FOREIGN_ORIGINS = {
    "another site": "http://evil.example", "another site on our port": "http://evil.example:$port", "null": "null",
    "another port": "http://127.0.0.1:1", "no port": "http://127.0.0.1", "https": "https://127.0.0.1:$port",
    "userinfo": "http://127.0.0.1:$port@evil.example", "a path": "http://127.0.0.1:$port/", "empty": "", "a star": "*",
    "another of our names": "http://localhost:$port", "upper case": "HTTP://127.0.0.1:$port", "a file": "file://",
    "an extension": "chrome-extension://abcdefghijklmnop", "a suffix": "http://127.0.0.1:$port.evil.example",
    "two in one": "http://127.0.0.1:$port http://evil.example", "none": None,
    "two": ["http://127.0.0.1:$port", "http://evil.example"],
}  # fmt: skip
ODD_PATHS = (
    "/../app.js", "/./app.js", "//app.js", "/%2e%2e/app.js", "/%2e/app.js", "/app%2ejs", "/x%2f..%2fapp.js", "/app.js%00",
    "/app.js%0d%0aSet-Cookie:a=b", "/..%5capp.js", "/%252e%252e/app.js", "/app.js;a=b", "/app.js?k=1", "/?token=$spent",
    "http://evil.example/", "http://127.0.0.1:$port/", "/app.js%20", "/%c0%ae%c0%ae/app.js", "*", "/.env", "/app.js/",
)  # fmt: skip
FORM_TYPES = ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "", "application/json, text/plain",
              "text/plain; application/json", "application/jsonp")  # fmt: skip


def run(address, loot, *, patience=12.0):
    """The names of the attacks that succeeded against the server at `address`, a pair of host and port."""
    return [attack.name for attack in ATTACKS if attack.wins(exchange(address, attack, loot, patience))]


def turned_away(address, loot, *, patience=12.0):
    """The names of the page's own requests that failed; if there are any, the attacks prove nothing."""
    return [page.name for page in HONEST if not page.wins(exchange(address, page, loot, patience))]


def loot_of(entry, now, secret):
    """The loot of a server whose doorkeeper and secret are at hand."""
    spent = entry.mint(now)
    ours, other = entry.admit(spent, now), entry.admit(entry.mint(now), now)
    return Loot(ours.cookie, ours.key, other.key, spent, entry.mint(now - 61), proof(secret, "c"), fingerprint())


# fmt: off
ATTACKS = (
    *(get(f"read under a foreign host: {name}", host=host) for name, host in FOREIGN_HOSTS.items()),
    *(shake(f"open under a foreign host: {name}", host=host) for name, host in FOREIGN_HOSTS.items()),
    *(post(f"act from a foreign origin: {name}", origin=origin) for name, origin in FOREIGN_ORIGINS.items()),
    *(shake(f"open from a foreign origin: {name}", origin=origin) for name, origin in FOREIGN_ORIGINS.items()),
    *(get(f"read by an odd path: {path}", path) for path in ODD_PATHS),
    *(post(f"act by a form: {kind}", content_type=kind) for kind in FORM_TYPES),
    *(post(f"act by {method}", method=method) for method in ("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "POST2", "post")),
    *(get(f"act by seeing: {target}", target) for target in ("/again", "/enter", "/enter?token=$spent")),
    *(enter(f"come in with {name}", token) for name, token in {
        "a made-up token": '"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"', "no token": '""', "a spent token": '"$spent"',
        "a token too old": '"$stale"', "null": "null", "true": "true", "a list": '["$spent"]', "an object": '{"$$ne":""}',
        "a long token": f'"{"A" * 60_000}"', "a key": '"$key"', "a lone surrogate": '"\\ud800"', "deep nesting": "[" * 20_000,
    }.items()),
    get("read under two hosts", host=["127.0.0.1:$port", "evil.example"]),
    get("read under two hosts, ours last", host=["evil.example", "127.0.0.1:$port"]),
    get("read under no host", host=None),
    get("read under no host, as in HTTP/1.0", host=None, version="1.0"),
    get("read by claiming a forwarded host", host="evil.example", x_forwarded_host="127.0.0.1:$port"),
    get("read by the Forwarded header", host="evil.example", forwarded="host=127.0.0.1:$port;for=127.0.0.1"),
    get("read by overriding the path", host="evil.example", x_original_url="/app.js", x_rewrite_url="/app.js"),
    get("read from another site's script", sec_fetch_site="cross-site", sec_fetch_mode="no-cors", sec_fetch_dest="script"),
    get("read from another site's frame", sec_fetch_site="cross-site", sec_fetch_mode="navigate", sec_fetch_dest="iframe"),
    get("read from another port's page", sec_fetch_site="same-site", sec_fetch_mode="cors"),
    get("read from an odd kind of site", sec_fetch_site="sure"),
    get("read with an origin", origin="http://evil.example"),
    get("read with the null origin", origin="null"),
    get("be allowed to read across origins", origin="http://evil.example", wins=shared),
    get("see with a body", content_length="5", body="hello"),
    get("see with a chunked body", transfer_encoding="chunked", body="0\r\n\r\n"),
    get("switch to h2c", connection="Upgrade, HTTP2-Settings", upgrade="h2c", http2_settings="AAMAAABkAAQAAP__", wins=opened),
    get("tunnel", "evil.example:443", method="CONNECT"),
    get("be reflected", method="TRACE"),
    get("send a hundred headers", **{f"x_{number}": "1" for number in range(100)}),
    get("send a long header", x_long="a" * 16_384),
    get("send a very long header", x_long="a" * 200_000),
    get("send a long path", "/" + "a" * 20_000),
    get("fold a header", x_folded="a\r\n Host: 127.0.0.1:$port", host=None),
    get("hide a header behind a bare line feed", x="a\nHost: 127.0.0.1:$port", host="evil.example"),
    get("put a null into a header", x="a\0b"),
    get("put a space before the colon", host=None, **{"Host ": "127.0.0.1:$port"}),
    get("frame the page", wins=bare),
    get("frame a refusal", host="evil.example", wins=bare),
    get("frame a missing page", "/nothing", wins=bare),
    get("run an injected script", wins=inline),
    Attack("guess the next nonce", lines("GET / HTTP/1.1", HOST, {}) + lines("GET / HTTP/1.1", HOST | CLOSE, {}), "", (), guessable),
    post("ask first, as another site must", method="OPTIONS", origin="http://evil.example", wins=shared,
         access_control_request_method="POST", access_control_request_headers="x-kindlight", content_type=None),
    post("act from another site", sec_fetch_site="cross-site"),
    post("act from another port", sec_fetch_site="same-site"),
    post("act as if typed", sec_fetch_site="none"),
    post("act without the custom header", x_kindlight=None),
    post("act with the custom header twice", x_kindlight=["1", "1"]),
    post("act with the custom header wrong", x_kindlight="true"),
    post("act without a type", content_type=None),
    post("act with two types", content_type=["application/json", "text/plain"]),
    post("act with the cookie alone", body="{}"),
    post("act with the cookie alone and no body", body=""),
    post("act with the key for the knock", body='{"challenge":"c","proof":"$key"}'),
    post("act with an empty knock", body='{"challenge":"c","proof":""}'),
    post("act with a null knock", body='{"challenge":"c","proof":null}'),
    post("act with a lone surrogate", body='{"challenge":"c","proof":"\\ud800"}'),
    post("act with a letter outside ASCII", body='{"challenge":"c","proof":"\u00e9"}'),
    post("act with a field too many", body='{"challenge":"c","proof":"$knock","admin":true}'),
    post("act by overriding the method", method="GET", x_http_method_override="POST"),
    post("act with too much", body='{"challenge":"c","proof":"$knock","x":"' + "a" * 70_000 + '"}'),
    post("act with too much, in chunks", content_length=None, transfer_encoding="chunked",
         body=f"11170\r\n{'a' * 70_000}\r\n0\r\n\r\n"),
    post("act with a little, in chunks", content_length=None, transfer_encoding="chunked", body="ff\r\n{}\r\n0\r\n\r\n"),
    post("smuggle by length and chunks", transfer_encoding="chunked", connection="keep-alive", wins=held,
         body="0\r\n\r\nGET /app.js HTTP/1.1\r\nHost: 127.0.0.1:$port\r\nConnection: close\r\n\r\n"),
    post("smuggle by two lengths", content_length=["0", "$length"]),
    post("smuggle by an odd coding", transfer_encoding=" chunked, identity"),
    post("act with a length below zero", content_length="-1"),
    post("act with an endless length", content_length="9" * 30),
    post("hold a slow body", content_length="9000", wins=held),
    shake("open as another site", sec_fetch_site="cross-site"),
    shake("open as another port", sec_fetch_site="same-site"),
    shake("open as if typed", sec_fetch_site="none"),
    shake("open by post", method="POST"),
    shake("open with an old version", sec_websocket_version="8"),
    shake("open without a key", sec_websocket_key=None),
    shake("open with a token in the address", target="/room?token=$spent"),
    shake("open by an odd path", target="/%72oom"),
    shake("open elsewhere", target="/app.js"),
    shake("open under two hosts", host=["127.0.0.1:$port", "evil.example"]),
    speak("speak without a cookie", ENTER, cookie=None),
    speak("speak with the cookie of another port", ENTER, cookie="kindlight_1=$cookie"),
    speak("speak with two cookies", ENTER, cookie="kindlight_$port=evil; kindlight_$port=$cookie"),
    *(speak(f"speak with {name}", said(key)) for name, key in {
        "another's key": "$other_key", "no key": "", "the cookie as the key": "$cookie", "a spent token": "$spent",
        "a null key": None, "a list": ["$key"], "a lone surrogate": "\ud800",
    }.items()),
    speak("speak before entering", b'\x81{"kind":"draft","echo":1,"text":"x"}'),
    speak("find words before entering", b'\x81{"kind":"find-words","query":"x"}'),
    speak("lock before entering, then enter", b'\x81{"kind":"lock-room"}', ENTER),
    speak("say nothing for ever", wins=held),
    speak("say an empty line", b"\x81"),
    speak("say no JSON", b"\x81hello"),
    speak("say a list", b'\x81["enter","$key"]'),
    speak("say deep nesting", b"\x81" + b"[" * 60_000),
    speak("say bytes", b"\x82\x00\xff\xfe"),
    speak("say broken UTF-8", b"\x81\xc3\x28\xa0\xa1"),
    speak("say too much", b'\x81{"kind":"enter","key":"$key","contract":"' + b"a" * 270_000 + b'"}'),
    speak("say a field too many", b'\x81{"kind":"enter","key":"$key","contract":"$contract","admin":true}'),
    speak("begin in the middle", b'\x80{"kind":"enter","key":"$key","contract":"$contract"}'),
    speak("use a reserved frame", b'\x83{"kind":"enter","key":"$key","contract":"$contract"}'),
)

HONEST = (
    get("see the page"),
    get("see the script", "/app.js", sec_fetch_site="same-origin"),
    get("see the page under another of its names", host="localhost:$port"),
    get("arrive through the launcher's file", sec_fetch_site="cross-site", sec_fetch_mode="navigate",
        sec_fetch_dest="document"),
    post("come back"),
    shake("open the socket"),
    speak("enter", ENTER),
)  # fmt: skip
