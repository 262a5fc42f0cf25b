"""The decider's desk: the queue by due date, a case with everything beside it, and the decision."""
