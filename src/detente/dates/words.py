"""The words of dates in English news: tables, each with what it means and an example.

Everything is lower case. Nothing here knows a grammar; the modules that read tokens do.
"""

from types import MappingProxyType
from typing import Final


def word_set(text: str) -> frozenset[str]:
    """Split a list of words at its spaces."""
    return frozenset(text.split())


def _spelled(*rows: str, first: int = 1) -> MappingProxyType[str, int]:
    """Map each spelling in a row to the number of its row."""
    return MappingProxyType({word: n for n, row in enumerate(rows, first) for word in row.split()})


# Months: "14 May", "Sept. 27, 2020".
MONTHS: Final = _spelled(
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)

# Days of the week, Monday is 1 as in ISO 8601: "on Thursday", "Fri, May 19".
WEEKDAYS: Final = _spelled(
    "monday mon",
    "tuesday tues tue",
    "wednesday weds wed",
    "thursday thurs thur thu",
    "friday fri",
    "saturday sat",
    "sunday sun",
)

# Words before a day of the week that make it a name: "the Good Friday Agreement", "Bloody Sunday".
BEFORE_NAMED_DAYS: Final = word_set("good bloody black super holy ash palm cyber")
# Short names that are everyday words or names too; they need a day, a year or a comma beside them.
SHORT_NAMES: Final = word_set("mon tue tues wed weds thu thur thurs fri sat sun")
# Of these, the ones that are no other word: "left on thurs", and not "last sat on the board".
SURE_SHORT_NAMES: Final = word_set("tue tues thu thur thurs fri")

# Short names of months, which may have a full stop: "Sept. 27".
SHORT_MONTHS: Final = word_set("jan feb mar apr jun jul aug sept sep oct nov dec")

# Words that are a month only in good company: "in May", not "and may"; "last March", not "the march on".
DOUBTFUL_MONTHS: Final = word_set("may march mar")

# Words before which such a word is a month: "since March", "early May", "the May summit".
MONTH_COMPANY: Final = word_set(
    "in since until till by last this next early late mid of from to through during before after for "
    "on between every coming past previous around following the and or"
)
# Words before a day in numbers alone: "on 22/4", "since the 27".
DAY_COMPANY: Final = word_set("on by from to since until till before after between for")
# Words before "the 27th" after which it may number anything: "was the 27th", "of the 14th".
ORDINAL_COMPANY: Final = word_set(
    "is was are were be been being become became of in at and or as than"
)
# Of these, the ones after which only a capital and no verb or "on" behind it makes a month.
WEAK_COMPANY: Final = word_set("the and or of to for on before after from by")
# Verbs and joints that may stand behind a list of days: "September 19 and 20 was", "... when".
BEHIND_DAYS: Final = word_set(
    "was were is are has had have did will would when where at as with that which amid while but"
)
# Of these and others, the ones that a day may have behind it: "on the 5th at noon", "on the 5th in Paris".
BEHIND_LONE_DAYS: Final = BEHIND_DAYS | word_set("in to from by for he she we they it")
# Words behind "May" or "March" that show it to be no month: "the March on Washington", "May said".
NOT_BEHIND_MONTH: Final = word_set(
    "on be have not well also for of said says has was is had will would i he she we you they "
    "told government against"
)

# Seasons with their first month and length in months, northern and meteorological: "fall of 2020".
SEASONS: Final = MappingProxyType({"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12})
# "fall" and "spring" are verbs and nouns of their own; these before them make a season.
SEASON_COMPANY: Final = word_set("this last next in early late mid past previous coming")
DOUBTFUL_SEASONS: Final = word_set("fall spring")

# Units of the calendar: "two weeks ago", "last month".
UNITS: Final = MappingProxyType(
    {
        "day": "day",
        "days": "day",
        "week": "week",
        "weeks": "week",
        "fortnight": "fortnight",
        "fortnights": "fortnight",
        "weekend": "weekend",
        "weekends": "weekend",
        "month": "month",
        "months": "month",
        "quarter": "quarter",
        "quarters": "quarter",
        "year": "year",
        "years": "year",
        "decade": "decade",
        "decades": "decade",
        "century": "century",
        "centuries": "century",
    }
)
# Words before "days" that leave out Saturdays and Sundays: "within three working days".
OF_WORK: Final = word_set("business working work")
PLURALS: Final = word_set("days weeks weekends fortnights months quarters years decades centuries")

# Cardinal numbers in words: "two weeks ago".
CARDINALS: Final = _spelled(
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
    first=0,
)
TENS: Final = MappingProxyType(
    {
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
    }
)
# Words that begin a year in words: "nineteen ninety-six".
CENTURIES: Final = MappingProxyType({"eighteen": 1800, "nineteen": 1900, "twenty": 2000})
# Ordinal numbers in words: "the third quarter", "the twenty-first of June".
ORDINALS: Final = MappingProxyType(
    _spelled(
        *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
        *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
        *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
    )
    | {"thirtieth": 30}
)
ORDINAL_ENDINGS: Final = word_set("st nd rd th")

# Decades in words: "the nineties". The century is the one of the twentieth, but for the last two.
DECADES: Final = MappingProxyType(
    {
        "twenties": 20,
        "thirties": 30,
        "forties": 40,
        "fifties": 50,
        "sixties": 60,
        "seventies": 70,
        "eighties": 80,
        "nineties": 90,
        "noughties": 0,
    }
)

# How many a loose amount is, at least and at most: "a few days ago" is two to seven days ago.
LOOSE_AMOUNTS: Final = MappingProxyType({"few": (2, 7), "several": (3, 9), "couple": (2, 3)})

# Days named by where the speaker stands, in days from today: "yesterday".
DEICTIC_DAYS: Final = MappingProxyType(
    {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "tmr": 1, "tmrw": 1}
)
DAYPARTS: Final = word_set("morning afternoon evening night midnight noon")

# Words that step from the present unit to another: "last month", "the coming week".
SHIFTS: Final = MappingProxyType(
    {
        "last": -1,
        "past": -1,
        "previous": -1,
        "preceding": -1,
        "recent": -1,
        "this": 0,
        "current": 0,
        "next": 1,
        "coming": 1,
        "upcoming": 1,
        "following": 1,
    }
)
# Of these, the ones that mean the nearest: "this coming Friday" may be the day after tomorrow.
NEAREST: Final = word_set("coming upcoming past")
# Of these, the ones that step from the day spoken of: "the following day", "the previous month".
FROM_CONTEXT: Final = word_set("previous preceding following")
# Words that point back to the time spoken of: "that day", "the same month".
BACK: Final = word_set("that same")

# Words behind "week 31" that it does not number: "week 31 and", "in week 31 when".
WEEK_COMPANY: Final = BEHIND_DAYS | word_set("and or to until till through from at")

# Which third, end or side of a stretch of time: "early June", "later this year".
PARTS: Final = MappingProxyType(
    {
        "early": "early",
        "mid": "mid",
        "late": "late",
        "earlier": "earlier",
        "later": "later",
        "beginning": "start",
        "start": "start",
        "middle": "mid",
        "end": "end",
        "close": "end",
        "rest": "later",
        "remainder": "later",
    }
)
# Words before "the early 80s" that make it years, and no warm day.
PART_COMPANY: Final = word_set("in since from of until till by during through to and between")
# Of these, the ones that need "of" or "in" behind them: "the end of June".
NOUN_PARTS: Final = word_set("beginning start middle end close rest remainder")

# Happenings that a text counts days from: "two days after the talks".
EVENTS: Final = word_set(
    "talks meeting summit negotiations attack attacks assault raid strike strikes ceasefire truce "
    "agreement accord deal treaty statement signing visit war offensive clash clashes fighting "
    "shelling vote election elections referendum conference call round incident killing killings "
    "massacre bombing shooting explosion announcement decision release exchange session hearing"
)

# Words that name no day but a side of now: "recently", "in the future".
VAGUE: Final = MappingProxyType(
    {
        "now": "present",
        "currently": "present",
        "nowadays": "present",
        "presently": "present",
        "recently": "past",
        "lately": "past",
        "soon": "future",
    }
)

# Words between a distance or a day and what it is counted from: "two days after May 14".
COUNTED_FROM: Final = MappingProxyType(
    {"before": -1, "preceding": -1, "after": 1, "following": 1, "from": 1}
)

# What a preposition makes of the time behind it: "since 2020", "by Friday".
EDGES: Final = MappingProxyType(
    {
        "since": "since",
        "until": "until",
        "till": "until",
        "by": "by",
        "before": "before",
        "after": "after",
    }
)

# Words before a bare number of four digits that make it a year: "in 2020".
YEAR_COMPANY: Final = word_set(
    "in of since by until till from to through during before after year years early mid late the and "
    "around circa fiscal spring summer fall autumn winter between beginning starting its their his "
    "a is was ending ended for"
)
TO_A_HOUSE: Final = word_set("of to from")  # of these, the ones that lead to an address
# Of these, the ones after which it may count things; what stands behind must not be one of them.
COUNTED: Final = word_set(
    "people persons soldiers troops prisoners villages percent per km kilometers kilometres miles "
    "meters metres men women children civilians fighters members workers jobs homes houses families "
    "square tons tonnes dollars euros pounds rubles hours days weeks months years times points feet "
    "votes refugees migrants casualties deaths cases shares units barrels employees students police "
    "officers cars trucks tanks rockets missiles drones delegates hostages detainees or and more "
    "million billion hectares acres copies inhabitants residents"
)
# Words before a number that make it the number of something else: "article 2020".
NUMBERED: Final = word_set(
    "article articles resolution no number nos page pages room chapter section paragraph law bill act "
    "flight model version apartment route highway channel about nearly over almost some only another "
    "than exceeding approximately roughly least most"
)

# What stands behind a time of day: "2100 GMT", "at 1300 hours".
CLOCK_COMPANY: Final = word_set("gmt utc est edt et cet cest eet bst msk ist jst kst hours hrs")
