"""Stories: pieces of news that several articles report, each outlet's headline beside the others."""

from detente import query
from detente.export import told_story_shape
from detente.query import RecordedStory
from detente.web.address import ROWS
from detente.web.answer import Answer, Asked, Page, Row, rows_of
from detente.web.coverage import headlines
from detente.web.wholes import in_parts, whole_of
from detente.wording import where

COLUMNS = (
    *("id", "title", "first", "last", "articles", "support", "outlets"),
    *("headlines", "urls", "documents"),
)

HEADLINES = 12  # of one story that stand in the list


def answer(asked: Asked) -> Answer:
    """Show one page of the stories, the newest first."""
    ledger, address = asked.ledger, asked.address
    found = query.stories(ledger, address.filter, limit=ROWS + 1, offset=address.offset)
    shown = found[:ROWS]
    more = len(found) > ROWS
    return Answer(
        template="stories.html",
        title="Stories",
        rows=rows_of(COLUMNS, shown, _cells, told_story_shape),
        more=more,
        whole=whole_of(
            address,
            lambda: in_parts(
                lambda limit, offset: query.stories(
                    ledger, address.filter, limit=limit, offset=offset
                )
            ),
            cells=_cells,
            shape=told_story_shape,
            shown=len(shown),
            count=(lambda most: query.count_stories(ledger, address.filter, most=most))
            if more
            else None,
        ),
        values={
            "stories": [(each.story, tuple(headlines(each))) for each in shown],
            "most": HEADLINES,
        },
    )


def _cells(each: RecordedStory) -> Row:
    story, heads = each.story, each.articles
    return (
        *(story.id, story.title, story.first, story.last, len(heads), story.support),
        list(story.outlets),
        [f"{where(head)}: {head.title or 'without a headline'}" for head in heads],
        [head.url for head in heads if head.url],
        [head.id for head in heads],
    )


PAGE = Page(path="/stories", title="Stories", answer=answer, key="y")
