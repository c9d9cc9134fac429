Attribute VB_Name = "modUdfsMarketing"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function ACQUISITION_COST(Marketing As Variant, AsOf As Variant, Optional campaign As Variant, Optional days As Variant) As Variant
Attribute ACQUISITION_COST.VB_Description = "What a new patient cost in dollars: spend of campaigns ÷ new patients that they brought."
Attribute ACQUISITION_COST.VB_ProcData.VB_Invoke_Func = " \n30"
    ACQUISITION_COST = Computed("udfs.marketing", "ACQUISITION_COST", Array(Passed(Marketing), Passed(AsOf), Passed(campaign), Passed(days)))
End Function

Public Function CAMPAIGN_RETURNS(Marketing As Variant, AsOf As Variant) As Variant
Attribute CAMPAIGN_RETURNS.VB_Description = "Every campaign that has begun: spend, new patients, cost of one, margin and return at 90, 180 and 365 days."
Attribute CAMPAIGN_RETURNS.VB_ProcData.VB_Invoke_Func = " \n30"
    CAMPAIGN_RETURNS = Computed("udfs.marketing", "CAMPAIGN_RETURNS", Array(Passed(Marketing), Passed(AsOf)))
End Function

Public Function CAMPAIGN_ROI(Marketing As Variant, AsOf As Variant, Optional campaign As Variant, Optional horizon As Variant) As Variant
Attribute CAMPAIGN_ROI.VB_Description = "Return of a campaign on margin, as a share of its spend: 1.067 is 106.7%; -1 where it brought nobody."
Attribute CAMPAIGN_ROI.VB_ProcData.VB_Invoke_Func = " \n30"
    CAMPAIGN_ROI = Computed("udfs.marketing", "CAMPAIGN_ROI", Array(Passed(Marketing), Passed(AsOf), Passed(campaign), Passed(horizon)))
End Function

Public Function DEMOGRAPHICS(Marketing As Variant, AsOf As Variant, Optional by As Variant, Optional across As Variant, Optional days As Variant) As Variant
Attribute DEMOGRAPHICS.VB_Description = "Patients by age band, sex, ZIP3 or payer; groups of fewer than 11, and what would give them away, are *."
Attribute DEMOGRAPHICS.VB_ProcData.VB_Invoke_Func = " \n30"
    DEMOGRAPHICS = Computed("udfs.marketing", "DEMOGRAPHICS", Array(Passed(Marketing), Passed(AsOf), Passed(by), Passed(across), Passed(days)))
End Function

Public Function MARKETING_NEED(Marketing As Variant, AsOf As Variant, Optional FiscalYearStart As Variant) As Variant
Attribute MARKETING_NEED.VB_Description = "Whether marketing is what the budget needs: the alert, who is missing, what they would cost, what is planned."
Attribute MARKETING_NEED.VB_ProcData.VB_Invoke_Func = " \n30"
    MARKETING_NEED = Computed("udfs.marketing", "MARKETING_NEED", Array(Passed(Marketing), Passed(AsOf), Passed(FiscalYearStart)))
End Function

Public Function MARKETING_PLAN(Marketing As Variant, AsOf As Variant) As Variant
Attribute MARKETING_PLAN.VB_Description = "The marketing plan: what, for whom, when, spend, expected visits, owner, what came and the result."
Attribute MARKETING_PLAN.VB_ProcData.VB_Invoke_Func = " \n30"
    MARKETING_PLAN = Computed("udfs.marketing", "MARKETING_PLAN", Array(Passed(Marketing), Passed(AsOf)))
End Function

Public Function NEW_PATIENTS(Marketing As Variant, AsOf As Variant, Optional days As Variant) As Variant
Attribute NEW_PATIENTS.VB_Description = "How many patients came for the first time in the days up to the day, by Registrations."
Attribute NEW_PATIENTS.VB_ProcData.VB_Invoke_Func = " \n30"
    NEW_PATIENTS = Computed("udfs.marketing", "NEW_PATIENTS", Array(Passed(Marketing), Passed(AsOf), Passed(days)))
End Function

Public Function NEW_PATIENTS_BY(Marketing As Variant, AsOf As Variant, Optional by As Variant, Optional days As Variant, Optional top As Variant) As Variant
Attribute NEW_PATIENTS_BY.VB_Description = "New patients by where they came from, with visits, what was collected and the margin they left so far."
Attribute NEW_PATIENTS_BY.VB_ProcData.VB_Invoke_Func = " \n30"
    NEW_PATIENTS_BY = Computed("udfs.marketing", "NEW_PATIENTS_BY", Array(Passed(Marketing), Passed(AsOf), Passed(by), Passed(days), Passed(top)))
End Function

Public Function NO_SOURCE_RATE(Marketing As Variant, AsOf As Variant, Optional days As Variant) As Variant
Attribute NO_SOURCE_RATE.VB_Description = "Share of the new patients whose referral source is empty. Above 20% what campaigns cost is not reliable."
Attribute NO_SOURCE_RATE.VB_ProcData.VB_Invoke_Func = " \n30"
    NO_SOURCE_RATE = Computed("udfs.marketing", "NO_SOURCE_RATE", Array(Passed(Marketing), Passed(AsOf), Passed(days)))
End Function
