"""The dates that hang from a predicate of an annotated document, or that its sentence alone names."""

from detente.extract.remembered import remembered
from detente.extract.syntax import Syntax
from detente.lexicon import load_table
from detente.model.annotation import TimeMention
from detente.model.when import Precision

# how a line begins that tells when a text came out
_STAMPED = frozenset({"published", "updated", "posted", "modified", "last", "first", "date"})


class TimedSyntax(Syntax):
    """The syntax of a document, and what it says of its dates."""

    def nearest_time(self, i: int, *, below_only: bool = False) -> TimeMention | None:
        """Return the date that hangs from a predicate, else the one that its sentence alone names."""
        own = [t for t in self.times_of(i) if not t.open_start and not self.heads_text(t)]
        if not own and not below_only:
            sentence = self.sentence(i)
            told = self.times_in(sentence.start, sentence.end)
            free = [t for t in told if not t.open_start and self._is_free(t.token, i)]
            own = free if len(told) == 1 and not self.heads_text(told[0]) else []
        return min(own, key=lambda t: abs(t.token - i), default=None)

    def _is_free(self, token: int, verb: int) -> bool:
        """Say whether a date is of the clause of a verb and not of a noun: "the deadliest since the war in 2020"."""
        above = list(self.doc.ancestors(verb))
        for i in self.doc.ancestors(token):
            if i == verb or i in above:
                return True
            if self.tokens[i].pos == "NOUN" or self._tells_for_itself(i):
                return False
        return True

    def _tells_for_itself(self, i: int) -> bool:
        """Say whether a clause has a day of its own: "has denied it since it launched the war in 2022"."""
        clause = self.tokens[i].dep == "advcl" and self.tokens[i].tag == "VBD"
        return clause and self.has(i, {"since"}, "mark", "prep", "advmod")

    def heads_text(self, time: TimeMention) -> bool:
        """Say whether a day with its year stands before a name as nothing of its sentence: "July 28, 2004 Anna Lee died"."""
        start = self.sentence(time.token).first
        before = [t for t in self.tokens[start : time.token] if t.end <= time.start]
        if before and before[0].text.lower() in _STAMPED and before[-1].text == ":":
            return True  # "Published: July 28, 2004 at noon"
        # the parser may end a sentence at the day
        behind = next((t for t in self.tokens[time.token :] if t.start >= time.end), None)
        if behind is None or (before and before[-1].pos in {"ADP", "DET"}):
            return False
        words = self.text[time.start : time.end]
        has_year = words[-4:].isdecimal() and not words.isdecimal()
        return has_year and self.text[behind.start].isupper()

    def times_in(self, start: int, end: int) -> list[TimeMention]:
        """Return the resolved dates inside a passage, in order."""
        return [t for t in self.doc.times if t.when and start <= t.start and t.end <= end]

    @remembered
    def times_of(self, i: int) -> tuple[TimeMention, ...]:
        """Return the resolved dates that hang from a predicate, and not from a clause below it."""
        inside = self._kept(i, frozenset({"advcl", "parataxis", "conj", "ccomp", "relcl"}))
        dated = (t for t in self.doc.times if t.when and t.token in inside)
        return tuple(t for t in dated if not self._is_of_another(t, i))

    def is_of_point(self, time: TimeMention, i: int) -> bool:
        """Say whether a day names what something comes before or after: "met ahead of Friday's summit"."""
        named = self.tokens[time.token].dep in {"poss", "compound", "nmod"}
        above = [time.token, *self.doc.ancestors(time.token)]
        inside = above[: above.index(i)] if i in above else above
        for j in inside:
            if self.tokens[j].pos in {"VERB", "AUX"}:
                return False
            if self.tokens[j].lemma in _AHEAD or (named and self.tokens[j].lemma in _AFTER):
                return True
        return False

    def _is_of_another(self, time: TimeMention, i: int) -> bool:
        """Say whether a year tells which deed or paper of old is meant: "since their war in 2020", "of the pact of 2014"."""
        if self.is_of_point(time, i):
            return True
        if time.when is None or time.when.precision is not Precision.YEAR:
            return False
        above = (self.tokens[j] for j in (time.token, *self.doc.ancestors(time.token)))
        if any(t.text == "born" and t.i != i for t in above):  # "a man, born in 1990, was hurt"
            return True
        noun = self.tokens[self.tokens[time.token].head]
        while noun.pos == "ADP" and noun.head != noun.i:
            noun = self.tokens[noun.head]
        within = time.start <= noun.start < time.end
        if noun.i == i or within or noun.pos != "NOUN" or noun.dep != "pobj":
            return False
        prep = self.tokens[noun.head]
        papers = load_table("stance")["dated paper"].words
        if prep.lemma == "since":
            return noun.lemma in papers | load_table("incidents")["noun"].words
        return prep.lemma in _UNDER and noun.lemma in papers


# "a breach of the pact of 2014", "under the accord of 2020"
_UNDER = frozenset({"of", "under", "with", "to", "by", "in"})
_AHEAD = frozenset({"ahead", "before"})
_AFTER = frozenset({"after", "following", "since"})
