Attribute VB_Name = "modUdfHelp"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit
Option Private Module

Public Sub RegisterUdfHelp()
    Describe "APPOINTMENTS_BY", "Practice: Access", _
        "Appointments by name: kept, missed, cancelled, rescheduled, without a status, with no-show rate and fill.", _
        Array("Who was to be seen when: the name Access, or tables of your own put together by ACCESS.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "provider, type, weekday, lead time, location or month. Left out: provider.", _
            "Days up to AsOf in which the appointments were. Left out: 90.", _
            "One provider, as the appointments name him; leave out for all.", _
            "How many names to show, the others become one row. Left out: all.")
    Describe "APPOINTMENTS_NOT_COUNTED", "Practice: Access", _
        "What is not known of appointments, and what to do: no status, a status nobody knows, cancelled at no known hour.", _
        Array("Who was to be seen when: the name Access, or tables of your own put together by ACCESS.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days up to AsOf in which the appointments were. Left out: 90.")
    Describe "FILL_RATE", "Practice: Access", _
        "Fill of slots: booked minutes as a share of the minutes of the sessions that were not blocked.", _
        Array("Who was to be seen when: the name Access, or tables of your own put together by ACCESS.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days up to AsOf in which the appointments were. Left out: 90.", _
            "One provider, as the appointments name him; leave out for all.")
    Describe "NEW_PATIENT_RATE", "Practice: Access", _
        "New-patient share of visits: patients with no visit to the practice in the three years before.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days up to AsOf. Left out: 365.", _
            "One provider, as the appointments name him; leave out for all.")
    Describe "NO_SHOW_RATE", "Practice: Access", _
        "No-show rate: no-shows of all that were booked and not cancelled a day or more before.", _
        Array("Who was to be seen when: the name Access, or tables of your own put together by ACCESS.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days up to AsOf in which the appointments were. Left out: 90.", _
            "no-shows, with late cancels, late cancels, or cancels (late and early, of all booked). Left out: no-shows.", _
            "One provider, as the appointments name him; leave out for all.", _
            "One visit type, as the appointments name it; leave out for all.", _
            "One place, as the appointments name it; leave out for all.")
    Describe "PROVIDER_PRODUCTIVITY", "Practice: Access", _
        "Each provider's visits, work RVUs, charges and collections, new-patient share, and the same per clinical FTE.", _
        Array("Who was to be seen when: the name Access, or tables of your own put together by ACCESS.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days up to AsOf. Left out: 365.", _
            "Year of Medicare's work values. Left out: the newest loaded.")
    Describe "THIRD_NEXT_AVAILABLE", "Practice: Access", _
        "Third next available: days from AsOf to the third open slot after it, the mean over providers.", _
        Array("Who was to be seen when: the name Access, or tables of your own put together by ACCESS.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "One visit type, as the appointments name it; leave out for all.", _
            "One provider, as the appointments name him; leave out for all.", _
            "calendar days, or workdays (US holidays left out). Left out: calendar.")
    Describe "UNCHARGED_VISITS", "Practice: Access", _
        "Kept visits of the window that have no charge of their patient and day, the oldest first.", _
        Array("Who was to be seen when: the name Access, or tables of your own put together by ACCESS.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days up to AsOf in which the appointments were. Left out: 90.", _
            "How many names to show, the others become one row. Left out: all.")
    Describe "WORKLOAD", "Practice: Access", _
        "Workload: visits, or work that is open on the day, for each hour worked by the staff that are no providers.", _
        Array("Who works here: the name Staff, or tables of your own put together by STAFF.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days up to AsOf in which the appointments were. Left out: 90.", _
            "visits; or open work: claims with a balance, visits not charged, no status. Left out: visits.")
    Describe "BALANCE_SHEET", "Practice: Budget", _
        "The balance sheet at the newest month's end up to the day, and a year before, as shares of all assets.", _
        Array("The practice's own money: the name Budget, or tables of your own put together by BUDGET.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "BUDGET_ALERT", "Practice: Budget", _
        "Whether the budget is on plan, to be watched, suffers or is cleared, by how much, why, and one sentence.", _
        Array("The practice's own money: the name Budget, or tables of your own put together by BUDGET.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "First month of the fiscal year, 1 to 12, such as FiscalYearStart. Left out: 1.")
    Describe "BUDGET_BRIDGE", "Practice: Budget", _
        "The bridge from the budgeted to the actual net before physician pay, part by part, to the cent.", _
        Array("The practice's own money: the name Budget, or tables of your own put together by BUDGET.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "First month of the fiscal year, 1 to 12, such as FiscalYearStart. Left out: 1.", _
            "ytd: the closed months of the fiscal year; month: the last closed month; open: the month of AsOf as far as it is posted. Left out: ytd.", _
            "How many accounts to show by themselves, most dollars first. Left out: all.")
    Describe "BUDGET_LINES", "Practice: Budget", _
        "Budget against actual, account by account: flexed by visits or cash, variance, volume, spending, your comment.", _
        Array("The practice's own money: the name Budget, or tables of your own put together by BUDGET.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "First month of the fiscal year, 1 to 12, such as FiscalYearStart. Left out: 1.", _
            "ytd: the closed months of the fiscal year; month: the last closed month; open: the month of AsOf as far as it is posted. Left out: ytd.")
    Describe "BUDGET_VARIANCE", "Practice: Budget", _
        "Budget variance in dollars, positive where it helps: of an account, or of the net before physician pay.", _
        Array("The practice's own money: the name Budget, or tables of your own put together by BUDGET.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "First month of the fiscal year, 1 to 12, such as FiscalYearStart. Left out: 1.", _
            "ytd: the closed months of the fiscal year; month: the last closed month; open: the month of AsOf as far as it is posted. Left out: ytd.", _
            "An account, as on Accounts. Left out: the net before physician pay.")
    Describe "COST_PER_RVU", "Practice: Budget", _
        "Cost a work RVU in dollars: operating expenses divided by the work RVUs of the same months' services.", _
        Array("The practice's own money: the name Budget, or tables of your own put together by BUDGET.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many closed months it is taken over, the newest first. Left out: 12.", _
            "before physician pay, or after it. Left out: before.")
    Describe "COST_PER_VISIT", "Practice: Budget", _
        "Cost a visit in dollars: operating expenses divided by the visits of the same months.", _
        Array("The practice's own money: the name Budget, or tables of your own put together by BUDGET.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many closed months it is taken over, the newest first. Left out: 12.", _
            "before physician pay, or after it. Left out: before.")
    Describe "CURRENT_RATIO", "Practice: Budget", _
        "Current ratio: current assets divided by current liabilities at the newest balance sheet up to the day.", _
        Array("The practice's own money: the name Budget, or tables of your own put together by BUDGET.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "DAYS_CASH", "Practice: Budget", _
        "Days cash on hand: how long the cash of the last closed month's end would pay what the practice spends.", _
        Array("The practice's own money: the name Budget, or tables of your own put together by BUDGET.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many closed months it is taken over, the newest first. Left out: 12.")
    Describe "INCOME_STATEMENT", "Practice: Budget", _
        "The income statement: last closed month, year to date and a year before, each line as a share of income.", _
        Array("The practice's own money: the name Budget, or tables of your own put together by BUDGET.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "First month of the fiscal year, 1 to 12, such as FiscalYearStart. Left out: 1.")
    Describe "OPERATING_MARGIN", "Practice: Budget", _
        "Operating margin: what is left of income after operating expenses, as a share of it.", _
        Array("The practice's own money: the name Budget, or tables of your own put together by BUDGET.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many closed months it is taken over, the newest first. Left out: 12.", _
            "before physician pay, or after it. Left out: before.")
    Describe "OVERHEAD_RATE", "Practice: Budget", _
        "Overhead rate: operating expenses without what physicians are paid, as a share of income.", _
        Array("The practice's own money: the name Budget, or tables of your own put together by BUDGET.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many closed months it is taken over, the newest first. Left out: 12.")
    Describe "PAYROLL_VARIANCE", "Practice: Budget", _
        "What of the spending on staff is more or fewer hours, and what a dearer or cheaper hour; positive helps.", _
        Array("The practice's own money: the name Budget, or tables of your own put together by BUDGET.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "First month of the fiscal year, 1 to 12, such as FiscalYearStart. Left out: 1.", _
            "ytd: the closed months of the fiscal year; month: the last closed month; open: the month of AsOf as far as it is posted. Left out: ytd.")
    Describe "RUN_RATE", "Practice: Budget", _
        "Run rate of the year in dollars: the closed months × 12 ÷ their number, without any season.", _
        Array("The practice's own money: the name Budget, or tables of your own put together by BUDGET.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "First month of the fiscal year, 1 to 12, such as FiscalYearStart. Left out: 1.", _
            "An account, as on Accounts. Left out: the net before physician pay.")
    Describe "STATEMENT_CHECKS", "Practice: Budget", _
        "Whether the statements tie: assets against liabilities and equity, net income against the change in equity.", _
        Array("The practice's own money: the name Budget, or tables of your own put together by BUDGET.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "First month of the fiscal year, 1 to 12, such as FiscalYearStart. Left out: 1.")
    Describe "YEAR_FORECAST", "Practice: Budget", _
        "Forecast of the year in dollars: the closed months, the rest of the budget as the closed months met theirs.", _
        Array("The practice's own money: the name Budget, or tables of your own put together by BUDGET.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "First month of the fiscal year, 1 to 12, such as FiscalYearStart. Left out: 1.", _
            "An account, as on Accounts. Left out: the net before physician pay.")
    Describe "CHARGE_LAG", "Practice: Charges", _
        "Charge lag: days from the service to the day its charge was entered.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Charges count that were entered in so many days up to AsOf. Left out: 90.", _
            "mean, median or p90 (nine of ten charges are entered within it). Left out: mean.", _
            "One provider, as spelled in the charges; leave out for all.")
    Describe "CHARGES_IN", "Practice: Collections", _
        "Charges entered from one day to another, in dollars.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "First day.", _
            "Last day.", _
            "One payer, as spelled in the charges; leave out for all. Claims count for the payer first billed.")
    Describe "COLLECTED", "Practice: Collections", _
        "Payments less refunds posted from one day to another, in dollars.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "First day.", _
            "Last day.", _
            "Only money from this payer; Patient for patient money. Leave out for all.")
    Describe "COLLECTION_RATE", "Practice: Collections", _
        "Collection rate: payments less refunds, divided by charges less contractual adjustments (or by charges).", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days up to AsOf. Left out: 365.", _
            "net (of what contracts allow) or gross (of charges). Left out: net.", _
            "matched: the services of the window, with all that was posted to them by AsOf; cash: everything posted in the window, whatever it was for. Left out: matched.", _
            "One payer, as spelled in the charges; leave out for all. Claims count for the payer first billed.", _
            "Days the last services had to be paid: the window ends so many days before AsOf. Left out: 0.")
    Describe "DENIAL_RATE", "Practice: Collections", _
        "Denial rate: the share of claims that payers answered with a denial.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Claims count that payers answered in so many days up to AsOf. Left out: 90.", _
            "claims (denied claims of all) or dollars (denied charges of all). Left out: claims.", _
            "One payer, as spelled in the remittances; leave out for all.", _
            "initial (the first answer to a claim, HFMA) or final (the answer that stands). Left out: initial.")
    Describe "CONTROL_CHECKS", "Practice: Controls", _
        "The tests of internal controls: what is to be looked at, with its dollars, its rows and what to do.", _
        Array("What controls are tested on: the name Controls, or tables of your own put together by CONTROLS.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "C1 to C6: one test alone. Left out: all.")
    Describe "UNDEPOSITED", "Practice: Controls", _
        "Dollars that payers remitted or patients paid and that no bank line shows, more than seven days later.", _
        Array("What controls are tested on: the name Controls, or tables of your own put together by CONTROLS.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "remittance, patient receipts, or all. Left out: all.")
    Describe "CLEAN_CLAIM_RATE", "Practice: Denials", _
        "Clean-claim rate, a proxy: share of the claims whose first answer shows no fault of the practice's own.", _
        Array("What is known of denials: the name Denials, or tables of your own put together by DENIALS.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days up to AsOf in which claims were first answered. Left out: 90.", _
            "One payer, as it answers; leave out for all.")
    Describe "DENIALS_BY", "Practice: Denials", _
        "Lines denied at first: claims, charges, what the contract would pay, what is still denied and what was recovered.", _
        Array("What is known of denials: the name Denials, or tables of your own put together by DENIALS.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "group (of causes), reason, payer, code, provider, location, level (of appeal) or month. Left out: group.", _
            "Days up to AsOf in which the first denial came. Left out: 365.", _
            "One payer, as it answers; leave out for all.", _
            "How many names to show, most at stake first; the others become one row. Left out: all.")
    Describe "FIRST_PASS_RATE", "Practice: Denials", _
        "First-pass resolution: share of the claims of which no line was denied in its first answer.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days up to AsOf in which claims were first answered. Left out: 90.", _
            "One payer, as it answers; leave out for all.")
    Describe "OVERTURN_RATE", "Practice: Denials", _
        "Share of the denials that payers took back, of those that are closed: answered again, given up, or 90 days old.", _
        Array("What is known of denials: the name Denials, or tables of your own put together by DENIALS.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days up to AsOf in which the first denial came. Left out: 365.", _
            "claims, or dollars at stake. Left out: claims.", _
            "One payer, as it answers; leave out for all.", _
            "One group of causes, as on Denial groups; leave out for all.")
    Describe "BREAK_EVEN_PROCEDURES", "Practice: Equipment", _
        "Procedures a month that a candidate needs to cover its payment, maintenance and labor.", _
        Array("Equipment and all it is judged by: the name Equipment, or tables of your own put together by EQUIPMENT.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "The candidate, as called on the sheet Equipment candidates.", _
            "Days of services that count. Left out: 365.", _
            "Days before AsOf that services end, so that they had time to be paid, such as 90. Left out: 0.")
    Describe "EQUIPMENT_BUDGET", "Practice: Equipment", _
        "What the budget leaves for equipment now: cash above its floor, or less where debt service bears less.", _
        Array("Equipment and all it is judged by: the name Equipment, or tables of your own put together by EQUIPMENT.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Interest a year of a loan for equipment, as 8%. Left out: 0.08.", _
            "Months over which such a loan is paid back. Left out: 60.")
    Describe "EQUIPMENT_DSCR", "Practice: Equipment", _
        "Debt service coverage: how many times twelve months' earnings cover what loans take, with a candidate bought.", _
        Array("Equipment and all it is judged by: the name Equipment, or tables of your own put together by EQUIPMENT.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "The candidate that is bought by its loan; left out: debt service as it stands.", _
            "Days of services that count. Left out: 365.", _
            "Days before AsOf that services end, so that they had time to be paid, such as 90. Left out: 0.")
    Describe "EQUIPMENT_FLOWS", "Practice: Equipment", _
        "A candidate's cash year by year, from the purchase on; what it is worth so far ends at the net present value.", _
        Array("Equipment and all it is judged by: the name Equipment, or tables of your own put together by EQUIPMENT.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "The candidate, as called on the sheet Equipment candidates.", _
            "Days of services that count. Left out: 365.", _
            "Days before AsOf that services end, so that they had time to be paid, such as 90. Left out: 0.")
    Describe "EQUIPMENT_IRR", "Practice: Equipment", _
        "Internal rate of return of a candidate, after tax.", _
        Array("Equipment and all it is judged by: the name Equipment, or tables of your own put together by EQUIPMENT.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "The candidate, as called on the sheet Equipment candidates.", _
            "Days of services that count. Left out: 365.", _
            "Days before AsOf that services end, so that they had time to be paid, such as 90. Left out: 0.")
    Describe "EQUIPMENT_NPV", "Practice: Equipment", _
        "Net present value of a candidate: dollars it is worth today beyond its price, after tax.", _
        Array("Equipment and all it is judged by: the name Equipment, or tables of your own put together by EQUIPMENT.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "The candidate, as called on the sheet Equipment candidates.", _
            "Change of the volume, as -10%. Left out: none.", _
            "Change of what a procedure is allowed, as -10%. Left out: none.", _
            "Days of services that count. Left out: 365.", _
            "Days before AsOf that services end, so that they had time to be paid, such as 90. Left out: 0.")
    Describe "EQUIPMENT_PAYBACK", "Practice: Equipment", _
        "Years until a candidate's cash after tax has paid back its price; #N/A where it never does.", _
        Array("Equipment and all it is judged by: the name Equipment, or tables of your own put together by EQUIPMENT.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "The candidate, as called on the sheet Equipment candidates.", _
            "simple, or discounted: each year's cash by what it is worth today. Left out: simple.", _
            "Days of services that count. Left out: 365.", _
            "Days before AsOf that services end, so that they had time to be paid, such as 90. Left out: 0.")
    Describe "EQUIPMENT_RANKED", "Practice: Equipment", _
        "Every candidate, the most worth for its price first: value, return, break-even, how sure, what fits, a verdict.", _
        Array("Equipment and all it is judged by: the name Equipment, or tables of your own put together by EQUIPMENT.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Interest a year of a loan for equipment, as 8%. Left out: 0.08.", _
            "Months over which such a loan is paid back. Left out: 60.", _
            "Days of services that count. Left out: 365.", _
            "Days before AsOf that services end, so that they had time to be paid, such as 90. Left out: 0.")
    Describe "EQUIPMENT_RATES", "Practice: Equipment", _
        "Every rate of return of a candidate, after tax, and what it says: one, or several that cannot decide.", _
        Array("Equipment and all it is judged by: the name Equipment, or tables of your own put together by EQUIPMENT.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "The candidate, as called on the sheet Equipment candidates.", _
            "Days of services that count. Left out: 365.", _
            "Days before AsOf that services end, so that they had time to be paid, such as 90. Left out: 0.")
    Describe "LEASE_OR_BUY", "Practice: Equipment", _
        "Net advantage of leasing, in dollars today after tax: above zero lease, below zero buy.", _
        Array("Equipment and all it is judged by: the name Equipment, or tables of your own put together by EQUIPMENT.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "The candidate, as called on the sheet Equipment candidates.")
    Describe "EXPLAIN", "Practice: Explain", _
        "Shows what a figure was made of: its parts, what was left out and why, the formula and where it is from.", _
        Array("The name of the function, such as ""AR_DAYS"".", _
            "The arguments of that function, in the same order.")
    Describe "WHY", "Practice: Explain", _
        "Says in words why a cell shows an error; empty when it shows none.", _
        Array("The cell that shows an error.")
    Describe "BREAK_EVEN_RATE", "Practice: Fee schedules", _
        "Break-even payment in dollars: all costs, physicians' pay included, divided by the frequency of all codes.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days of services that count. Left out: 365.")
    Describe "CHARGE_BELOW_ALLOWED", "Practice: Fee schedules", _
        "Charges below what a payer would allow: the practice's own leak, with the list price that mends it.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days of services that count. Left out: 365.")
    Describe "COMPLIANCE_RATE", "Practice: Fee schedules", _
        "Share of the lines that could be compared which were allowed as contracted, within each contract's tolerance.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "One payer, as on the payer list; empty for all.", _
            "First day of payment that counts; empty for the beginning.", _
            "Last day of payment that counts; empty for today's end.")
    Describe "CONTRACT_CALENDAR", "Practice: Fee schedules", _
        "Contract calendar: when notice is due, contracts end or renew, and agreed increases begin; soonest first.", _
        Array("All that prices: the name Pricing or Practice, or tables of your own put together by PRICING.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many months to look ahead. Left out: 18.")
    Describe "FEE_EXPECTED", "Practice: Fee schedules", _
        "What a service should be allowed under its contract, to the cent.", _
        Array("All that prices: the name Pricing or Practice, or tables of your own put together by PRICING.", _
            "Payer, or a column of payers. Beside it, in a second and third column, the plan and the provider's NPI, where a contract or a rate depends on them.", _
            "Procedure code, or a column of codes.", _
            "Modifiers, parted by a blank.", _
            "Units; minutes for anesthesia. Empty is 1.", _
            "Date of service: it picks the contract.", _
            "Place of service, such as 11. Empty is the office.", _
            "Billed charge in dollars, for contracts that pay the lesser of both. May be empty.")
    Describe "FEE_REVIEW", "Practice: Fee schedules", _
        "Fee-schedule review: each payer's percent of Medicare by two years and two code mixes, and its rate year.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Medicare's year; 0 is the newest loaded. Left out: 0.", _
            "Days of services that count. Left out: 365.", _
            "Medicare locality such as 10112-00; leave out for the national amounts.")
    Describe "FEE_VARIANCE", "Practice: Fee schedules", _
        "What was allowed against what the contracts say, by payer or code, with a total.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "payer or code. Left out: payer.", _
            "First day of payment that counts; empty for the beginning.", _
            "Last day of payment that counts; empty for today's end.")
    Describe "INFERRED_RATE", "Practice: Fee schedules", _
        "What a payer usually allows for one unit of a code, from its remittances: the commonest amount of late.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "Payer, or a column of payers.", _
            "Procedure code, or a column of codes.")
    Describe "INTEREST_OWED", "Practice: Fee schedules", _
        "Dollars of interest that payers still owe on claims they paid later than agreed.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "One payer, as on the payer list; empty for all.", _
            "First day of payment that counts; empty for the beginning.", _
            "Last day of payment that counts; empty for today's end.")
    Describe "MPFS_RATE", "Practice: Fee schedules", _
        "What Medicare allows for one unit of a code, to the cent.", _
        Array("All that prices: the name Pricing or Practice, or tables of your own put together by PRICING.", _
            "Procedure code, or a column of codes.", _
            "26, TC or 53; empty for the whole service.", _
            "Medicare contractor and locality, such as ""10112-00""; empty is the national amount.", _
            "NF non-facility, F facility; empty is NF.", _
            "Date of service; picks the release and the conversion factor.")
    Describe "NEGOTIATION", "Practice: Fee schedules", _
        "Negotiation sheet of one payer: its top codes, its rates, Medicare's, the best other payer's, what to ask.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "The payer, as spelled in the charges.", _
            "Percent of Medicare to ask for, as 120% or 1.2. Left out: 1.2.", _
            "How many codes, most charges first. Left out: 20.", _
            "Medicare's year; 0 is the newest loaded. Left out: 0.", _
            "Days of services that count. Left out: 365.", _
            "Medicare locality such as 10112-00; leave out for the national amounts.")
    Describe "PERCENT_OF_MEDICARE", "Practice: Fee schedules", _
        "A payer's rates as percent of Medicare, weighted by how often each code is done.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "The payer, as spelled in the charges.", _
            "Medicare's year; 0 is the newest loaded. Left out: 0.", _
            "practice (all payers' services weigh the codes) or own (only this payer's). Left out: practice.", _
            "Days of services that count. Left out: 365.", _
            "Medicare locality such as 10112-00; leave out for the national amounts.")
    Describe "RATE_GRID", "Practice: Fee schedules", _
        "The codes that move the money, with each payer's rate as percent of Medicare.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many codes, most charges first. Left out: 20.", _
            "How many payers, most charges first. Left out: 8.", _
            "Medicare's year; 0 is the newest loaded. Left out: 0.", _
            "Days of services that count. Left out: 365.", _
            "Medicare locality such as 10112-00; leave out for the national amounts.")
    Describe "UNDERPAID", "Practice: Fee schedules", _
        "Dollars that payers allowed less than their contracts say, of lines paid in the time.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "One payer, as on the payer list; empty for all.", _
            "First day of payment that counts; empty for the beginning.", _
            "Last day of payment that counts; empty for today's end.")
    Describe "UNDERPAID_CLAIMS", "Practice: Fee schedules", _
        "How many claims allowed below their contract have come so far with their appeal, by the sheet Appeals.", _
        Array("What is known of denials: the name Denials, or tables of your own put together by DENIALS.", _
            "The day that counts, such as AsOf: no later answer and no later step does.", _
            "detected (not appealed yet), sent, reviewed, rejected, invalid or recovered. Left out: detected.")
    Describe "VOUCHER_CHECK", "Practice: Fee schedules", _
        "The remitted lines that are not as contracted, the largest underpayment first, each with its reason in words.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "findings, units (more than Medicare's limit), all, or one class such as denied. Left out: findings.", _
            "One payer, as on the payer list; empty for all.", _
            "First day of payment that counts; empty for the beginning.", _
            "Last day of payment that counts; empty for today's end.", _
            "How many lines to show, the largest underpayment first. Left out: all.")
    Describe "WEIGHTED_RATE", "Practice: Fee schedules", _
        "Weighted average payment of a payer's schedule in dollars: its rates, weighted by how often each code is done.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "The payer, as spelled in the charges.", _
            "How many codes count, most charges first. Left out: 25.", _
            "practice (all payers' services weigh the codes) or own (only this payer's). Left out: practice.", _
            "Days of services that count. Left out: 365.")
    Describe "BANK_AHEAD", "Practice: Forecast", _
        "The bank in the next three months: expected receipts, spending, the balance and its floor.", _
        Array("The practice's own money: the name Budget, or tables of your own put together by BUDGET.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "CASH_FORECAST", "Practice: Forecast", _
        "Cash of payers and patients expected in the next three months, with an 80% interval.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "FORECAST_ERROR", "Practice: Forecast", _
        "How far past forecasts of three months were off, from every past month-end with what was known then.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "WAPE, bias, coverage (of the interval) or plain (WAPE of the mean of three months). Left out: WAPE.")
    Describe "NET_REALIZABLE", "Practice: Forecast", _
        "Net realizable value of A/R: dollars of it that will come in, never more than is owed.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "One payer, as spelled in the charges; leave out for all. Claims count for the payer first billed.", _
            "development (how payments went on) or hindsight (what was collected of such balances). Left out: development.")
    Describe "NET_REALIZABLE_BY_PAYER", "Practice: Forecast", _
        "What each payer's A/R is worth by two methods, marked where they part by more than the threshold.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "PAYMENT_PATTERN", "Practice: Forecast", _
        "How fast each kind of payer pays: share that has come in by each month after the service.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "PLANNED_CASH", "Practice: Forecast", _
        "The cash forecast whose services to come are the visits that the budget plans, not those of late.", _
        Array("The practice's own money: the name Budget, or tables of your own put together by BUDGET.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "ACQUISITION_COST", "Practice: Marketing", _
        "What a new patient cost in dollars: spend of campaigns ÷ new patients that they brought.", _
        Array("Campaigns and registrations: the name Marketing, or tables of your own put together by MARKETING.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "A campaign, as on Campaigns. Left out: all.", _
            "How many days that end on the day: first visits within them count. Left out: 365.")
    Describe "CAMPAIGN_RETURNS", "Practice: Marketing", _
        "Every campaign that has begun: spend, new patients, cost of one, margin and return at 90, 180 and 365 days.", _
        Array("Campaigns and registrations: the name Marketing, or tables of your own put together by MARKETING.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "CAMPAIGN_ROI", "Practice: Marketing", _
        "Return of a campaign on margin, as a share of its spend: 1.067 is 106.7%; -1 where it brought nobody.", _
        Array("Campaigns and registrations: the name Marketing, or tables of your own put together by MARKETING.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "A campaign, as on Campaigns. Left out: all.", _
            "90, 180 or 365 days after each patient's first visit. Left out: 180.")
    Describe "DEMOGRAPHICS", "Practice: Marketing", _
        "Patients by age band, sex, ZIP3 or payer; groups of fewer than 11, and what would give them away, are *.", _
        Array("Campaigns and registrations: the name Marketing, or tables of your own put together by MARKETING.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "age, wide age, sex, zip3 or payer. Left out: age.", _
            "A second one, across: a table of counts. Left out: a list with shares.", _
            "Only patients who came first in so many days. Left out: all.")
    Describe "MARKETING_NEED", "Practice: Marketing", _
        "Whether marketing is what the budget needs: the alert, who is missing, what they would cost, what is planned.", _
        Array("Campaigns and registrations: the name Marketing, or tables of your own put together by MARKETING.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "First month of the fiscal year, 1 to 12, such as FiscalYearStart. Left out: 1.")
    Describe "MARKETING_PLAN", "Practice: Marketing", _
        "The marketing plan: what, for whom, when, spend, expected visits, owner, what came and the result.", _
        Array("Campaigns and registrations: the name Marketing, or tables of your own put together by MARKETING.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "NEW_PATIENTS", "Practice: Marketing", _
        "How many patients came for the first time in the days up to the day, by Registrations.", _
        Array("Campaigns and registrations: the name Marketing, or tables of your own put together by MARKETING.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many days that end on the day: first visits within them count. Left out: 365.")
    Describe "NEW_PATIENTS_BY", "Practice: Marketing", _
        "New patients by where they came from, with visits, what was collected and the margin they left so far.", _
        Array("Campaigns and registrations: the name Marketing, or tables of your own put together by MARKETING.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "source, campaign, referrer or month. Left out: source.", _
            "How many days that end on the day: first visits within them count. Left out: 365.", _
            "How many rows to show, most margin first; the others become one row. Left out: all.")
    Describe "NO_SOURCE_RATE", "Practice: Marketing", _
        "Share of the new patients whose referral source is empty. Above 20% what campaigns cost is not reliable.", _
        Array("Campaigns and registrations: the name Marketing, or tables of your own put together by MARKETING.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many days that end on the day: first visits within them count. Left out: 365.")
    Describe "PATIENT_BALANCES", "Practice: Patients", _
        "Accounts that patients owe, the largest first: statements sent, plan, agency, and what comes next.", _
        Array("What patients were asked for and agreed to: the name Patients, or tables of your own by PATIENTS.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many rows to show. Left out: all.")
    Describe "PAYMENT_PLANS", "Practice: Patients", _
        "Payment plans that run: what is due by now, paid and missed, and the next instalment; missed ones first.", _
        Array("What patients were asked for and agreed to: the name Patients, or tables of your own by PATIENTS.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many rows to show. Left out: all.")
    Describe "PLACEMENTS_BY", "Practice: Patients", _
        "What collections agencies got and brought: placed, recovered, their fee, and what was left to the practice.", _
        Array("What patients were asked for and agreed to: the name Patients, or tables of your own by PATIENTS.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "AP_AGING", "Practice: Payables", _
        "Accounts payable by vendor and days past due: current, 1-30, 31-60, 61-90, 91 and over, credits apart.", _
        Array("What the practice owes and has paid: the name Payables, or tables of your own put together by PAYABLES.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many vendors to show, most money first; the others become one row. Left out: all.")
    Describe "AP_DISCOUNTS", "Practice: Payables", _
        "Discounts that lapse before the next payments, with what taking each is worth a year.", _
        Array("What the practice owes and has paid: the name Payables, or tables of your own put together by PAYABLES.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days until the next payments: what is due before then is paid now. Left out: 7.", _
            "What borrowing costs a year, such as 0.085: a discount worth less is left. Left out: 0.")
    Describe "AP_DUPLICATES", "Practice: Payables", _
        "Pairs of bills that may be one bill entered twice, with the test that found them, how sure it is and why.", _
        Array("What the practice owes and has paid: the name Payables, or tables of your own put together by PAYABLES.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many pairs to show, the surest first. Left out: all.")
    Describe "AP_PAST_DUE", "Practice: Payables", _
        "What is past due of the bills, in dollars; credits do not count. A bill due on the day itself is not past due.", _
        Array("What the practice owes and has paid: the name Payables, or tables of your own put together by PAYABLES.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "AP_TIE", "Practice: Payables", _
        "Open bills less the ledger's accounts payable, in dollars: 0 where they tie, else by how much they do not.", _
        Array("What the practice owes and has paid: the name Payables, or tables of your own put together by PAYABLES.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "The ledger's account, where its name does not say that it is accounts payable. Left out: by name.")
    Describe "AP_TOTAL", "Practice: Payables", _
        "Accounts payable: all that is open of bills dated by the day, credits taken off, in dollars.", _
        Array("What the practice owes and has paid: the name Payables, or tables of your own put together by PAYABLES.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "DPO", "Practice: Payables", _
        "Days payable outstanding: how many days of purchases, payroll apart, are still unpaid.", _
        Array("What the practice owes and has paid: the name Payables, or tables of your own put together by PAYABLES.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "FILINGS_DUE", "Practice: Payables", _
        "Filings that are late or due soon, first due first: payroll deposits, returns, 1099, W-2, plan, licences.", _
        Array("What the practice owes and has paid: the name Payables, or tables of your own put together by PAYABLES.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many days ahead to look. Left out: 60.")
    Describe "FORM_1099", "Practice: Payables", _
        "Payments of the day's calendar year to vendors of form 1099, card payments apart, and what to do about each.", _
        Array("What the practice owes and has paid: the name Payables, or tables of your own put together by PAYABLES.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "PAY_THIS_WEEK", "Practice: Payables", _
        "What to pay on the day, in order, with the cash left after each bill; it stops at the cash floor.", _
        Array("What the practice owes and has paid: the name Payables, or tables of your own put together by PAYABLES.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Dollars that can be spent today. Left out: what the sheet Cash says of the last month-end.", _
            "Days until the next payments: what is due before then is paid now. Left out: 7.", _
            "What borrowing costs a year, such as 0.085: a discount worth less is left. Left out: 0.")
    Describe "PAYER_MIX", "Practice: Payers", _
        "Payer mix: each payer's share of charges, payments and visits, over the same services.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Services count of so many days up to AsOf. Left out: 365.", _
            "How many payers to show, most charges first; the others become one row. Left out: all.", _
            "Days the last services had to be paid: the window ends so many days before AsOf. Left out: 0.")
    Describe "ACTIONS_DUE", "Practice: Plan", _
        "Actions that are overdue or due soon, first due first, with their owners.", _
        Array("What the practice plans: the name Planning, or tables of your own put together by PLANNING.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many days ahead to look. Left out: 60.")
    Describe "CHANGES", "Practice: Plan", _
        "What changed since last month, most dollars first: what each change is worth, and whose part of it moved most.", _
        Array("The tables of every duty: the name Office, or tables of your own put together by OFFICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days that days in A/R, denials and days to pay look back on. Left out: 90.", _
            "Days of services that the net collection rate looks back on. Left out: 365.", _
            "Days the last services had to be paid. Left out: 90.", _
            "net: credit balances lower the A/R; exclude: only what is owed counts. Left out: net.", _
            "First month of the fiscal year, 1 to 12, such as FiscalYearStart. Left out: 1.")
    Describe "DECISIONS", "Practice: Plan", _
        "What needs a decision: contracts about to renew or end, choices that are scored, and what other duties wait for.", _
        Array("The tables of every duty: the name Office, or tables of your own put together by OFFICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days that days in A/R, denials and days to pay look back on. Left out: 90.", _
            "Days of services that the net collection rate looks back on. Left out: 365.", _
            "Days the last services had to be paid. Left out: 90.", _
            "net: credit balances lower the A/R; exclude: only what is owed counts. Left out: net.", _
            "First month of the fiscal year, 1 to 12, such as FiscalYearStart. Left out: 1.", _
            "Days until the next payments: what is due before then is paid now. Left out: 7.")
    Describe "EVALUATION", "Practice: Plan", _
        "Options for software, hardware or services by their weighted score, 0 to 10, with rank and decision.", _
        Array("What the practice plans: the name Planning, or tables of your own put together by PLANNING.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "FIGURES", "Practice: Plan", _
        "The practice's figures: each now, how it stands and moved, its benchmark, and its last thirteen months.", _
        Array("The tables of every duty: the name Office, or tables of your own put together by OFFICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days that days in A/R, denials and days to pay look back on. Left out: 90.", _
            "Days of services that the net collection rate looks back on. Left out: 365.", _
            "Days the last services had to be paid. Left out: 90.", _
            "net: credit balances lower the A/R; exclude: only what is owed counts. Left out: net.", _
            "First month of the fiscal year, 1 to 12, such as FiscalYearStart. Left out: 1.")
    Describe "GOAL_STATUS", "Practice: Plan", _
        "Goals against the straight line from where they began to their target: on track, at risk, off track.", _
        Array("The tables of every duty: the name Office, or tables of your own put together by OFFICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days that days in A/R, denials and days to pay look back on. Left out: 90.", _
            "Days of services that the net collection rate looks back on. Left out: 365.", _
            "Days the last services had to be paid. Left out: 90.", _
            "net: credit balances lower the A/R; exclude: only what is owed counts. Left out: net.", _
            "First month of the fiscal year, 1 to 12, such as FiscalYearStart. Left out: 1.")
    Describe "REVIEWS_DUE", "Practice: Plan", _
        "Policies and services to review, contracts and insurance about to end, and days by which to give notice.", _
        Array("What the practice plans: the name Planning, or tables of your own put together by PLANNING.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many days ahead to look. Left out: 60.")
    Describe "PAYER_MARGIN", "Practice: Profitability", _
        "Payer margin in dollars: what a payer leaves after variable cost, or after all cost.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "One payer, as spelled in the charges; leave out for all. Claims count for the payer first billed.", _
            "contribution (before fixed cost) or full (after the payer's share of it). Left out: contribution.", _
            "Days of services that count. Left out: 365.", _
            "Days before AsOf that services end, so that they had time to be paid, such as 90. Left out: 0.", _
            "Four settings: what costs are shared out by (work RVUs, visits or charges), cost of a denied claim, cost of money a year, Medicare's year. Left out: by work RVUs, no cost of either, the newest year.")
    Describe "PAYER_REVIEW", "Practice: Profitability", _
        "Payer review: one row a payer with shares, yield, speed, denials, margins, score and a recommendation in words.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days of services that count. Left out: 365.", _
            "Days before AsOf that services end, so that they had time to be paid, such as 90. Left out: 0.", _
            "Four settings: what costs are shared out by (work RVUs, visits or charges), cost of a denied claim, cost of money a year, Medicare's year. Left out: by work RVUs, no cost of either, the newest year.", _
            "Five weights: coverage of cost, yield, days to pay, denials, underpaid; such as ScoreWeights. Left out: 40, 20, 15, 15, 10.", _
            "How many payers to show, most charges first; the others become one row. Left out: all.")
    Describe "PAYER_SCORE", "Practice: Profitability", _
        "Payer score from 0 to 100; 50 is the practice as a whole, more is better.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "The payer, as spelled in the charges.", _
            "Days of services that count. Left out: 365.", _
            "Days before AsOf that services end, so that they had time to be paid, such as 90. Left out: 0.", _
            "Four settings: what costs are shared out by (work RVUs, visits or charges), cost of a denied claim, cost of money a year, Medicare's year. Left out: by work RVUs, no cost of either, the newest year.", _
            "Five weights: coverage of cost, yield, days to pay, denials, underpaid; such as ScoreWeights. Left out: 40, 20, 15, 15, 10.")
    Describe "PAYER_YIELD", "Practice: Profitability", _
        "Collection yield: payments less refunds divided by charges, over the same services.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "One payer, as spelled in the charges; leave out for all. Claims count for the payer first billed.", _
            "Days of services that count. Left out: 365.", _
            "Days before AsOf that services end, so that they had time to be paid, such as 90. Left out: 0.")
    Describe "WORK_RVUS", "Practice: Profitability", _
        "Work RVUs of the services, by Medicare's file or, for codes it does not value, by the charge master.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "One payer, as spelled in the charges; leave out for all. Claims count for the payer first billed.", _
            "Days of services that count. Left out: 365.", _
            "Days before AsOf that services end, so that they had time to be paid, such as 90. Left out: 0.", _
            "Year of Medicare's file that values the work; 0 is the newest. Left out: 0.")
    Describe "AR_AGING", "Practice: Receivables", _
        "A/R by payer and age: 0-30, 31-60, 61-90, 91-120 and over 120 days, with credits in a column of their own.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many payers to show, largest A/R first; the others become one row. Left out: all.", _
            "Where a claim's age starts: post (day the charge was entered), dos (date of service) or submit (day the claim was sent). Left out: post.")
    Describe "AR_BRIDGE", "Practice: Receivables", _
        "From the A/R at a month's end to the A/R now: charges, voids, payments, adjustments, refunds, recoupments.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Months from the opening to AsOf, the one of AsOf being the last: 1 begins at the end of the month before. Left out: 1.", _
            "One payer, as spelled in the charges; leave out for all. Claims count for the payer first billed.")
    Describe "AR_BRIDGE_BY", "Practice: Receivables", _
        "The bridge from the A/R at a month's end to the A/R now, one row a payer and one column a line.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Months from the opening to AsOf, the one of AsOf being the last: 1 begins at the end of the month before. Left out: 1.", _
            "How many payers to show, largest A/R first; the others become one row. Left out: all.")
    Describe "AR_BY", "Practice: Receivables", _
        "A/R by age under each payer, provider, location or responsible party, insurance and patient apart.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "payer, provider, location, or responsible (who owes it now). Left out: payer.", _
            "all, or what insurance or what the patient owes. Left out: all.", _
            "How many names to show, most owed first; the others become one row. Left out: all.", _
            "Where a claim's age starts: post (day the charge was entered), dos (date of service) or submit (day the claim was sent). Left out: post.")
    Describe "AR_DAYS", "Practice: Receivables", _
        "Days in A/R: how many average days of charges are still unpaid.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days of charges the average is taken over, up to AsOf: 30, 90, 182, 365 … Left out: 90.", _
            "gross (MGMA, on gross charges), adjusted (MGMA, on charges less contractual adjustments), net (HFMA) or AAFP. Left out: gross.", _
            "net: credit balances and unapplied cash lower the A/R; exclude: only claims that are owed count. Left out: as the definition has it (net; AAFP: exclude).", _
            "One payer, as spelled in the charges; leave out for all. Claims count for the payer first billed.")
    Describe "AR_DAYS_CHANGE", "Practice: Receivables", _
        "Why days in A/R (gross) changed: by what is owed, by the charges a day, and how much of it was written off.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Months from the opening to AsOf, the one of AsOf being the last: 1 begins at the end of the month before. Left out: 1.", _
            "Days of charges that days in A/R is averaged over. Left out: 90.", _
            "One payer, as spelled in the charges; leave out for all. Claims count for the payer first billed.")
    Describe "AR_OVER", "Practice: Receivables", _
        "Share of the A/R that is older than so many days. Credit balances count on neither side.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Age in days that the A/R is older than: 30, 60, 90 or 120. Left out: 90.", _
            "Where a claim's age starts: post (day the charge was entered), dos (date of service) or submit (day the claim was sent). Left out: post.", _
            "One payer, as spelled in the charges; leave out for all. Claims count for the payer first billed.")
    Describe "AR_TOTAL", "Practice: Receivables", _
        "A/R: everything charged up to the day and not yet paid or written off, in dollars.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "net: credit balances and unapplied cash lower the A/R; exclude: only claims that are owed count. Left out: as the definition has it (net; AAFP: exclude).", _
            "One payer, as spelled in the charges; leave out for all. Claims count for the payer first billed.")
    Describe "CREDIT_BALANCES", "Practice: Receivables", _
        "Claims in credit and unapplied cash: whose it is, since when, and until when it has to be paid back.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "One payer, as spelled in the charges; leave out for all. Claims count for the payer first billed.", _
            "How many to show, the first to be paid back first. Left out: all.")
    Describe "DAYS_TO_PAY", "Practice: Receivables", _
        "Days from sending a claim to its payment, over the claims paid in the window.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Claims count that were paid in so many days up to AsOf. Left out: 90.", _
            "mean, median or p90 (nine of ten claims are paid within it). Left out: mean.", _
            "One payer, as spelled in the charges; leave out for all. Claims count for the payer first billed.")
    Describe "FILING_LOST", "Practice: Receivables", _
        "Charges lost to timely filing: refused for reason 29 in the answer that stands, or never filed by the last day.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days up to AsOf in which the lines were lost. Left out: 365.", _
            "One payer, as spelled in the charges; leave out for all. Claims count for the payer first billed.")
    Describe "MONTHLY", "Practice: Receivables", _
        "Month by month: charges, payments, contractual adjustments, A/R at the month's end and days in A/R.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many months, the one of AsOf being the last. Left out: 13.", _
            "Days of charges that days in A/R is averaged over. Left out: 90.")
    Describe "TIMELY_FILING", "Practice: Receivables", _
        "Claims that nothing says were filed, with the days left to file them; the first to run out first.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "One payer, as spelled in the charges; leave out for all. Claims count for the payer first billed.", _
            "How many claims to show, the first to run out first. Left out: all.")
    Describe "COMMENT_THEMES", "Practice: Satisfaction", _
        "What comments speak of, by count alone; the words of each theme stand on Comment themes.", _
        Array("Surveys, complaints and focus groups: the name Satisfaction, or tables of your own put together by SATISFACTION.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many days that end on the day. Left out: 365.")
    Describe "COMPLAINTS_LATE", "Practice: Satisfaction", _
        "How many complaints have been open for longer than they may be: 30 days, a row of Thresholds.", _
        Array("Surveys, complaints and focus groups: the name Satisfaction, or tables of your own put together by SATISFACTION.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "COMPLAINTS_OPEN", "Practice: Satisfaction", _
        "How many complaints are open on the day; EXPLAIN shows how many are late and how old the oldest is.", _
        Array("Surveys, complaints and focus groups: the name Satisfaction, or tables of your own put together by SATISFACTION.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "COMPLAINT_KINDS", "Practice: Satisfaction", _
        "Complaints of the days by kind: made, open, answered, median of days to the answer, repeats; and the total.", _
        Array("Surveys, complaints and focus groups: the name Satisfaction, or tables of your own put together by SATISFACTION.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many days that end on the day. Left out: 365.")
    Describe "COMPLAINT_LIST", "Practice: Satisfaction", _
        "The open complaints, oldest first, with days open, owner, and whether the same account complained before.", _
        Array("Surveys, complaints and focus groups: the name Satisfaction, or tables of your own put together by SATISFACTION.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "FOCUS_FINDINGS", "Practice: Satisfaction", _
        "What focus groups brought, with theme and action: overdue actions first, then those to do, then the others.", _
        Array("Surveys, complaints and focus groups: the name Satisfaction, or tables of your own put together by SATISFACTION.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "NPS", "Practice: Satisfaction", _
        "Net promoter score in points, -100 to 100: share of 9 and 10 less share of 0 to 6.", _
        Array("Surveys, complaints and focus groups: the name Satisfaction, or tables of your own put together by SATISFACTION.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "A provider, as on Surveys. Left out: all.", _
            "How many days that end on the day. Left out: 365.")
    Describe "SATISFACTION_BY", "Practice: Satisfaction", _
        "Top box with its interval by provider, month, measure or question, as many days before beside it, and NPS.", _
        Array("Surveys, complaints and focus groups: the name Satisfaction, or tables of your own put together by SATISFACTION.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "provider, month, measure or question. Left out: provider.", _
            "rating, recommend, access, communication, office staff, coordination or other. Left out: rating.", _
            "How many days that end on the day. Left out: 365.")
    Describe "TOP_BOX", "Practice: Satisfaction", _
        "Share of the best answers, such as Always or 9 and 10; of several questions the mean of their shares.", _
        Array("Surveys, complaints and focus groups: the name Satisfaction, or tables of your own put together by SATISFACTION.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "rating, recommend, access, communication, office staff, coordination or other. Left out: rating.", _
            "A provider, as on Surveys. Left out: all.", _
            "How many days that end on the day. Left out: 365.")
    Describe "DUE_SOON", "Practice: Staff", _
        "Licenses, DEA, board, CME, CPR, malpractice, training, I-9 and reviews that are late or due within 90 days.", _
        Array("Who works here: the name Staff, or tables of your own put together by STAFF.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many days ahead to look; 0 is the first notice on Thresholds. Left out: 0.")
    Describe "FTE", "Practice: Staff", _
        "Full-time equivalents of some of the staff: paid hours ÷ full-time hours (40 a week, 2,080 a year).", _
        Array("Who works here: the name Staff, or tables of your own put together by STAFF.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days to look back from AsOf, that day counted. Left out: 365.", _
            "Whom to count: providers, support, office (front and business office), a kind of staff, a role or a department. Left out: everybody.", _
            "hours: all paid hours ÷ full-time hours; capped: the same, nobody above 1.0 (MGMA); agreed: by the hours agreed a week. Left out: hours.")
    Describe "LEAVER_COST", "Practice: Staff", _
        "Dollars that one leaver costs: overtime while the place is empty, training, manager's time and recruiting.", _
        Array("Wage of an hour of who leaves, with taxes and benefits.", _
            "Hours a week of the place.", _
            "Days until the place is filled; others work overtime for it.", _
            "Hours of training of who comes, the trainer's among them. Left out: 0.", _
            "Hours of the manager to find and bring in a person. Left out: 0.", _
            "Wage of an hour of the manager. Left out: 0.", _
            "Dollars of advertisements, checks and agencies. Left out: 0.")
    Describe "OVERTIME_RATE", "Practice: Staff", _
        "Overtime ÷ hours worked, double time among it; what is paid and not worked does not count.", _
        Array("Who works here: the name Staff, or tables of your own put together by STAFF.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days to look back from AsOf, that day counted. Left out: 90.", _
            "Whom to count: providers, support, office (front and business office), a kind of staff, a role or a department. Left out: everybody.")
    Describe "PAY_TIE", "Practice: Staff", _
        "Costs of staff in the books less gross pay of the Personnel workbook's totals, in dollars: 0 where they tie.", _
        Array("Who works here: the name Staff, or tables of your own put together by STAFF.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days to look back from AsOf, that day counted. Left out: 365.")
    Describe "STAFF_BY", "Practice: Staff", _
        "Staff by kind, role or department: people, FTE both ways, for each provider, overtime and turnover.", _
        Array("Who works here: the name Staff, or tables of your own put together by STAFF.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days to look back from AsOf, that day counted. Left out: 365.", _
            "kind, role or department. Left out: kind.")
    Describe "STAFF_MONTHS", "Practice: Staff", _
        "Staff month by month: people, FTE, hours worked, overtime and leavers, oldest month first.", _
        Array("Who works here: the name Staff, or tables of your own put together by STAFF.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "How many months up to AsOf to show. Left out: 13.", _
            "Whom to count: providers, support, office (front and business office), a kind of staff, a role or a department. Left out: everybody.")
    Describe "STAFF_PAY", "Practice: Staff", _
        "Pay by role over the whole months of the window, with the employer's taxes and benefits, most dollars first.", _
        Array("Who works here: the name Staff, or tables of your own put together by STAFF.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days to look back from AsOf, that day counted. Left out: 365.")
    Describe "STAFF_RATIO", "Practice: Staff", _
        "Support staff for each provider: FTE of the staff ÷ FTE of the providers, nobody of them above 1.0.", _
        Array("Who works here: the name Staff, or tables of your own put together by STAFF.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days to look back from AsOf, that day counted. Left out: 365.", _
            "Whom to count: support, office (front and business office), a kind of staff or a role. Left out: support.", _
            "provider: physicians and advanced practice; physician: physicians alone. Left out: provider.")
    Describe "TURNOVER", "Practice: Staff", _
        "Who left ÷ people on average (the mean of the month-ends), counted up to a year; a transfer is no leave.", _
        Array("Who works here: the name Staff, or tables of your own put together by STAFF.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Days to look back from AsOf, that day counted. Left out: 365.", _
            "Whom to count: providers, support, office (front and business office), a kind of staff, a role or a department. Left out: everybody.", _
            "Which leaves count: all, voluntary or involuntary. Left out: all.")
    Describe "VACANCIES", "Practice: Staff", _
        "Places that are open on the day, with their FTE and how long they have been; the longest open first.", _
        Array("Who works here: the name Staff, or tables of your own put together by STAFF.", _
            "The day the figure is for, such as AsOf. What came later does not count.")
    Describe "VACANCY_RATE", "Practice: Staff", _
        "Share of the hours a week that nobody fills: open places ÷ (open places + hours agreed with the staff).", _
        Array("Who works here: the name Staff, or tables of your own put together by STAFF.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Whom to count: providers, support, office (front and business office), a kind of staff, a role or a department. Left out: everybody.")
    Describe "ACCESS", "Practice: Tables", _
        "Puts ranges of your own together as the set Access, which the other functions take.", _
        Array("A table's name and its range with the headings, as often as there are tables: ""charges"", A4:T99. Handles of tables and of other sets stand without a name.")
    Describe "BUDGET", "Practice: Tables", _
        "Puts ranges of your own together as the set Budget, which the other functions take.", _
        Array("A table's name and its range with the headings, as often as there are tables: ""charges"", A4:T99. Handles of tables and of other sets stand without a name.")
    Describe "CONTROLS", "Practice: Tables", _
        "Puts ranges of your own together as the set Controls, which the other functions take.", _
        Array("A table's name and its range with the headings, as often as there are tables: ""charges"", A4:T99. Handles of tables and of other sets stand without a name.")
    Describe "DENIALS", "Practice: Tables", _
        "Puts ranges of your own together as the set Denials, which the other functions take.", _
        Array("A table's name and its range with the headings, as often as there are tables: ""charges"", A4:T99. Handles of tables and of other sets stand without a name.")
    Describe "EQUIPMENT", "Practice: Tables", _
        "Puts ranges of your own together as the set Equipment, which the other functions take.", _
        Array("A table's name and its range with the headings, as often as there are tables: ""charges"", A4:T99. Handles of tables and of other sets stand without a name.")
    Describe "LOAD_SET", "Practice: Tables", _
        "Puts tables together and returns the handle of the set, a short text that the other functions take.", _
        Array("The set's name: Pricing, Practice, Access, Staff, Budget, Payables, Denials, Patients, Equipment, Controls, Work, Marketing, Satisfaction, Planning, Office.", _
            "A table's name and its range with the headings, as often as there are tables: ""charges"", A4:T99. Handles of tables and of other sets stand without a name.")
    Describe "LOAD_TABLE", "Practice: Tables", _
        "Reads a table once and returns its handle, a short text by which sets of tables take it.", _
        Array("The table's name, such as ""charges""; docs/tables.md lists them.", _
            "The whole table with its headings, such as tblCharges[#All].", _
            "The ledger beside the workbook that the table is read from: LedgerFolder. Empty: from its range.")
    Describe "MARKETING", "Practice: Tables", _
        "Puts ranges of your own together as the set Marketing, which the other functions take.", _
        Array("A table's name and its range with the headings, as often as there are tables: ""charges"", A4:T99. Handles of tables and of other sets stand without a name.")
    Describe "OFFICE", "Practice: Tables", _
        "Puts ranges of your own together as the set Office, which the other functions take.", _
        Array("A table's name and its range with the headings, as often as there are tables: ""charges"", A4:T99. Handles of tables and of other sets stand without a name.")
    Describe "PATIENTS", "Practice: Tables", _
        "Puts ranges of your own together as the set Patients, which the other functions take.", _
        Array("A table's name and its range with the headings, as often as there are tables: ""charges"", A4:T99. Handles of tables and of other sets stand without a name.")
    Describe "PAYABLES", "Practice: Tables", _
        "Puts ranges of your own together as the set Payables, which the other functions take.", _
        Array("A table's name and its range with the headings, as often as there are tables: ""charges"", A4:T99. Handles of tables and of other sets stand without a name.")
    Describe "PLANNING", "Practice: Tables", _
        "Puts ranges of your own together as the set Planning, which the other functions take.", _
        Array("A table's name and its range with the headings, as often as there are tables: ""charges"", A4:T99. Handles of tables and of other sets stand without a name.")
    Describe "PRACTICE", "Practice: Tables", _
        "Puts ranges of your own together as the set Practice, which the other functions take.", _
        Array("A table's name and its range with the headings, as often as there are tables: ""charges"", A4:T99. Handles of tables and of other sets stand without a name.")
    Describe "PRICING", "Practice: Tables", _
        "Puts ranges of your own together as the set Pricing, which the other functions take.", _
        Array("A table's name and its range with the headings, as often as there are tables: ""charges"", A4:T99. Handles of tables and of other sets stand without a name.")
    Describe "SATISFACTION", "Practice: Tables", _
        "Puts ranges of your own together as the set Satisfaction, which the other functions take.", _
        Array("A table's name and its range with the headings, as often as there are tables: ""charges"", A4:T99. Handles of tables and of other sets stand without a name.")
    Describe "STAFF", "Practice: Tables", _
        "Puts ranges of your own together as the set Staff, which the other functions take.", _
        Array("A table's name and its range with the headings, as often as there are tables: ""charges"", A4:T99. Handles of tables and of other sets stand without a name.")
    Describe "WORK", "Practice: Tables", _
        "Puts ranges of your own together as the set Work, which the other functions take.", _
        Array("A table's name and its range with the headings, as often as there are tables: ""charges"", A4:T99. Handles of tables and of other sets stand without a name.")
    Describe "WHAT_IF_DROP", "Practice: What if", _
        "What if a payer is dropped: revenue, variable cost, margin and what is left for physicians, by month.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "The payer, as spelled in the charges.", _
            "Share of the payer's visits that goes, as 100% or 0.25. Left out: 1.0.", _
            "Share of the freed visits that is filled again. Left out: none.", _
            "Payer of the patients who fill them; left out: the other payers as they are.", _
            "Days of services that count. Left out: 365.", _
            "Days before AsOf that services end, so that they had time to be paid, such as 90. Left out: 0.", _
            "Four settings: what costs are shared out by (work RVUs, visits or charges), cost of a denied claim, cost of money a year, Medicare's year. Left out: by work RVUs, no cost of either, the newest year.")
    Describe "WHAT_IF_RATE", "Practice: What if", _
        "What if a payer's rates change: revenue, margin and what is left for physicians, by month.", _
        Array("The practice's tables: the name Practice, or tables of your own put together by PRACTICE.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "The payer, as spelled in the charges.", _
            "percent, conversion factor or schedule (the table Proposed rates). Left out: percent.", _
            "The change, as 3%, or dollars a RVU; a schedule needs none. Left out: none.", _
            "Days of services that count. Left out: 365.", _
            "Days before AsOf that services end, so that they had time to be paid, such as 90. Left out: 0.", _
            "Four settings: what costs are shared out by (work RVUs, visits or charges), cost of a denied claim, cost of money a year, Medicare's year. Left out: by work RVUs, no cost of either, the newest year.")
    Describe "AR_WORKLIST", "Practice: Worklists", _
        "Claims to work, in order: deadlines first, then follow-ups, then what brings in most a minute, and why.", _
        Array("What is worked and by whom: the name Work, or tables of your own put together by WORK.", _
            "The day the figure is for, such as AsOf. What came later does not count.", _
            "Due now, Follow-up, To work, Write-off review, Lost, Refund, With an agency, Not yet due, Done, or all. Left out: the first three.", _
            "Whose list: his claims and those nobody has. Left out: everybody's.", _
            "Minutes of the day to fill, such as 360. Left out: all of the list.", _
            "How many claims to show; the others are added up in one row. Left out: all.")
End Sub

Private Sub Describe(ByVal functionName As String, ByVal category As String, ByVal summary As String, ByVal arguments As Variant)
    ' A host without function dialogs refuses; the functions work all the same.
    On Error Resume Next
    Application.MacroOptions Macro:="'" & Replace(ThisWorkbook.Name, "'", "''") & "'!" & functionName, _
        Description:=summary, Category:=category, ArgumentDescriptions:=arguments
End Sub
