Attribute VB_Name = "modUdfsStaff"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function DUE_SOON(Staff As Variant, AsOf As Variant, Optional days As Variant) As Variant
Attribute DUE_SOON.VB_Description = "Licenses, DEA, board, CME, CPR, malpractice, training, I-9 and reviews that are late or due within 90 days."
Attribute DUE_SOON.VB_ProcData.VB_Invoke_Func = " \n38"
    DUE_SOON = Computed("udfs.staff", "DUE_SOON", Array(Passed(Staff), Passed(AsOf), Passed(days)))
End Function

Public Function FTE(Staff As Variant, AsOf As Variant, Optional YearDays As Variant, Optional who As Variant, Optional way As Variant) As Variant
Attribute FTE.VB_Description = "Full-time equivalents of some of the staff: paid hours ÷ full-time hours (40 a week, 2,080 a year)."
Attribute FTE.VB_ProcData.VB_Invoke_Func = " \n38"
    FTE = Computed("udfs.staff", "FTE", Array(Passed(Staff), Passed(AsOf), Passed(YearDays), Passed(who), Passed(way)))
End Function

Public Function LEAVER_COST(LeaverWage As Variant, LeaverHours As Variant, LeaverDaysEmpty As Variant, Optional LeaverTraining As Variant, Optional LeaverManagerHours As Variant, Optional LeaverManagerWage As Variant, Optional LeaverRecruiting As Variant) As Variant
Attribute LEAVER_COST.VB_Description = "Dollars that one leaver costs: overtime while the place is empty, training, manager's time and recruiting."
Attribute LEAVER_COST.VB_ProcData.VB_Invoke_Func = " \n38"
    LEAVER_COST = Computed("udfs.staff", "LEAVER_COST", Array(Passed(LeaverWage), Passed(LeaverHours), Passed(LeaverDaysEmpty), Passed(LeaverTraining), Passed(LeaverManagerHours), Passed(LeaverManagerWage), Passed(LeaverRecruiting)))
End Function

Public Function OVERTIME_RATE(Staff As Variant, AsOf As Variant, Optional WindowDays As Variant, Optional who As Variant) As Variant
Attribute OVERTIME_RATE.VB_Description = "Overtime ÷ hours worked, double time among it; what is paid and not worked does not count."
Attribute OVERTIME_RATE.VB_ProcData.VB_Invoke_Func = " \n38"
    OVERTIME_RATE = Computed("udfs.staff", "OVERTIME_RATE", Array(Passed(Staff), Passed(AsOf), Passed(WindowDays), Passed(who)))
End Function

Public Function PAY_TIE(Staff As Variant, AsOf As Variant, Optional YearDays As Variant) As Variant
Attribute PAY_TIE.VB_Description = "Costs of staff in the books less gross pay of the Personnel workbook's totals, in dollars: 0 where they tie."
Attribute PAY_TIE.VB_ProcData.VB_Invoke_Func = " \n38"
    PAY_TIE = Computed("udfs.staff", "PAY_TIE", Array(Passed(Staff), Passed(AsOf), Passed(YearDays)))
End Function

Public Function STAFF_BY(Staff As Variant, AsOf As Variant, Optional YearDays As Variant, Optional by As Variant) As Variant
Attribute STAFF_BY.VB_Description = "Staff by kind, role or department: people, FTE both ways, for each provider, overtime and turnover."
Attribute STAFF_BY.VB_ProcData.VB_Invoke_Func = " \n38"
    STAFF_BY = Computed("udfs.staff", "STAFF_BY", Array(Passed(Staff), Passed(AsOf), Passed(YearDays), Passed(by)))
End Function

Public Function STAFF_MONTHS(Staff As Variant, AsOf As Variant, Optional months As Variant, Optional who As Variant) As Variant
Attribute STAFF_MONTHS.VB_Description = "Staff month by month: people, FTE, hours worked, overtime and leavers, oldest month first."
Attribute STAFF_MONTHS.VB_ProcData.VB_Invoke_Func = " \n38"
    STAFF_MONTHS = Computed("udfs.staff", "STAFF_MONTHS", Array(Passed(Staff), Passed(AsOf), Passed(months), Passed(who)))
End Function

Public Function STAFF_PAY(Staff As Variant, AsOf As Variant, Optional YearDays As Variant) As Variant
Attribute STAFF_PAY.VB_Description = "Pay by role over the whole months of the window, with the employer's taxes and benefits, most dollars first."
Attribute STAFF_PAY.VB_ProcData.VB_Invoke_Func = " \n38"
    STAFF_PAY = Computed("udfs.staff", "STAFF_PAY", Array(Passed(Staff), Passed(AsOf), Passed(YearDays)))
End Function

Public Function STAFF_RATIO(Staff As Variant, AsOf As Variant, Optional YearDays As Variant, Optional who As Variant, Optional per As Variant) As Variant
Attribute STAFF_RATIO.VB_Description = "Support staff for each provider: FTE of the staff ÷ FTE of the providers, nobody of them above 1.0."
Attribute STAFF_RATIO.VB_ProcData.VB_Invoke_Func = " \n38"
    STAFF_RATIO = Computed("udfs.staff", "STAFF_RATIO", Array(Passed(Staff), Passed(AsOf), Passed(YearDays), Passed(who), Passed(per)))
End Function

Public Function TURNOVER(Staff As Variant, AsOf As Variant, Optional YearDays As Variant, Optional who As Variant, Optional leave As Variant) As Variant
Attribute TURNOVER.VB_Description = "Who left ÷ people on average (the mean of the month-ends), counted up to a year; a transfer is no leave."
Attribute TURNOVER.VB_ProcData.VB_Invoke_Func = " \n38"
    TURNOVER = Computed("udfs.staff", "TURNOVER", Array(Passed(Staff), Passed(AsOf), Passed(YearDays), Passed(who), Passed(leave)))
End Function

Public Function VACANCIES(Staff As Variant, AsOf As Variant) As Variant
Attribute VACANCIES.VB_Description = "Places that are open on the day, with their FTE and how long they have been; the longest open first."
Attribute VACANCIES.VB_ProcData.VB_Invoke_Func = " \n38"
    VACANCIES = Computed("udfs.staff", "VACANCIES", Array(Passed(Staff), Passed(AsOf)))
End Function

Public Function VACANCY_RATE(Staff As Variant, AsOf As Variant, Optional who As Variant) As Variant
Attribute VACANCY_RATE.VB_Description = "Share of the hours a week that nobody fills: open places ÷ (open places + hours agreed with the staff)."
Attribute VACANCY_RATE.VB_ProcData.VB_Invoke_Func = " \n38"
    VACANCY_RATE = Computed("udfs.staff", "VACANCY_RATE", Array(Passed(Staff), Passed(AsOf), Passed(who)))
End Function
