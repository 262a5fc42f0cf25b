"""The signed code on a paper: what it says, how it is signed, and how anybody checks it without a server."""
