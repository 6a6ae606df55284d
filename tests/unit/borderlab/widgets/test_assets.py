"""Browser modules are joined safely, and none of them builds HTML from text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from borderlab.widgets import assets

SCRIPTS = sorted(path.name for path in assets.FOLDER.glob("*.js"))
ENTRIES = [
    name
    for name in SCRIPTS
    if "export default" in (assets.FOLDER / name).read_text(encoding="utf-8")
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(assets, "FOLDER", tmp_path)
    assets.esm.cache_clear()
    return tmp_path


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ENTRIES)
def test_every_entry_becomes_one_module_without_imports(name: str) -> None:
    text = assets.esm(name)
    assert len(re.findall(r"^export ", text, re.MULTILINE)) == 1
    assert not re.search(r"^import\b", text, re.MULTILINE)
    assert text.count("// dom.js\n") == 1


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_are_short_and_never_turn_text_into_html(name: str) -> None:
    text = (assets.FOLDER / name).read_text(encoding="utf-8")
    assert len(text.splitlines()) < 250
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert word not in text


@pytest.mark.parametrize("name", sorted(path.name for path in assets.FOLDER.glob("*.css")))
def test_style_sheets_touch_only_the_kit(name: str) -> None:
    text = (assets.FOLDER / name).read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    assert text.count("{") == text.count("}")
    for selector in re.findall(r"(?:^|})\s*([^{}@]+){", text):
        assert all("bl" in part for part in re.split(r",(?![^(]*\))", selector)), selector


@pytest.mark.parametrize(
    "name",
    sorted({path.name for path in assets.FOLDER.glob("*.css")} - {*assets._COMMON, "home.css"}),
)
def test_a_widget_s_own_styles_win_whatever_sheet_comes_last(name: str) -> None:
    """Every widget class brings the common sheet again, so one class alone would be overruled.

    The home page is one widget alone.
    """
    text = re.sub(
        r"/\*.*?\*/", "", (assets.FOLDER / name).read_text(encoding="utf-8"), flags=re.DOTALL
    )
    for selector in re.findall(r"(?:^|[{}])\s*([^{}@]+){", text):
        for part in re.split(r",(?![^(]*\))", selector):
            assert re.match(r"(\.bl( |\.|:has\()|body\b)", part.strip()), part


def test_common_styles_come_first_and_once() -> None:
    text = assets.css("question.css", "theme.css")
    assert text.startswith((assets.FOLDER / "theme.css").read_text(encoding="utf-8")[:40])
    assert text.count("--bl-accent-soft: #e2f0f2") == 1


def test_an_imported_file_comes_first_and_once(folder: Path) -> None:
    write(
        folder,
        base="export const A = 1;\n",
        left='import { A } from "./base.js";\nexport function left() { return A; }\n',
        main=(
            'import { A } from "./base.js";\nimport { left } from "./left.js";\n'
            "function render() { return left() + A; }\n\nexport default { render };\n"
        ),
    )
    lines = [line for line in assets.esm("main.js").splitlines() if line]
    assert [line for line in lines if line.startswith("//")] == [
        "// base.js",
        "// left.js",
        "// main.js",
    ]
    assert lines[1] == "const A = 1;"
    assert lines[-1] == "export default { render };"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ('import A from "./base.js";\n', "main.js, line 1"),
        ('import { A as B } from "./base.js";\n', "main.js, line 1"),
        ('import { A } from "https://example.org/x.js";\n', "main.js, line 1"),
        ("const A = 1;\nexport { A };\n", "main.js, line 2"),
        ('export * from "./base.js";\n', "main.js, line 1"),
        ('import { A } from "./base.js";\nconst A = 2;\n', "A is declared in base.js and main.js"),
        ('import { A } from "./main.js";\n', "circle"),
        ('import { B } from "./base.js";\n', "main.js, line 1: base.js does not export B"),
    ],
)
def test_other_forms_are_refused_with_their_place(folder: Path, text: str, part: str) -> None:
    write(folder, base="export const A = 1;\n", main=text)
    with pytest.raises(assets.AssetError, match=re.escape(part)):
        assets.esm("main.js")


def test_only_the_entry_has_a_default_export(folder: Path) -> None:
    two = "export const A = 1;\nexport default {};\n"
    write(folder, base=two, main='import { A } from "./base.js";\n')
    with pytest.raises(assets.AssetError, match=re.escape("base.js, line 2")):
        assets.esm("main.js")
