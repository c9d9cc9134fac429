Attribute VB_Name = "modUdfsForecast"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function BANK_AHEAD(Budget As Variant, AsOf As Variant) As Variant
Attribute BANK_AHEAD.VB_Description = "The bank in the next three months: expected receipts, spending, the balance and its floor."
Attribute BANK_AHEAD.VB_ProcData.VB_Invoke_Func = " \n29"
    BANK_AHEAD = Computed("udfs.forecast", "BANK_AHEAD", Array(Passed(Budget), Passed(AsOf)))
End Function

Public Function CASH_FORECAST(Practice As Variant, AsOf As Variant) As Variant
Attribute CASH_FORECAST.VB_Description = "Cash of payers and patients expected in the next three months, with an 80% interval."
Attribute CASH_FORECAST.VB_ProcData.VB_Invoke_Func = " \n29"
    CASH_FORECAST = Computed("udfs.forecast", "CASH_FORECAST", Array(Passed(Practice), Passed(AsOf)))
End Function

Public Function FORECAST_ERROR(Practice As Variant, AsOf As Variant, Optional error_ As Variant) As Variant
Attribute FORECAST_ERROR.VB_Description = "How far past forecasts of three months were off, from every past month-end with what was known then."
Attribute FORECAST_ERROR.VB_ProcData.VB_Invoke_Func = " \n29"
    FORECAST_ERROR = Computed("udfs.forecast", "FORECAST_ERROR", Array(Passed(Practice), Passed(AsOf), Passed(error_)))
End Function

Public Function NET_REALIZABLE(Practice As Variant, AsOf As Variant, Optional payer As Variant, Optional method As Variant) As Variant
Attribute NET_REALIZABLE.VB_Description = "Net realizable value of A/R: dollars of it that will come in, never more than is owed."
Attribute NET_REALIZABLE.VB_ProcData.VB_Invoke_Func = " \n29"
    NET_REALIZABLE = Computed("udfs.forecast", "NET_REALIZABLE", Array(Passed(Practice), Passed(AsOf), Passed(payer), Passed(method)))
End Function

Public Function NET_REALIZABLE_BY_PAYER(Practice As Variant, AsOf As Variant) As Variant
Attribute NET_REALIZABLE_BY_PAYER.VB_Description = "What each payer's A/R is worth by two methods, marked where they part by more than the threshold."
Attribute NET_REALIZABLE_BY_PAYER.VB_ProcData.VB_Invoke_Func = " \n29"
    NET_REALIZABLE_BY_PAYER = Computed("udfs.forecast", "NET_REALIZABLE_BY_PAYER", Array(Passed(Practice), Passed(AsOf)))
End Function

Public Function PAYMENT_PATTERN(Practice As Variant, AsOf As Variant) As Variant
Attribute PAYMENT_PATTERN.VB_Description = "How fast each kind of payer pays: share that has come in by each month after the service."
Attribute PAYMENT_PATTERN.VB_ProcData.VB_Invoke_Func = " \n29"
    PAYMENT_PATTERN = Computed("udfs.forecast", "PAYMENT_PATTERN", Array(Passed(Practice), Passed(AsOf)))
End Function

Public Function PLANNED_CASH(Budget As Variant, AsOf As Variant) As Variant
Attribute PLANNED_CASH.VB_Description = "The cash forecast whose services to come are the visits that the budget plans, not those of late."
Attribute PLANNED_CASH.VB_ProcData.VB_Invoke_Func = " \n29"
    PLANNED_CASH = Computed("udfs.forecast", "PLANNED_CASH", Array(Passed(Budget), Passed(AsOf)))
End Function
