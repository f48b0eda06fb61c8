"""A comparison written out, one file a format."""
