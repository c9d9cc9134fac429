"""Payment vouchers checked to the cent, against themselves and against the contracts."""
