"""What a column of a list of bills may be, by the headings that Xero and other systems give it."""

from medoffice_xl.tables.schema import day, money, text

_VENDOR = ("contactname", "contact", "contact name", "supplier", "supplier name", "vendor", "vendor name", "payee")
_NUMBER = ("invoicenumber", "invoice number", "invoice no", "invoice #", "bill no", "bill #", "document number")
_OPEN = ("invoiceamountdue", "amount due", "balance due", "outstanding", "amount outstanding", "balance")
_AMOUNT = ("total", "invoice total", "bill total", "gross", "original amount")
COLUMNS = (
    text("vendor", "Billed by", "Vendor.", synonyms=_VENDOR),
    text("number", "Bill number", "Number.", synonyms=_NUMBER),
    day("bill_date", "Bill date", "Day.", synonyms=("invoicedate", "invoice date", "date of bill", "issue date")),
    day("due_date", "Due date", "Last day.", synonyms=("duedate", "due", "date due", "planned date")),
    money("amount", "Bill amount", "Amount.", synonyms=_AMOUNT),
    money("open_balance", "Open balance", "What is open.", synonyms=_OPEN),
    text("terms", "Bill terms", "Terms.", synonyms=("terms", "payment terms")),
    text("type", "Kind of document", "Bill or credit note.", synonyms=("type", "document type")),
    text("status", "Standing", "Void or not.", synonyms=("status",)),
)
