Attribute VB_Name = "modUdfsProfitability"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function PAYER_MARGIN(Practice As Variant, AsOf As Variant, Optional payer As Variant, Optional margin As Variant, Optional YearDays As Variant, Optional SettleDays As Variant, Optional CostTerms As Variant) As Variant
Attribute PAYER_MARGIN.VB_Description = "Payer margin in dollars: what a payer leaves after variable cost, or after all cost."
Attribute PAYER_MARGIN.VB_ProcData.VB_Invoke_Func = " \n35"
    PAYER_MARGIN = Computed("udfs.profitability", "PAYER_MARGIN", Array(Passed(Practice), Passed(AsOf), Passed(payer), Passed(margin), Passed(YearDays), Passed(SettleDays), Passed(CostTerms)))
End Function

Public Function PAYER_REVIEW(Practice As Variant, AsOf As Variant, Optional YearDays As Variant, Optional SettleDays As Variant, Optional CostTerms As Variant, Optional ScoreWeights As Variant, Optional top As Variant) As Variant
Attribute PAYER_REVIEW.VB_Description = "Payer review: one row a payer with shares, yield, speed, denials, margins, score and a recommendation in words."
Attribute PAYER_REVIEW.VB_ProcData.VB_Invoke_Func = " \n35"
    PAYER_REVIEW = Computed("udfs.profitability", "PAYER_REVIEW", Array(Passed(Practice), Passed(AsOf), Passed(YearDays), Passed(SettleDays), Passed(CostTerms), Passed(ScoreWeights), Passed(top)))
End Function

Public Function PAYER_SCORE(Practice As Variant, AsOf As Variant, payer As Variant, Optional YearDays As Variant, Optional SettleDays As Variant, Optional CostTerms As Variant, Optional ScoreWeights As Variant) As Variant
Attribute PAYER_SCORE.VB_Description = "Payer score from 0 to 100; 50 is the practice as a whole, more is better."
Attribute PAYER_SCORE.VB_ProcData.VB_Invoke_Func = " \n35"
    PAYER_SCORE = Computed("udfs.profitability", "PAYER_SCORE", Array(Passed(Practice), Passed(AsOf), Passed(payer), Passed(YearDays), Passed(SettleDays), Passed(CostTerms), Passed(ScoreWeights)))
End Function

Public Function PAYER_YIELD(Practice As Variant, AsOf As Variant, Optional payer As Variant, Optional YearDays As Variant, Optional SettleDays As Variant) As Variant
Attribute PAYER_YIELD.VB_Description = "Collection yield: payments less refunds divided by charges, over the same services."
Attribute PAYER_YIELD.VB_ProcData.VB_Invoke_Func = " \n35"
    PAYER_YIELD = Computed("udfs.profitability", "PAYER_YIELD", Array(Passed(Practice), Passed(AsOf), Passed(payer), Passed(YearDays), Passed(SettleDays)))
End Function

Public Function WORK_RVUS(Practice As Variant, AsOf As Variant, Optional payer As Variant, Optional YearDays As Variant, Optional SettleDays As Variant, Optional RvuYear As Variant) As Variant
Attribute WORK_RVUS.VB_Description = "Work RVUs of the services, by Medicare's file or, for codes it does not value, by the charge master."
Attribute WORK_RVUS.VB_ProcData.VB_Invoke_Func = " \n35"
    WORK_RVUS = Computed("udfs.profitability", "WORK_RVUS", Array(Passed(Practice), Passed(AsOf), Passed(payer), Passed(YearDays), Passed(SettleDays), Passed(RvuYear)))
End Function
