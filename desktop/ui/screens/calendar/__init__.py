"""The working-day calendar: a year at a glance, the station's own days, the yearly notice."""
