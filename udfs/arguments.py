"""What arguments of many functions are called, in one place for all of them."""

from datetime import date
from typing import Annotated

Day = Annotated[date, "The day the figure is for, such as AsOf. What came later does not count."]
