"""Figures of speed, one file per room; each has ``run()``."""
