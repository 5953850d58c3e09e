"""Every page, first with the mouse and then with the keyboard alone, in a real browser."""

from detente.web.pages import PAGES
from tests.web.addresses import addresses, stories_and_panels

MENU = [page for page in PAGES if page.in_menu]


def test_a_tour_by_mouse(tab):
    page = tab.go("/")
    for each in MENU:
        page.locator(".menu").get_by_role("link", name=each.title, exact=True).click()
        assert page.locator(".menu [aria-current]").inner_text() == each.title
    page.locator(".menu").get_by_role("link", name="Chronology").click()
    page.locator("a.item").first.click()
    panel = page.locator("#evidence")
    panel.wait_for()
    assert panel.locator("mark").count()
    assert "item=" in page.url
    panel.get_by_role("link", name="News of").first.click()
    page.locator(".text mark").first.wait_for()
    page.go_back()
    page.locator("#evidence .close").click()
    assert page.locator("#evidence").count() == 0
    page.locator("#f-track").select_option("border")
    page.get_by_role("button", name="Apply").click()
    assert "track=border" in page.url
    page.get_by_role("link", name="Take out track border").click()
    assert "track=" not in page.url
    assert tab.foreign == []
    assert tab.complaints == []


def test_a_tour_by_keyboard_alone(tab):
    page = tab.go("/")
    press = page.keyboard.press
    for each in MENU:
        if each.key:
            _go_to(page, each.key)
            assert page.locator(".menu [aria-current]").inner_text() == each.title
    _go_to(page, "c")
    press("j")
    press("j")
    press("k")
    first = page.evaluate("document.activeElement.closest('[data-row]').dataset.row")
    assert first == page.locator("[data-row]").first.get_attribute("data-row")
    press("Enter")
    page.locator("#evidence").wait_for()
    assert page.evaluate("document.activeElement.id") == "evidence"
    press("Escape")
    assert page.locator("#evidence").count() == 0
    assert page.evaluate("document.activeElement.closest('[data-row]').dataset.row") == first
    press("/")
    page.keyboard.type("border")
    with page.expect_navigation():
        press("Enter")
    assert "/search?text=border" in page.url
    assert page.locator("[data-row]").count()
    press("?")
    assert page.locator("#keys").is_visible()
    press("Escape")
    assert not page.locator("#keys").is_visible()
    press(".")
    page.keyboard.type("2023-05-20")
    with page.expect_navigation():
        press("Enter")
    assert "as_of=2023-05-20" in page.url
    assert page.locator(".filters.past").count()
    assert tab.complaints == []


def _go_to(page, key):
    with page.expect_navigation():
        page.keyboard.press("g")
        page.keyboard.press(key)


def test_single_keys_can_be_switched_off(tab):
    page = tab.go("/chronology")
    page.keyboard.press("?")
    page.get_by_label("Switch single keys off").check()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "q"


def test_quotation_and_citation_go_on_the_clipboard_in_two_presses(tab):
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=tab.address)
    page = tab.go("/quotations?by=Ruiz&text=matter")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.locator("#evidence").wait_for()
    page.keyboard.press("c")
    page.locator("#told.shown").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    told = "Ana Ruiz said that the border was a matter for experts."
    assert copied.startswith(f"{told} — Ana Ruiz (Norland), reported, in ")
    page.keyboard.press("Shift+C")
    page.wait_for_function(
        "async () => (await navigator.clipboard.readText()).includes('(stored ')"
    )


def test_everything_works_without_scripts(browser, served):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{served.address}/chronology")
        page.locator("a.item").first.click()
        assert page.locator("#evidence mark").count()
        page.locator("#evidence .close").click()
        assert page.locator("#evidence").count() == 0


def test_hostile_text_runs_nowhere_and_makes_no_page_wider_than_a_narrow_window(
    browser, served_hostile
):
    with browser.new_context(viewport={"width": 390, "height": 900}) as context:
        page = context.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        names = addresses(served_hostile.ledger)
        item = names[-1].rsplit("/", 1)[1]
        opened = [f"{name}{'&' if '?' in name else '?'}item={item}" for name in names]
        for address in (*opened, *stories_and_panels(served_hostile.ledger)):
            page.goto(served_hostile.address + address)
            assert page.title() != "taken"
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= 390, f"{address} is {wide} pixels wide"
        assert {url for url in asked if not url.startswith(served_hostile.address)} == set()


def test_a_browser_may_write_what_is_decided(tab):
    page = tab.go("/review?reviewer=Ani")
    first = page.locator(".suggestion").get_attribute("data-row")
    with page.expect_navigation():
        page.keyboard.press("a")
    assert page.locator(".suggestion").get_attribute("data-row") != first
    with page.expect_navigation():
        page.keyboard.press("Backspace")
    assert page.locator(".suggestion").get_attribute("data-row") == first


def test_a_click_anywhere_on_a_row_opens_its_sentence(tab):
    page = tab.go("/chronology")
    row = page.locator("tr[data-row]").first
    row.locator("td.place").click()
    page.locator("#evidence mark").first.wait_for()
    assert row.get_attribute("class") == "open"


def test_a_wide_table_says_that_it_goes_on(tab):
    page = tab.go("/matrix")
    page.set_viewport_size({"width": 320, "height": 700})
    page.locator(".scroll[data-more]").wait_for()
    assert page.get_by_text("There is more beside it").is_visible()


def test_a_field_that_a_key_leads_to_is_written_over(tab):
    page = tab.go("/chronology?as_of=2023-06-09")
    page.keyboard.press(".")
    page.keyboard.type("2023-05-20")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/chronology?as_of=2023-05-20")


def test_the_zoom_of_the_timeline_does_not_go_along_to_other_pages(tab):
    page = tab.go("/timeline")
    with page.expect_navigation():
        page.keyboard.press("+")
    assert "window=" in page.url
    _go_to(page, "c")
    assert page.url.endswith("/chronology")


def test_a_kind_that_needs_more_leads_to_the_field_that_is_missing(tab):
    page = tab.go("/review?reviewer=Ani&kind=statement")
    first = page.locator(".suggestion").get_attribute("data-row")
    with page.expect_navigation():
        page.keyboard.press("2")
    assert page.locator(".suggestion").get_attribute("data-row") == first
    assert page.evaluate("document.activeElement.id") == "field-status"
    assert page.get_by_role("link", name="Take out kind statement").count()


def test_the_line_that_one_stands_on_is_copied_and_without_one_that_is_told(tab):
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=tab.address)
    page = tab.go("/quotations?by=Ruiz&text=matter")
    page.keyboard.press("c")
    page.locator("#told.shown").wait_for()
    assert "Go to a line with j" in page.locator("#told").inner_text()
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.wait_for_function(
        "async () => (await navigator.clipboard.readText()).includes('a matter for experts')"
    )
