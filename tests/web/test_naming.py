from datetime import date

from detente.model.entry import ActorRef, PlaceRef
from detente.web.naming import office, place_names

MAIN_CITY = PlaceRef("stepanakert", "Stepanakert")


def test_a_contested_place_has_the_names_of_both_sides_in_the_order_of_the_alphabet(process):
    assert place_names(MAIN_CITY, process) == "Khankendi / Stepanakert"


def test_a_place_can_have_the_name_of_one_side(process):
    assert place_names(MAIN_CITY, process, "Azerbaijan") == "Khankendi"
    assert place_names(MAIN_CITY, process, "Armenia") == "Stepanakert"


def test_another_place_has_its_own_name(process):
    assert place_names(PlaceRef("yerevan", "Yerevan"), process) == "Yerevan"
    assert place_names(PlaceRef("~x", "Elsewhere"), process, "Armenia") == "Elsewhere"
    assert place_names(None, process) == ""


def test_an_office_is_that_of_the_day(process):
    pashinyan = ActorRef("nikol-pashinyan", "Nikol Pashinyan", "Armenia")
    assert office(pashinyan, process, date(2023, 5, 1)) == "prime minister of Armenia"
    assert office(pashinyan, process, date(2010, 5, 1)) == ""


def test_an_office_that_has_several_names_is_named_once(process):
    michel = ActorRef("charles-michel", "Charles Michel", "European Union")
    told = office(michel, process, date(2023, 5, 1))
    assert told == "president of the European Council"
