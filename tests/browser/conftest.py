"""A Chromium of the system, driven by Playwright; tests are skipped, with the reason, where either is missing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the browser: ``KHABAR_CHROMIUM``, else what the system calls chromium or chrome."""
    found = os.environ.get("KHABAR_CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if not found:
        pytest.skip("there is no Chromium here (set KHABAR_CHROMIUM to its path)")
    return found


@pytest.fixture(scope="session")
def playwright() -> Iterator[Any]:
    """Playwright, started once."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as found:
        yield found


class Watch:
    """What a page said on its console and asked the network for."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.requests: list[str] = []

    def on(self, page: Any) -> None:
        """Listen to a page."""
        page.on("console", lambda message: self._console(message))
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("dialog", self._dialog)
        page.on("request", lambda request: self.requests.append(request.url))

    def _dialog(self, dialog: Any) -> None:
        self.problems.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _console(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.problems.append(message.text)


Opener = Callable[..., Any]


@pytest.fixture
def browse(playwright: Any, chromium: str, tmp_path: Path) -> Iterator[Opener]:
    """A function that opens an address at a width and gives (page, watch); a profile of its own each time."""
    contexts: list[Any] = []

    def open_page(url: str, width: int = 1280, **options: Any) -> tuple[Any, Watch]:
        context = playwright.chromium.launch_persistent_context(
            tmp_path / f"profile-{len(contexts)}", executable_path=chromium, args=_ARGUMENTS, locale="en-GB",
            viewport={"width": width, "height": 900}, **options,
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        watch = Watch()
        watch.on(page)
        page.goto(url)
        return page, watch

    yield open_page
    for context in contexts:
        context.close()


@contextmanager
def _axe() -> Iterator[str]:
    module = pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    yield (Path(module.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def serious() -> Callable[[Any], list[str]]:
    """A function that runs axe-core in a page and gives its serious and critical findings."""
    with _axe() as script:

        def check(page: Any) -> list[str]:
            page.evaluate(script)
            found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
            return [
                f"{item['id']}: {item['help']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
                for item in found["violations"]
                if item["impact"] in {"serious", "critical"}
                for node in item["nodes"]
            ]

        return check
