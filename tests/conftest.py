"""What all tests share: how many examples a property is tried on. Few at the desk, more in CI."""

import os

from hypothesis import settings

settings.register_profile("desk", max_examples=10, deadline=None)
settings.register_profile("ci", max_examples=60, deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")
