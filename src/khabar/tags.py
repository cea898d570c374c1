"""Language tags: what RFC 5646 (BCP 47), section 2.1, calls well-formed, without the grandfathered ones."""

from __future__ import annotations

import re

__all__ = ["LANGUAGE_TAG"]

LANGUAGE_TAG = re.compile(
    r"""(?: (?:[a-z]{2,3}(?:-[a-z]{3}){0,3} | [a-z]{4,8})   # language, with extended subtags
            (?:-[a-z]{4})?                                   # script
            (?:-(?:[a-z]{2}|[0-9]{3}))?                      # region
            (?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*         # variants
            (?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*              # extensions
            (?:-x(?:-[a-z0-9]{1,8})+)?                       # private use
        |   x(?:-[a-z0-9]{1,8})+ )""",
    re.IGNORECASE | re.VERBOSE | re.ASCII,
)
"""Use with ``fullmatch``."""
