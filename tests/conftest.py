"""What all tests share: one browser in a run, and no stop watch on examples."""

from hypothesis import HealthCheck, settings

pytest_plugins = ["browser.fixtures"]

# A shared machine stalls now and then: how long an example takes says nothing about the code.
settings.register_profile(
    "shared machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("shared machine")
