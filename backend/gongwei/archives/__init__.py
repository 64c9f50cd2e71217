"""The performance archive of a person: assembled on reading from sections of the features."""
