"""The payment rules, one a file: NAME and SOURCE, `applies` says to which lines, `price` changes their amounts.

The figures of a rule are fields of *Contracts*, or Medicare's where the contract follows them.
"""
