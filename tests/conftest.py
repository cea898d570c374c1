"""What all tests share: the folder ``tests/support`` can be imported as ``support``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
