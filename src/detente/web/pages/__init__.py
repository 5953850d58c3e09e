"""The pages of the site, in the order of the menu; a new page is one more line here."""

from detente.web.answer import Page
from detente.web.pages import (
    actors,
    article,
    articles,
    board,
    calendar,
    chronology,
    item,
    matrix,
    quotations,
    search,
    timeline,
    track,
)
from detente.web.pages import (
    help as help_page,
)

PAGES: tuple[Page, ...] = (
    board.PAGE,
    timeline.PAGE,
    chronology.PAGE,
    calendar.PAGE,
    quotations.PAGE,
    matrix.PAGE,
    actors.ACTORS,
    articles.ARTICLES,
    articles.LEFT_OUT,
    search.PAGE,
    help_page.PAGE,
    track.PAGE,
    actors.ACTOR,
    article.PAGE,
    item.PAGE,
)
