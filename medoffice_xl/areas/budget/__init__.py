"""The budget and the practice's own money: plan against actual, the alert, statements, cash."""
