"""Finding the dictionary's words and names in a text."""
