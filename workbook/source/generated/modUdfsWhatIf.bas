Attribute VB_Name = "modUdfsWhatIf"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function WHAT_IF_DROP(charges As Variant, payments As Variant, remits As Variant, costs As Variant, mpfs As Variant, charge_master As Variant, as_of As Variant, payer As Variant, Optional share As Variant, Optional refill As Variant, Optional by As Variant, Optional window As Variant, Optional settle As Variant, Optional basis As Variant, Optional rework As Variant, Optional capital As Variant, Optional rvu_year As Variant) As Variant
Attribute WHAT_IF_DROP.VB_Description = "What if a payer is dropped: revenue, variable cost, margin and what is left for physicians, by month."
Attribute WHAT_IF_DROP.VB_ProcData.VB_Invoke_Func = " \n28"
    WHAT_IF_DROP = Computed("udfs.what_if", "WHAT_IF_DROP", Array(Passed(charges), Passed(payments), Passed(remits), Passed(costs), Passed(mpfs), Passed(charge_master), Passed(as_of), Passed(payer), Passed(share), Passed(refill), Passed(by), Passed(window), Passed(settle), Passed(basis), Passed(rework), Passed(capital), Passed(rvu_year)))
End Function

Public Function WHAT_IF_RATE(charges As Variant, payments As Variant, remits As Variant, costs As Variant, mpfs As Variant, charge_master As Variant, contracts As Variant, fee_schedules As Variant, proposed_rates As Variant, gpci As Variant, as_of As Variant, payer As Variant, Optional how As Variant, Optional value As Variant, Optional window As Variant, Optional settle As Variant, Optional basis As Variant, Optional rework As Variant, Optional capital As Variant, Optional rvu_year As Variant) As Variant
Attribute WHAT_IF_RATE.VB_Description = "What if a payer's rates change: revenue, margin and what is left for physicians, by month."
Attribute WHAT_IF_RATE.VB_ProcData.VB_Invoke_Func = " \n28"
    WHAT_IF_RATE = Computed("udfs.what_if", "WHAT_IF_RATE", Array(Passed(charges), Passed(payments), Passed(remits), Passed(costs), Passed(mpfs), Passed(charge_master), Passed(contracts), Passed(fee_schedules), Passed(proposed_rates), Passed(gpci), Passed(as_of), Passed(payer), Passed(how), Passed(value), Passed(window), Passed(settle), Passed(basis), Passed(rework), Passed(capital), Passed(rvu_year)))
End Function
