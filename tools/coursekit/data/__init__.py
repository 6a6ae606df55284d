"""Trainers' side of the synthetic data: calibration, shipped sample, realism report."""
