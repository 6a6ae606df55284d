"""The public names of the room: what a person of the field looks for is there."""

import subprocess
import sys
from pathlib import Path

from borderlab import inspection

FIELD = {
    "sampling": "detection sample_size sample_size_binomial sample_size_poisson sample_table",
    "plans": "detection_clustered acceptance operating_characteristic detection_known",
    "print": "printed_table fixed_percentage",
    "tools": "cascade human_sensitivity",
    "streams": "csp1 csp2 csp3 skip_lot worst_leakage Levels long_run best_response run_levels",
    "queues": "erlang_b waiting waits mean_wait_general priority_waits",
    "adversary": "displacement quantal_response coverage stackelberg deterrence_floor dresher",
    "year": "simulate frontier Opening open_boxes",
}


def test_every_public_name_loads_and_no_file_hides_one():
    files = {path.stem for path in Path(inspection.__file__).parent.glob("*.py")}
    assert not files & set(inspection.__all__)
    for name in inspection.__all__:
        assert getattr(inspection, name) is not None, name
    assert inspection.policies.InspectAll is not None


def test_the_names_of_the_field_are_public_and_explained():
    for name in " ".join(FIELD.values()).split():
        assert name in inspection.__all__, name
        assert getattr(inspection, name).__doc__, name


def test_the_room_loads_without_numpy():
    code = "import sys, borderlab.inspection; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
