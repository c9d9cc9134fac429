Attribute VB_Name = "modUdfsAccess"
' Made by `medoffice build` from the cell functions in udfs/. Change those, not this module.
Option Explicit

Public Function APPOINTMENTS_BY(Access As Variant, AsOf As Variant, Optional by As Variant, Optional WindowDays As Variant, Optional provider As Variant, Optional top As Variant) As Variant
Attribute APPOINTMENTS_BY.VB_Description = "Appointments by name: kept, missed, cancelled, rescheduled, without a status, with no-show rate and fill."
Attribute APPOINTMENTS_BY.VB_ProcData.VB_Invoke_Func = " \n20"
    APPOINTMENTS_BY = Computed("udfs.access", "APPOINTMENTS_BY", Array(Passed(Access), Passed(AsOf), Passed(by), Passed(WindowDays), Passed(provider), Passed(top)))
End Function

Public Function APPOINTMENTS_NOT_COUNTED(Access As Variant, AsOf As Variant, Optional WindowDays As Variant) As Variant
Attribute APPOINTMENTS_NOT_COUNTED.VB_Description = "What is not known of appointments, and what to do: no status, a status nobody knows, cancelled at no known hour."
Attribute APPOINTMENTS_NOT_COUNTED.VB_ProcData.VB_Invoke_Func = " \n20"
    APPOINTMENTS_NOT_COUNTED = Computed("udfs.access", "APPOINTMENTS_NOT_COUNTED", Array(Passed(Access), Passed(AsOf), Passed(WindowDays)))
End Function

Public Function FILL_RATE(Access As Variant, AsOf As Variant, Optional WindowDays As Variant, Optional provider As Variant) As Variant
Attribute FILL_RATE.VB_Description = "Fill of slots: booked minutes as a share of the minutes of the sessions that were not blocked."
Attribute FILL_RATE.VB_ProcData.VB_Invoke_Func = " \n20"
    FILL_RATE = Computed("udfs.access", "FILL_RATE", Array(Passed(Access), Passed(AsOf), Passed(WindowDays), Passed(provider)))
End Function

Public Function NEW_PATIENT_RATE(Practice As Variant, AsOf As Variant, Optional YearDays As Variant, Optional provider As Variant) As Variant
Attribute NEW_PATIENT_RATE.VB_Description = "New-patient share of visits: patients with no visit to the practice in the three years before."
Attribute NEW_PATIENT_RATE.VB_ProcData.VB_Invoke_Func = " \n20"
    NEW_PATIENT_RATE = Computed("udfs.access", "NEW_PATIENT_RATE", Array(Passed(Practice), Passed(AsOf), Passed(YearDays), Passed(provider)))
End Function

Public Function NO_SHOW_RATE(Access As Variant, AsOf As Variant, Optional WindowDays As Variant, Optional count As Variant, Optional provider As Variant, Optional visit_type As Variant, Optional location As Variant) As Variant
Attribute NO_SHOW_RATE.VB_Description = "No-show rate: no-shows of all that were booked and not cancelled a day or more before."
Attribute NO_SHOW_RATE.VB_ProcData.VB_Invoke_Func = " \n20"
    NO_SHOW_RATE = Computed("udfs.access", "NO_SHOW_RATE", Array(Passed(Access), Passed(AsOf), Passed(WindowDays), Passed(count), Passed(provider), Passed(visit_type), Passed(location)))
End Function

Public Function PROVIDER_PRODUCTIVITY(Access As Variant, AsOf As Variant, Optional YearDays As Variant, Optional RvuYear As Variant) As Variant
Attribute PROVIDER_PRODUCTIVITY.VB_Description = "Each provider's visits, work RVUs, charges and collections, new-patient share, and the same per clinical FTE."
Attribute PROVIDER_PRODUCTIVITY.VB_ProcData.VB_Invoke_Func = " \n20"
    PROVIDER_PRODUCTIVITY = Computed("udfs.access", "PROVIDER_PRODUCTIVITY", Array(Passed(Access), Passed(AsOf), Passed(YearDays), Passed(RvuYear)))
End Function

Public Function THIRD_NEXT_AVAILABLE(Access As Variant, AsOf As Variant, Optional visit_type As Variant, Optional provider As Variant, Optional days As Variant) As Variant
Attribute THIRD_NEXT_AVAILABLE.VB_Description = "Third next available: days from AsOf to the third open slot after it, the mean over providers."
Attribute THIRD_NEXT_AVAILABLE.VB_ProcData.VB_Invoke_Func = " \n20"
    THIRD_NEXT_AVAILABLE = Computed("udfs.access", "THIRD_NEXT_AVAILABLE", Array(Passed(Access), Passed(AsOf), Passed(visit_type), Passed(provider), Passed(days)))
End Function

Public Function UNCHARGED_VISITS(Access As Variant, AsOf As Variant, Optional WindowDays As Variant, Optional top As Variant) As Variant
Attribute UNCHARGED_VISITS.VB_Description = "Kept visits of the window that have no charge of their patient and day, the oldest first."
Attribute UNCHARGED_VISITS.VB_ProcData.VB_Invoke_Func = " \n20"
    UNCHARGED_VISITS = Computed("udfs.access", "UNCHARGED_VISITS", Array(Passed(Access), Passed(AsOf), Passed(WindowDays), Passed(top)))
End Function

Public Function WORKLOAD(Staff As Variant, AsOf As Variant, Optional WindowDays As Variant, Optional load As Variant) As Variant
Attribute WORKLOAD.VB_Description = "Workload: visits, or work that is open on the day, for each hour worked by the staff that are no providers."
Attribute WORKLOAD.VB_ProcData.VB_Invoke_Func = " \n20"
    WORKLOAD = Computed("udfs.access", "WORKLOAD", Array(Passed(Staff), Passed(AsOf), Passed(WindowDays), Passed(load)))
End Function
