"""Fixtures that several folders share are loaded once, so that there is one browser in a run."""

pytest_plugins = ["browser.fixtures"]
