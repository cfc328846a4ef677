"""A folder of raw news text becomes a static briefing site."""
