"""The help lines as one typed constant of the client, so that Help needs no engine. Part of `make contract`."""

import json
from typing import Any

from kindlight.content.help import HelpLine, Region, all_help

TYPE = (
    "export const help: readonly {{ readonly region: string; readonly name: string; readonly emergency: string;"
    " readonly verified: string; readonly lines: readonly {line}[] }}[] = "
).format(line="{ readonly name: string; readonly reach: string; readonly hours: string; readonly note: string }")


def typescript(banner: str) -> str:
    """client/src/contract/help.ts, under the given banner."""
    regions = json.dumps([shown(region) for region in all_help()], indent=2, ensure_ascii=False)
    return f"{banner}\n{TYPE}{regions};\n"


def shown(region: Region) -> dict[str, Any]:
    """What the page shows of a region; sources stay in the data files."""
    return {
        "region": region.region,
        "name": region.name,
        "emergency": region.emergency,
        "verified": region.last_verified.isoformat(),
        "lines": [line_shown(line) for line in region.lines],
    }


def line_shown(line: HelpLine) -> dict[str, str]:
    """What the page shows of a line."""
    return {"name": line.name, "reach": line.reach, "hours": line.hours, "note": line.note}
