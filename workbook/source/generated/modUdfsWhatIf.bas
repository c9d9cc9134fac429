Attribute VB_Name = "modUdfsWhatIf"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function WHAT_IF_DROP(Practice As Variant, AsOf As Variant, payer As Variant, Optional share As Variant, Optional refill As Variant, Optional by As Variant, Optional YearDays As Variant, Optional SettleDays As Variant, Optional CostTerms As Variant) As Variant
Attribute WHAT_IF_DROP.VB_Description = "What if a payer is dropped: revenue, variable cost, margin and what is left for physicians, by month."
Attribute WHAT_IF_DROP.VB_ProcData.VB_Invoke_Func = " \n40"
    WHAT_IF_DROP = Computed("udfs.what_if", "WHAT_IF_DROP", Array(Passed(Practice), Passed(AsOf), Passed(payer), Passed(share), Passed(refill), Passed(by), Passed(YearDays), Passed(SettleDays), Passed(CostTerms)))
End Function

Public Function WHAT_IF_RATE(Practice As Variant, AsOf As Variant, payer As Variant, Optional how As Variant, Optional value As Variant, Optional YearDays As Variant, Optional SettleDays As Variant, Optional CostTerms As Variant) As Variant
Attribute WHAT_IF_RATE.VB_Description = "What if a payer's rates change: revenue, margin and what is left for physicians, by month."
Attribute WHAT_IF_RATE.VB_ProcData.VB_Invoke_Func = " \n40"
    WHAT_IF_RATE = Computed("udfs.what_if", "WHAT_IF_RATE", Array(Passed(Practice), Passed(AsOf), Passed(payer), Passed(how), Passed(value), Passed(YearDays), Passed(SettleDays), Passed(CostTerms)))
End Function
