"""What a number in digits can be: "1 200,50", "1.200", "3 1/2"."""

import re
from decimal import Decimal

_GROUPED = re.compile(r"([0-9]{1,3})([ .,'])([0-9]{3}(?:\2[0-9]{3})*)(?:([.,])([0-9]+))?")


def literal_values(text: str, language: str) -> tuple[tuple[Decimal, ...], bool]:
    """What a number in digits can be, most likely first, and whether that is sure.

    In Swedish a comma starts the decimals and a space groups thousands, in English a comma groups
    and a point starts the decimals. But many Swedes write 1.200 for 1200 and 12.5 for 12,5, so one
    mark before exactly three digits can be either, unless the language settles it.
    """
    match = _GROUPED.fullmatch(text)
    if match is None:
        return (Decimal(text.replace(",", ".")),), True
    head, group, tail, point, decimals = match.groups()
    whole = Decimal(head + re.sub("[^0-9]", "", tail))
    if point is not None:
        if point == group or (head.startswith("0") and head != "0"):
            return (), False
        return (Decimal(f"{whole}.{decimals}"),), True
    if group in " '":
        return ((), False) if head.startswith("0") else ((whole,), True)
    if len(tail) > 3:
        return ((), False) if head.startswith("0") else ((whole,), True)
    fraction = Decimal(f"{head}.{tail}")
    if head.startswith("0"):
        return (fraction,), True
    own_decimal_mark = "." if language == "en" else ","
    if group == own_decimal_mark:
        # 1,250 in Swedish: nobody writes the last zero of 1,25, so it may be English for 1250.
        return ((fraction, whole), False) if tail.endswith("0") else ((fraction,), True)
    return ((whole,), True) if language == "en" else ((whole, fraction), True)


def fraction_values(text: str) -> tuple[Decimal, ...]:
    """ "3 1/2" → 3.5; nothing unless it is a proper fraction that decimals can hold."""
    whole, _, part = text.rpartition(" ")
    top, bottom = (int(each) for each in part.split("/"))
    if bottom not in (2, 4, 5, 8, 10) or not 0 < top < bottom:
        return ()
    return (Decimal(whole or 0) + Decimal(top) / Decimal(bottom),)
