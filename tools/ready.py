"""Makes ready what the tests need beyond Python: the client's development modules, a Chromium, a software renderer."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from build_client import CLIENT, install_modules

PACKAGES = (
    "chromium", "libegl1", "libegl-mesa0", "libgl1-mesa-dri", "libgles2", "fonts-dejavu-core",
)  # fmt: skip
MESA = Path("/usr/share/glvnd/egl_vendor.d/50_mesa.json")


def ready_modules() -> None:
    """Install the client's development modules when the lock file has changed."""
    stamp = CLIENT / "node_modules" / ".kindlight-lock"
    wanted = hashlib.sha256((CLIENT / "package-lock.json").read_bytes()).hexdigest()
    if not stamp.is_file() or stamp.read_text() != wanted:
        install_modules()
        stamp.write_text(wanted)


def chromium() -> str | None:
    """The path of a Chromium, if there is one."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def ready_browser() -> None:
    """Install Debian's Chromium and Mesa when that is ours to do; else say what to install."""
    if chromium() and (MESA.is_file() or sys.platform != "linux"):
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES], check=True, env=quiet)
    elif not chromium():
        sys.exit(
            "The browser tests need Chromium: install the package `chromium` of your system "
            "(on Debian or Ubuntu: sudo apt-get install " + " ".join(PACKAGES) + "), then run make test again."
        )


if __name__ == "__main__":
    ready_modules()
    ready_browser()
