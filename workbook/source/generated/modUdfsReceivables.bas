Attribute VB_Name = "modUdfsReceivables"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function AR_AGING(Practice As Variant, AsOf As Variant, Optional top As Variant, Optional basis As Variant) As Variant
Attribute AR_AGING.VB_Description = "A/R by payer and age: 0-30, 31-60, 61-90, 91-120 and over 120 days, with credits in a column of their own."
Attribute AR_AGING.VB_ProcData.VB_Invoke_Func = " \n36"
    AR_AGING = Computed("udfs.receivables", "AR_AGING", Array(Passed(Practice), Passed(AsOf), Passed(top), Passed(basis)))
End Function

Public Function AR_BRIDGE(Practice As Variant, AsOf As Variant, Optional months As Variant, Optional payer As Variant) As Variant
Attribute AR_BRIDGE.VB_Description = "From the A/R at a month's end to the A/R now: charges, voids, payments, adjustments, refunds, recoupments."
Attribute AR_BRIDGE.VB_ProcData.VB_Invoke_Func = " \n36"
    AR_BRIDGE = Computed("udfs.ar_bridge", "AR_BRIDGE", Array(Passed(Practice), Passed(AsOf), Passed(months), Passed(payer)))
End Function

Public Function AR_BRIDGE_BY(Practice As Variant, AsOf As Variant, Optional months As Variant, Optional top As Variant) As Variant
Attribute AR_BRIDGE_BY.VB_Description = "The bridge from the A/R at a month's end to the A/R now, one row a payer and one column a line."
Attribute AR_BRIDGE_BY.VB_ProcData.VB_Invoke_Func = " \n36"
    AR_BRIDGE_BY = Computed("udfs.ar_bridge", "AR_BRIDGE_BY", Array(Passed(Practice), Passed(AsOf), Passed(months), Passed(top)))
End Function

Public Function AR_BY(Practice As Variant, AsOf As Variant, Optional by As Variant, Optional owing As Variant, Optional top As Variant, Optional basis As Variant) As Variant
Attribute AR_BY.VB_Description = "A/R by age under each payer, provider, location or responsible party, insurance and patient apart."
Attribute AR_BY.VB_ProcData.VB_Invoke_Func = " \n36"
    AR_BY = Computed("udfs.ar_lists", "AR_BY", Array(Passed(Practice), Passed(AsOf), Passed(by), Passed(owing), Passed(top), Passed(basis)))
End Function

Public Function AR_DAYS(Practice As Variant, AsOf As Variant, Optional WindowDays As Variant, Optional definition As Variant, Optional Credits As Variant, Optional payer As Variant) As Variant
Attribute AR_DAYS.VB_Description = "Days in A/R: how many average days of charges are still unpaid."
Attribute AR_DAYS.VB_ProcData.VB_Invoke_Func = " \n36"
    AR_DAYS = Computed("udfs.receivables", "AR_DAYS", Array(Passed(Practice), Passed(AsOf), Passed(WindowDays), Passed(definition), Passed(Credits), Passed(payer)))
End Function

Public Function AR_DAYS_CHANGE(Practice As Variant, AsOf As Variant, Optional months As Variant, Optional WindowDays As Variant, Optional payer As Variant) As Variant
Attribute AR_DAYS_CHANGE.VB_Description = "Why days in A/R (gross) changed: by what is owed, by the charges a day, and how much of it was written off."
Attribute AR_DAYS_CHANGE.VB_ProcData.VB_Invoke_Func = " \n36"
    AR_DAYS_CHANGE = Computed("udfs.ar_bridge", "AR_DAYS_CHANGE", Array(Passed(Practice), Passed(AsOf), Passed(months), Passed(WindowDays), Passed(payer)))
End Function

Public Function AR_OVER(Practice As Variant, AsOf As Variant, Optional days As Variant, Optional basis As Variant, Optional payer As Variant) As Variant
Attribute AR_OVER.VB_Description = "Share of the A/R that is older than so many days. Credit balances count on neither side."
Attribute AR_OVER.VB_ProcData.VB_Invoke_Func = " \n36"
    AR_OVER = Computed("udfs.receivables", "AR_OVER", Array(Passed(Practice), Passed(AsOf), Passed(days), Passed(basis), Passed(payer)))
End Function

Public Function AR_TOTAL(Practice As Variant, AsOf As Variant, Optional Credits As Variant, Optional payer As Variant) As Variant
Attribute AR_TOTAL.VB_Description = "A/R: everything charged up to the day and not yet paid or written off, in dollars."
Attribute AR_TOTAL.VB_ProcData.VB_Invoke_Func = " \n36"
    AR_TOTAL = Computed("udfs.receivables", "AR_TOTAL", Array(Passed(Practice), Passed(AsOf), Passed(Credits), Passed(payer)))
End Function

Public Function CREDIT_BALANCES(Practice As Variant, AsOf As Variant, Optional payer As Variant, Optional top As Variant) As Variant
Attribute CREDIT_BALANCES.VB_Description = "Claims in credit and unapplied cash: whose it is, since when, and until when it has to be paid back."
Attribute CREDIT_BALANCES.VB_ProcData.VB_Invoke_Func = " \n36"
    CREDIT_BALANCES = Computed("udfs.ar_lists", "CREDIT_BALANCES", Array(Passed(Practice), Passed(AsOf), Passed(payer), Passed(top)))
End Function

Public Function DAYS_TO_PAY(Practice As Variant, AsOf As Variant, Optional WindowDays As Variant, Optional statistic As Variant, Optional payer As Variant) As Variant
Attribute DAYS_TO_PAY.VB_Description = "Days from sending a claim to its payment, over the claims paid in the window."
Attribute DAYS_TO_PAY.VB_ProcData.VB_Invoke_Func = " \n36"
    DAYS_TO_PAY = Computed("udfs.receivables", "DAYS_TO_PAY", Array(Passed(Practice), Passed(AsOf), Passed(WindowDays), Passed(statistic), Passed(payer)))
End Function

Public Function FILING_LOST(Practice As Variant, AsOf As Variant, Optional YearDays As Variant, Optional payer As Variant) As Variant
Attribute FILING_LOST.VB_Description = "Charges lost to timely filing: refused for reason 29 in the answer that stands, or never filed by the last day."
Attribute FILING_LOST.VB_ProcData.VB_Invoke_Func = " \n36"
    FILING_LOST = Computed("udfs.receivables", "FILING_LOST", Array(Passed(Practice), Passed(AsOf), Passed(YearDays), Passed(payer)))
End Function

Public Function MONTHLY(Practice As Variant, AsOf As Variant, Optional months As Variant, Optional WindowDays As Variant) As Variant
Attribute MONTHLY.VB_Description = "Month by month: charges, payments, contractual adjustments, A/R at the month's end and days in A/R."
Attribute MONTHLY.VB_ProcData.VB_Invoke_Func = " \n36"
    MONTHLY = Computed("udfs.receivables", "MONTHLY", Array(Passed(Practice), Passed(AsOf), Passed(months), Passed(WindowDays)))
End Function

Public Function TIMELY_FILING(Practice As Variant, AsOf As Variant, Optional payer As Variant, Optional top As Variant) As Variant
Attribute TIMELY_FILING.VB_Description = "Claims that nothing says were filed, with the days left to file them; the first to run out first."
Attribute TIMELY_FILING.VB_ProcData.VB_Invoke_Func = " \n36"
    TIMELY_FILING = Computed("udfs.receivables", "TIMELY_FILING", Array(Passed(Practice), Passed(AsOf), Passed(payer), Passed(top)))
End Function
