"""Marks of code that someone else can read: documented, short, and quiet below the command line."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(
    path.relative_to(ROOT) for room in ("clerk", "screens") for path in (ROOT / room).rglob("*.py")
)
LONGEST_MODULE = 450
LONGEST_FUNCTION = 50

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
each_module = pytest.mark.parametrize("module", MODULES, ids=lambda path: path.as_posix())


@each_module
def test_a_module_and_all_it_offers_say_what_they_mean(module: Path) -> None:
    tree = _tree(module)
    silent = [] if _is_bare_package(module, tree) or ast.get_docstring(tree) else ["the module"]
    silent += [
        f"{definition.name}, line {definition.lineno}"
        for definition in _public(tree)
        if not ast.get_docstring(definition)
    ]
    assert silent == [], f"{module}: no docstring"


@each_module
def test_no_function_is_too_long_to_see_at_once(module: Path) -> None:
    long = [
        f"{node.name}: {lines} lines"
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert long == [], f"{module}: functions over {LONGEST_FUNCTION} lines"


@each_module
def test_no_module_is_too_long_to_have_one_subject(module: Path) -> None:
    lines = len((ROOT / module).read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_MODULE, f"{module} has {lines} lines"


@each_module
def test_only_the_command_line_prints(module: Path) -> None:
    if module == Path("clerk/cli.py") or Path("clerk/commands") in module.parents:
        pytest.skip("the command line is where printing belongs")
    printing = [
        node.lineno
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert printing == [], f"{module} prints"


def test_no_modules_stand_in_a_circle_not_even_by_a_late_import() -> None:
    graph = grimp.build_graph("clerk", "screens", cache_dir=None)
    needs = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    circle: list[str] = []
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as found:
        circle = found.args[1]
    assert circle == [], "each of these is needed by the next"


def _tree(module: Path) -> ast.Module:
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))


def _is_bare_package(module: Path, tree: ast.Module) -> bool:
    """An `__init__.py` with nothing in it offers nothing to explain."""
    return module.name == "__init__.py" and not tree.body


def _public(tree: ast.Module) -> Iterator[Definition]:
    """The module's functions and classes, and the public methods and properties of its classes.

    Methods that override a library's (`compose`, `on_mount`, …) are left to the library's words.
    """
    for node in tree.body:
        if not isinstance(node, Definition) or node.name.startswith("_"):
            continue
        yield node
        if isinstance(node, ast.ClassDef) and not _derives_from_a_library(node):
            yield from (
                member
                for member in node.body
                if isinstance(member, ast.FunctionDef | ast.AsyncFunctionDef)
                and not member.name.startswith("_")
            )


def _derives_from_a_library(node: ast.ClassDef) -> bool:
    ours = {"Fact", "Protocol", "NamedTuple", "Enum", "StrEnum", "Generic"}
    bases = [base.value if isinstance(base, ast.Subscript) else base for base in node.bases]
    return any(ast.unparse(base).split(".")[-1] not in ours for base in bases)
