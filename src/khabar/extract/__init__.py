"""From tokens to mentions: quantities, dates, names, events and claims."""
