"""Residence registration (居住登记): the form that is filled in most."""
