"""Facts about what the guard lets by, as a pure decision and as a shell around an app."""

import asyncio
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindlight.content import all_words
from kindlight.host import guard as guards
from kindlight.host.guard import Asked, Limits, Turned, guard, hosts, verdict
from kindlight.host.headers import policy, protective, replaced

PORT = 8123
US = b"127.0.0.1:8123"
ORIGIN = b"http://127.0.0.1:8123"
TOO_OPEN = [(b"Access-Control-Allow-Origin", b"*"), (b"cache-control", b"public"), (b"timing-allow-origin", b"*")]


def knock(*headers, method="GET", path=b"/", query=b"", socket=False):
    return Asked(socket=socket, method=method, path=path, query=query, headers=headers)


def a_get(**headers):
    return knock(*named({"host": US} | headers))


def a_post(**headers):
    ours = {
        "host": US, "origin": ORIGIN, "sec-fetch-site": b"same-origin", "content-type": b"application/json",
        "x-kindlight": b"1", "content-length": b"2",
    }  # fmt: skip
    return knock(*named(ours | headers), method="POST", path=b"/enter")


def a_socket(**headers):
    return knock(*named({"host": US, "origin": ORIGIN} | headers), path=b"/room", socket=True)


def named(headers):
    spelled = {name.replace("_", "-").encode(): value for name, value in headers.items()}
    return [(name, value) for name, value in spelled.items() if value is not None]


def word(asked):
    turned = verdict(asked, PORT, Limits())
    return turned and turned.word.removeprefix("guard.")


@pytest.mark.parametrize("host", hosts(PORT))
@pytest.mark.parametrize("kind", [a_get, a_post, a_socket])
def test_the_room_s_own_page_is_let_by_under_each_of_its_names(kind, host):
    origin = None if kind is a_get else b"http://" + host.encode()
    assert word(kind(host=host.encode(), origin=origin)) is None


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (a_get(host=None), "other-host"),
        (knock((b"host", US), (b"host", US)), "other-host"),
        (knock((b"host", US), method="PUT"), "other-method"),
        (knock((b"host", US), method="get"), "other-method"),
        (knock((b"host", US), path=b"/../etc/passwd"), "odd-path"),
        (knock((b"host", US), path=b"/a%2fb"), "odd-path"),
        (knock((b"host", US), path=b"/app.js\n"), "odd-path"),
        (knock((b"host", US), path=b"/.git"), "odd-path"),
        (knock((b"host", US), path="/é".encode()), "odd-path"),
        (knock((b"host", US), path=b""), "odd-path"),
        (knock((b"host", US), query=b"k=1"), "odd-path"),
        (a_get(origin=b"null"), "other-origin"),
        (a_get(origin=b"http://localhost:8123"), "other-origin"),
        (a_post(origin=None), "other-origin"),
        (a_socket(origin=None), "other-origin"),
        (a_get(sec_fetch_site=b"cross-site"), "other-site"),
        (a_get(sec_fetch_site=b"same-site"), "other-site"),
        (a_get(sec_fetch_site=b"none"), "other-site"),
        (a_get(sec_fetch_site=b"cross-site", sec_fetch_mode=b"navigate", sec_fetch_dest=b"iframe"), "other-site"),
        (a_get(sec_fetch_site=b"same-site", sec_fetch_mode=b"navigate", sec_fetch_dest=b"document"), "other-site"),
        (a_post(sec_fetch_site=b"none", sec_fetch_mode=b"navigate"), "other-site"),
        (a_socket(sec_fetch_site=b"none"), "other-site"),
        (a_get(content_length=b"1"), "too-large"),
        (a_get(transfer_encoding=b"chunked"), "too-large"),
        (a_post(content_length=None), "too-large"),
        (a_post(content_length=b"65537"), "too-large"),
        (a_post(content_length=b"-1"), "too-large"),
        (a_post(content_length=b"+1"), "too-large"),
        (a_post(content_length=b"9" * 5_000), "too-large"),
        (a_post(transfer_encoding=b"chunked", content_length=None), "too-large"),
        (a_post(content_type=b"text/plain"), "not-from-page"),
        (a_post(content_type=b"text/plain; application/json"), "not-from-page"),
        (a_post(content_type=None), "not-from-page"),
        (a_post(x_kindlight=None), "not-from-page"),
        (a_post(x_kindlight=b"0"), "not-from-page"),
        (knock((b"host", US), *[(b"x", b"")] * 64), "too-many-headers"),
        (a_get(cookie=b"x" * 16_384), "too-many-headers"),
    ],
)
def test_what_is_not_allowed_is_turned_away_and_told_why(asked, why):
    assert word(asked) == why


@pytest.mark.parametrize(
    "asked",
    [
        a_get(sec_fetch_site=b"same-origin", origin=ORIGIN),
        a_get(sec_fetch_site=b"none", sec_fetch_mode=b"navigate", sec_fetch_dest=b"document"),
        a_get(sec_fetch_site=b"cross-site", sec_fetch_mode=b"navigate", sec_fetch_dest=b"document"),
        a_post(content_type=b"application/json; charset=utf-8"),
        a_post(content_length=b"65536"),
        a_socket(sec_fetch_site=b"same-origin"),
        knock((b"Host", US), method="HEAD", path=b"/part-A1B2_c3.js"),
    ],
)
def test_what_the_page_and_its_opening_need_is_let_by(asked):
    assert word(asked) is None


odd_values = st.binary(max_size=40) | st.sampled_from(
    [b"*", b"null", b"http://127.0.0.1", b"https://127.0.0.1:8123", b"http://127.0.0.1:8123/", b"HTTP://127.0.0.1:8123"]
)
ALLOWED = {
    "host": {name.encode() for name in hosts(PORT)},
    "origin": {ORIGIN},
    "sec-fetch-site": {b"same-origin"},
    "content-type": guards._JSON,
    "x-kindlight": {b"1"},
}


@st.composite
def a_bent_post(draw):
    """A post of the room's own page, with at least one header outside the allow-list."""
    bent = draw(st.sets(st.sampled_from(sorted(ALLOWED)), min_size=1))
    wrong = {
        name: draw(odd_values.filter(lambda value, good=ALLOWED[name]: value.lower() not in good)) for name in bent
    }
    return a_post(**{name.replace("-", "_"): value for name, value in wrong.items()})


@given(a_bent_post())
def test_any_header_outside_the_allow_list_is_refused(asked):
    assert word(asked) is not None


@given(st.sampled_from(a_post().headers), odd_values)
def test_a_header_said_twice_is_refused(twice, value):
    """Whichever of the two a careless reader would have picked."""
    asked = knock(*a_post().headers, (twice[0], value), method="POST", path=b"/enter")
    other = knock((twice[0], value), *a_post().headers, method="POST", path=b"/enter")
    assert (word(asked) is None, word(other) is None) == (False, False)


@given(st.binary(max_size=60).filter(lambda host: host not in ALLOWED["host"]), st.sampled_from([a_get, a_socket]))
def test_no_other_host_is_answered(host, kind):
    assert word(kind(host=host)) == "other-host"


@given(st.binary(max_size=60))
def test_a_path_let_by_cannot_climb(path):
    if word(knock((b"host", US), path=path)) is None:
        parts = path.split(b"/")
        assert parts[0] == b""
        assert not [part for part in parts[1:] if part.startswith(b".")]
        assert not set(path) - set(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./")


def test_every_turning_away_has_its_sentence_and_every_sentence_its_turning_away():
    turned = [*(rule[1] for rule in guards._RULES), guards._TOO_SLOW, guards._FULL]
    assert {each.word for each in turned} == {key for key in all_words() if key.startswith("guard.")}


def test_the_policy_on_one_line():
    assert policy("127.0.0.1:8123", "R") == (
        "default-src 'none'; script-src 'nonce-R' 'strict-dynamic'; style-src 'self'; img-src 'self' blob:; "
        "media-src 'self' blob:; connect-src 'self' ws://127.0.0.1:8123; font-src 'self'; worker-src 'self'; "
        "manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types kl lit-html"
    )


def test_an_ipv6_address_is_not_written_where_a_policy_cannot_read_it():
    assert "connect-src 'self'; " in policy("[::1]:8123", "R")


def test_the_app_cannot_loosen_an_answer():
    ours = protective("localhost:8123", "R")
    assert replaced([(b"etag", b"1"), *TOO_OPEN], ours) == [(b"etag", b"1"), *ours]


async def ask(app, scope, *messages):
    """Send messages to an ASGI app; what it sends back. After the last one nothing more ever comes."""
    waiting, sent = list(messages), []

    async def receive():
        return waiting.pop(0) if waiting else await asyncio.Event().wait()

    async def send(message):
        sent.append(message)

    await app(scope, receive, send)
    return sent


def scope_of(asked):
    kind = {"type": "websocket"} if asked.socket else {"type": "http", "method": asked.method}
    headers = list(asked.headers)
    return kind | {"raw_path": asked.path, "path": "/", "query_string": asked.query, "headers": headers}


async def echo(scope, receive, send):
    message = await receive()
    headers = [(b"x-nonce", scope[guards.NONCE].encode()), *TOO_OPEN]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": message["body"]})


def guarded(app, **limits):
    numbers = count(1)
    return guard(app, port=lambda: PORT, nonce=lambda: f"n{next(numbers)}", limits=Limits(**limits))


def body(part, *, more=False):
    return {"type": "http.request", "body": part, "more_body": more}


def test_the_app_gets_the_body_whole_and_its_answer_is_dressed():
    sent = asyncio.run(ask(guarded(echo), scope_of(a_post()), body(b"{", more=True), body(b"}")))
    assert sent == [
        {
            "type": "http.response.start",
            "status": 200,
            "headers": [(b"x-nonce", b"n1"), *protective("127.0.0.1:8123", "n1")],
        },
        {"type": "http.response.body", "body": b"{}"},
    ]


def test_each_answer_has_a_nonce_of_its_own_and_a_refusal_is_dressed_too():
    app = guarded(echo)
    answers = [asyncio.run(ask(app, scope_of(a_get(host=host)), body(b""))) for host in (US, US, b"evil.example")]
    policies = [dict(sent[0]["headers"])[b"content-security-policy"] for sent in answers]
    assert policies == [policy("127.0.0.1:8123", nonce).encode() for nonce in ("n1", "n2", "n3")]
    assert [sent[0]["status"] for sent in answers] == [200, 200, 421]


def test_a_body_that_does_not_come_is_not_waited_for():
    sent = asyncio.run(ask(guarded(echo, seconds=0.01), scope_of(a_post()), body(b"{", more=True)))
    assert sent[0]["status"] == 408


def test_a_socket_is_refused_before_it_is_accepted():
    asked = scope_of(a_socket(origin=None))
    assert asyncio.run(ask(guarded(echo), asked)) == [{"type": "websocket.close", "code": 1008}]
    able = asked | {"extensions": {"websocket.http.response": {}}}
    first, second = asyncio.run(ask(guarded(echo), able))
    assert (first["type"], first["status"]) == ("websocket.http.response.start", 403)
    assert second["body"].decode() == all_words()["guard.other-origin"]


def test_only_so_many_sockets_are_held_and_a_closed_one_makes_room():
    held = asyncio.Event()

    async def hold(_scope, _receive, send):
        await send({"type": "websocket.accept"})
        await held.wait()

    async def story():
        app, scope = guarded(hold, sockets=2), scope_of(a_socket())
        two = [asyncio.create_task(ask(app, scope)) for _ in range(2)]
        await asyncio.sleep(0)
        third = await ask(app, scope)
        held.set()
        return [*await asyncio.gather(*two), third, await ask(app, scope)]

    accepted, refused = [{"type": "websocket.accept"}], [{"type": "websocket.close", "code": 1008}]
    assert asyncio.run(story()) == [accepted, accepted, refused, accepted]


def test_the_first_broken_rule_answers():
    assert verdict(knock(method="PUT", path=b"?"), PORT, Limits()) == Turned(status=421, word="guard.other-host")
