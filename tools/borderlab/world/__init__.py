"""The invented world and the seeded generator of shipments, permits, traders and inspections."""
