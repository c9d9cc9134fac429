Attribute VB_Name = "modUdfsPlan"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function FIGURES(Office As Variant, AsOf As Variant, Optional WindowDays As Variant, Optional YearDays As Variant, Optional SettleDays As Variant, Optional Credits As Variant, Optional FiscalYearStart As Variant) As Variant
Attribute FIGURES.VB_Description = "The practice's figures: each now, how it stands and moved, its benchmark, and its last thirteen months."
Attribute FIGURES.VB_ProcData.VB_Invoke_Func = " \n33"
    FIGURES = Computed("udfs.plan", "FIGURES", Array(Passed(Office), Passed(AsOf), Passed(WindowDays), Passed(YearDays), Passed(SettleDays), Passed(Credits), Passed(FiscalYearStart)))
End Function
