"""What people and programs get to see: one short module for each form."""
