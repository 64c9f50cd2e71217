"""What the commands of `gongwei` do; `cli.py` only names them."""
