"""Take the README's pictures from the built site, in a real browser."""

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
LEAD = "briefings/energy-leads-the-talks-as-russia-and-mexico-hold-their-first-business-forum.html"
PICTURES = {
    "home.png": ("index.html", 1280, 900, "light"),
    "story-dark.png": (LEAD, 390, 844, "dark"),
}


def take_pictures() -> None:
    """Write each picture beside this script."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, (page, width, height, scheme) in PICTURES.items():
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
            view = context.new_page()
            view.goto((ROOT / "output" / page).as_uri())
            view.screenshot(path=ROOT / "docs" / name)
        browser.close()


if __name__ == "__main__":
    take_pictures()
