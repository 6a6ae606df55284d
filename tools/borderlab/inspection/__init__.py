"""Inspection policy: sampling in a consignment, streams, queues, adversaries."""
