"""What is measured, a file per work. Each has `rows(bench)`, which yields rows of the report."""
