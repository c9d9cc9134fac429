Attribute VB_Name = "modUdfsTables"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function ACCESS(ParamArray tables() As Variant) As Variant
Attribute ACCESS.VB_Description = "Puts ranges of your own together as the set Access, which the other functions take."
Attribute ACCESS.VB_ProcData.VB_Invoke_Func = " \n39"
    ACCESS = Computed("udfs.tables", "ACCESS", PassedAll(Array(CallingCell()), tables))
End Function

Public Function BUDGET(ParamArray tables() As Variant) As Variant
Attribute BUDGET.VB_Description = "Puts ranges of your own together as the set Budget, which the other functions take."
Attribute BUDGET.VB_ProcData.VB_Invoke_Func = " \n39"
    BUDGET = Computed("udfs.tables", "BUDGET", PassedAll(Array(CallingCell()), tables))
End Function

Public Function CONTROLS(ParamArray tables() As Variant) As Variant
Attribute CONTROLS.VB_Description = "Puts ranges of your own together as the set Controls, which the other functions take."
Attribute CONTROLS.VB_ProcData.VB_Invoke_Func = " \n39"
    CONTROLS = Computed("udfs.tables", "CONTROLS", PassedAll(Array(CallingCell()), tables))
End Function

Public Function DENIALS(ParamArray tables() As Variant) As Variant
Attribute DENIALS.VB_Description = "Puts ranges of your own together as the set Denials, which the other functions take."
Attribute DENIALS.VB_ProcData.VB_Invoke_Func = " \n39"
    DENIALS = Computed("udfs.tables", "DENIALS", PassedAll(Array(CallingCell()), tables))
End Function

Public Function EQUIPMENT(ParamArray tables() As Variant) As Variant
Attribute EQUIPMENT.VB_Description = "Puts ranges of your own together as the set Equipment, which the other functions take."
Attribute EQUIPMENT.VB_ProcData.VB_Invoke_Func = " \n39"
    EQUIPMENT = Computed("udfs.tables", "EQUIPMENT", PassedAll(Array(CallingCell()), tables))
End Function

Public Function LOAD_SET(name_ As Variant, ParamArray tables() As Variant) As Variant
Attribute LOAD_SET.VB_Description = "Puts tables together and returns the handle of the set, a short text that the other functions take."
Attribute LOAD_SET.VB_ProcData.VB_Invoke_Func = " \n39"
    LOAD_SET = Computed("udfs.tables", "LOAD_SET", PassedAll(Array(CallingCell(), Passed(name_)), tables))
End Function

Public Function LOAD_TABLE(name_ As Variant, table As Variant, Optional folder As Variant) As Variant
Attribute LOAD_TABLE.VB_Description = "Reads a table once and returns its handle, a short text by which sets of tables take it."
Attribute LOAD_TABLE.VB_ProcData.VB_Invoke_Func = " \n39"
    LOAD_TABLE = Computed("udfs.tables", "LOAD_TABLE", Array(CallingCell(), Passed(name_), Passed(table), Passed(folder)))
End Function

Public Function MARKETING(ParamArray tables() As Variant) As Variant
Attribute MARKETING.VB_Description = "Puts ranges of your own together as the set Marketing, which the other functions take."
Attribute MARKETING.VB_ProcData.VB_Invoke_Func = " \n39"
    MARKETING = Computed("udfs.tables", "MARKETING", PassedAll(Array(CallingCell()), tables))
End Function

Public Function OFFICE(ParamArray tables() As Variant) As Variant
Attribute OFFICE.VB_Description = "Puts ranges of your own together as the set Office, which the other functions take."
Attribute OFFICE.VB_ProcData.VB_Invoke_Func = " \n39"
    OFFICE = Computed("udfs.tables", "OFFICE", PassedAll(Array(CallingCell()), tables))
End Function

Public Function PATIENTS(ParamArray tables() As Variant) As Variant
Attribute PATIENTS.VB_Description = "Puts ranges of your own together as the set Patients, which the other functions take."
Attribute PATIENTS.VB_ProcData.VB_Invoke_Func = " \n39"
    PATIENTS = Computed("udfs.tables", "PATIENTS", PassedAll(Array(CallingCell()), tables))
End Function

Public Function PAYABLES(ParamArray tables() As Variant) As Variant
Attribute PAYABLES.VB_Description = "Puts ranges of your own together as the set Payables, which the other functions take."
Attribute PAYABLES.VB_ProcData.VB_Invoke_Func = " \n39"
    PAYABLES = Computed("udfs.tables", "PAYABLES", PassedAll(Array(CallingCell()), tables))
End Function

Public Function PLANNING(ParamArray tables() As Variant) As Variant
Attribute PLANNING.VB_Description = "Puts ranges of your own together as the set Planning, which the other functions take."
Attribute PLANNING.VB_ProcData.VB_Invoke_Func = " \n39"
    PLANNING = Computed("udfs.tables", "PLANNING", PassedAll(Array(CallingCell()), tables))
End Function

Public Function PRACTICE(ParamArray tables() As Variant) As Variant
Attribute PRACTICE.VB_Description = "Puts ranges of your own together as the set Practice, which the other functions take."
Attribute PRACTICE.VB_ProcData.VB_Invoke_Func = " \n39"
    PRACTICE = Computed("udfs.tables", "PRACTICE", PassedAll(Array(CallingCell()), tables))
End Function

Public Function PRICING(ParamArray tables() As Variant) As Variant
Attribute PRICING.VB_Description = "Puts ranges of your own together as the set Pricing, which the other functions take."
Attribute PRICING.VB_ProcData.VB_Invoke_Func = " \n39"
    PRICING = Computed("udfs.tables", "PRICING", PassedAll(Array(CallingCell()), tables))
End Function

Public Function SATISFACTION(ParamArray tables() As Variant) As Variant
Attribute SATISFACTION.VB_Description = "Puts ranges of your own together as the set Satisfaction, which the other functions take."
Attribute SATISFACTION.VB_ProcData.VB_Invoke_Func = " \n39"
    SATISFACTION = Computed("udfs.tables", "SATISFACTION", PassedAll(Array(CallingCell()), tables))
End Function

Public Function STAFF(ParamArray tables() As Variant) As Variant
Attribute STAFF.VB_Description = "Puts ranges of your own together as the set Staff, which the other functions take."
Attribute STAFF.VB_ProcData.VB_Invoke_Func = " \n39"
    STAFF = Computed("udfs.tables", "STAFF", PassedAll(Array(CallingCell()), tables))
End Function

Public Function WORK(ParamArray tables() As Variant) As Variant
Attribute WORK.VB_Description = "Puts ranges of your own together as the set Work, which the other functions take."
Attribute WORK.VB_ProcData.VB_Invoke_Func = " \n39"
    WORK = Computed("udfs.tables", "WORK", PassedAll(Array(CallingCell()), tables))
End Function
