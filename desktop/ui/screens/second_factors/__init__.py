"""Everybody's second factors, and the rule about them: the security administrator's."""
