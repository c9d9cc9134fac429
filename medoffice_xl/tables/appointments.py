"""Appointments, what their statuses count as, and the sessions in which providers can be booked."""

from enum import StrEnum

from medoffice_xl.tables.schema import Table, day, number, text, whole


class Outcome(StrEnum):
    """What became of an appointment."""

    KEPT = "kept"
    NO_SHOW = "no-show"
    LATE_CANCEL = "late cancel"
    EARLY_CANCEL = "early cancel"
    RESCHEDULED = "rescheduled"
    LEFT = "left without visit"
    OPEN = "open"
    MISSING = "status missing"
    UNKNOWN = "status unknown"


CANCELLED, NOT_COUNTED = "cancelled", "not counted"
"""What a status may be taken as beside an outcome: cancelled, late or early by its hours; no appointment at all."""

TAKEN_AS = (
    Outcome.KEPT, Outcome.NO_SHOW, Outcome.LATE_CANCEL, Outcome.EARLY_CANCEL, CANCELLED, Outcome.RESCHEDULED,
    Outcome.LEFT, Outcome.OPEN, NOT_COUNTED,
)  # fmt: skip

APPOINTMENTS = Table(
    name="appointments",
    sheet="Appointments",
    excel_name="tblAppointments",
    doc="Who was to be seen when, one row an appointment; kept, missed and cancelled ones alike. Names, birth dates "
    "and addresses of patients are never taken in.",
    key=("appointment",),
    told_by=("day", "starts", "provider"),
    by_month="day",
    columns=(
        text("appointment", "Appointment", "The scheduler's own number of it; else its provider, day, time and type.",
             required=True, width=16,
             synonyms=("appointment id", "appt id", "apptid", "appointment no", "appointment number", "visit id",
                       "encounter id", "id")),
        text("patient_acct", "Appointment account", "The practice's own account number of the patient; empty where the "
             "scheduler's list has only names.", width=14,
             synonyms=("patient id", "patientid", "account", "account no", "account number", "patient account",
                       "acct no", "chart", "chart id", "chart no", "chart number", "mrn", "client id")),
        day("day", "Appointment day", "Day of the appointment.", required=True,
            synonyms=("date", "appointment date", "appt date", "apptdate", "scheduled date", "start date/time",
                      "start date time", "start date", "date/time", "date of service", "visit date")),
        text("starts", "Starts at", "When it begins: 08:30, in hours and minutes of the day.", width=9,
             synonyms=("time", "start time", "appt time", "appointment time", "appointment start time",
                       "appt start time", "apptstarttime", "scheduled time", "scheduled for", "start", "from time",
                       "begin time")),
        whole("minutes", "Booked minutes", "How long it was booked for.", width=9,
              synonyms=("duration", "length", "minutes", "duration (min)", "duration (minutes)", "appt duration",
                        "appointment length", "appt length", "slot length", "apptslotduration")),
        text("provider", "Seen by", "Provider it was booked with, as the charges name him.", width=18,
             synonyms=("provider", "provider name", "rendering provider", "doctor", "physician", "resource",
                       "scheduling provider", "appt provider", "clinician", "appt schdlng prvdr", "resource name")),
        text("type", "Visit type", "What it was booked for: new patient, follow-up.", width=18,
             synonyms=("type", "appointment type", "appt type", "visit type", "appttype", "appointment reason",
                       "profile", "category", "event type")),
        text("location", "Booked at", "Office or site.", width=14,
             synonyms=("location", "office", "facility", "service location", "department", "site", "appt dept",
                       "facility name")),
        text("status", "Appointment status", "As the scheduler writes it; Appointment statuses says what it is taken "
             "as.", width=18,
             synonyms=("status", "appointment status", "appt status", "visit status", "confirmation status",
                       "apptstatus", "appt slot status", "show status", "attendance")),
        day("booked_on", "Booked on", "Day on which it was made.",
            synonyms=("created", "created at", "created date", "date created", "created on", "booked", "booking date",
                      "scheduled on", "appt scheduled date", "date scheduled", "made on", "appt created date")),
        day("cancelled_on", "Cancelled on", "Day on which it was cancelled or moved.",
            synonyms=("cancelled", "canceled on", "cancelled date", "canceled date", "cancelled at", "canceled at",
                      "cancel date", "cancellation date", "date cancelled", "date canceled", "appt cancelled date",
                      "appt canceled date", "cancelled date/time", "canceled date/time")),
        text("cancelled_at", "Cancelled at", "Time of day of the cancellation, where it is known: 14:05.", width=9,
             synonyms=("cancel time", "cancelled time", "canceled time", "cancellation time")),
        text("appointment_note", "Appointment note", "Anything worth knowing.", width=30, counts=False),
    ),
)  # fmt: skip

STATUSES = Table(
    name="appointment_statuses",
    sheet="Appointment statuses",
    excel_name="tblAppointmentStatuses",
    doc="What each status of the scheduler is taken as. One that is not here is a problem: its appointments count "
    "nowhere until it is. A single sign, such as OpenEMR's ?, stands for every status that begins with it.",
    key=("status",),
    columns=(
        text("status", "Status", "As the scheduler writes it; (none) is an empty one.", required=True, width=22),
        text("taken_as", "Taken as", "What it counts as. cancelled is late or early by the hours that were left; open "
             "is still to come, and missing once its day is over; not counted is no appointment.", required=True,
             choices=tuple(map(str, TAKEN_AS)), width=18),
        text("used_by", "Used by", "Schedulers that write it so, and whether that was seen or is from memory.",
             width=52, counts=False),
    ),
)  # fmt: skip

NO_STATUS = "(none)"
"""How the sheet writes an empty status."""

OPEN_SESSION, BLOCK = "open", "block"

SESSIONS = Table(
    name="sessions",
    sheet="Sessions",
    excel_name="tblSessions",
    doc="When providers can be booked: one row a session, and one a time that is blocked within it (meetings, leave, "
    "lunch). Blocked minutes are not available.",
    key=("provider", "day", "starts", "kind"),
    columns=(
        text("provider", "Session of", "Provider, as the appointments name him.", required=True, width=18,
             synonyms=("provider", "doctor", "resource", "provider name")),
        day("day", "Session day", "Its day.", required=True, synonyms=("date", "session date", "day")),
        text("starts", "Session starts", "When it begins: 08:30, in hours and minutes of the day.", required=True,
             width=9, synonyms=("start", "start time", "starts", "from", "time")),
        whole("minutes", "Session minutes", "How long it is.", required=True, width=9,
              synonyms=("minutes", "duration", "length")),
        text("kind", "Session kind", "open: can be booked; block: cannot.", required=True,
             choices=(OPEN_SESSION, BLOCK), width=9, synonyms=("kind", "state", "open or block")),
        text("type", "Kept for", "Visit type it is kept for; empty is for all.", width=18,
             synonyms=("type", "visit type", "appointment type", "kept for")),
        number("slot_minutes", "Slot minutes", "How long one slot of it is; empty: as long as visits of the type "
               "usually are.", width=9, synonyms=("slot minutes", "slot length", "slot")),
        text("session_note", "Session note", "Why it is blocked.", width=26, counts=False,
             synonyms=("note", "reason")),
    ),
)  # fmt: skip
