"""From mentions to a report: who and what is the same, which happening is meant, who claims what of it."""
