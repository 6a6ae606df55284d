"""How JupyterLab is started and stopped."""

from __future__ import annotations

import json
import signal
import sys
import time
from pathlib import Path

import pytest

from starter import lab
from starter.kit import Kit
from starter.texts import StartError

SERVER = lab.Server(port=8899, token="secret", language="fr")  # noqa: S106  (a test's token)


def test_page_opens_in_the_language_with_the_token() -> None:
    expected = "http://127.0.0.1:8899/lab/tree/modules/fr/home.ipynb?token=secret"
    assert SERVER.address == expected


def test_token_is_not_on_the_command_line(kit: Kit) -> None:
    assert "secret" not in " ".join(lab.command(kit, SERVER))
    assert "secret" in lab.environment_for(kit, SERVER, {}).values()


def test_server_opens_the_participants_folder_only_on_this_computer(kit: Kit) -> None:
    command = lab.command(kit, SERVER)
    assert command[:3] == [str(kit.python), "-m", "jupyterlab"]
    assert f"--ServerApp.root_dir={kit.workspace}" in command
    assert "--ServerApp.ip=127.0.0.1" in command
    assert "--no-browser" not in command


def test_extension_is_found_where_the_kit_keeps_it() -> None:
    root = Path(__file__).resolve().parents[3]
    option = "--LabApp.extra_labextensions_path="
    found = [word for word in lab.command(Kit(root), SERVER) if word.startswith(option)]
    packages = list(Path(found[0].removeprefix(option)).glob("*/package.json"))
    assert packages
    for package in packages:  # JupyterLab looks for the files in the folder of that name
        assert json.loads(package.read_text("utf-8"))["name"] == package.parent.name


def test_another_jupyters_settings_are_not_used(kit: Kit) -> None:
    others = {
        "JUPYTER_CONFIG_DIR": "/home/u/.jupyter",
        "JUPYTER_PATH": "/opt/x",
        "PYTHONPATH": "/opt/y",
        "PYTHONHOME": "/opt/z",
        "HOME": "/home/u",
    }
    ours = lab.environment_for(kit, SERVER, others)
    assert ours["JUPYTER_CONFIG_DIR"] == str(kit.settings)
    assert ours["HOME"] == "/home/u"
    assert not {"JUPYTER_PATH", "PYTHONPATH", "PYTHONHOME"} & ours.keys()


def test_news_are_off(kit: Kit) -> None:
    (kit.venv / "lib" / "python3.11" / "site-packages").mkdir(parents=True)
    lab.settle(kit, "fr")
    page = json.loads((kit.settings / "labconfig" / "page_config.json").read_text("utf-8"))
    assert page["disabledExtensions"]["@jupyterlab/apputils-extension:announcements"] is True


def test_menus_follow_the_language_only_with_its_pack(kit: Kit) -> None:
    packages = kit.venv / "lib" / "python3.11" / "site-packages"
    packages.mkdir(parents=True)
    setting = kit.settings / "lab/user-settings/@jupyterlab/translation-extension"
    lab.settle(kit, "fr")
    assert not setting.exists()
    (packages / "jupyterlab_language_pack_fr_FR").mkdir()
    (packages / "jupyterlab_language_pack_fr_FR-4.5.dist-info").mkdir()
    lab.settle(kit, "fr")
    file = setting / "plugin.jupyterlab-settings"
    assert json.loads(file.read_text("utf-8")) == {"locale": "fr_FR"}
    file.write_text('{"locale": "es_ES"}', encoding="utf-8")
    lab.settle(kit, "fr")
    assert "es_ES" in file.read_text("utf-8"), "the user's own choice stays"


def serve(kit: Kit, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    kit.settings.mkdir(parents=True)
    monkeypatch.setattr(lab, "settle", lambda _kit, _language: None)
    monkeypatch.setattr(
        lab, "command", lambda _kit, server: [sys.executable, "-c", script, str(server.port)]
    )


def test_server_that_ends_at_once_is_one_sentence(
    kit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(kit, monkeypatch, "raise SystemExit('cannot')")
    with pytest.raises(StartError, match=r"did not start.*server\.log"):
        lab.run(kit, "fr", None, browser=False)
    assert b"cannot" in (kit.settings / "server.log").read_bytes()


def test_stopping_ends_the_server_and_says_where_the_answers_are(
    kit: Kit, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = (
        "import socket, sys, time\n"
        "s = socket.socket(); s.bind(('127.0.0.1', int(sys.argv[1]))); s.listen(); time.sleep(60)\n"
    )
    serve(kit, monkeypatch, script)
    tell = lab._tell

    def tell_and_close_the_terminal(kit: Kit, server: lab.Server) -> None:
        tell(kit, server)
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(lab, "_tell", tell_and_close_the_terminal)
    port = lab.choose_port(None)
    started = time.monotonic()
    assert lab.run(kit, "fr", port, browser=False) == 0
    assert time.monotonic() - started < 20
    assert lab.is_free(port)
    assert capsys.readouterr().out.rstrip().endswith(f"kept in {kit.workspace}.")
