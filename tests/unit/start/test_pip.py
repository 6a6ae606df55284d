"""Installing: what is counted, and which sentence a failure gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from starter import pip

WRITTEN_BY_PIP = {
    "network": (
        "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError("
        "'Failed to establish a new connection: [Errno -3] Temporary failure in name resolution')"
        "\nERROR: No matching distribution found for anyio==4.16.0"
    ),
    "proxy": "ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407'))",
    "certificate": "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]"
    " unable to get local issuer certificate'))\nERROR: No matching distribution found for anyio",
    "disk": "ERROR: Could not install: [Errno 28] No space left on device",
    "hash": "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
    "denied": "ERROR: Could not install packages: [WinError 5] Access is denied: 'zmq.pyd'",
    "system": "  Downloading six-1.17.0-py2.py3-none-any.whl (11 kB)\n"
    "ERROR: No matching distribution found for pandas==3.1.1",
    "unknown": "Killed",
}


@pytest.mark.parametrize("name", WRITTEN_BY_PIP)
def test_cause_is_read_from_what_pip_writes(name: str) -> None:
    assert pip.cause(WRITTEN_BY_PIP[name]) == name


def test_nothing_found_at_all_means_no_network() -> None:
    assert pip.cause("ERROR: No matching distribution found for anyio==4.16.0") == "network"


@pytest.mark.parametrize("name", WRITTEN_BY_PIP)
def test_every_cause_has_one_line(name: str) -> None:
    told = pip.sentence(name, Path("start.log"))
    assert "\n" not in told
    assert ("start.log" in told) == (name == "unknown")


def test_progress_counts_every_package_once() -> None:
    output = [
        "Ignoring appnope: markers 'sys_platform == \"darwin\"' don't match your environment\n",
        "Collecting anyio==4.16.0 (from -r list.txt (line 1))\n",
        "  Downloading anyio-4.16.0-py3-none-any.whl (134 kB)\n",
        "Processing /stick/wheels/attrs-26.1.0-py3-none-any.whl (from -r list.txt (line 4))\n",
        "Requirement already satisfied: six==1.17.0 in ./lib (from -r list.txt (line 9))\n",
        "Installing collected packages: attrs, anyio\n",
    ]
    assert list(pip.steps(output)) == ["appnope", "anyio", "attrs", "six", ""]


def test_settings_that_install_elsewhere_are_dropped() -> None:
    users = {"PIP_USER": "1", "PIP_TARGET": "/x", "PYTHONPATH": "/y", "PIP_INDEX_URL": "z"}
    ours = pip.environment_for(users)
    assert ours["PIP_USER"] == "0"
    assert ours["PIP_INDEX_URL"] == "z"
    assert not {"PIP_TARGET", "PYTHONPATH"} & ours.keys()


def test_a_slow_line_gets_patience_unless_the_user_chose() -> None:
    assert pip.environment_for({})["PIP_DEFAULT_TIMEOUT"] == "60"
    assert pip.environment_for({"PIP_DEFAULT_TIMEOUT": "5"})["PIP_DEFAULT_TIMEOUT"] == "5"
