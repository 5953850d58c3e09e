"""When something happened or was said, with how it is known."""

from dataclasses import replace
from datetime import date, timedelta

from detente.extract.reading import Reading, Voice
from detente.lexicon.content import stems, weigh
from detente.model.annotation import Sentence, TimeMention, Token
from detente.model.entry import Actors
from detente.model.when import Basis, DateRange


def said_on(reading: Reading, voice: Voice) -> DateRange | None:
    """Return when something was said: by the verb's own date, else as the same speaker's words before it.

    The perfect and "repeatedly" tell no day. What the text gives no day was said on the day of
    publication or the day before, which is then marked ``published``.
    """
    if voice.on or voice.cue is None:
        return voice.on or as_published(reading)
    own = [t for t in reading.times_of(voice.cue) if not voice.start <= t.start < voice.end]
    if own:
        return own[0].when
    if is_background(reading, voice.cue):
        return None
    return _day_of_saying(reading, voice) or as_published(reading)


def made_on(reading: Reading, head: Token, span: tuple[int, int], by: Actors) -> DateRange | None:
    """Return the day on which somebody asked, refused or accused, where the text tells it.

    ``head`` is the word that does so at ``span``; what stands in another's words was said when they were.
    """
    voice = reading.voice_of(*span)
    if voice is None and reading.sender:
        return reading.doc.document.published
    ours = {reading.side_of(r).id for r in by}
    if voice and ours & {reading.side_of(r).id for r in voice.speakers}:
        day = said_on(reading, voice)
        return None if day and day.basis is Basis.PUBLISHED else day
    own = [t for t in reading.times_of(head.i) if _is_direct(reading, t, head)]
    if own:
        return own[0].when
    past = head.tag == "VBD" or reading.auxiliaries(head.i) & {"was", "were"}
    if voice or not past or is_background(reading, head.i):
        return None
    return _day_of_saying(reading, Voice(by, span[1], span[1], head.i, quoted=False, mixed=False))


def _is_direct(reading: Reading, time: TimeMention, head: Token) -> bool:
    """Say whether a day hangs from a word itself, and from nothing that is asked: "urged on Friday"."""
    token = reading.tokens[time.token]
    while token.i != head.i:
        above = reading.tokens[token.head]
        inside = time.start <= above.start < time.end
        if above.i != head.i and not inside and above.pos != "ADP":
            return False
        token = above
    return not time.open_start and not time.ahead


def _day_of_saying(reading: Reading, voice: Voice) -> DateRange | None:
    """Return the day on which this speaker last spoke, else the day that the article opens with.

    The day of another's words, or of another event, is not lent.
    """
    cue = reading.tokens[voice.cue or 0]
    last = _news_before(reading, cue.start)
    if last is None:
        return None
    if reading.sentence(last.token).index < _OPENING:
        return last.when
    speakers = {reading.side_of(r).id for r in voice.speakers}
    for other in reversed(reading.voices):
        if other.cue is None or other.start >= voice.start:
            continue
        said = {reading.side_of(r).id for r in other.speakers}
        dated = [
            t for t in reading.times_of(other.cue) if _is_news(t, reading.doc.document.published)
        ]
        if dated and said & speakers:
            return dated[0].when
    return None


def last_day(reading: Reading) -> date | None:
    """Return the last day that can be over: of publication, or the one after it where that has begun."""
    published = reading.doc.document.published
    begun = [t.when.day for t in reading.doc.times if t.begun and t.when and t.when.day]
    return max(begun, default=published.end if published else None)


def is_background(reading: Reading, verb: int) -> bool:
    """Say whether a verb tells what has been the case and not what happened on a day."""
    helpers = reading.auxiliaries(verb)
    return bool(helpers & {"has", "have", "had"}) or reading.has(
        verb, {"repeatedly", "previously", "earlier", "often", "always"}, "advmod"
    )


def day_before(reading: Reading, offset: int) -> DateRange | None:
    """Return the last single day of news that was told before an offset, near publication."""
    mention = _news_before(reading, offset)
    return mention.when if mention else None


def happened_on(reading: Reading, offset: int) -> DateRange | None:
    """Return the day of news that a happening without a date of its own falls on.

    A passage that has just turned to what was long before lends no day, and a day is lent only within its
    paragraph, to the next sentences, or to what names a place or a person of its sentence again.
    """
    published = reading.doc.document.published
    here = next(s for s in reading.doc.sentences if s.start <= offset <= s.end)
    for mention in reversed(reading.doc.times):
        if mention.start >= offset or mention.when is None or reading.heads_text(mention):
            continue
        if _is_news(mention, published):
            lent = _hangs_together(reading, reading.sentence(mention.token), here)
            return mention.when if lent else None
        there = reading.sentence(mention.token)
        if _is_of_neighbour(mention, here.index - there.index):
            return mention.when
        near = there.paragraph == here.paragraph and here.index - there.index <= _TURNED
        if near and _is_long_before(mention.when, published):
            return None
    return None


def _is_of_neighbour(mention: TimeMention, apart: int) -> bool:
    """Say whether the sentence before has a day of its own, which is nearer than the day of the news."""
    single = mention.when is not None and mention.when.day is not None
    return single and apart == 1 and not mention.open_start and not mention.ahead


def _hangs_together(reading: Reading, before: Sentence, here: Sentence) -> bool:
    """Say whether a sentence goes on with an earlier one: near it, or of the same place or person."""
    if before.paragraph == here.paragraph or here.index - before.index <= _GOES_ON:
        return True
    if _named_in(reading, before) & _named_in(reading, here):
        return True
    return _tells_of_same(reading, before, here)


def _tells_of_same(reading: Reading, before: Sentence, here: Sentence) -> bool:
    """Say whether two sentences share the rarer words of one happening: "the strike on the school"."""
    first, second = (stems(reading.text[s.start : s.end]) for s in (before, here))
    return weigh(s for s in first if s in second) >= _SAME_NEWS


def _named_in(reading: Reading, sentence: Sentence) -> set[str]:
    """Return the places and persons that a sentence names; the parties stand in every other one."""
    parties = set(reading.process.parties)
    inside = [m for m in reading.doc.mentions if sentence.first <= m.first < sentence.last]
    places = {m.place.id for m in inside if m.place and not m.actors}
    return places | {r.id for m in inside for r in m.actors if r.id not in parties}


def is_long_over(reading: Reading, verb: int) -> bool:
    """Say whether a clause is dated to years before the text: that is history, whatever it calls it."""
    published = reading.doc.document.published
    day = published.start if published else None
    ends = [
        t.when.end for t in reading.times_of(verb) if t.when and t.when.end and not t.open_start
    ]
    return day is not None and bool(ends) and all(day - end > _HISTORY for end in ends)


def _is_long_before(when: DateRange, published: DateRange | None) -> bool:
    last, day = when.end, published.start if published else None
    return last is not None and day is not None and day - last > _LONG


# A day lasts for this many sentences beyond its paragraph.
_GOES_ON = 3
# Two or three words that are not in every report.
_SAME_NEWS = 1.5
# Two years: nobody judges today how a thing went then.
_HISTORY = timedelta(days=730)
# Two months: longer ago than a report looks back on as news.
_LONG = timedelta(days=60)
# The first sentences of a report tell its day.
_OPENING = 3
# A look back lasts for a sentence or two after the date that it names.
_TURNED = 2


def _news_before(reading: Reading, offset: int) -> TimeMention | None:
    published = reading.doc.document.published
    for mention in reversed(reading.doc.times):
        if mention.start < offset and _is_news(mention, published):
            return mention
    return None


def _is_news(mention: TimeMention, published: DateRange | None) -> bool:
    when = mention.when
    if when is None or when.day is None or mention.open_start or mention.ahead:
        return False
    if published is None or published.end is None or published.start is None:
        return False
    is_over = mention.begun or when.day <= published.end
    return is_over and published.start - timedelta(days=7) <= when.day


def as_published(reading: Reading) -> DateRange | None:
    """Return the day of publication and the one before, for news of which the text tells no day."""
    published = reading.doc.document.published
    if published is None or published.day is None:
        return None
    return replace(
        published,
        start=published.day - timedelta(days=1),
        text="",
        basis=Basis.PUBLISHED,
        because="the text tells no day: the day of publication or the one before",
    )
