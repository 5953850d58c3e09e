"""Incidents and agreements of several articles become events."""

from detente.merge import merge
from detente.model.entry import ActorRef, Figure, PlaceRef, Plover
from detente.model.event import Report

from .reports import ALPHA, BETA, HOST, PROCESS, agreement, article, incident, partition

AGENCY = article("Agency", "2023-05-12")
RADIO = article("Radio", "2023-05-13")


def test_one_clash_told_by_both_sides_is_one_event_with_both_versions() -> None:
    ours = incident(
        AGENCY, "Alphian troops fired at positions near Dorf", on="2023-05-11", place="Dorf",
        by=(ALPHA,), to=(BETA,), said_by=(BETA,),
    )  # fmt: skip
    theirs = incident(
        RADIO, "Betanian forces opened fire near Dorf", on="2023-05-11", place="Dorf",
        by=(BETA,), to=(ALPHA,), said_by=(ALPHA,),
    )  # fmt: skip
    (event,) = merge([ours, theirs])
    assert [s.said_by for s in event.history] == [(BETA,), (ALPHA,)]


def test_two_villages_on_one_day_are_two_clashes() -> None:
    dorf = incident(AGENCY, "a clash near Dorf", on="2023-05-11", place="Dorf", by=(ALPHA, BETA))
    weiler = incident(
        RADIO, "a clash near Weiler", on="2023-05-11", place="Weiler", by=(ALPHA, BETA)
    )
    nowhere = incident(
        article("Post", "2023-05-12"), "a clash on the border", on="2023-05-11", by=(ALPHA, BETA)
    )
    assert len(merge([dorf, weiler])) == 2
    assert not any({dorf.id, weiler.id} <= set(e.entries) for e in merge([dorf, weiler, nowhere]))


def test_clashes_in_one_village_a_week_apart_are_two() -> None:
    early = incident(AGENCY, "a clash near Dorf", on="2023-05-03", place="Dorf", by=(ALPHA, BETA))
    late = incident(RADIO, "a clash near Dorf", on="2023-05-10", place="Dorf", by=(ALPHA, BETA))
    assert len(merge([early, late])) == 2


def test_a_blockade_told_on_two_days_is_one() -> None:
    begun = incident(
        article("Agency", "2022-12-20"), "activists have blocked the only road to the valley",
        "ongoing", on="2022-12-12", place="Valley road", by=(BETA,), tracks=("aid",),
    )  # fmt: skip
    still = incident(
        article("Radio", "2023-01-16"), "activists still block the only road to the valley",
        "ongoing", on="2023-01-15", place="Valley road", by=(BETA,), tracks=("aid",),
    )  # fmt: skip
    assert len(merge([begun, still])) == 1


def test_a_protest_is_not_the_shelling_of_that_day() -> None:
    shelling = incident(
        AGENCY, "shells fell on the town", on="2023-05-11", by=(ALPHA,), plover=Plover("ASSAULT")
    )
    protest = incident(
        RADIO, "thousands marched", on="2023-05-11", by=(BETA,), plover=Plover("PROTEST")
    )
    assert len(merge([shelling, protest])) == 2


def test_a_denial_stays_in_the_history_and_undoes_nothing() -> None:
    told = incident(AGENCY, "Alphian troops fired near Dorf", on="2023-05-11", place="Dorf")
    denied = incident(
        RADIO,
        "Alphia denied that its troops fired near Dorf",
        "denied",
        on="2023-05-11",
        place="Dorf",
    )
    (event,) = merge([told, denied])
    assert event.status == "happened"
    assert [s.status for s in event.history] == ["happened", "denied"]


def test_one_ceasefire_in_two_articles_is_one_agreement() -> None:
    first = agreement(
        AGENCY, "The fighting ended with a brokered agreement on November 10, 2020",
        by=(ALPHA, BETA), mediator=(HOST,), on="2020-11-10", tracks=("security",),
    )  # fmt: skip
    second = agreement(
        RADIO, "ended in November 2020 with a brokered ceasefire",
        by=(ALPHA, BETA), mediator=(HOST,), on="2020-11-01/2020-11-30", tracks=("security",),
    )  # fmt: skip
    (event,) = merge([first, second])
    assert str(event.date) == "2020-11-10"
    assert event.status == "agreed"


def test_two_things_agreed_on_one_day_are_two_agreements() -> None:
    trade = agreement(
        AGENCY,
        "they signed a pact on railways",
        by=(ALPHA, BETA),
        on="2021-01-11",
        tracks=("roads",),
    )
    group = agreement(
        AGENCY, "they set up a working group on prisoners", by=(ALPHA, BETA), on="2021-01-11",
        tracks=("prisoners",), at=700,
    )  # fmt: skip
    assert partition(merge([trade, group])) == {frozenset({trade.id}), frozenset({group.id})}


def test_a_threat_is_not_the_strike_of_another_day() -> None:
    strike = incident(
        AGENCY, "Strikes hit the valley", on="2023-05-11", place="Valley", by=(ALPHA,)
    )
    threat = incident(
        AGENCY,
        "the army would intensify its campaign",
        "threatened",
        place="Valley",
        by=(ALPHA,),
        at=90,
    )
    assert len(merge([strike, threat])) == 2


def test_a_vague_year_joins_no_clash_of_that_year() -> None:
    clash = incident(AGENCY, "a clash near Dorf", on="2023-05-11", place="Dorf", by=(ALPHA, BETA))
    year = incident(
        AGENCY, "fighting in 2023 cost lives", on="2023-01-01/2023-12-31", by=(ALPHA, BETA), at=99
    )
    assert len(merge([clash, year])) == 2


MIRA, MIRAH, TOMAS = (ActorRef(f"~{n}", n) for n in ("Mira Moll", "Mirah Moll", "Tomas Velin"))


def test_the_arrests_of_two_people_by_name_are_two_however_like_their_articles() -> None:
    head = "second editor of the harbour paper arrested over leaked tolls"
    post, agency = (article(o, "2023-05-12", title=head, lede=head) for o in ("Post", "Agency"))
    first = incident(post, "editor Mira Moll was arrested over leaked tolls", to=(MIRA,))
    second = incident(agency, "editor Tomas Velin was arrested over leaked tolls", to=(TOMAS,))
    misspelt = incident(
        agency, "editor Mirah Moll was arrested over leaked tolls", to=(MIRAH,), at=99
    )
    assert len(merge([first, second])) == 2
    assert len(merge([first, misspelt])) == 1


def test_two_people_killed_in_one_attack_are_no_two_attacks() -> None:
    one = incident(
        AGENCY, "Mira Moll was shot beside Tomas Velin at the mill of Dorf", on="2023-05-11",
        place="Dorf", to=(MIRA,),
    )  # fmt: skip
    other = incident(
        RADIO, "Tomas Velin was shot at the mill of Dorf", on="2023-05-11", place="Dorf",
        to=(TOMAS,),
    )  # fmt: skip
    assert len(merge([one, other])) == 1


def test_a_threat_is_not_the_raid_that_happened_in_a_like_article() -> None:
    head = "harbour mills under guard"
    post, agency = (article(o, "2023-05-12", title=head, lede=head) for o in ("Post", "Agency"))
    raid = incident(post, "gunmen raided the mills")
    threat = incident(agency, "it would raid the mills", "threatened")
    told = incident(agency, "it had raided the mills")
    assert len(merge([raid, told])) == 1
    assert len(merge([raid, threat])) == 2


def test_two_towns_taken_by_one_side_in_one_year_are_two() -> None:
    early = incident(
        article("Agency", "2023-05-12"), "an air base that insurgents captured",
        on="2021-01-01/2021-12-31", by=(ALPHA,),
    )  # fmt: skip
    late = incident(
        article("Radio", "2023-06-12"), "Alphian fighters captured the salt mountain",
        on="2021-01-01/2021-12-31", by=(ALPHA,),
    )  # fmt: skip
    assert len(merge([early, late])) == 2


def test_what_one_side_did_is_not_what_the_other_did_that_day() -> None:
    ours = incident(
        AGENCY, "Alphian artillery shelled positions", on="2023-05-11",
        by=(ALPHA,), to=(BETA,),
    )  # fmt: skip
    theirs = incident(
        RADIO, "Betanian guns shelled villages", on="2023-05-11",
        by=(BETA,), to=(ALPHA,),
    )  # fmt: skip
    assert len(merge([ours, theirs])) == 2


def test_two_brigades_of_one_report_did_two_things() -> None:
    east, west = (ActorRef(f"~brigade {w}", f"Brigade {w.title()}") for w in ("east", "west"))
    first = incident(AGENCY, "Brigade East struck an ammunition depot", on="2023-05-11", by=(east,))
    second = incident(
        AGENCY, "Brigade West struck an ammunition depot", on="2023-05-11", by=(west,), at=300
    )
    assert len(merge([first, second])) == 2


def test_two_counts_of_one_thing_in_one_text_are_two_acts() -> None:
    strikes = incident(
        AGENCY, "air strikes killed 131 civilians in the past week", on="2023-05-05/2023-05-11",
        figures=(Figure("civilians", 131, 131),),
    )  # fmt: skip
    shells = incident(
        AGENCY, "shelling killed 71 civilians in the past week", on="2023-05-05/2023-05-11", at=90,
        figures=(Figure("civilians", 71, 71),),
    )  # fmt: skip
    assert len(merge([strikes, shells])) == 2


def test_two_counts_of_one_act_by_two_voices_are_one() -> None:
    army = incident(
        AGENCY, "the shelling of the market killed nine civilians", on="2023-05-11", place="Dorf",
        figures=(Figure("civilians", 9, 9, "army"),),
    )  # fmt: skip
    medics = incident(
        AGENCY, "the shelling of the market killed 14 civilians", on="2023-05-11", place="Dorf",
        figures=(Figure("civilians", 14, 14, "medics"),), at=90,
    )  # fmt: skip
    assert len(merge([army, medics])) == 1


def test_the_toll_of_a_war_is_not_the_toll_of_one_of_its_battles() -> None:
    war = incident(
        article("Agency", "2023-05-12", title="Rebels lose ground around Dorf"), "the war has killed 250,000 people",
        by=(ALPHA,), figures=(Figure("people", 250_000, 250_000),),
    )  # fmt: skip
    battle = incident(
        article("Radio", "2023-05-13", title="Ceasefire talks falter around Dorf"),
        "the latest fighting has killed 500 people",
        by=(ALPHA,), figures=(Figure("people", 500, 500),),
    )  # fmt: skip
    assert len(merge([war, battle])) == 2


def test_a_first_toll_of_a_day_is_followed_by_a_higher_one() -> None:
    first = incident(
        AGENCY, "a blast at the market of Dorf killed nine people", on="2023-05-11", place="Dorf",
        figures=(Figure("people", 9, 9),),
    )  # fmt: skip
    last = incident(
        RADIO, "the blast at the market of Dorf killed 24 people", on="2023-05-11", place="Dorf",
        figures=(Figure("people", 24, 24),),
    )  # fmt: skip
    assert len(merge([first, last])) == 1


def test_what_one_article_tells_in_other_words_of_one_day_and_side_is_another_act() -> None:
    strike = incident(
        AGENCY,
        "drones fired on the hospital courtyard",
        on="2023-05-11",
        by=(ALPHA,),
        to=(BETA,),
        plover=Plover("ASSAULT"),
        tracks=("security",),
    )
    siege = incident(
        AGENCY, "troops took the harbour", on="2023-05-11", by=(ALPHA,), to=(BETA,),
        plover=Plover("ASSAULT"), tracks=("security",), at=900,
    )  # fmt: skip
    assert len(merge([strike, siege])) == 2


def test_a_war_that_goes_on_is_not_a_loss_that_one_side_had_in_it() -> None:
    war = incident(
        article("Agency", "2023-05-12", title="Fighting in the valley of Dorf"),
        "separatists are fighting for the valley", "ongoing", by=(ALPHA,), tracks=("security",),
    )  # fmt: skip
    loss = incident(
        article("Radio", "2023-05-13", title="Army loses men in fighting for Dorf valley"),
        "the army lost ten men in the fighting",
    )  # fmt: skip
    assert len(merge([war, loss])) == 2


def test_what_like_articles_tell_in_passing_is_not_one_act_for_the_likeness() -> None:
    head = "harbour ministers ask for calm in the salt valley"
    post, agency = (article(o, "2023-05-12", title=head, lede=head) for o in ("Post", "Agency"))
    fleeing = incident(post, "we left when they were bombing", at=4000)
    asking = incident(agency, "nobody bargains while being bombed", at=4000)
    assert len(merge([fleeing, asking])) == 2


def test_one_country_is_less_than_one_town() -> None:
    country, town = PlaceRef("alphia", "Alphia", "Alphia"), PlaceRef("dorf", "Dorf", "Alphia")
    for place, events in ((country, 2), (town, 1)):
        toll = incident(
            AGENCY, "shelling killed farmers", place=place, by=(ALPHA,), plover=Plover("ASSAULT")
        )
        guards = incident(
            RADIO, "guards were killed there", place=place, by=(ALPHA,), plover=Plover("ASSAULT")
        )
        assert len(merge([toll, guards])) == events


def test_the_day_of_telling_is_hardly_the_day_of_the_act() -> None:
    """A date line gives the second its day; the first names its own."""
    post = article("Post", "2023-05-14", title="Zoo defends killing of tame bear")
    agency = article("Agency", "2023-05-15", title="Outrage over the shooting of a bear")
    own = incident(
        post, "a tame bear was shot at the zoo on 2023-05-13", on="2023-05-13", place="Dorf"
    )
    handed = incident(agency, "the killing of a tame bear", on="2023-05-15", place="Dorf")
    assert len(merge([own, handed])) == 1


def test_what_like_articles_tell_in_passing_has_to_be_like_itself() -> None:
    """The attack of one day and the offensive of its month stand in the background of both."""
    head = "harbour ministers ask for calm in the salt valley"
    post, agency = (article(o, "2023-05-30", title=head, lede=head) for o in ("Post", "Agency"))
    season = incident(
        post, "Alphia renewed its offensive in May", on="2023-05-01/2023-05-31", at=4000,
        tracks=("security",),
    )  # fmt: skip
    day = incident(
        agency, "Alphian troops killed five medics in an offensive on 23 May", on="2023-05-23", at=4000,
        tracks=("security",),
    )  # fmt: skip
    assert len(merge([season, day])) == 2


def test_two_threats_of_one_quarrel_are_two() -> None:
    head = "the harbour quarrel grows for another week"
    post, agency = (article(o, "2023-05-12", title=head, lede=head) for o in ("Post", "Agency"))
    tariffs = incident(
        post, "Alphia would strike every trader", "threatened", plover=Plover("THREATEN")
    )
    arms = incident(
        agency, "a strike on the barges of Dorf may follow", "threatened", plover=Plover("THREATEN")
    )
    assert len(merge([tariffs, arms])) == 2


def test_deeds_of_the_parties_on_one_day_of_war_are_not_one_for_like_articles() -> None:
    head = "helicopters shelled wounded along the Karlsund line as the mobilised valley burns"
    post, agency = (article(o, "2023-05-14", title=head, lede=head) for o in ("Post", "Agency"))
    given = {"on": "2023-05-14", "tracks": ("security",), "plover": Plover("ASSAULT")}
    lost = incident(post, "twelve launchers had been destroyed", to=(BETA,), **given)
    shelled = incident(
        agency, "villages came under fire from dawn on", by=(ALPHA,), to=(BETA,), **given
    )
    assert len(merge([lost, shelled], process=PROCESS)) == 2
    again = incident(agency, "launchers were destroyed", to=(BETA,), at=900, **given)
    assert len(merge([lost, again], process=PROCESS)) == 1


def test_two_formations_of_one_side_did_two_things() -> None:
    def struck(outlet: str, unit: str) -> Report:
        words = f"The {unit} struck the depots of Betania"
        head = article(outlet, "2023-05-14", title="Depots struck", lede=words)
        return incident(head, words, by=(ALPHA,), to=(BETA,), on="2023-05-13")

    assert len(merge([struck("Post", "7th Brigade"), struck("Agency", "12th Brigade")])) == 2
    assert len(merge([struck("Post", "7th Brigade"), struck("Agency", "7th Brigade")])) == 1
    assert (
        len(merge([struck("Post", "Battlegroup North"), struck("Agency", "Battlegroup West")])) == 2
    )
