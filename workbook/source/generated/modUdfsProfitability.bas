Attribute VB_Name = "modUdfsProfitability"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function PAYER_MARGIN(charges As Variant, payments As Variant, remits As Variant, costs As Variant, mpfs As Variant, charge_master As Variant, as_of As Variant, Optional payer As Variant, Optional margin As Variant, Optional window As Variant, Optional settle As Variant, Optional basis As Variant, Optional rework As Variant, Optional capital As Variant, Optional rvu_year As Variant) As Variant
Attribute PAYER_MARGIN.VB_Description = "Payer margin in dollars: what a payer leaves after variable cost, or after all cost."
Attribute PAYER_MARGIN.VB_ProcData.VB_Invoke_Func = " \n25"
    PAYER_MARGIN = Computed("udfs.profitability", "PAYER_MARGIN", Array(Passed(charges), Passed(payments), Passed(remits), Passed(costs), Passed(mpfs), Passed(charge_master), Passed(as_of), Passed(payer), Passed(margin), Passed(window), Passed(settle), Passed(basis), Passed(rework), Passed(capital), Passed(rvu_year)))
End Function

Public Function PAYER_REVIEW(charges As Variant, payments As Variant, remits As Variant, payers As Variant, costs As Variant, mpfs As Variant, charge_master As Variant, contracts As Variant, fee_schedules As Variant, gpci As Variant, as_of As Variant, Optional window As Variant, Optional settle As Variant, Optional basis As Variant, Optional rework As Variant, Optional capital As Variant, Optional weights As Variant, Optional rvu_year As Variant, Optional top As Variant) As Variant
Attribute PAYER_REVIEW.VB_Description = "Payer review: one row a payer with shares, yield, speed, denials, margins, score and a recommendation in words."
Attribute PAYER_REVIEW.VB_ProcData.VB_Invoke_Func = " \n25"
    PAYER_REVIEW = Computed("udfs.profitability", "PAYER_REVIEW", Array(Passed(charges), Passed(payments), Passed(remits), Passed(payers), Passed(costs), Passed(mpfs), Passed(charge_master), Passed(contracts), Passed(fee_schedules), Passed(gpci), Passed(as_of), Passed(window), Passed(settle), Passed(basis), Passed(rework), Passed(capital), Passed(weights), Passed(rvu_year), Passed(top)))
End Function

Public Function PAYER_SCORE(charges As Variant, payments As Variant, remits As Variant, payers As Variant, costs As Variant, mpfs As Variant, charge_master As Variant, contracts As Variant, fee_schedules As Variant, gpci As Variant, as_of As Variant, payer As Variant, Optional window As Variant, Optional settle As Variant, Optional basis As Variant, Optional rework As Variant, Optional capital As Variant, Optional weights As Variant, Optional rvu_year As Variant) As Variant
Attribute PAYER_SCORE.VB_Description = "Payer score from 0 to 100; 50 is the practice as a whole, more is better."
Attribute PAYER_SCORE.VB_ProcData.VB_Invoke_Func = " \n25"
    PAYER_SCORE = Computed("udfs.profitability", "PAYER_SCORE", Array(Passed(charges), Passed(payments), Passed(remits), Passed(payers), Passed(costs), Passed(mpfs), Passed(charge_master), Passed(contracts), Passed(fee_schedules), Passed(gpci), Passed(as_of), Passed(payer), Passed(window), Passed(settle), Passed(basis), Passed(rework), Passed(capital), Passed(weights), Passed(rvu_year)))
End Function

Public Function PAYER_YIELD(charges As Variant, payments As Variant, as_of As Variant, Optional payer As Variant, Optional window As Variant, Optional settle As Variant) As Variant
Attribute PAYER_YIELD.VB_Description = "Collection yield: payments less refunds divided by charges, over the same services."
Attribute PAYER_YIELD.VB_ProcData.VB_Invoke_Func = " \n25"
    PAYER_YIELD = Computed("udfs.profitability", "PAYER_YIELD", Array(Passed(charges), Passed(payments), Passed(as_of), Passed(payer), Passed(window), Passed(settle)))
End Function

Public Function WORK_RVUS(charges As Variant, mpfs As Variant, charge_master As Variant, as_of As Variant, Optional payer As Variant, Optional window As Variant, Optional settle As Variant, Optional rvu_year As Variant) As Variant
Attribute WORK_RVUS.VB_Description = "Work RVUs of the services, by Medicare's file or, for codes it does not value, by the charge master."
Attribute WORK_RVUS.VB_ProcData.VB_Invoke_Func = " \n25"
    WORK_RVUS = Computed("udfs.profitability", "WORK_RVUS", Array(Passed(charges), Passed(mpfs), Passed(charge_master), Passed(as_of), Passed(payer), Passed(window), Passed(settle), Passed(rvu_year)))
End Function
