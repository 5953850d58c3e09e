"""The syntax of an annotated document: clauses, subjects, passages and the dates in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from detente.extract.remembered import remembered
from detente.extract.tree import Tree
from detente.lexicon import load_table
from detente.model.annotation import Token
from detente.model.entry import Evidence

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_TERMS = frozenset({"until", "unless", "till", "before"})
_NOBODY = frozenset({"nobody", "none"})
_PARTICLES = frozenset({"off", "out", "away", "down", "back"})
_MERELY = frozenset({"only", "merely", "just", "simply"})
_LONGER = frozenset({"long", "longer"})  # "no longer"
_TRIMMED = " \t\n,;:.–—-\"'“”„«»‘’`()"
_TRAILING = frozenset({"and", "but", "or", "that", "while"})
_LEADING = frozenset({"that", "and", "but", "while", "which", "who", "as", "or", "nor"})


@dataclass
class Syntax(Tree):
    """An annotated document, and what its syntax answers."""

    def conjuncts(self, i: int) -> Iterator[int]:
        """Give a head and all that is joined to it."""
        yield i
        for child in self.children(i, "conj"):
            yield from self.conjuncts(child.i)
        for child in self.children(i, "appos"):
            # "Alda, Berg and Curd met": the parser takes the second name of a list for an apposition
            listed = child.pos == self.tokens[i].pos == "PROPN" and self.children(child.i, "conj")
            if listed and not self.has(child.i, {"the", "a", "an"}, "det"):
                yield from self.conjuncts(child.i)

    @remembered
    def subject(self, verb: int) -> Token | None:
        """Return the subject of a verb, its own or that of the verb that it is joined to or hangs from."""
        seen = 0
        while seen < 6:
            own = self.children(verb, *SUBJECTS)
            if own:  # "a truce, which Moscow opposes": the parser may take both for subjects
                return next((t for t in own if t.tag != "WDT"), own[0])
            token = self.tokens[verb]
            if token.dep in {"relcl", "acl"}:
                return self.tokens[token.head]
            if token.dep not in {
                "conj",
                "xcomp",
                "advcl",
                "aux",
                "ccomp",
                "pcomp",
                "dep",
                "prep",
                "acomp",
            }:
                return None
            if token.dep == "ccomp" and self.children(verb, "mark"):
                return None
            if told := self._told_to(token):
                return told
            verb, seen = token.head, seen + 1
        return None

    def _told_to(self, verb: Token) -> Token | None:
        """Return who is to act in "tasked the ministers to meet": whom the verb above has for its object."""
        above = self.tokens[verb.head]
        if above.lemma == "give" and "to" in self.auxiliaries(
            verb.i
        ):  # "gave Tehran 60 days to agree"
            return next(iter(self.children(above.i, "dative")), None)
        if verb.dep != "xcomp" or above.lemma not in load_table("stance")["told to"].words:
            return None
        objects = [t for t in self.children(above.i, "dobj", "nsubjpass") if t.i < verb.i]
        return objects[0] if objects else None

    @remembered
    def negated(self, verb: int) -> bool:
        """Say whether a verb is denied: "not", "never", "no talks", "failed to"."""
        nots = [t for t in self.children(verb, "neg") if not self._adds_more(t)]
        if nots or self.has(verb, {"never", "no", "hardly"}, "advmod", "det"):
            return True
        if any(self.has(t.i, {"no"}) for t in self.children(verb, "advmod") if t.lemma in _LONGER):
            return True
        for part in self.children(verb, "nsubj", "nsubjpass", "dobj", "attr"):
            if self.has(part.i, {"no", "neither"}, "det", "neg", "preconj", "cc"):
                return True
            if part.lemma in _NOBODY:
                return True
        above = self.tokens[self.tokens[verb].head]
        return self.tokens[verb].dep == "xcomp" and above.lemma in {"fail", "refuse", "decline"}

    def _adds_more(self, word: Token) -> bool:
        """Read "was not merely pushed back": it was, and more."""
        behind = self.tokens[word.i + 1 : word.i + 2]
        return any(t.text.lower() in _MERELY for t in behind)

    @remembered
    def auxiliaries(self, verb: int) -> frozenset[str]:
        """Return the auxiliaries of a verb, in lower case."""
        found = frozenset(t.text.lower() for t in self.children(verb, "aux", "auxpass"))
        token = self.tokens[verb]
        if not found and token.dep == "conj":
            return self.auxiliaries(token.head)
        return found

    @remembered
    def verb_forms(self, i: int) -> frozenset[str]:
        """Return a verb's lemma, alone, with its particle and with its bare object: "set up", "open fire"."""
        lemma = self.tokens[i].lemma
        parts = self.children(i, "prt", "advmod", "dobj", "oprd")
        # "cutting off aid", "pulled out of the talks"
        parts += [p for p in self.children(i, "prep") if p.lemma in _PARTICLES]
        return frozenset([lemma, *(f"{lemma} {p.text.lower()}" for p in parts)])

    def clause(
        self, head: int, *, without: Iterable[str] = ("advcl", "parataxis", "conj")
    ) -> tuple[int, int]:
        """Return the offsets of a predicate's clause, other clauses at its edges left out."""
        kept = self._kept(head, frozenset(without))
        run = _run_around(sorted(self._between_semicolons(kept, head)), head)
        return self.trim(self.tokens[run[0]].start, self.tokens[run[-1]].end)

    def _between_semicolons(self, kept: frozenset[int], head: int) -> frozenset[int]:
        """Leave out what a semicolon parts from a predicate: "A; B rejected that"."""
        if all(self.tokens[i].text != ";" for i in range(min(kept), max(kept))):
            return kept
        before = max((i for i in kept if i < head and self.tokens[i].text == ";"), default=-1)
        after = min((i for i in kept if i > head and self.tokens[i].text == ";"), default=max(kept))
        return frozenset(i for i in kept if before < i <= after)

    def _kept(self, head: int, without: frozenset[str]) -> frozenset[int]:
        """Return the tokens of a clause, the clauses below it that ``without`` names left out."""
        known = self._clauses.get((head, without))
        if known is None:
            known = self._clauses[head, without] = frozenset(self._gather(head, without))
        return known

    @cached_property
    def _clauses(self) -> dict[tuple[int, frozenset[str]], frozenset[int]]:
        return {}

    def _gather(self, head: int, without: frozenset[str]) -> set[int]:
        kept = {head}
        waiting = [head]
        while waiting:
            for child in self.doc.children[waiting.pop()]:
                if not self._is_clause_out(child, head, without):
                    kept.add(child)
                    waiting.append(child)
        return kept

    def _is_clause_out(self, i: int, head: int, without: frozenset[str]) -> bool:
        token = self.tokens[i]
        if token.dep in {"cc", "mark"}:
            return token.head == head
        verbal = token.pos in {"VERB", "AUX"} or token.dep in {"advcl", "parataxis"}
        in_time = token.lemma in {"before", "after", "while", "since", "following"}
        if (
            token.dep == "prep" and in_time and "advcl" in without
        ):  # "before sitting down with them"
            return any(t.pos in {"VERB", "AUX"} for t in self.children(i, "pcomp"))
        if token.dep == "relcl" and self._is_restrictive(i):
            return False
        if token.dep == "advcl" and self._is_purpose(i):
            return "purpose" in without
        if token.dep == "advcl" and self._sets_terms(i):
            return False
        return verbal and token.dep in without

    def _is_restrictive(self, i: int) -> bool:
        """Say whether a relative clause tells which one is meant: no comma parts "that is led by X" from its noun.

        So does an infinitive: "it is time to make a truce".
        """
        first = min(self.doc.subtree(i))
        if "to" in self.auxiliaries(i):
            return True
        return first > 0 and self.tokens[first - 1].pos != "PUNCT"

    def _sets_terms(self, i: int) -> bool:
        """Say whether a clause bounds what is told and no comma parts it: "will not leave until it is paid"."""
        first = min(self.doc.subtree(i))
        told = self.tokens[first].text.lower() in _TERMS and self.tokens[i].head < first
        above = self.tokens[self.tokens[i].head]
        refused = above.lemma in load_table("stance")["refusal verb"].words
        return told and self.tokens[first - 1].pos != "PUNCT" and (refused or self.negated(above.i))

    def _is_purpose(self, i: int) -> bool:
        """Say whether an infinitive closes its clause: "flew to Cairo to meet the ministers", no comma between."""
        first = min(self.doc.subtree(i))
        infinitive = self.tokens[first].tag == "TO" and self.tokens[first].head == i
        return infinitive and self.tokens[i].head < first and self.tokens[first - 1].pos != "PUNCT"

    def governing(self, verb: Token) -> Token:
        """Return the verb whose purpose an infinitive is, else the verb itself: "to meet" in "flew to meet"."""
        above = self.tokens[verb.head]
        is_purpose = verb.dep == "advcl" and above.pos == "VERB" and self._is_purpose(verb.i)
        return above if is_purpose else verb

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """Cut marks and joining words off the edges of a passage."""
        while start < end and self.text[start] in _TRIMMED:
            start += 1
        while end > start and self.text[end - 1] in _TRIMMED:
            end -= 1
        last = self.text[start:end].rsplit(maxsplit=1)
        if len(last) == 2 and last[1].lower() in _TRAILING and end not in self._ends_of_pointers:
            return self.trim(start, end - len(last[1]))
        first = self.text[start:end].split(maxsplit=1)
        pointer = start + len(first[0]) in self._ends_of_pointers if first else False
        if len(first) == 2 and first[0].lower() in _LEADING and not pointer:
            return self.trim(start + len(first[0]), end)
        return start, end

    @cached_property
    def _ends_of_pointers(self) -> frozenset[int]:
        """Return where each "that" and "as" ends that joins no clause: "Baku rejected that", "as a rule", "as long as"."""
        joins_none = {("that", "DT"), ("as", "RB")}
        return frozenset(
            t.end
            for t in self.tokens
            if (t.tag in {"DT", "RB"} and (t.text.lower(), t.tag) in joins_none)
            or (t.dep == "prep" and t.tag == "IN" and t.text.lower() == "as")
        )

    def evidence(self, start: int, end: int) -> tuple[Evidence, ...]:
        """Build the evidence of a passage, whole words and no marks at its edges."""
        start, end = self._with_marks(*self.trim(start, end))
        return (Evidence(self.text[start:end], start, end),)

    def _with_marks(self, start: int, end: int) -> tuple[int, int]:
        """Take in the mark whose partner stands inside: "called it a “first step”" ends behind the mark."""
        for quotation in self.doc.quotations if self._has_quotations else ():
            opens, closes = quotation.start - 1, quotation.end + 1
            if not quotation.closed or quotation.end < start or end < quotation.start:
                continue
            last = self.text[end : quotation.end]
            if start <= opens and end <= quotation.end and not last.strip(_TRIMMED):
                end = min(closes, self._sentence_end(opens))
            elif start == quotation.start and closes <= end:
                start = opens
        return start, end

    def _sentence_end(self, offset: int) -> int:
        return next((s.end for s in self.doc.sentences if s.start <= offset < s.end), offset)

    @cached_property
    def _has_quotations(self) -> bool:
        return bool(self.doc.quotations)


def _run_around(indices: list[int], head: int) -> list[int]:
    """Return the run of neighbouring indices that holds ``head``; gaps of two are bridged."""
    at = indices.index(head)
    first = last = at
    while first > 0 and indices[first] - indices[first - 1] <= 3:
        first -= 1
    while last + 1 < len(indices) and indices[last + 1] - indices[last] <= 3:
        last += 1
    return indices[first : last + 1]
