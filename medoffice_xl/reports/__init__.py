"""What a page says: tables and metrics in, a declared document out."""
