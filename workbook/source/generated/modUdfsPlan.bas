Attribute VB_Name = "modUdfsPlan"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function ACTIONS_DUE(Planning As Variant, AsOf As Variant, Optional days As Variant) As Variant
Attribute ACTIONS_DUE.VB_Description = "Actions that are overdue or due soon, first due first, with their owners."
Attribute ACTIONS_DUE.VB_ProcData.VB_Invoke_Func = " \n34"
    ACTIONS_DUE = Computed("udfs.plan", "ACTIONS_DUE", Array(Passed(Planning), Passed(AsOf), Passed(days)))
End Function

Public Function CHANGES(Office As Variant, AsOf As Variant, Optional WindowDays As Variant, Optional YearDays As Variant, Optional SettleDays As Variant, Optional Credits As Variant, Optional FiscalYearStart As Variant) As Variant
Attribute CHANGES.VB_Description = "What changed since last month, most dollars first: what each change is worth, and whose part of it moved most."
Attribute CHANGES.VB_ProcData.VB_Invoke_Func = " \n34"
    CHANGES = Computed("udfs.plan", "CHANGES", Array(Passed(Office), Passed(AsOf), Passed(WindowDays), Passed(YearDays), Passed(SettleDays), Passed(Credits), Passed(FiscalYearStart)))
End Function

Public Function DECISIONS(Office As Variant, AsOf As Variant, Optional WindowDays As Variant, Optional YearDays As Variant, Optional SettleDays As Variant, Optional Credits As Variant, Optional FiscalYearStart As Variant, Optional RunDays As Variant) As Variant
Attribute DECISIONS.VB_Description = "What needs a decision: contracts about to renew or end, choices that are scored, and what other duties wait for."
Attribute DECISIONS.VB_ProcData.VB_Invoke_Func = " \n34"
    DECISIONS = Computed("udfs.plan", "DECISIONS", Array(Passed(Office), Passed(AsOf), Passed(WindowDays), Passed(YearDays), Passed(SettleDays), Passed(Credits), Passed(FiscalYearStart), Passed(RunDays)))
End Function

Public Function EVALUATION(Planning As Variant, AsOf As Variant) As Variant
Attribute EVALUATION.VB_Description = "Options for software, hardware or services by their weighted score, 0 to 10, with rank and decision."
Attribute EVALUATION.VB_ProcData.VB_Invoke_Func = " \n34"
    EVALUATION = Computed("udfs.plan", "EVALUATION", Array(Passed(Planning), Passed(AsOf)))
End Function

Public Function FIGURES(Office As Variant, AsOf As Variant, Optional WindowDays As Variant, Optional YearDays As Variant, Optional SettleDays As Variant, Optional Credits As Variant, Optional FiscalYearStart As Variant) As Variant
Attribute FIGURES.VB_Description = "The practice's figures: each now, how it stands and moved, its benchmark, and its last thirteen months."
Attribute FIGURES.VB_ProcData.VB_Invoke_Func = " \n34"
    FIGURES = Computed("udfs.plan", "FIGURES", Array(Passed(Office), Passed(AsOf), Passed(WindowDays), Passed(YearDays), Passed(SettleDays), Passed(Credits), Passed(FiscalYearStart)))
End Function

Public Function GOAL_STATUS(Office As Variant, AsOf As Variant, Optional WindowDays As Variant, Optional YearDays As Variant, Optional SettleDays As Variant, Optional Credits As Variant, Optional FiscalYearStart As Variant) As Variant
Attribute GOAL_STATUS.VB_Description = "Goals against the straight line from where they began to their target: on track, at risk, off track."
Attribute GOAL_STATUS.VB_ProcData.VB_Invoke_Func = " \n34"
    GOAL_STATUS = Computed("udfs.plan", "GOAL_STATUS", Array(Passed(Office), Passed(AsOf), Passed(WindowDays), Passed(YearDays), Passed(SettleDays), Passed(Credits), Passed(FiscalYearStart)))
End Function

Public Function REVIEWS_DUE(Planning As Variant, AsOf As Variant, Optional days As Variant) As Variant
Attribute REVIEWS_DUE.VB_Description = "Policies and services to review, contracts and insurance about to end, and days by which to give notice."
Attribute REVIEWS_DUE.VB_ProcData.VB_Invoke_Func = " \n34"
    REVIEWS_DUE = Computed("udfs.plan", "REVIEWS_DUE", Array(Passed(Planning), Passed(AsOf), Passed(days)))
End Function
