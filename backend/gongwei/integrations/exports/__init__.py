"""Lists as workbooks: exactly what is shown, numbers masked."""
