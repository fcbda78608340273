"""Runs one command of the client's tools on the Node at hand: `python tools/node.py npx vitest run`."""

import subprocess
import sys

from build_client import CLIENT, node_environment, program

command = [*program(sys.argv[1]), *sys.argv[2:]]
sys.exit(subprocess.run(command, cwd=CLIENT, env=node_environment(), check=False).returncode)
