Attribute VB_Name = "modUdfsPayables"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function AP_AGING(Payables As Variant, AsOf As Variant, Optional top As Variant) As Variant
Attribute AP_AGING.VB_Description = "Accounts payable by vendor and days past due: current, 1-30, 31-60, 61-90, 91 and over, credits apart."
Attribute AP_AGING.VB_ProcData.VB_Invoke_Func = " \n32"
    AP_AGING = Computed("udfs.payables", "AP_AGING", Array(Passed(Payables), Passed(AsOf), Passed(top)))
End Function

Public Function AP_DISCOUNTS(Payables As Variant, AsOf As Variant, Optional RunDays As Variant, Optional CostOfCapital As Variant) As Variant
Attribute AP_DISCOUNTS.VB_Description = "Discounts that lapse before the next payments, with what taking each is worth a year."
Attribute AP_DISCOUNTS.VB_ProcData.VB_Invoke_Func = " \n32"
    AP_DISCOUNTS = Computed("udfs.payables", "AP_DISCOUNTS", Array(Passed(Payables), Passed(AsOf), Passed(RunDays), Passed(CostOfCapital)))
End Function

Public Function AP_DUPLICATES(Payables As Variant, AsOf As Variant, Optional top As Variant) As Variant
Attribute AP_DUPLICATES.VB_Description = "Pairs of bills that may be one bill entered twice, with the test that found them, how sure it is and why."
Attribute AP_DUPLICATES.VB_ProcData.VB_Invoke_Func = " \n32"
    AP_DUPLICATES = Computed("udfs.payables", "AP_DUPLICATES", Array(Passed(Payables), Passed(AsOf), Passed(top)))
End Function

Public Function AP_PAST_DUE(Payables As Variant, AsOf As Variant) As Variant
Attribute AP_PAST_DUE.VB_Description = "What is past due of the bills, in dollars; credits do not count. A bill due on the day itself is not past due."
Attribute AP_PAST_DUE.VB_ProcData.VB_Invoke_Func = " \n32"
    AP_PAST_DUE = Computed("udfs.payables", "AP_PAST_DUE", Array(Passed(Payables), Passed(AsOf)))
End Function

Public Function AP_TIE(Payables As Variant, AsOf As Variant, Optional account As Variant) As Variant
Attribute AP_TIE.VB_Description = "Open bills less the ledger's accounts payable, in dollars: 0 where they tie, else by how much they do not."
Attribute AP_TIE.VB_ProcData.VB_Invoke_Func = " \n32"
    AP_TIE = Computed("udfs.payables", "AP_TIE", Array(Passed(Payables), Passed(AsOf), Passed(account)))
End Function

Public Function AP_TOTAL(Payables As Variant, AsOf As Variant) As Variant
Attribute AP_TOTAL.VB_Description = "Accounts payable: all that is open of bills dated by the day, credits taken off, in dollars."
Attribute AP_TOTAL.VB_ProcData.VB_Invoke_Func = " \n32"
    AP_TOTAL = Computed("udfs.payables", "AP_TOTAL", Array(Passed(Payables), Passed(AsOf)))
End Function

Public Function DPO(Payables As Variant, AsOf As Variant) As Variant
Attribute DPO.VB_Description = "Days payable outstanding: how many days of purchases, payroll apart, are still unpaid."
Attribute DPO.VB_ProcData.VB_Invoke_Func = " \n32"
    DPO = Computed("udfs.payables", "DPO", Array(Passed(Payables), Passed(AsOf)))
End Function

Public Function FILINGS_DUE(Payables As Variant, AsOf As Variant, Optional days As Variant) As Variant
Attribute FILINGS_DUE.VB_Description = "Filings that are late or due soon, first due first: payroll deposits, returns, 1099, W-2, plan, licences."
Attribute FILINGS_DUE.VB_ProcData.VB_Invoke_Func = " \n32"
    FILINGS_DUE = Computed("udfs.payables", "FILINGS_DUE", Array(Passed(Payables), Passed(AsOf), Passed(days)))
End Function

Public Function FORM_1099(Payables As Variant, AsOf As Variant) As Variant
Attribute FORM_1099.VB_Description = "Payments of the day's calendar year to vendors of form 1099, card payments apart, and what to do about each."
Attribute FORM_1099.VB_ProcData.VB_Invoke_Func = " \n32"
    FORM_1099 = Computed("udfs.payables", "FORM_1099", Array(Passed(Payables), Passed(AsOf)))
End Function

Public Function PAY_THIS_WEEK(Payables As Variant, AsOf As Variant, Optional CashOnHand As Variant, Optional RunDays As Variant, Optional CostOfCapital As Variant) As Variant
Attribute PAY_THIS_WEEK.VB_Description = "What to pay on the day, in order, with the cash left after each bill; it stops at the cash floor."
Attribute PAY_THIS_WEEK.VB_ProcData.VB_Invoke_Func = " \n32"
    PAY_THIS_WEEK = Computed("udfs.payables", "PAY_THIS_WEEK", Array(Passed(Payables), Passed(AsOf), Passed(CashOnHand), Passed(RunDays), Passed(CostOfCapital)))
End Function
