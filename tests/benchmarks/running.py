"""Programs as a user starts them: from this checkout, by this Python."""

import os
import subprocess
import sys
from pathlib import Path

from clerk.paths import Home

_ROOT = Path(__file__).resolve().parents[2]


def clerk(home: Home, *words: str) -> bytes:
    """What `clerk` prints on a data folder; raises CalledProcessError where it fails."""
    return python("-m", "clerk", "--home", str(home.root), *words)


def python(*words: str) -> bytes:
    """What Python prints; raises CalledProcessError where it fails."""
    return subprocess.run(
        [sys.executable, *words], cwd=_ROOT, env=os.environ, check=True, capture_output=True
    ).stdout
