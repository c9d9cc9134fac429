"""A page is declared once, in the field's terms, and placed by one engine; how it is drawn is a host's business.

`page` and its blocks say what stands on a page, `placing` says where, `placed` is what a host draws. Nothing outside
this package knows a row number or a column letter of a page.
"""
