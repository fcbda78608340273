"""Day One Classic's folder of property lists."""

import plistlib
from datetime import datetime

from kindlight.porting import Entry, Preview, Skipped
from kindlight.porting.dayone_classic import read
from kindlight.porting.files import File


def kept(name="A.doentry", **more):
    entry = {
        "Creation Date": datetime(2013, 5, 17, 18, 39, 20),  # noqa: DTZ001 - as property lists keep it
        "Entry Text": "# Sea\n\nCold.",
        "Starred": True,
        "Tags": ["sea"],
        "Time Zone": "America/Los_Angeles",
        "UUID": "0F",
        "Creator": {"Host Name": "x"},
    }
    return File(name=name, data=plistlib.dumps({**entry, **more}))


def test_an_entry_comes_with_its_local_time_tags_and_star():
    entry = Entry(
        source="dayone",
        source_id="0F",
        when="2013-05-17T11:39:20-07:00[America/Los_Angeles]",
        title="Sea",
        text="# Sea\n\nCold.",
        tags=("sea",),
        starred=True,
    )
    assert read([kept()]) == Preview(source="dayone", entries=(entry,))


def test_a_broken_file_does_not_cost_the_others():
    found = read([kept(), kept("B.doentry", Tags=3), File(name="C.doentry", data=b"<plist>")])
    assert len(found.entries) == 1
    assert found.skipped == tuple(
        Skipped(name=name, word="port.skip.not-understood") for name in ("B.doentry", "C.doentry")
    )


def test_a_file_that_declares_entities_is_not_opened():
    bomb = b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "aaaa">]><plist><dict><key>Entry Text</key>'
    found = read([File(name="A.doentry", data=bomb + b"<string>&a;</string></dict></plist>")])
    assert found.skipped == (Skipped(name="A.doentry", word="port.skip.not-understood"),)
