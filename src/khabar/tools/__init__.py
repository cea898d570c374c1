"""Build-time tools: they make the data files that the package ships, and are not imported when it runs."""
