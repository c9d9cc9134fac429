Attribute VB_Name = "modUdfsSatisfaction"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function COMMENT_THEMES(Satisfaction As Variant, AsOf As Variant, Optional days As Variant) As Variant
Attribute COMMENT_THEMES.VB_Description = "What comments speak of, by count alone; the words of each theme stand on Comment themes."
Attribute COMMENT_THEMES.VB_ProcData.VB_Invoke_Func = " \n37"
    COMMENT_THEMES = Computed("udfs.satisfaction", "COMMENT_THEMES", Array(Passed(Satisfaction), Passed(AsOf), Passed(days)))
End Function

Public Function COMPLAINTS_LATE(Satisfaction As Variant, AsOf As Variant) As Variant
Attribute COMPLAINTS_LATE.VB_Description = "How many complaints have been open for longer than they may be: 30 days, a row of Thresholds."
Attribute COMPLAINTS_LATE.VB_ProcData.VB_Invoke_Func = " \n37"
    COMPLAINTS_LATE = Computed("udfs.satisfaction", "COMPLAINTS_LATE", Array(Passed(Satisfaction), Passed(AsOf)))
End Function

Public Function COMPLAINTS_OPEN(Satisfaction As Variant, AsOf As Variant) As Variant
Attribute COMPLAINTS_OPEN.VB_Description = "How many complaints are open on the day; EXPLAIN shows how many are late and how old the oldest is."
Attribute COMPLAINTS_OPEN.VB_ProcData.VB_Invoke_Func = " \n37"
    COMPLAINTS_OPEN = Computed("udfs.satisfaction", "COMPLAINTS_OPEN", Array(Passed(Satisfaction), Passed(AsOf)))
End Function

Public Function COMPLAINT_KINDS(Satisfaction As Variant, AsOf As Variant, Optional days As Variant) As Variant
Attribute COMPLAINT_KINDS.VB_Description = "Complaints of the days by kind: made, open, answered, median of days to the answer, repeats; and the total."
Attribute COMPLAINT_KINDS.VB_ProcData.VB_Invoke_Func = " \n37"
    COMPLAINT_KINDS = Computed("udfs.satisfaction", "COMPLAINT_KINDS", Array(Passed(Satisfaction), Passed(AsOf), Passed(days)))
End Function

Public Function COMPLAINT_LIST(Satisfaction As Variant, AsOf As Variant) As Variant
Attribute COMPLAINT_LIST.VB_Description = "The open complaints, oldest first, with days open, owner, and whether the same account complained before."
Attribute COMPLAINT_LIST.VB_ProcData.VB_Invoke_Func = " \n37"
    COMPLAINT_LIST = Computed("udfs.satisfaction", "COMPLAINT_LIST", Array(Passed(Satisfaction), Passed(AsOf)))
End Function

Public Function FOCUS_FINDINGS(Satisfaction As Variant, AsOf As Variant) As Variant
Attribute FOCUS_FINDINGS.VB_Description = "What focus groups brought, with theme and action: overdue actions first, then those to do, then the others."
Attribute FOCUS_FINDINGS.VB_ProcData.VB_Invoke_Func = " \n37"
    FOCUS_FINDINGS = Computed("udfs.satisfaction", "FOCUS_FINDINGS", Array(Passed(Satisfaction), Passed(AsOf)))
End Function

Public Function NPS(Satisfaction As Variant, AsOf As Variant, Optional provider As Variant, Optional days As Variant) As Variant
Attribute NPS.VB_Description = "Net promoter score in points, -100 to 100: share of 9 and 10 less share of 0 to 6."
Attribute NPS.VB_ProcData.VB_Invoke_Func = " \n37"
    NPS = Computed("udfs.satisfaction", "NPS", Array(Passed(Satisfaction), Passed(AsOf), Passed(provider), Passed(days)))
End Function

Public Function SATISFACTION_BY(Satisfaction As Variant, AsOf As Variant, Optional by As Variant, Optional measure As Variant, Optional days As Variant) As Variant
Attribute SATISFACTION_BY.VB_Description = "Top box with its interval by provider, month, measure or question, as many days before beside it, and NPS."
Attribute SATISFACTION_BY.VB_ProcData.VB_Invoke_Func = " \n37"
    SATISFACTION_BY = Computed("udfs.satisfaction", "SATISFACTION_BY", Array(Passed(Satisfaction), Passed(AsOf), Passed(by), Passed(measure), Passed(days)))
End Function

Public Function TOP_BOX(Satisfaction As Variant, AsOf As Variant, Optional measure As Variant, Optional provider As Variant, Optional days As Variant) As Variant
Attribute TOP_BOX.VB_Description = "Share of the best answers, such as Always or 9 and 10; of several questions the mean of their shares."
Attribute TOP_BOX.VB_ProcData.VB_Invoke_Func = " \n37"
    TOP_BOX = Computed("udfs.satisfaction", "TOP_BOX", Array(Passed(Satisfaction), Passed(AsOf), Passed(measure), Passed(provider), Passed(days)))
End Function
