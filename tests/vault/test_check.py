from kindlight.vault import Finding, Report, unlock
from kindlight.vault.chain import GENESIS, Head
from kindlight.vault.check import examine


def test_a_sound_room_has_nothing_to_report(founded):
    with unlock(founded.home, recovery=founded.code) as vault:
        assert vault.check() == Report(events=80, findings=())
        assert vault.check().sound


def test_an_event_that_cannot_be_found_is_reported(open_store, thought):
    store = open_store()
    store.append([thought(1), thought(2)])
    store.connection.execute("DELETE FROM texts WHERE rowid = 2")
    assert examine(store, GENESIS).findings == (Finding(what="search", where="1/2"),)


def test_an_event_that_was_changed_is_reported_with_its_place(open_store, thought):
    store = open_store()
    store.append([thought(number) for number in range(1, 200)])
    store.connection.execute("UPDATE events SET at = '2020-01-01' WHERE seq = 7")
    assert examine(store, store.head).findings == (Finding(what="chain", where="7"),)


def test_an_event_that_is_gone_is_reported_with_its_place(open_store, thought):
    store = open_store()
    store.append([thought(number) for number in range(1, 200)])
    store.connection.execute("DELETE FROM events WHERE seq = 90")
    assert examine(store, store.head).findings == (Finding(what="chain", where="90"),)


def test_an_anchor_that_is_missing_or_does_not_hold_is_reported(open_store, thought):
    store = open_store()
    store.append([thought(1)])
    assert examine(store, None).findings == (Finding(what="anchor", where="missing"),)
    assert examine(store, Head(1, b"h" * 32)).findings == (Finding(what="anchor", where="1"),)
    assert examine(store, Head(9, store.head.hash)).findings == (Finding(what="anchor", where="9"),)
