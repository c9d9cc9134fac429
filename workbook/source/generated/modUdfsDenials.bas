Attribute VB_Name = "modUdfsDenials"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function CLEAN_CLAIM_RATE(Denials As Variant, AsOf As Variant, Optional WindowDays As Variant, Optional payer As Variant) As Variant
Attribute CLEAN_CLAIM_RATE.VB_Description = "Clean-claim rate, a proxy: share of the claims whose first answer shows no fault of the practice's own."
Attribute CLEAN_CLAIM_RATE.VB_ProcData.VB_Invoke_Func = " \n25"
    CLEAN_CLAIM_RATE = Computed("udfs.denials", "CLEAN_CLAIM_RATE", Array(Passed(Denials), Passed(AsOf), Passed(WindowDays), Passed(payer)))
End Function

Public Function DENIALS_BY(Denials As Variant, AsOf As Variant, Optional by As Variant, Optional YearDays As Variant, Optional payer As Variant, Optional top As Variant) As Variant
Attribute DENIALS_BY.VB_Description = "Lines denied at first: claims, charges, what the contract would pay, what is still denied and what was recovered."
Attribute DENIALS_BY.VB_ProcData.VB_Invoke_Func = " \n25"
    DENIALS_BY = Computed("udfs.denials", "DENIALS_BY", Array(Passed(Denials), Passed(AsOf), Passed(by), Passed(YearDays), Passed(payer), Passed(top)))
End Function

Public Function FIRST_PASS_RATE(Practice As Variant, AsOf As Variant, Optional WindowDays As Variant, Optional payer As Variant) As Variant
Attribute FIRST_PASS_RATE.VB_Description = "First-pass resolution: share of the claims of which no line was denied in its first answer."
Attribute FIRST_PASS_RATE.VB_ProcData.VB_Invoke_Func = " \n25"
    FIRST_PASS_RATE = Computed("udfs.denials", "FIRST_PASS_RATE", Array(Passed(Practice), Passed(AsOf), Passed(WindowDays), Passed(payer)))
End Function

Public Function OVERTURN_RATE(Denials As Variant, AsOf As Variant, Optional YearDays As Variant, Optional count As Variant, Optional payer As Variant, Optional group As Variant) As Variant
Attribute OVERTURN_RATE.VB_Description = "Share of the denials that payers took back, of those that are closed: answered again, given up, or 90 days old."
Attribute OVERTURN_RATE.VB_ProcData.VB_Invoke_Func = " \n25"
    OVERTURN_RATE = Computed("udfs.denials", "OVERTURN_RATE", Array(Passed(Denials), Passed(AsOf), Passed(YearDays), Passed(count), Passed(payer), Passed(group)))
End Function
