"""The session file: schema, migrations, queries."""
