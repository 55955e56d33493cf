"""Freja: the REST API for relying parties, and the signed answers of it."""
