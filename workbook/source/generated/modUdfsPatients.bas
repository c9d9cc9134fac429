Attribute VB_Name = "modUdfsPatients"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function PATIENT_BALANCES(Patients As Variant, AsOf As Variant, Optional top As Variant) As Variant
Attribute PATIENT_BALANCES.VB_Description = "Accounts that patients owe, the largest first: statements sent, plan, agency, and what comes next."
Attribute PATIENT_BALANCES.VB_ProcData.VB_Invoke_Func = " \n31"
    PATIENT_BALANCES = Computed("udfs.patients", "PATIENT_BALANCES", Array(Passed(Patients), Passed(AsOf), Passed(top)))
End Function

Public Function PAYMENT_PLANS(Patients As Variant, AsOf As Variant, Optional top As Variant) As Variant
Attribute PAYMENT_PLANS.VB_Description = "Payment plans that run: what is due by now, paid and missed, and the next instalment; missed ones first."
Attribute PAYMENT_PLANS.VB_ProcData.VB_Invoke_Func = " \n31"
    PAYMENT_PLANS = Computed("udfs.patients", "PAYMENT_PLANS", Array(Passed(Patients), Passed(AsOf), Passed(top)))
End Function

Public Function PLACEMENTS_BY(Patients As Variant, AsOf As Variant) As Variant
Attribute PLACEMENTS_BY.VB_Description = "What collections agencies got and brought: placed, recovered, their fee, and what was left to the practice."
Attribute PLACEMENTS_BY.VB_ProcData.VB_Invoke_Func = " \n31"
    PLACEMENTS_BY = Computed("udfs.patients", "PLACEMENTS_BY", Array(Passed(Patients), Passed(AsOf)))
End Function
