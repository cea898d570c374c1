"""The commands, one module each with the attribute ``command``: thin, no logic that a library user would miss."""
