"""Reading, checking, marking and writing the workbooks that offices keep."""
