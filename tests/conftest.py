"""What all tests share: one browser in a run, and examples that luck has no part in."""

import os

from hypothesis import HealthCheck, settings

pytest_plugins = ["browser.fixtures"]

# A shared machine stalls now and then: how long an example takes says nothing about the code.
_CALM = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
# The same examples in every run: whether it passes is up to the change, not up to the dice.
settings.register_profile("same", derandomize=True, **_CALM)
# HYPOTHESIS_PROFILE=search looks for new ones, many of them; what it finds becomes a test.
settings.register_profile("search", max_examples=3_000, **_CALM)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
