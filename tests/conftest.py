"""What every test shares: nothing is written into the developer's own folders."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# In the check the same examples each time: a law that fails there must fail here too. By hand they
# are drawn anew, so that more of them are tried in the end.
# No example has a deadline: a busy machine is no fault of the code.
settings.register_profile("check", derandomize=True, deadline=None)
settings.register_profile("by hand", deadline=None)
settings.load_profile("by hand")
if os.environ.get("CI"):
    settings.load_profile("check")


def pytest_xdist_auto_num_workers() -> int:
    """Two more workers than there are cores: a third of the time the tests wait for something.

    (On two cores: 4 min 31 s, where one more took 4 min 56 s.)
    """
    return (os.cpu_count() or 1) + 2


@pytest.fixture(autouse=True, scope="session")
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home of the tests' own for logs and data that no --home names."""
    folder = tmp_path_factory.mktemp("user")
    names = ("XDG_STATE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, str(folder)))
    yield folder
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
