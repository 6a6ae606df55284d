"""Trainers' side of the synthetic data: calibration tables, the shipped sample, the realism report."""
