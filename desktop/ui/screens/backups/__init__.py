"""Backups and keys of this machine's database: the system administrator's half and the security administrator's."""
