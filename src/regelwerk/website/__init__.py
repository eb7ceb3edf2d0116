"""Rulebooks in, a website of static files out: every version and every change with its reason, at a lasting address."""
