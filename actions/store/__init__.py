"""Storage: tables, sealing of what is personal, the writer, and the queries of each table."""
