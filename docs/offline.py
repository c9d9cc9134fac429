"""A hook of mkdocs: no page of the guide loads anything from elsewhere.

The theme would load a helper from the internet, with which its search works in files that are opened by themselves, in
some browsers. Without it the guide reads the same everywhere; there the search finds nothing, and the contents lead on.
"""

import re
from typing import Any

ELSEWHERE = re.compile(r"<script[^>]*\ssrc=[\"']?https?://[^>]*></script>")


def on_post_page(output: str, **others: Any) -> str:
    """The page without scripts from elsewhere."""
    return ELSEWHERE.sub("", output)


def on_post_template(output_content: str, **others: Any) -> str:
    """The same for the page that stands where there is none."""
    return ELSEWHERE.sub("", output_content)
