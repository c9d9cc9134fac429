Attribute VB_Name = "modUdfsPayers"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function PAYER_MIX(charges As Variant, payments As Variant, as_of As Variant, Optional window As Variant, Optional top As Variant, Optional settle As Variant) As Variant
Attribute PAYER_MIX.VB_Description = "Payer mix: each payer's share of charges, payments and visits, over the same services."
Attribute PAYER_MIX.VB_ProcData.VB_Invoke_Func = " \n24"
    PAYER_MIX = Computed("udfs.payers", "PAYER_MIX", Array(Passed(charges), Passed(payments), Passed(as_of), Passed(window), Passed(top), Passed(settle)))
End Function
