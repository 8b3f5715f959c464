"""The wizard that makes last year's plan this year's draft, and what compares the two afterwards."""
