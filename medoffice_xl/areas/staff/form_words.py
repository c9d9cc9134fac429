"""What job specifications and review forms begin with, by kind of staff: a draft, to be made the practice's own."""

from collections.abc import Mapping, Sequence

from medoffice_xl.tables.staff import ADVANCED, ANCILLARY, BUSINESS, CLINICAL, FRONT, PHYSICIAN

DUTIES: Mapping[str, Sequence[str]] = {
    PHYSICIAN: (
        "Sees patients in the sessions agreed, and documents and codes each visit within the days agreed.",
        "Supervises those who work under the license.",
        "Answers results, refills and messages, or names who does.",
        "Takes part in the meetings of physicians.",
    ),
    ADVANCED: (
        "Sees patients within the license and the agreement with the supervising physician.",
        "Documents and codes each visit within the days agreed.",
        "Answers results, refills and messages, or names who does.",
    ),
    CLINICAL: (
        "Brings patients to the room, takes history and vital signs, and prepares what the visit needs.",
        "Assists in procedures, gives injections and takes specimens within the license.",
        "Keeps rooms, medicines and supplies ready, and their logs up to date.",
        "Calls patients with results and instructions as the provider orders.",
    ),
    FRONT: (
        "Answers the telephone and makes appointments by the rules of the schedule.",
        "Checks patients in: identity, address, insurance card and eligibility, referral and authorization.",
        "Collects copays and open balances, gives receipts, and closes the day's cash.",
        "Checks patients out and books what comes next; calls those who did not come.",
    ),
    BUSINESS: (
        "Enters charges and sends claims within the days agreed.",
        "Posts payments and looks into what is denied or underpaid.",
        "Works the day's list, and notes what was done about each claim.",
        "Answers patients' questions about their bills.",
    ),
    ANCILLARY: (
        "Carries out the tests or treatments ordered, within the license and the quality rules.",
        "Keeps controls, calibration and logs up to date.",
        "Reports results to the provider within the times agreed.",
    ),
}

FOR_ALL = (
    "Keeps what is known of patients to those who need it (HIPAA), and follows the safety rules (OSHA).",
    "Tells the supervisor of errors, complaints and dangers on the same day.",
)

CRITERIA: Mapping[str, Sequence[str]] = {
    PHYSICIAN: ("Documentation and coding in time", "Access: sessions held, messages answered"),
    ADVANCED: ("Documentation and coding in time", "Access: sessions held, messages answered"),
    CLINICAL: ("Rooms and patients ready in time", "Care in procedures and medicines"),
    FRONT: ("Registration and eligibility right", "Copays and balances collected"),
    BUSINESS: ("Claims sent and worked in time", "Accuracy of posting"),
    ANCILLARY: ("Quality of tests and logs", "Results in time"),
}

OF_ALL = (
    "Quality of the work",
    "Reliability: on time, present, done as agreed",
    "Kindness and patience with patients",
    "Work with colleagues",
    "Learning and growth since the last review",
    "Privacy and safety",
)
"""What everybody is rated by."""
