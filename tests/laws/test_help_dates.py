"""A list of help that nobody has looked at for a season does not ship."""

import os
import re
import subprocess
from datetime import date, timedelta

import pytest

from kindlight.content.help import all_help
from sources import ROOT

SEASON = timedelta(days=90)


def release_date() -> date:
    """The day of the latest dated release; while there is unreleased work, SOURCE_DATE or the newest commit's day."""
    heads = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    dated = re.search(r"\d{4}-\d{2}-\d{2}", heads[0])
    if dated:
        return date.fromisoformat(dated.group())
    return date.fromisoformat(
        os.environ.get("SOURCE_DATE") or newest_commit() or max(r.last_verified for r in all_help()).isoformat()
    )


def newest_commit() -> str:
    """The day of the newest commit; nothing in a source archive."""
    done = subprocess.run(["git", "log", "-1", "--format=%cs"], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def fresh(verified: date, shipped: date) -> bool:
    return shipped - verified <= SEASON and verified <= shipped + timedelta(days=1)


@pytest.mark.parametrize("region", all_help(), ids=lambda region: region.region)
def test_a_list_of_help_was_verified_within_ninety_days_of_the_release(region):
    assert fresh(region.last_verified, release_date())


def test_an_old_list_is_caught():
    assert fresh(date(2026, 11, 23), date(2027, 2, 21))
    assert not fresh(date(2026, 11, 23), date(2027, 2, 22))
