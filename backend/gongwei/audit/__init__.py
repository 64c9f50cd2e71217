"""Who did what, when, to what and why: the audit log, the events, and the seal that shows
tampering.
"""
