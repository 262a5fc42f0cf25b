"""The counter's printers: which queue, tray, sides and offset each kind of paper has, and a page to measure by."""
