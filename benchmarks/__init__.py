"""Measures the assistant on this machine: `python -m benchmarks.run` (see README.md)."""
