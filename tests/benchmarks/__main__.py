"""`python -m tests.benchmarks [--quick]`: one line a measure, as `name ratio limit`."""

import argparse
import sys

from tests.benchmarks import flat, papers, register, save, screen, word, workspace

_MEASURES = [
    save.measure,
    flat.measure,
    register.measure,
    word.measure,
    papers.measure,
    screen.measure,
    workspace.measure,
]


def main() -> int:
    """Prints every line; 1 where a ratio passes its limit, else 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds: under a minute in all")
    quick = parser.parse_args().quick
    passed = True
    for measure in _MEASURES:
        for line in measure(quick):
            print(line, flush=True)
            passed &= line.ratio <= line.limit
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
