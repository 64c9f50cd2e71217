"""Who calls, where in the tree, and what they may do; and the tables that everything hangs on."""
