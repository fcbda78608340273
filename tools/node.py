"""Runs one command of the client's tools on the Node at hand: `python tools/node.py npx vitest run`."""

import shutil
import subprocess
import sys

from build_client import CLIENT, node_environment

environment = node_environment()
program = shutil.which(sys.argv[1], path=environment["PATH"]) or sys.argv[1]
sys.exit(subprocess.run([program, *sys.argv[2:]], cwd=CLIENT, env=environment, check=False).returncode)
