Attribute VB_Name = "modUdfsFeeSchedules"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function BREAK_EVEN_RATE(Practice As Variant, AsOf As Variant, Optional YearDays As Variant) As Variant
Attribute BREAK_EVEN_RATE.VB_Description = "Break-even payment in dollars: all costs, physicians' pay included, divided by the frequency of all codes."
Attribute BREAK_EVEN_RATE.VB_ProcData.VB_Invoke_Func = " \n28"
    BREAK_EVEN_RATE = Computed("udfs.fee_review", "BREAK_EVEN_RATE", Array(Passed(Practice), Passed(AsOf), Passed(YearDays)))
End Function

Public Function CHARGE_BELOW_ALLOWED(Practice As Variant, AsOf As Variant, Optional YearDays As Variant) As Variant
Attribute CHARGE_BELOW_ALLOWED.VB_Description = "Charges below what a payer would allow: the practice's own leak, with the list price that mends it."
Attribute CHARGE_BELOW_ALLOWED.VB_ProcData.VB_Invoke_Func = " \n28"
    CHARGE_BELOW_ALLOWED = Computed("udfs.fee_review", "CHARGE_BELOW_ALLOWED", Array(Passed(Practice), Passed(AsOf), Passed(YearDays)))
End Function

Public Function COMPLIANCE_RATE(Practice As Variant, Optional payer As Variant, Optional from_day As Variant, Optional to_day As Variant) As Variant
Attribute COMPLIANCE_RATE.VB_Description = "Share of the lines that could be compared which were allowed as contracted, within each contract's tolerance."
Attribute COMPLIANCE_RATE.VB_ProcData.VB_Invoke_Func = " \n28"
    COMPLIANCE_RATE = Computed("udfs.compliance", "COMPLIANCE_RATE", Array(Passed(Practice), Passed(payer), Passed(from_day), Passed(to_day)))
End Function

Public Function CONTRACT_CALENDAR(Pricing As Variant, AsOf As Variant, Optional months As Variant) As Variant
Attribute CONTRACT_CALENDAR.VB_Description = "Contract calendar: when notice is due, contracts end or renew, and agreed increases begin; soonest first."
Attribute CONTRACT_CALENDAR.VB_ProcData.VB_Invoke_Func = " \n28"
    CONTRACT_CALENDAR = Computed("udfs.fee_review", "CONTRACT_CALENDAR", Array(Passed(Pricing), Passed(AsOf), Passed(months)))
End Function

Public Function FEE_EXPECTED(Pricing As Variant, payer As Variant, code As Variant, mods As Variant, units As Variant, dos As Variant, pos As Variant, charge As Variant) As Variant
Attribute FEE_EXPECTED.VB_Description = "What a service should be allowed under its contract, to the cent."
Attribute FEE_EXPECTED.VB_ProcData.VB_Invoke_Func = " \n28"
    FEE_EXPECTED = Computed("udfs.compliance", "FEE_EXPECTED", Array(Passed(Pricing), Passed(payer), Passed(code), Passed(mods), Passed(units), Passed(dos), Passed(pos), Passed(charge)))
End Function

Public Function FEE_REVIEW(Practice As Variant, AsOf As Variant, Optional RvuYear As Variant, Optional YearDays As Variant, Optional Locality As Variant) As Variant
Attribute FEE_REVIEW.VB_Description = "Fee-schedule review: each payer's percent of Medicare by two years and two code mixes, and its rate year."
Attribute FEE_REVIEW.VB_ProcData.VB_Invoke_Func = " \n28"
    FEE_REVIEW = Computed("udfs.fee_review", "FEE_REVIEW", Array(Passed(Practice), Passed(AsOf), Passed(RvuYear), Passed(YearDays), Passed(Locality)))
End Function

Public Function FEE_VARIANCE(Practice As Variant, Optional by As Variant, Optional from_day As Variant, Optional to_day As Variant) As Variant
Attribute FEE_VARIANCE.VB_Description = "What was allowed against what the contracts say, by payer or code, with a total."
Attribute FEE_VARIANCE.VB_ProcData.VB_Invoke_Func = " \n28"
    FEE_VARIANCE = Computed("udfs.compliance", "FEE_VARIANCE", Array(Passed(Practice), Passed(by), Passed(from_day), Passed(to_day)))
End Function

Public Function INFERRED_RATE(Practice As Variant, payer As Variant, code As Variant) As Variant
Attribute INFERRED_RATE.VB_Description = "What a payer usually allows for one unit of a code, from its remittances: the commonest amount of late."
Attribute INFERRED_RATE.VB_ProcData.VB_Invoke_Func = " \n28"
    INFERRED_RATE = Computed("udfs.compliance", "INFERRED_RATE", Array(Passed(Practice), Passed(payer), Passed(code)))
End Function

Public Function INTEREST_OWED(Practice As Variant, Optional payer As Variant, Optional from_day As Variant, Optional to_day As Variant) As Variant
Attribute INTEREST_OWED.VB_Description = "Dollars of interest that payers still owe on claims they paid later than agreed."
Attribute INTEREST_OWED.VB_ProcData.VB_Invoke_Func = " \n28"
    INTEREST_OWED = Computed("udfs.compliance", "INTEREST_OWED", Array(Passed(Practice), Passed(payer), Passed(from_day), Passed(to_day)))
End Function

Public Function MPFS_RATE(Pricing As Variant, code As Variant, mods As Variant, Locality As Variant, setting As Variant, dos As Variant) As Variant
Attribute MPFS_RATE.VB_Description = "What Medicare allows for one unit of a code, to the cent."
Attribute MPFS_RATE.VB_ProcData.VB_Invoke_Func = " \n28"
    MPFS_RATE = Computed("udfs.mpfs", "MPFS_RATE", Array(Passed(Pricing), Passed(code), Passed(mods), Passed(Locality), Passed(setting), Passed(dos)))
End Function

Public Function NEGOTIATION(Practice As Variant, AsOf As Variant, payer As Variant, Optional target As Variant, Optional top As Variant, Optional RvuYear As Variant, Optional YearDays As Variant, Optional Locality As Variant) As Variant
Attribute NEGOTIATION.VB_Description = "Negotiation sheet of one payer: its top codes, its rates, Medicare's, the best other payer's, what to ask."
Attribute NEGOTIATION.VB_ProcData.VB_Invoke_Func = " \n28"
    NEGOTIATION = Computed("udfs.fee_review", "NEGOTIATION", Array(Passed(Practice), Passed(AsOf), Passed(payer), Passed(target), Passed(top), Passed(RvuYear), Passed(YearDays), Passed(Locality)))
End Function

Public Function PERCENT_OF_MEDICARE(Practice As Variant, AsOf As Variant, payer As Variant, Optional RvuYear As Variant, Optional mix As Variant, Optional YearDays As Variant, Optional Locality As Variant) As Variant
Attribute PERCENT_OF_MEDICARE.VB_Description = "A payer's rates as percent of Medicare, weighted by how often each code is done."
Attribute PERCENT_OF_MEDICARE.VB_ProcData.VB_Invoke_Func = " \n28"
    PERCENT_OF_MEDICARE = Computed("udfs.fee_review", "PERCENT_OF_MEDICARE", Array(Passed(Practice), Passed(AsOf), Passed(payer), Passed(RvuYear), Passed(mix), Passed(YearDays), Passed(Locality)))
End Function

Public Function RATE_GRID(Practice As Variant, AsOf As Variant, Optional top As Variant, Optional across As Variant, Optional RvuYear As Variant, Optional YearDays As Variant, Optional Locality As Variant) As Variant
Attribute RATE_GRID.VB_Description = "The codes that move the money, with each payer's rate as percent of Medicare."
Attribute RATE_GRID.VB_ProcData.VB_Invoke_Func = " \n28"
    RATE_GRID = Computed("udfs.fee_review", "RATE_GRID", Array(Passed(Practice), Passed(AsOf), Passed(top), Passed(across), Passed(RvuYear), Passed(YearDays), Passed(Locality)))
End Function

Public Function UNDERPAID(Practice As Variant, Optional payer As Variant, Optional from_day As Variant, Optional to_day As Variant) As Variant
Attribute UNDERPAID.VB_Description = "Dollars that payers allowed less than their contracts say, of lines paid in the time."
Attribute UNDERPAID.VB_ProcData.VB_Invoke_Func = " \n28"
    UNDERPAID = Computed("udfs.compliance", "UNDERPAID", Array(Passed(Practice), Passed(payer), Passed(from_day), Passed(to_day)))
End Function

Public Function UNDERPAID_CLAIMS(Denials As Variant, AsOf As Variant, Optional status As Variant) As Variant
Attribute UNDERPAID_CLAIMS.VB_Description = "How many claims allowed below their contract have come so far with their appeal, by the sheet Appeals."
Attribute UNDERPAID_CLAIMS.VB_ProcData.VB_Invoke_Func = " \n28"
    UNDERPAID_CLAIMS = Computed("udfs.compliance", "UNDERPAID_CLAIMS", Array(Passed(Denials), Passed(AsOf), Passed(status)))
End Function

Public Function VOUCHER_CHECK(Practice As Variant, Optional show As Variant, Optional payer As Variant, Optional from_day As Variant, Optional to_day As Variant, Optional top As Variant) As Variant
Attribute VOUCHER_CHECK.VB_Description = "The remitted lines that are not as contracted, the largest underpayment first, each with its reason in words."
Attribute VOUCHER_CHECK.VB_ProcData.VB_Invoke_Func = " \n28"
    VOUCHER_CHECK = Computed("udfs.compliance", "VOUCHER_CHECK", Array(Passed(Practice), Passed(show), Passed(payer), Passed(from_day), Passed(to_day), Passed(top)))
End Function

Public Function WEIGHTED_RATE(Practice As Variant, AsOf As Variant, payer As Variant, Optional top As Variant, Optional mix As Variant, Optional YearDays As Variant) As Variant
Attribute WEIGHTED_RATE.VB_Description = "Weighted average payment of a payer's schedule in dollars: its rates, weighted by how often each code is done."
Attribute WEIGHTED_RATE.VB_ProcData.VB_Invoke_Func = " \n28"
    WEIGHTED_RATE = Computed("udfs.fee_review", "WEIGHTED_RATE", Array(Passed(Practice), Passed(AsOf), Passed(payer), Passed(top), Passed(mix), Passed(YearDays)))
End Function
