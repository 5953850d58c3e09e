"""Stories in the terminal: who carried a piece of news, under which headline, and what of it each article tells."""

from typing import TYPE_CHECKING

from detente.cli.evidence import identity, put_quote
from detente.cli.sheet import Sheet
from detente.wording import counted, days, event_words, outlet, published, short

if TYPE_CHECKING:
    from detente.model.event import DocumentHead
    from detente.query import RecordedStory, StoryPage, ToldInStory


def put_story(sheet: Sheet, recorded: "RecordedStory") -> None:
    """Write a story with the headlines of its articles."""
    story = recorded.story
    sheet.put((story.title or "(no headline found)", "bold"), *identity(story.id))
    articles, outlets = counted(len(story.documents), "article"), counted(story.support, "outlet")
    copies = ", copies of one text counted once" if len(story.outlets) > story.support else ""
    sheet.put(f"{articles} of {outlets}{copies}", indent=4)
    for head in recorded.articles:
        _put_headline(sheet, head)


def _put_headline(sheet: Sheet, head: "DocumentHead") -> None:
    title = f"“{head.title}”" if head.title else "(no headline found)"
    sheet.put(f"{outlet(head)}, {published(head.published)}: {title}", *identity(head.id), indent=4)


def put_story_page(sheet: Sheet, page: "StoryPage") -> None:
    """Write a story, why its articles are together, and what of it each of them tells."""
    sheet.put(("story", "bold"))
    put_story(sheet, page.recorded)
    for link in page.recorded.story.links:
        why = "; ".join(feature.because for feature in link.features)
        sheet.labelled("joined", f"{short(link.first)} and {short(link.second)}: {why}")
    named = {head.id: outlet(head) for head in page.recorded.articles}
    for told in page.told:
        sheet.blank()
        _put_told(sheet, told, named)
    if page.told:
        sheet.blank()
        sheet.put(
            "“Not by”: nothing that was read in the articles of this outlet was joined to the event."
        )


def _put_told(sheet: Sheet, told: "ToldInStory", named: dict[str, str]) -> None:
    event = told.event
    what = " · ".join(filter(None, (event.status, days(event.date), event_words(event))))
    sheet.put((event.kind.value, "bold"), f" · {what}", *identity(event.id))
    put_quote(sheet, told.reports[0], indent=4)
    telling = [name for name in named if name in told.documents]
    sheet.labelled("told by", ", ".join(dict.fromkeys(named[name] for name in telling)))
    silent = dict.fromkeys(named[name] for name in named if name not in told.documents)
    left_out = [name for name in silent if name not in {named[n] for n in telling}]
    if left_out:
        sheet.labelled("not by", ", ".join(left_out))
