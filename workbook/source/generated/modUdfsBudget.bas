Attribute VB_Name = "modUdfsBudget"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function BALANCE_SHEET(Budget As Variant, AsOf As Variant) As Variant
Attribute BALANCE_SHEET.VB_Description = "The balance sheet at the newest month's end up to the day, and a year before, as shares of all assets."
Attribute BALANCE_SHEET.VB_ProcData.VB_Invoke_Func = " \n21"
    BALANCE_SHEET = Computed("udfs.budget", "BALANCE_SHEET", Array(Passed(Budget), Passed(AsOf)))
End Function

Public Function BUDGET_ALERT(Budget As Variant, AsOf As Variant, Optional FiscalYearStart As Variant) As Variant
Attribute BUDGET_ALERT.VB_Description = "Whether the budget is on plan, to be watched, suffers or is cleared, by how much, why, and one sentence."
Attribute BUDGET_ALERT.VB_ProcData.VB_Invoke_Func = " \n21"
    BUDGET_ALERT = Computed("udfs.budget", "BUDGET_ALERT", Array(Passed(Budget), Passed(AsOf), Passed(FiscalYearStart)))
End Function

Public Function BUDGET_BRIDGE(Budget As Variant, AsOf As Variant, Optional FiscalYearStart As Variant, Optional span As Variant, Optional top As Variant) As Variant
Attribute BUDGET_BRIDGE.VB_Description = "The bridge from the budgeted to the actual net before physician pay, part by part, to the cent."
Attribute BUDGET_BRIDGE.VB_ProcData.VB_Invoke_Func = " \n21"
    BUDGET_BRIDGE = Computed("udfs.budget", "BUDGET_BRIDGE", Array(Passed(Budget), Passed(AsOf), Passed(FiscalYearStart), Passed(span), Passed(top)))
End Function

Public Function BUDGET_LINES(Budget As Variant, AsOf As Variant, Optional FiscalYearStart As Variant, Optional span As Variant) As Variant
Attribute BUDGET_LINES.VB_Description = "Budget against actual, account by account: flexed by visits or cash, variance, volume, spending, your comment."
Attribute BUDGET_LINES.VB_ProcData.VB_Invoke_Func = " \n21"
    BUDGET_LINES = Computed("udfs.budget", "BUDGET_LINES", Array(Passed(Budget), Passed(AsOf), Passed(FiscalYearStart), Passed(span)))
End Function

Public Function BUDGET_VARIANCE(Budget As Variant, AsOf As Variant, Optional FiscalYearStart As Variant, Optional span As Variant, Optional account As Variant) As Variant
Attribute BUDGET_VARIANCE.VB_Description = "Budget variance in dollars, positive where it helps: of an account, or of the net before physician pay."
Attribute BUDGET_VARIANCE.VB_ProcData.VB_Invoke_Func = " \n21"
    BUDGET_VARIANCE = Computed("udfs.budget", "BUDGET_VARIANCE", Array(Passed(Budget), Passed(AsOf), Passed(FiscalYearStart), Passed(span), Passed(account)))
End Function

Public Function COST_PER_RVU(Budget As Variant, AsOf As Variant, Optional months As Variant, Optional pay As Variant) As Variant
Attribute COST_PER_RVU.VB_Description = "Cost a work RVU in dollars: operating expenses divided by the work RVUs of the same months' services."
Attribute COST_PER_RVU.VB_ProcData.VB_Invoke_Func = " \n21"
    COST_PER_RVU = Computed("udfs.budget", "COST_PER_RVU", Array(Passed(Budget), Passed(AsOf), Passed(months), Passed(pay)))
End Function

Public Function COST_PER_VISIT(Budget As Variant, AsOf As Variant, Optional months As Variant, Optional pay As Variant) As Variant
Attribute COST_PER_VISIT.VB_Description = "Cost a visit in dollars: operating expenses divided by the visits of the same months."
Attribute COST_PER_VISIT.VB_ProcData.VB_Invoke_Func = " \n21"
    COST_PER_VISIT = Computed("udfs.budget", "COST_PER_VISIT", Array(Passed(Budget), Passed(AsOf), Passed(months), Passed(pay)))
End Function

Public Function CURRENT_RATIO(Budget As Variant, AsOf As Variant) As Variant
Attribute CURRENT_RATIO.VB_Description = "Current ratio: current assets divided by current liabilities at the newest balance sheet up to the day."
Attribute CURRENT_RATIO.VB_ProcData.VB_Invoke_Func = " \n21"
    CURRENT_RATIO = Computed("udfs.budget", "CURRENT_RATIO", Array(Passed(Budget), Passed(AsOf)))
End Function

Public Function DAYS_CASH(Budget As Variant, AsOf As Variant, Optional months As Variant) As Variant
Attribute DAYS_CASH.VB_Description = "Days cash on hand: how long the cash of the last closed month's end would pay what the practice spends."
Attribute DAYS_CASH.VB_ProcData.VB_Invoke_Func = " \n21"
    DAYS_CASH = Computed("udfs.budget", "DAYS_CASH", Array(Passed(Budget), Passed(AsOf), Passed(months)))
End Function

Public Function INCOME_STATEMENT(Budget As Variant, AsOf As Variant, Optional FiscalYearStart As Variant) As Variant
Attribute INCOME_STATEMENT.VB_Description = "The income statement: last closed month, year to date and a year before, each line as a share of income."
Attribute INCOME_STATEMENT.VB_ProcData.VB_Invoke_Func = " \n21"
    INCOME_STATEMENT = Computed("udfs.budget", "INCOME_STATEMENT", Array(Passed(Budget), Passed(AsOf), Passed(FiscalYearStart)))
End Function

Public Function OPERATING_MARGIN(Budget As Variant, AsOf As Variant, Optional months As Variant, Optional pay As Variant) As Variant
Attribute OPERATING_MARGIN.VB_Description = "Operating margin: what is left of income after operating expenses, as a share of it."
Attribute OPERATING_MARGIN.VB_ProcData.VB_Invoke_Func = " \n21"
    OPERATING_MARGIN = Computed("udfs.budget", "OPERATING_MARGIN", Array(Passed(Budget), Passed(AsOf), Passed(months), Passed(pay)))
End Function

Public Function OVERHEAD_RATE(Budget As Variant, AsOf As Variant, Optional months As Variant) As Variant
Attribute OVERHEAD_RATE.VB_Description = "Overhead rate: operating expenses without what physicians are paid, as a share of income."
Attribute OVERHEAD_RATE.VB_ProcData.VB_Invoke_Func = " \n21"
    OVERHEAD_RATE = Computed("udfs.budget", "OVERHEAD_RATE", Array(Passed(Budget), Passed(AsOf), Passed(months)))
End Function

Public Function PAYROLL_VARIANCE(Budget As Variant, AsOf As Variant, Optional FiscalYearStart As Variant, Optional span As Variant) As Variant
Attribute PAYROLL_VARIANCE.VB_Description = "What of the spending on staff is more or fewer hours, and what a dearer or cheaper hour; positive helps."
Attribute PAYROLL_VARIANCE.VB_ProcData.VB_Invoke_Func = " \n21"
    PAYROLL_VARIANCE = Computed("udfs.budget", "PAYROLL_VARIANCE", Array(Passed(Budget), Passed(AsOf), Passed(FiscalYearStart), Passed(span)))
End Function

Public Function RUN_RATE(Budget As Variant, AsOf As Variant, Optional FiscalYearStart As Variant, Optional account As Variant) As Variant
Attribute RUN_RATE.VB_Description = "Run rate of the year in dollars: the closed months × 12 ÷ their number, without any season."
Attribute RUN_RATE.VB_ProcData.VB_Invoke_Func = " \n21"
    RUN_RATE = Computed("udfs.budget", "RUN_RATE", Array(Passed(Budget), Passed(AsOf), Passed(FiscalYearStart), Passed(account)))
End Function

Public Function STATEMENT_CHECKS(Budget As Variant, AsOf As Variant, Optional FiscalYearStart As Variant) As Variant
Attribute STATEMENT_CHECKS.VB_Description = "Whether the statements tie: assets against liabilities and equity, net income against the change in equity."
Attribute STATEMENT_CHECKS.VB_ProcData.VB_Invoke_Func = " \n21"
    STATEMENT_CHECKS = Computed("udfs.budget", "STATEMENT_CHECKS", Array(Passed(Budget), Passed(AsOf), Passed(FiscalYearStart)))
End Function

Public Function YEAR_FORECAST(Budget As Variant, AsOf As Variant, Optional FiscalYearStart As Variant, Optional account As Variant) As Variant
Attribute YEAR_FORECAST.VB_Description = "Forecast of the year in dollars: the closed months, the rest of the budget as the closed months met theirs."
Attribute YEAR_FORECAST.VB_ProcData.VB_Invoke_Func = " \n21"
    YEAR_FORECAST = Computed("udfs.budget", "YEAR_FORECAST", Array(Passed(Budget), Passed(AsOf), Passed(FiscalYearStart), Passed(account)))
End Function
