Attribute VB_Name = "modUdfsFeeSchedules"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function COMPLIANCE_RATE(Optional payer As Variant, Optional from_day As Variant, Optional to_day As Variant, Optional remits As Variant, Optional contracts As Variant, Optional fee_schedules As Variant) As Variant
Attribute COMPLIANCE_RATE.VB_Description = "Share of the lines that could be compared which were allowed as contracted, within each contract's tolerance."
Attribute COMPLIANCE_RATE.VB_ProcData.VB_Invoke_Func = " \n23"
    COMPLIANCE_RATE = Computed("udfs.compliance", "COMPLIANCE_RATE", Array(Passed(payer), Passed(from_day), Passed(to_day), Passed(remits), Passed(contracts), Passed(fee_schedules)))
End Function

Public Function FEE_EXPECTED(payer As Variant, code As Variant, mods As Variant, units As Variant, dos As Variant, pos As Variant, charge As Variant, Optional contracts As Variant, Optional fee_schedules As Variant) As Variant
Attribute FEE_EXPECTED.VB_Description = "What a service should be allowed under its contract, to the cent."
Attribute FEE_EXPECTED.VB_ProcData.VB_Invoke_Func = " \n23"
    FEE_EXPECTED = Computed("udfs.compliance", "FEE_EXPECTED", Array(Passed(payer), Passed(code), Passed(mods), Passed(units), Passed(dos), Passed(pos), Passed(charge), Passed(contracts), Passed(fee_schedules)))
End Function

Public Function FEE_VARIANCE(Optional remits As Variant, Optional by As Variant, Optional contracts As Variant, Optional fee_schedules As Variant) As Variant
Attribute FEE_VARIANCE.VB_Description = "What was allowed against what the contracts say, by payer or code, with a total."
Attribute FEE_VARIANCE.VB_ProcData.VB_Invoke_Func = " \n23"
    FEE_VARIANCE = Computed("udfs.compliance", "FEE_VARIANCE", Array(Passed(remits), Passed(by), Passed(contracts), Passed(fee_schedules)))
End Function

Public Function INFERRED_RATE(payer As Variant, code As Variant, Optional remits As Variant) As Variant
Attribute INFERRED_RATE.VB_Description = "What a payer usually allows for one unit of a code, from its remittances: the commonest amount of late."
Attribute INFERRED_RATE.VB_ProcData.VB_Invoke_Func = " \n23"
    INFERRED_RATE = Computed("udfs.compliance", "INFERRED_RATE", Array(Passed(payer), Passed(code), Passed(remits)))
End Function

Public Function MPFS_RATE(code As Variant, mods As Variant, locality As Variant, setting As Variant, dos As Variant, Optional mpfs As Variant, Optional gpci As Variant) As Variant
Attribute MPFS_RATE.VB_Description = "What Medicare allows for one unit of a code, to the cent."
Attribute MPFS_RATE.VB_ProcData.VB_Invoke_Func = " \n23"
    MPFS_RATE = Computed("udfs.mpfs", "MPFS_RATE", Array(Passed(code), Passed(mods), Passed(locality), Passed(setting), Passed(dos), Passed(mpfs), Passed(gpci)))
End Function

Public Function UNDERPAID(Optional payer As Variant, Optional from_day As Variant, Optional to_day As Variant, Optional remits As Variant, Optional contracts As Variant, Optional fee_schedules As Variant) As Variant
Attribute UNDERPAID.VB_Description = "Dollars that payers allowed less than their contracts say, of lines paid in the time."
Attribute UNDERPAID.VB_ProcData.VB_Invoke_Func = " \n23"
    UNDERPAID = Computed("udfs.compliance", "UNDERPAID", Array(Passed(payer), Passed(from_day), Passed(to_day), Passed(remits), Passed(contracts), Passed(fee_schedules)))
End Function

Public Function VOUCHER_CHECK(Optional remits As Variant, Optional show As Variant, Optional payer As Variant, Optional from_day As Variant, Optional to_day As Variant, Optional contracts As Variant, Optional fee_schedules As Variant) As Variant
Attribute VOUCHER_CHECK.VB_Description = "The remitted lines that are not as contracted, the largest underpayment first, each with its reason in words."
Attribute VOUCHER_CHECK.VB_ProcData.VB_Invoke_Func = " \n23"
    VOUCHER_CHECK = Computed("udfs.compliance", "VOUCHER_CHECK", Array(Passed(remits), Passed(show), Passed(payer), Passed(from_day), Passed(to_day), Passed(contracts), Passed(fee_schedules)))
End Function
