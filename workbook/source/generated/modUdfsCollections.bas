Attribute VB_Name = "modUdfsCollections"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function CHARGES_IN(Practice As Variant, from_date As Variant, to_date As Variant, Optional payer As Variant) As Variant
Attribute CHARGES_IN.VB_Description = "Charges entered from one day to another, in dollars."
Attribute CHARGES_IN.VB_ProcData.VB_Invoke_Func = " \n23"
    CHARGES_IN = Computed("udfs.collections", "CHARGES_IN", Array(Passed(Practice), Passed(from_date), Passed(to_date), Passed(payer)))
End Function

Public Function COLLECTED(Practice As Variant, from_date As Variant, to_date As Variant, Optional payer As Variant) As Variant
Attribute COLLECTED.VB_Description = "Payments less refunds posted from one day to another, in dollars."
Attribute COLLECTED.VB_ProcData.VB_Invoke_Func = " \n23"
    COLLECTED = Computed("udfs.collections", "COLLECTED", Array(Passed(Practice), Passed(from_date), Passed(to_date), Passed(payer)))
End Function

Public Function COLLECTION_RATE(Practice As Variant, AsOf As Variant, Optional YearDays As Variant, Optional rate As Variant, Optional basis As Variant, Optional payer As Variant, Optional SettleDays As Variant) As Variant
Attribute COLLECTION_RATE.VB_Description = "Collection rate: payments less refunds, divided by charges less contractual adjustments (or by charges)."
Attribute COLLECTION_RATE.VB_ProcData.VB_Invoke_Func = " \n23"
    COLLECTION_RATE = Computed("udfs.collections", "COLLECTION_RATE", Array(Passed(Practice), Passed(AsOf), Passed(YearDays), Passed(rate), Passed(basis), Passed(payer), Passed(SettleDays)))
End Function

Public Function DENIAL_RATE(Practice As Variant, AsOf As Variant, Optional WindowDays As Variant, Optional count As Variant, Optional payer As Variant, Optional answer As Variant) As Variant
Attribute DENIAL_RATE.VB_Description = "Denial rate: the share of claims that payers answered with a denial."
Attribute DENIAL_RATE.VB_ProcData.VB_Invoke_Func = " \n23"
    DENIAL_RATE = Computed("udfs.collections", "DENIAL_RATE", Array(Passed(Practice), Passed(AsOf), Passed(WindowDays), Passed(count), Passed(payer), Passed(answer)))
End Function
