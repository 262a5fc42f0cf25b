"""The database: tables, engines, migrations. Nothing above a service sees it."""
