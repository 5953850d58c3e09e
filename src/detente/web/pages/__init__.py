"""The pages of the site, in the order of the menu; a new page is one more line here."""

from detente.web.answer import Page
from detente.web.pages import (
    actors,
    article,
    articles,
    blockers,
    board,
    calendar,
    changes,
    chronology,
    commitments,
    item,
    matrix,
    positions,
    quotations,
    review,
    search,
    stories,
    timeline,
    track,
    wording,
)
from detente.web.pages import (
    help as help_page,
)
from detente.web.pages import (
    map as map_page,
)

PAGES: tuple[Page, ...] = (
    board.PAGE,
    timeline.PAGE,
    chronology.PAGE,
    calendar.PAGE,
    quotations.PAGE,
    positions.PAGE,
    matrix.PAGE,
    commitments.PAGE,
    blockers.PAGE,
    stories.PAGE,
    wording.CHOOSE,
    actors.ACTORS,
    map_page.PAGE,
    changes.PAGE,
    articles.ARTICLES,
    articles.LEFT_OUT,
    review.PAGE,
    search.PAGE,
    help_page.PAGE,
    track.PAGE,
    actors.ACTOR,
    wording.PAGE,
    article.PAGE,
    review.CORRECTIONS,
    item.PAGE,
)
