"""News agencies and outlets of the whole world's news, known whatever the process. The profile's own come first."""

from detente.model.profile import Outlet

AGENCIES: tuple[Outlet, ...] = (
    Outlet("AFP", ("Agence France-Presse", "Agence France Presse"), ("afp.com",)),
    Outlet("AP", ("The Associated Press", "Associated Press", "AP News"), ("apnews.com", "ap.org")),
    Outlet("Reuters", ("Thomson Reuters", "Reuters News"), ("reuters.com",)),
    Outlet("dpa", ("Deutsche Presse-Agentur",), ("dpa.com", "dpa-international.com")),
    Outlet("EFE", ("EFE News", "Agencia EFE"), ("efe.com",)),
    Outlet("UPI", ("United Press International",), ("upi.com",)),
    Outlet("TASS", ("ITAR-TASS", "TASS News Agency"), ("tass.com", "tass.ru")),
    Outlet("Interfax", ("Interfax News Agency",), ("interfax.com", "interfax.ru")),
    Outlet("RIA Novosti", ("RIA", "Sputnik"), ("ria.ru",)),
    Outlet("Xinhua", ("Xinhua News Agency",), ("xinhuanet.com", "news.cn")),
    Outlet("Anadolu", ("Anadolu Agency", "AA"), ("aa.com.tr",)),
    Outlet("Kyodo", ("Kyodo News",), ("kyodonews.net",)),
    Outlet("Yonhap", ("Yonhap News Agency",), ("yna.co.kr",)),
    Outlet("IRNA", ("Islamic Republic News Agency",), ("irna.ir",)),
    Outlet("SANA", ("Syrian Arab News Agency",), ("sana.sy",)),
    Outlet("SPA", ("Saudi Press Agency",), ("spa.gov.sa",)),
    Outlet("WAFA", ("Palestinian News Agency",), ("wafa.ps",)),
    Outlet("PTI", ("Press Trust of India",), ("ptinews.com",)),
    Outlet("ANSA", (), ("ansa.it",)),
    Outlet("BBC", ("BBC News",), ("bbc.com", "bbc.co.uk")),
    Outlet("CNN", (), ("cnn.com",)),
    Outlet("Al Jazeera", ("Al Jazeera English",), ("aljazeera.com",)),
    Outlet("The Guardian", ("Guardian",), ("theguardian.com",)),
    Outlet("The New York Times", ("New York Times", "NYT"), ("nytimes.com",)),
    Outlet("The Washington Post", ("Washington Post",), ("washingtonpost.com",)),
    Outlet("Deutsche Welle", ("DW",), ("dw.com",)),
    Outlet("RFE/RL", ("Radio Free Europe/Radio Liberty", "RFERL"), ("rferl.org",)),
    Outlet("VOA", ("Voice of America", "VOA News"), ("voanews.com",)),
    Outlet("Euronews", (), ("euronews.com",)),
    Outlet("France 24", (), ("france24.com",)),
)

# these deliver other people's articles: their address does not name the outlet
AGGREGATORS: frozenset[str] = frozenset(
    {
        "news.google.com",
        "news.yahoo.com",
        "msn.com",
        "feedproxy.google.com",
        "feeds.feedburner.com",
        "web.archive.org",
        "archive.org",
        "archive.ph",
        "t.co",
        "twitter.com",
        "x.com",
        "facebook.com",
        "docs.google.com",
        "drive.google.com",
    }
)
