"""The site's settings for Pelican's own command: `pelican -s plugins/briefing/settings.py`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from briefing.conf import load_settings
from briefing.last import CONF

globals().update(load_settings(Path(__file__).resolve().parents[2] / CONF))
