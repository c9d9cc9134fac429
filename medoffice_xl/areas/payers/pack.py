"""What the physicians are shown of the payers."""

from medoffice_xl.areas.payers import payer_review_page, payers_page
from medoffice_xl.pages.pack import Chapter, Excerpt, PackSection, Verdict
from medoffice_xl.pages.shown import ShownPages

LEAVE, RENEGOTIATE = "leave", "renegotiate"


def to_decide(pages: ShownPages) -> str:
    """The payers whose contract asks for a decision."""
    rows = pages.rows(payer_review_page.NAME, "advice")
    said = []
    for advice, words in ((LEAVE, "leave"), (RENEGOTIATE, "renegotiate with")):
        named = [str(row["Payer"]) for row in rows if row["Recommendation"] == advice]
        if named:
            said.append(f"{words} {_listed(named)}")
    return f"Decide whether to {', and whether to '.join(said)}." if said else ""


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


SECTIONS = (
    PackSection(
        Chapter.PAYERS,
        "Payers",
        (
            Excerpt(payer_review_page.NAME, "margin"),
            Excerpt(
                payer_review_page.NAME,
                "advice",
                ("Payer", "Revenue", "Contribution margin", "Full-cost margin", "Score", "Recommendation"),
            ),
            Excerpt(payers_page.NAME, "behaviour", title="How each payer pays"),
        ),
        order=1,
        lead=to_decide,
        verdicts={Verdict.DECIDE: to_decide},
    ),
)
