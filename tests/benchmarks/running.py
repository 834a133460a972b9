"""Programs as a user starts them: from this checkout, by this Python."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from clerk.paths import Home

ROOT = Path(__file__).resolve().parents[2]


def environment() -> dict[str, str]:
    """With compiled modules kept, as after an installation by pip; apart from the checkout's."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "clerk-benchmarks")}


def clerk(home: Home, *words: str) -> bytes:
    """What `clerk` prints on a data folder; raises CalledProcessError where it fails."""
    return python("-m", "clerk", "--home", str(home.root), *words)


def python(*words: str) -> bytes:
    """What Python prints; raises CalledProcessError where it fails."""
    return subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=environment(), check=True, capture_output=True
    ).stdout
