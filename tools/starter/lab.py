"""Start JupyterLab on the home page, for one person on one computer, and stop it cleanly."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import signal
import socket
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from starter import files
from starter.kit import Kit
from starter.texts import StartError, _, say

HOST = "127.0.0.1"
_FIRST_PORT = 8888
_LONGEST_START = 120  # seconds, on an old laptop with a virus scanner
_LONGEST_STOP = 20
# No news pop-up, and nothing in the menus that would install from the internet.
_PAGE = {
    "disabledExtensions": {
        "@jupyterlab/apputils-extension:announcements": True,
        "@jupyterlab/extensionmanager-extension": True,
    }
}


@dataclass(frozen=True)
class Server:
    """One JupyterLab: where it listens, who may enter, what it opens."""

    port: int
    token: str
    language: str
    browser: bool = True

    @property
    def page(self) -> str:
        """The page that opens."""
        return f"/lab/tree/modules/{self.language}/home.ipynb"

    @property
    def address(self) -> str:
        """The full address, with the token that lets this user in."""
        return f"http://{HOST}:{self.port}{quote(self.page)}?token={self.token}"


def is_free(port: int) -> bool:
    """Whether a server could listen on this port now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name != "nt":  # there the option would allow two servers on one port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError):
            return False
    return True


def choose_port(wanted: int | None) -> int:
    """The wanted port, or without a wish the first free one.

    Raises:
        StartError: the wanted port is in use or not allowed.
    """
    if wanted is not None:
        if not is_free(wanted):
            raise StartError(
                _(
                    "Port {port} is in use. Choose another one with --port, or leave --port out"
                    " and the kit finds a free one."
                ).format(port=wanted)
            )
        return wanted
    for port in range(_FIRST_PORT, _FIRST_PORT + 20):
        if is_free(port):
            return port
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def command(kit: Kit, server: Server) -> list[str]:
    """The command line of the server; the token is in its environment, where `ps` cannot see it."""
    options = [
        f"--ServerApp.root_dir={kit.workspace}",
        f"--ServerApp.ip={HOST}",
        f"--ServerApp.port={server.port}",
        "--ServerApp.port_retries=0",
        f"--LabApp.default_url={server.page}",
        f"--LabApp.labextensions_path={kit.venv / 'share' / 'jupyter' / 'labextensions'}",
        f"--LabApp.extra_labextensions_path={kit.tools / 'borderlab' / 'labextension'}",
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
        "--JupyterApp.answer_yes=True",  # Ctrl-C stops at once, without a question in English
    ]
    if not server.browser:
        options.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--allow-root")  # a container; there is nobody else in it
    return [str(kit.python), "-m", "jupyterlab", *options]


def environment_for(kit: Kit, server: Server, base: Mapping[str, str]) -> dict[str, str]:
    """The variables the server runs with: the kit's settings, not those of another Jupyter."""
    ours = {name: value for name, value in base.items() if not name.startswith("PYTHON")}
    for name in ("JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "JUPYTERLAB_DIR"):
        ours.pop(name, None)
    return ours | {
        "JUPYTER_CONFIG_DIR": str(kit.settings),
        "JUPYTER_TOKEN": server.token,
        "BORDERLAB_LANGUAGE": server.language,
        "PYTHONUTF8": "1",
    }


def settle(kit: Kit, language: str) -> None:
    """Write JupyterLab's settings: no news, and its menus in the language if it has them."""
    page = json.dumps(_PAGE, indent=1).encode()
    files.write(kit.settings / "labconfig" / "page_config.json", page)
    plugin = kit.settings / "lab" / "user-settings" / "@jupyterlab" / "translation-extension"
    locale = language_pack(kit, language)
    if locale and not (plugin / "plugin.jupyterlab-settings").exists():
        setting = json.dumps({"locale": locale}).encode()
        files.write(plugin / "plugin.jupyterlab-settings", setting)


def language_pack(kit: Kit, language: str) -> str | None:
    """The locale of the installed translation of JupyterLab's menus, such as ``fr_FR``, or None."""
    from starter.environment import site_packages

    prefix = f"jupyterlab_language_pack_{language}_"
    packs = sorted(path.name for path in site_packages(kit).glob(f"{prefix}*") if path.is_dir())
    packs = [name for name in packs if not name.endswith(".dist-info")]
    return f"{language}_{packs[0].removeprefix(prefix)}" if packs else None


def run(kit: Kit, language: str, port: int | None, *, browser: bool) -> int:
    """Serve until the user stops it; gives the exit status.

    Raises:
        StartError: the port is taken, or the server did not start.
    """
    server = Server(choose_port(port), secrets.token_hex(24), language, browser)
    settle(kit, language)
    say(_("Starting JupyterLab…"))
    log = kit.settings / "server.log"
    with log.open("wb") as output, _Signals():
        process = subprocess.Popen(  # noqa: S603  (our own environment's JupyterLab)
            command(kit, server),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=kit.workspace,
            env=environment_for(kit, server, os.environ),
        )
        try:
            _wait_until_up(process, server, log)
            _tell(kit, server)
            process.wait()
        except KeyboardInterrupt:
            say()
        finally:
            _stop(process)
    say(_("Stopped. Your answers are kept in {folder}.").format(folder=kit.workspace))
    return 0


def _wait_until_up(process: subprocess.Popen[bytes], server: Server, log: Path) -> None:
    end = time.monotonic() + _LONGEST_START
    while time.monotonic() < end:
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex((HOST, server.port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise StartError(_("JupyterLab did not start. Details are in {file}").format(file=log))


def _tell(kit: Kit, server: Server) -> None:
    say(_("The kit is open in your browser. If it is not, open this address in one:"))
    say(f"  {server.address}")
    say(_("Leave this window open while you work. Ctrl+C in this window stops the kit."))
    say(_("Your answers are saved as you give them, in {folder}.").format(folder=kit.workspace))


class _Signals:
    """Treat the end of the terminal or of the session like Ctrl-C, so that kernels stop too."""

    def __enter__(self) -> None:
        self.before = {
            number: signal.signal(number, self._interrupt)
            for number in (signal.SIGTERM, getattr(signal, "SIGHUP", None))
            if number is not None
        }

    def __exit__(self, *_details: object) -> None:
        for number, handler in self.before.items():
            signal.signal(number, handler)

    def _interrupt(self, *_details: object) -> None:
        raise KeyboardInterrupt


def _stop(process: subprocess.Popen[bytes]) -> None:
    if os.name == "nt":  # there terminate() is a kill, and Ctrl-C has reached the server already
        with contextlib.suppress(subprocess.TimeoutExpired, KeyboardInterrupt):
            process.wait(_LONGEST_STOP)
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(_LONGEST_STOP)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        process.kill()
        process.wait()
