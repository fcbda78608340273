from urllib.parse import urlparse

from kindlight.content.help import ELSEWHERE, all_help

REGIONS = {"US", "CA", "GB", "IE", "AU", "NZ", "DE", "AT", "CH", "FR", "IN"}


def test_the_promised_regions_are_there_and_elsewhere_comes_last():
    codes = [region.region for region in all_help()]
    assert set(codes) >= REGIONS
    assert codes[-1] == ELSEWHERE
    assert len(codes) == len(set(codes))


def test_every_region_has_an_emergency_number_and_someone_who_answers():
    assert all(region.emergency and region.lines for region in all_help())


def test_every_line_says_how_to_reach_it_and_where_that_was_read():
    for region in all_help():
        for line in region.lines:
            assert line.name
            assert line.reach
            assert line.hours
            assert urlparse(line.source).scheme == "https"


def test_a_line_outside_the_fallback_has_a_number():
    assert all(any(map(str.isdigit, one.reach)) for r in all_help() if r.region != ELSEWHERE for one in r.lines)


def test_the_sentences_of_help_are_quiet():
    assert not any("!" in part for r in all_help() for one in r.lines for part in (one.name, one.hours, one.note))
