"""Amend and consolidate German rules: Geschäftsordnungen, Satzungen, Ordnungen."""
