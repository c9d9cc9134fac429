"""Charges, payments and remittances as one ledger: what every area's figures stand on."""
