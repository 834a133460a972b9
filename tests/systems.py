"""What a test needs of the system that it runs on."""

import os

import pytest

private_modes = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
