import subprocess
import sys

import pytest

from sources import ROOT

sys.path.insert(0, str(ROOT / "tools"))
import contract


@pytest.fixture(scope="module")
def fresh():
    try:
        return contract.generated()
    except (FileNotFoundError, subprocess.CalledProcessError) as missing:
        pytest.fail(f"the generator needs client/node_modules: run `make contract` ({type(missing).__name__})")


@pytest.mark.parametrize(
    "name",
    [
        "contract/scene.schema.json",
        "contract/gesture.schema.json",
        "client/src/contract/scene.ts",
        "client/src/contract/gesture.ts",
        "client/src/contract/words.ts",
        "client/src/contract/help.ts",
    ],
)
def test_a_generated_file_is_up_to_date(fresh, name):
    written = (ROOT / name).read_text("utf-8") if (ROOT / name).is_file() else ""
    assert written == fresh[ROOT / name], "run `make contract`"


def test_no_generated_file_is_forgotten_here(fresh):
    assert len(fresh) == 6
