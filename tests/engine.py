"""The real program in a process of its own, as a person would start it."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


class Engine:
    """One running `kindlight`; `address` is the one-time address it printed."""

    def __init__(
        self, home: Path, *arguments: str, port: int = 0, environment: Mapping[str, str] | None = None
    ) -> None:
        self.home = home
        command = [sys.executable, "-m", "kindlight", "--home", str(home), "--port", str(port), *arguments]
        told = {**os.environ, "KINDLIGHT_NO_BROWSER": "1", "PYTHONUNBUFFERED": "1", **(environment or {})}
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=told, start_new_session=True
        )
        self.address = self._address()
        self.port = int(self.address.split(":")[2].split("/")[0])

    def _address(self) -> str:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith("http://"):
                return line.strip()
        assert self.process.stderr is not None
        raise AssertionError(f"no address was printed: {self.process.stderr.read()}")

    def kill(self) -> None:
        """Pull the plug."""
        self.process.kill()
        self._close()

    def stop(self) -> None:
        """Ctrl+C."""
        self.process.send_signal(signal.SIGINT)
        self._close()

    def _close(self) -> None:
        self.process.wait(timeout=20)
        for stream in (self.process.stdout, self.process.stderr):
            assert stream is not None
            stream.close()


def again(home: Path) -> str:
    """What a second `kindlight` prints while the first runs."""
    command = [sys.executable, "-m", "kindlight", "--home", str(home)]
    told = {**os.environ, "KINDLIGHT_NO_BROWSER": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=told, check=True, timeout=30)
    return done.stdout.split()[-1]
