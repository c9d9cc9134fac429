Attribute VB_Name = "modUdfsEquipment"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function BREAK_EVEN_PROCEDURES(Equipment As Variant, AsOf As Variant, candidate As Variant, Optional YearDays As Variant, Optional SettleDays As Variant) As Variant
Attribute BREAK_EVEN_PROCEDURES.VB_Description = "Procedures a month that a candidate needs to cover its payment, maintenance and labor."
Attribute BREAK_EVEN_PROCEDURES.VB_ProcData.VB_Invoke_Func = " \n26"
    BREAK_EVEN_PROCEDURES = Computed("udfs.equipment", "BREAK_EVEN_PROCEDURES", Array(Passed(Equipment), Passed(AsOf), Passed(candidate), Passed(YearDays), Passed(SettleDays)))
End Function

Public Function EQUIPMENT_BUDGET(Equipment As Variant, AsOf As Variant, Optional EquipmentLoanRate As Variant, Optional EquipmentLoanMonths As Variant) As Variant
Attribute EQUIPMENT_BUDGET.VB_Description = "What the budget leaves for equipment now: cash above its floor, or less where debt service bears less."
Attribute EQUIPMENT_BUDGET.VB_ProcData.VB_Invoke_Func = " \n26"
    EQUIPMENT_BUDGET = Computed("udfs.equipment", "EQUIPMENT_BUDGET", Array(Passed(Equipment), Passed(AsOf), Passed(EquipmentLoanRate), Passed(EquipmentLoanMonths)))
End Function

Public Function EQUIPMENT_DSCR(Equipment As Variant, AsOf As Variant, Optional candidate As Variant, Optional YearDays As Variant, Optional SettleDays As Variant) As Variant
Attribute EQUIPMENT_DSCR.VB_Description = "Debt service coverage: how many times twelve months' earnings cover what loans take, with a candidate bought."
Attribute EQUIPMENT_DSCR.VB_ProcData.VB_Invoke_Func = " \n26"
    EQUIPMENT_DSCR = Computed("udfs.equipment", "EQUIPMENT_DSCR", Array(Passed(Equipment), Passed(AsOf), Passed(candidate), Passed(YearDays), Passed(SettleDays)))
End Function

Public Function EQUIPMENT_FLOWS(Equipment As Variant, AsOf As Variant, candidate As Variant, Optional YearDays As Variant, Optional SettleDays As Variant) As Variant
Attribute EQUIPMENT_FLOWS.VB_Description = "A candidate's cash year by year, from the purchase on; what it is worth so far ends at the net present value."
Attribute EQUIPMENT_FLOWS.VB_ProcData.VB_Invoke_Func = " \n26"
    EQUIPMENT_FLOWS = Computed("udfs.equipment", "EQUIPMENT_FLOWS", Array(Passed(Equipment), Passed(AsOf), Passed(candidate), Passed(YearDays), Passed(SettleDays)))
End Function

Public Function EQUIPMENT_IRR(Equipment As Variant, AsOf As Variant, candidate As Variant, Optional YearDays As Variant, Optional SettleDays As Variant) As Variant
Attribute EQUIPMENT_IRR.VB_Description = "Internal rate of return of a candidate, after tax."
Attribute EQUIPMENT_IRR.VB_ProcData.VB_Invoke_Func = " \n26"
    EQUIPMENT_IRR = Computed("udfs.equipment", "EQUIPMENT_IRR", Array(Passed(Equipment), Passed(AsOf), Passed(candidate), Passed(YearDays), Passed(SettleDays)))
End Function

Public Function EQUIPMENT_NPV(Equipment As Variant, AsOf As Variant, candidate As Variant, Optional volume As Variant, Optional rates As Variant, Optional YearDays As Variant, Optional SettleDays As Variant) As Variant
Attribute EQUIPMENT_NPV.VB_Description = "Net present value of a candidate: dollars it is worth today beyond its price, after tax."
Attribute EQUIPMENT_NPV.VB_ProcData.VB_Invoke_Func = " \n26"
    EQUIPMENT_NPV = Computed("udfs.equipment", "EQUIPMENT_NPV", Array(Passed(Equipment), Passed(AsOf), Passed(candidate), Passed(volume), Passed(rates), Passed(YearDays), Passed(SettleDays)))
End Function

Public Function EQUIPMENT_PAYBACK(Equipment As Variant, AsOf As Variant, candidate As Variant, Optional counting As Variant, Optional YearDays As Variant, Optional SettleDays As Variant) As Variant
Attribute EQUIPMENT_PAYBACK.VB_Description = "Years until a candidate's cash after tax has paid back its price; #N/A where it never does."
Attribute EQUIPMENT_PAYBACK.VB_ProcData.VB_Invoke_Func = " \n26"
    EQUIPMENT_PAYBACK = Computed("udfs.equipment", "EQUIPMENT_PAYBACK", Array(Passed(Equipment), Passed(AsOf), Passed(candidate), Passed(counting), Passed(YearDays), Passed(SettleDays)))
End Function

Public Function EQUIPMENT_RANKED(Equipment As Variant, AsOf As Variant, Optional EquipmentLoanRate As Variant, Optional EquipmentLoanMonths As Variant, Optional YearDays As Variant, Optional SettleDays As Variant) As Variant
Attribute EQUIPMENT_RANKED.VB_Description = "Every candidate, the most worth for its price first: value, return, break-even, how sure, what fits, a verdict."
Attribute EQUIPMENT_RANKED.VB_ProcData.VB_Invoke_Func = " \n26"
    EQUIPMENT_RANKED = Computed("udfs.equipment", "EQUIPMENT_RANKED", Array(Passed(Equipment), Passed(AsOf), Passed(EquipmentLoanRate), Passed(EquipmentLoanMonths), Passed(YearDays), Passed(SettleDays)))
End Function

Public Function EQUIPMENT_RATES(Equipment As Variant, AsOf As Variant, candidate As Variant, Optional YearDays As Variant, Optional SettleDays As Variant) As Variant
Attribute EQUIPMENT_RATES.VB_Description = "Every rate of return of a candidate, after tax, and what it says: one, or several that cannot decide."
Attribute EQUIPMENT_RATES.VB_ProcData.VB_Invoke_Func = " \n26"
    EQUIPMENT_RATES = Computed("udfs.equipment", "EQUIPMENT_RATES", Array(Passed(Equipment), Passed(AsOf), Passed(candidate), Passed(YearDays), Passed(SettleDays)))
End Function

Public Function LEASE_OR_BUY(Equipment As Variant, AsOf As Variant, candidate As Variant) As Variant
Attribute LEASE_OR_BUY.VB_Description = "Net advantage of leasing, in dollars today after tax: above zero lease, below zero buy."
Attribute LEASE_OR_BUY.VB_ProcData.VB_Invoke_Func = " \n26"
    LEASE_OR_BUY = Computed("udfs.equipment", "LEASE_OR_BUY", Array(Passed(Equipment), Passed(AsOf), Passed(candidate)))
End Function
