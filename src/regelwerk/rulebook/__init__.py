"""A rulebook: its base text, its register of amendments, and the versions that follow from them."""
